# Inviting, belonging, and roles.

form-invite = the invitation
invite-place = Which business are you inviting? Type the <b>postcode</b>, for example 2903 AB.
invite-unknown-place =
    Postcode <b>{ $code }</b> is not in our list. Is it really right?
    If not, type the right one. If it is, make sure that the business really is there: whoever uses the link is verified at once.
invite-branch = What kind of business is it?
invite-name = What is the business called?
invite-number = What is the <b>house number</b>? For example 12 or 12 A.
invite-confirm =
    Is this right?

    <b>{ $name }</b>
    { $place }, house number { $number }
    { $branch }

    Whoever uses the link is verified at once. So give it only to who works there.
invite-make = Make the link
invite-make-counter = Make a counter QR
invite-shop =
    Invitation for <b>{ $name }</b>

    { $link }

    Let somebody of the business scan the code, or send the link. It works once, until { $until }.
invite-counter =
    Counter QR for <b>{ $name }</b>

    { $link }

    Put it up behind the counter, where only staff can see it, or let them scan it from your phone. The first to scan it runs the business here, and is told who joins after that. It works for { $uses } people, until { $until }.
invite-colleague =
    Invitation for colleagues at <b>{ $name }</b>

    { $link }

    Let your colleague scan the code, or send the link. It works for { $uses } people, until { $until }. Give it only to people who work with you.
invite-share = Send the link on
invite-after = As soon as somebody of the business uses the link, they get the notices for its area and line of business, and you are told. With /invitations you withdraw the link.
invite-join =
    <b>{ $name }</b> has already signed up. With this link somebody joins it:

    { $link }

    Let that person scan the code, or send the link. It works { $uses ->
        [one] once
       *[other] for { $uses } people
    }, until { $until }.
invite-join-after = Whoever uses the link gets the notices that this business gets. The person who runs the business here is told. With /invitations you withdraw the link.
invite-twin = Please note: somebody also signed up this business themselves, without an invitation. That sign-up has nothing to do with this link. See with /signups whether it is genuine.

invite-unknown = I do not know this invitation. Check the link, or ask for a new one. With /start you can also sign up your business yourself.
invite-locked = You have used a link that does not exist too often. That is why no link at all works for you now, until { $until }. Meanwhile, check the link or ask for a new one.
invite-maker-gone = This invitation no longer holds: whoever made it no longer has a say there. Ask for a new one. With /start you can also sign up your business yourself.
invite-used = This invitation has already been used. Ask for a new one. With /start you can also sign up your business yourself.
invite-expired = This invitation has expired. Ask for a new one. With /start you can also sign up your business yourself.
invite-revoked = This invitation was withdrawn. Ask the person who invited you what is going on.
invite-no-ground = The area that this invitation is for does not exist any more. Ask for a new one.
invite-group-closed = This group is closed. Ask the person who invited you what is going on.
invite-already = You already have what this invitation gives. With /mine you see what you follow.
invite-own = You made this invitation yourself. The link is for somebody else: you belong already.
invite-closed = This business no longer takes part. With /start you can sign up a business yourself.

joined = You were invited and now belong to:
colleague-joined = { $person } used the invitation for <b>{ $name }</b> and now belongs to it.

join-question = <b>{ $name }</b> has already been signed up, with this postcode and line of business. Is that your business?
join-ask = Yes, ask whether I may join
join-other = No, this is another business
join-asked = Asked. You will hear as soon as the person who runs the business here has answered.
join-not = Good, then this stays a sign-up of its own.
join-wanted = { $person } claims to work at <b>{ $name }</b> and would like its notices too. Admit only people of whom you are sure that they work with you.
join-person = Somebody
join-admit = Admit
join-refuse = Refuse
join-admitted = Admitted to <b>{ $name }</b>.
join-refused = Refused at <b>{ $name }</b>.
admitted = You were admitted and now belong to:
refused = You were not admitted to <b>{ $name }</b>. Your own sign-up stays.

role-granted = You are now <b>{ $role }</b> for { $scope }.
role-granted-group = You now manage KVO group <b>{ $scope }</b>.
role-menu = The menu shows what you can do.
role-signups = { $scope ->
        [kvo_group] You are told about new sign-ups in the group.
        [branch] You are told about new sign-ups in your line of business.
       *[other] You are told about new sign-ups in your area.
    } With /signups you see who is still waiting.
role-reports = What businesses in your area report reaches you at once and is listed under /reports.
role-copies = { $scope ->
        [kvo_group] You get a copy of every notice for the group.
        [branch] You get a copy of every notice that is for your line of business too.
       *[other] You get a copy of every notice in your area.
    } With /current you see what is live now.
scope-postcode = postcode { $first }
scope-postcodes = postcodes { $first } to { $last }
scope-municipality = the municipality of { $name }
scope-branch = the line of business { $branch }
scope-branch-within = the line of business { $branch } in { $postcodes }
scope-kvo-group = { $name }
scope-national = the whole of the Netherlands
