# Who belongs to a business: removing, handing over, leaving; and invitations that are still open.

shop-people = People and links
people-title = <b>Who belongs to { $name }</b>
people-one = { $number }. { $person }, since { $since }, reads { $language }
people-owner = { $number }. { $person }, runs the business here, since { $since }, reads { $language }
people-you = You
people-how = We keep no names. Tap Somebody to see the profile. If somebody does not belong, remove them.
people-links = <b>Links that still work</b>
people-remove = Remove number { $number }
people-more = Show { $count } more
people-remove-question = Do you want to remove { $person } from <b>{ $name }</b>? That person gets no more notices of this business, and is told so. Links that are still open stop working.
people-remove-yes = Yes, remove
people-removed = Removed. Links that were still open no longer work.
people-new-link = Make a new link
removed = You no longer belong to <b>{ $name }</b>: the person who runs the business here has removed you. You get no more of its notices. Is that wrong? Then talk about it there. With /start you sign up another business.
outsider = { $person } no longer belongs to a verified business of <b>{ $name }</b>. Is that person still in the group chat? Then take them out: I cannot do that.
handed-over = You now run <b>{ $name }</b> here: the person who did so before has left. With /mine you see who belongs to it, invite colleagues and remove people.
handed-over-unreached = You now run <b>{ $name }</b>: whoever did before cannot be reached any more. With /mine you see who belongs to it, invite colleagues and remove people. Do they no longer belong to it? Then remove them too.

leave-owner = Do you want to leave <b>{ $name }</b>? You will get no more notices for it. You run the business here: choose who takes over. If you choose nobody, number { $number } does, who has belonged to it longest.
leave-chat = Are you in the group chat of <b>{ $name }</b>? Leave it too, or stay if you belong there by another business. Whoever manages the group is told when you no longer belong.
leave-heir = Number { $number } takes over
leave-close = Yes, stop with this business

invitations-title = <b>Invitations that are still open</b>
invitations-none = You have no open invitations. With /invite you invite a business.
invitations-how = Is a link in the wrong hands? Withdraw it, and nobody gets in with it any more.
invite-open = Link { $number }: { $what }, { $left ->
        [one] 1 more use
       *[other] { $left } more uses
    }, until { $until }
invite-revoke = Withdraw link { $number }
invite-revoked-done = Withdrawn. The link no longer works.
invite-for-deputy = your deputy

invite-followed = Your invitation for this business was used:
shop-vouched = An administrator verified this business, or made the invitation for it. Do you not know the business? Then withdraw the verification.
unverify = Withdraw verification
unverify-question = Do you want to withdraw the verification of this business? It will get public information only, and links to join it stop working. The people of the business are told.
unverify-yes = Yes, withdraw
unverify-no = No, leave it
unverify-done = The verification was withdrawn. Under /signups you can verify the business again.
unverified = A coordinator has withdrawn the verification of <b>{ $name }</b>.
unverified-what = You now get public information only. See with /mine whether your details are right. If they are, contact the person who verified your business.
