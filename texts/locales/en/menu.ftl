# The menu: what each command does.

menu-alert = Draft a wees alert notice
menu-approvals = See what waits for your approval
menu-running = Correct or end a notice
menu-drafts = Go on with a draft
menu-signups = See and verify sign-ups
menu-invite = Invite a business
menu-invitations = See open invitations and withdraw them
menu-deputy = Name a deputy
menu-groups = Manage your KVO groups
menu-report = Report what you saw
menu-reports = See the open reports
menu-myreports = See what became of your reports
menu-current = See what is going on now
menu-mine = See and change what you follow
menu-help = Emergency numbers and what to do
menu-mydata = Get everything we keep about you
menu-erase = Erase all your data
menu-stop = Turn all messages off
menu-start = Sign up your business, or turn messages back on
menu-prevention = Send a tip to a KVO group or line of business
