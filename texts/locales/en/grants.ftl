# What a second person confirms: a role, a deputy, a later end date.

grant-yes = Confirm
grant-no = Refuse
grant-what-role = { $person } wants to become <b>{ $role }</b> for { $scope }. The link came from: { $giver }.
grant-what-deputy = { $person } wants to become deputy of the <b>{ $role }</b> for { $scope }. The link came from that colleague: { $giver }.
grant-what-longer = { $person } is <b>{ $role }</b> for { $scope }. Somebody else ({ $giver }) wants the role to last longer.
grant-means-role = Only when you confirm do they have the role.
grant-means-deputy = A deputy may do everything that colleague may. It counts only when you confirm.
grant-means-longer = Only when you confirm does the end date change.
grant-check = Do you know this person, and is it right? If need be, ask, by a phone number that you had already. When in doubt, refuse.
grant-waits = You become <b>{ $role }</b> for { $scope } once somebody else has confirmed it.
grant-waits-deputy = You become deputy of the <b>{ $role }</b> for { $scope } once somebody else has confirmed it.
grant-waits-how = It is so for everybody: two people together give a role. You are told here.
grant-waits-giver = This waits for somebody else to confirm it. That is not you, nor your deputy. After a week it lapses.
grant-is-confirmed = Confirmed by a colleague ({ $who }).
grant-is-confirmed-by-you = Confirmed by you.
grant-is-refused = Refused by a colleague ({ $who }).
grant-is-refused-by-you = Refused by you.
grant-is-lapsed = Lapsed: nobody confirmed it in time, or whoever gave it cannot any more.
grant-not = You have not become <b>{ $role }</b> for { $scope }.
grant-not-refused = Somebody else refused it.
grant-not-lapsed = It lapsed: nobody confirmed it in time, or whoever gave it cannot any more.
grant-not-ask = Ask the person who gave you the link what is going on.
grants-none = Nothing waits that you can confirm.

role-new = { $person } is now <b>{ $role }</b> for { $scope }.
role-new-by = Given by: { $giver }. Confirmed by: { $confirmer }.
role-new-wrong = Is that wrong? Tell the administrator at once, who ends the role with /admin.
role-from-machine = { $person } is now <b>{ $role }</b> for { $scope }, by a link that was made on the server itself.
role-meant-for = That link was for: { $who }.
role-meant-for-unsaid = For whom that link was, was not said. Ask whoever runs the server.
role-dismissed = { $person } is not <b>{ $role }</b> for { $scope } any more. An administrator ended the role.
role-dismissed-wrong = Is that wrong? Tell an administrator at once, who invites again with /admin.
role-longer = The role of { $person } lasts longer: <b>{ $role }</b> for { $scope }.
role-unsourced = { $person } is <b>{ $role }</b> for { $scope }. Whoever gave that role cannot give it any more.
role-unsourced-ended = That ended the role. Should it stay? An administrator invites this person again with /admin.
role-unsourced-until = Should the role stay? An administrator makes it last longer with /admin, and somebody else confirms that.
deputy-new = { $person } is now deputy of the <b>{ $role }</b> for { $scope }. A colleague confirmed it.

not-allowed-own-grant = This is about you, or you gave it. Somebody else confirms it.
not-allowed-nobody-confirms = There is nobody else yet who could confirm this. Let whoever runs the server make a link for a colleague or a second administrator, with: wees-alert invite.
invite-nobody-confirms = There is nobody else who could confirm this. Ask the person who sent you the link to arrange that first.
invite-waits = This already waits for somebody else to confirm it. You are told here.
too-late-grant-decided = This has been decided already.
too-late-grant-lapsed = This has lapsed: it is too late, or whoever gave it cannot any more.
too-late-grant-waits = Another end date already waits for confirmation.
