# What is kept of somebody, and how it is erased.

mydata-title = <b>What we keep about you</b> ({ $moment })
mydata-nothing =
    You are not signed up, so we keep nothing about you. What you typed or filled in here just now disappears by itself.
    If you asked to come into a group chat, your Telegram number stands with that request for a while. That disappears by itself too.
mydata-line = { $what }: { $count }
mydata-line-named = { $what }: { $count } ({ $named })
mydata-file =
    This file has what we keep about you. The names of its fields are in English.
    What a notice says is not in it, nor a report of somebody else: that may not leave just like that.
    You may keep it and take it along. Mind with whom you share it.
mydata-rights = Is something wrong? With /mine you change what is yours. With /erase you erase everything.

mydata-member = Your account, language
mydata-addresses = Your Telegram number
mydata-mail_address = E-mail address
mydata-mails = E-mails
mydata-memberships = Businesses you belong or belonged to
mydata-added_branches = Extra branches you follow
mydata-followed_areas = Areas you follow
mydata-roles = Your roles
mydata-shifts = Your shifts on a roster
mydata-shifts_as_deputy = Shifts after which you are next
mydata-shifts_taken_over = Shifts that you took over
mydata-roster_feed = The link to your shifts for your calendar
mydata-deputy_of = Roles you are the deputy of
mydata-console_links = Links to the browser for you
mydata-console_links_made = Links to the browser that you made
mydata-sessions = Times that you are signed in in the browser now
mydata-passkeys = Your passkeys
mydata-identities = Your accounts at your organisation
mydata-stale_menus = Menus that we still have to renew for you
mydata-roles_granted = Roles you gave
mydata-roles_confirmed = Roles you confirmed
mydata-grants_wanted = What you were given once somebody else confirmed it
mydata-grants_given = What you gave and somebody else confirmed
mydata-grants_decided = What you confirmed or refused
mydata-invitations = Invitations you made
mydata-invitations_used = Invitations you used
mydata-premises_verified = Businesses you verified
mydata-groups_made = KVO groups you made
mydata-seen = Times you pressed Read
mydata-kept_forms = Forms you kept
mydata-reports = Your reports
mydata-feedback = Whether you were helped well
mydata-aftercare = Aftercare after a robbery
mydata-aftercare_noted = Answers about aftercare you noted
mydata-aftercare_opened = Aftercare you opened
mydata-aftercare_kept = Aftercare you look after
mydata-aftercare_steps_done = Steps of aftercare you did
mydata-aftercare_calls_taken = People you were in touch with
mydata-reports_taken = Reports you took
mydata-patterns_dismissed = Patterns you dismissed
mydata-report_events = Your steps in reports
mydata-cascade_calls = When you got an incident and what you did with it
mydata-incident_events = Your steps in incidents
mydata-tasks = Your tasks about incidents
mydata-tasks_made = Tasks that you made
mydata-tasks_done = Tasks that you finished
mydata-meetings_planned = Appointments that you planned
mydata-invitations_to_meetings = Appointments to which you are invited
mydata-visits_made = Visits that you made to neighbours
mydata-alerts_written = Notices you wrote
mydata-approvals_asked = Times you asked for approval
mydata-approvals_decided = Times you decided on approval
mydata-approvals_reviewed = Times you reviewed an approval
mydata-texts_sent = Notices that you had sent
mydata-measures_changed = Measures you changed
mydata-support_changed = Help and schemes you changed
mydata-example_texts_written = Examples of notices you wrote
mydata-outcome_texts_written = Texts of outcomes you wrote
mydata-templates_written = Templates you wrote
mydata-templates_approved = Templates you approved
mydata-deliveries = Messages to you
mydata-dialogues = What you are busy with now
mydata-invitation_failures = Wrong invitation codes of yours
mydata-updates_waiting = What you sent and still waits
mydata-closures = Pauses that Telegram asked for your chat
mydata-refusals = Times you were refused
mydata-audit = Your steps in the audit record
mydata-premises = Names of those businesses
mydata-areas = Places of those areas
mydata-area_codes = Postcodes of those areas
mydata-report_signals = Signals in your reports
mydata-aftercare_steps = Steps of your aftercare
mydata-aftercare_calls = Times you wanted to talk to someone
mydata-aftercare_answers = Your answers at the end of your aftercare
mydata-report_additions = What happened to your reports
mydata-alert_numbers = Numbers of those messages
mydata-audit_about = Steps in the audit record about you

mydata-state-queued = waiting
mydata-state-sending = on its way
mydata-state-sent = delivered
mydata-state-unknown = perhaps delivered
mydata-state-failed = failed
mydata-state-skipped = not sent

limit-exports = You were sent your data { $most } times today already. Tomorrow you can ask again.

erase-ask = <b>Do you want to erase all your data?</b> This cannot be undone.
erase-goes =
    <b>What goes</b>
    Your Telegram number, your choices, your areas and branches, what you were filling in, and your roles. Messages that are on their way to you will not come. If your business has more people, the business stays and whoever has been there longest gets it. If you are the only one, the business closes and its name and address go.
erase-stays =
    <b>What stays, without you</b>
    Your reports: they no longer say who sent them. What you did in a role, such as approving a notice or reading a report: it only has a number that leads to nobody. And how many people got a notice.
erase-telegram =
    <b>This chat</b>
    What is here already is on your phone and with Telegram. Remove it yourself: open the menu of this chat and choose Delete chat.
erase-chats =
    <b>Group chats</b>
    Are you in a group chat of businesses? Leave it yourself: I cannot do that, and whoever manages the group is not told that you are gone.
erase-yes = Yes, erase all of mine
erase-no = No, leave everything
person-erased = somebody of whom everything was erased
person-in-console = { $who } (without Telegram)
person-number = person { $number }
erase-kept = Nothing was erased.
erase-done = Your data has been erased. You get no more messages. If you want to take part again later, type /start; you then begin anew.

not-allowed-erase-other = This button is somebody else's. Type /erase for your own data.
too-late-erase = This button is too old. Type /erase to ask again.
