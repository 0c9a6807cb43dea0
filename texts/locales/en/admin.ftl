# /admin: people with a role, municipalities, and what is still being sent.

menu-admin = Look after roles and municipalities
menu-resume = Resume sending after Telegram blocked it
admin-resumed = { $count ->
        [one] Telegram did not let me send, to one chat or to all of them. I am going on now.
       *[other] Telegram did not let me send to { $count } chats. I am going on now.
    } If Telegram refuses again I wait again, a quarter of an hour at a time at most.
admin-resumed-nothing = Telegram held nothing back. I am sending as usual.
form-role-invite = the invitation to a role
form-role-end = the end date of a role
form-role-label = the name of a role
form-municipality = the settings of a municipality

admin-title = <b>Administration</b>
admin-what = You look after who has which role and what a municipality agreed to. You do not read notices or reports: those are for the police.
admin-people = People and roles
admin-invite = Invite somebody
admin-waiting = Waiting for confirmation
admin-date-waits = Somebody else has to confirm this first.
admin-places = Set up a municipality
admin-sending = Stop sending

admin-people-title = <b>Who has which role?</b>
admin-people-none = Nobody else. With Invite somebody you give a role.
admin-more = Show more
admin-from-start = From the beginning
admin-numbered = { $number }. { $words }
admin-role = <b>{ $role }</b> for { $scope }
admin-label = Others see: { $label }.
admin-own = That is you.
admin-who = Who: { $person }.
admin-since = Since { $date }.
admin-until = Up to and including { $date }.
admin-no-end = No end date.
admin-deputy = Deputy: { $person }.
admin-no-deputy = No deputy.
admin-end = End it now
admin-end-question = End this role now? Who has it hears so at once and can do nothing with it any more. Nor can a deputy.
admin-end-yes = Yes, end the role
admin-end-done = The role has ended. Who had it is told.
admin-date = Choose an end date
admin-stays = No end date
admin-date-gone = The end date is gone.

role-end-ask = <b>What is the last day of the role?</b> Choose, or type a date such as 31-12-2027.
text-no-last-day = This is no day to come. Type a date such as 31-12-2027.
text-moment-past = This date is past. Choose a later one.

role-invite-role = <b>Which role will it be?</b>
role-invite-scope = <b>For which area?</b> Type a municipality, a postcode (2903) or a range (2900-2999).
role-invite-branch = <b>For which line of business?</b>
role-invite-one-branch = One line of business
role-invite-within = <b>Where do they follow { $branch }?</b> Type a postcode (2903) or a range (2900-2999).
role-invite-group = <b>For which KVO group?</b>
role-invite-no-group = There is no KVO group in your area yet. The police or a city marshal make one with /groups.
role-invite-label = <b>As what do others see this person?</b> Choose a function or type one, no name, such as officer for the centre. If you skip this, they see what the role is usually called.
role-invite-end = <b>What is the last day of the role?</b> Choose, type a date such as 31-12-2027, or skip this.
role-invite-confirm = Is this right?
role-invite-means = The link works once and is for that one person only. Whoever uses it has the role once somebody else has confirmed it. You are told. You cannot use or confirm it yourself.
role-invite =
    Invitation: <b>{ $role }</b> for { $scope }

    { $link }

    Let them scan the code or send them the link. It works once, until { $until }. You hear who uses it; somebody else confirms that it is right.
role-invite-way = <b>How will they take part?</b> The browser needs no Telegram. Messages on the phone come by Telegram only.
role-invite-by-chat = With Telegram
role-invite-by-console = In the browser, without Telegram
role-invite-whom = <b>For whom is the link?</b> Type a name and function, such as A. de Vries, police. Whoever confirms the role reads it, and who gets it.
role-invite-for = For: { $who }, in the browser
role-invite-console =
    Invitation for the browser: <b>{ $role }</b> for { $scope }

    { $link }

    Give the link to that person only. It works once, until { $until }, and makes a passkey at once. You hear who uses it; somebody else confirms that it is right.
text-role-scope = I do not know this area. Type a municipality, a postcode such as 2903, or a range such as 2900-2999.
text-role-postcodes = These are no postcodes. Type a postcode such as 2903, or a range such as 2900-2999.
text-scope-misfit = This area does not fit this role. Choose one with the buttons.
invite-own-role = You made this link yourself. Give it to somebody else: you cannot give yourself a role.

municipality-ask = <b>Which municipality?</b> Type its name, or a postcode there, such as 2903.
text-no-municipality = I do not know this municipality. Type the name as it is on the map, or a postcode there.
text-municipality-which = Several have this name. Which do you mean? Type it like this: { $names }.
text-municipality-alike = I do not know this municipality. Do you mean: { $names }? Then type the name like this.
text-postcodes-nowhere = None of these postcodes is in our list. These are near: { $near }.
text-no-table = There is no list of postcodes yet, so I know no municipalities. Who looks after the server gets it with: wees-alert postcodes import.
admin-place-title = <b>Municipality of { $name }</b>
admin-duty-is-on = Sending without a colleague is allowed here.
admin-duty-is-off = Sending without a colleague is not allowed here.
admin-duty-means = This is about police who are the only ones on duty. If it is allowed, they can send a notice without the approval of a colleague. It needs a reason, and a colleague looks at it afterwards. If not, the notice waits for a colleague.
admin-duty-on = Allow sending without a colleague
admin-duty-off = Allow sending without a colleague no longer
admin-duty-changed = An administrator has just set this, as the municipality wants it so. Is that wrong? Tell an administrator at once, who sets it back with /admin.
admin-kept = Kept.
admin-labels-title = <b>What the roles are called here:</b>
admin-labels-none = The roles have their usual names here.
admin-place-label = { $role }: { $label }
admin-name = Name: { $role }
role-label-ask = <b>What is the { $role } called in { $name }?</b> Type the name of the function, such as aftercare coordinator.
role-label-usual = The usual name

admin-sending-title = <b>What is still being sent?</b>
admin-sending-none = Nothing now: everything was sent.
admin-stop = Stop { $number } ({ $count } left)
admin-stop-question = Stop sending <b>{ $number }</b>? Then { $count ->
        [one] one recipient does
       *[other] { $count } recipients do
    } not get it. Who has it keeps it. The police and the author hear that you did this.
admin-stop-yes = Yes, stop sending
admin-stop-done = { $count ->
        [one] Stopped: one recipient does
       *[other] Stopped: { $count } recipients do
    } not get it any more. The police is told.
too-late-all-sent = There is nothing left to stop: everything was sent.
too-late-role-ended = This role has ended already.

role-ended = You are no longer <b>{ $role }</b> for { $scope }. The menu has what you can still do.
role-laid-down = Who was <b>{ $role }</b> for { $scope } erased all their data and is so no longer. See with /admin who is left there, or invite somebody.
role-will-end = You are <b>{ $role }</b> for { $scope }. The last day of that is { $date }.
role-stays = You stay <b>{ $role }</b> for { $scope }: there is no end date any more.
role-accepted = { $person } is now <b>{ $role }</b> for { $scope }, through your invitation. Somebody else confirmed that.
role-accepted-wrong = Is that wrong? End the role with /admin.
sending-stopped = The administrator stopped the sending of <b>{ $number }</b>. { $count ->
        [one] One recipient has
       *[other] { $count } recipients have
    } not got it.
sending-stopped-how = With /running you can correct or retract the notice.

not-allowed-own-role-longer = You cannot make a role longer that you have or stand in for. Ask another administrator. An earlier end is possible.
not-allowed-last-administrator = This is the only administrator without an end date. First invite a second one with /admin.
reason-stopped = sending stopped by the administrator
