# The menu: what each command does.

menu-alert = Draft a wees alert
menu-approvals = See what waits for approval
menu-running = See and change what is live
menu-drafts = Go on with a draft
menu-signups = See and verify sign-ups
menu-invite = Invite a shop
menu-deputy = Name somebody who stands in for you
menu-groups = Look after your KVO groups
menu-report = Report what you saw
menu-reports = See the open reports
menu-myreports = See what became of your reports
menu-current = What is going on now
menu-mine = See and change what you follow
menu-help = Emergency numbers and what to do
menu-stop = Stop all messages
menu-start = Begin, or begin again
menu-prevention = Send a tip to your KVO group
