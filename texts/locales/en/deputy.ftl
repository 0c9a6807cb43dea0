# Deputies of coordinators.

deputy-name = Name a deputy
deputy-end = Remove the deputy
deputy-none = You have no deputy for this.
deputy-is = Your deputy: { $person }.
deputy-invite =
    Deputy of the <b>{ $role }</b> for { $scope }

    { $link }

    Let your deputy scan the code, or send the link. It works once, until { $until }. Whoever uses it may do everything that you may do with this role, once somebody else has confirmed it. So give it to that one colleague only.
deputy-named = You are now the deputy of the <b>{ $role }</b> for { $scope }.
deputy-means = You may now do the same as that colleague; the menu shows what you can do. When nobody answers a request for approval in time, you get it, too.
deputy-joined = { $person } is now your deputy as <b>{ $role }</b> for { $scope }.
deputy-how-to-end = With /deputy you remove your deputy again.
deputy-ended = You are no longer the deputy of the <b>{ $role }</b> for { $scope }.
deputy-erased = You have no deputy any more as <b>{ $role }</b> for { $scope }: that person erased all their data. With /deputy you name another.
deputy-end-done = Removed. Your deputy is told.

invite-role-ended = The role that this link was for has ended. Ask the person who sent it what is going on.
invite-deputy-there = This role already has a deputy. Ask the person who sent the link for a new one.
not-allowed-own-role-only = Only the holder of a role can name a deputy for it.
too-late-deputy-there = You already have a deputy for this. See with /deputy how things stand.
too-late-deputy-gone = This is no longer your deputy. See with /deputy how things stand.
