# A business: details, verification, moving, leaving.

shop-name = <b>{ $name }</b>
shop-where = { $place }, { $branch }
shop-shared-place = shared location
shop-verified = Verified. You get every notice that concerns this business.
shop-verified-short = Verified
shop-unverified-short = Not verified yet
shop-waiting = Not verified yet: a coordinator still has to look at it. Until then you get public information only.
shop-incomplete = Not verified yet. This is still missing: { $missing }. Fill it in with /mine. Until then you get public information only.
shop-incomplete-colleague = Not verified yet. This is still missing: { $missing }. Whoever runs the business can fill it in with /mine. Until then you get public information only.
shop-lacks-name = the name
shop-lacks-postcode = the postcode
shop-lacks-number = the house number
shop-ask-owner = Is something wrong about the business? Ask whoever runs it: they can change it.
shop-details = Name and house number
shop-move = Move or change line of business
shop-wider = Also from farther away
shop-branches = Extra lines of business
shop-colleague = Invite a colleague
shop-leave = Leave this business

form-details = the details of your business
details-subscribed = Your business is signed up.
details-why = Two more questions. Then police or municipality check your business, and you get every warning.
details-name = What is your business called?
details-name-again = What is your business called? At present it says: <b>{ $name }</b>.
details-keep-name = Keep it
details-drops = Please note: with another name or house number your business will no longer be verified. A coordinator has to look again, and until then you get public information only.
details-number = And what is the <b>house number</b>? For example 12 or 12 A.
details-number-again = What is the <b>house number</b>? At present it says: <b>{ $number }</b>.
details-postcode = What is the whole <b>postcode</b>? For example 2903 AB. Without it nobody can verify your business.
details-location = I do not know yet where this postcode is. With your location I can work out distances.
details-location-how = Are you there now? Then tap <b>Share my location</b>. We use it only as the place of the business.
details-asked = Thank you. A coordinator of the police or the municipality will look at it. You will hear as soon as your business is verified.
details-nobody = Thank you. There is no coordinator in your area yet. As soon as there is one, they will see that you signed up.
details-only-you = Thank you. You cannot verify your own business. Another coordinator has to, and there is none for this business yet. As soon as there is one, they will see that you signed up.
details-gone = You no longer run this business, so I will not ask any further. With /mine you see how things stand.

form-move = moving your business
move-intro = Where is the business now? Type the postcode, or share your location if you are there.
move-place = What is the new <b>postcode</b>? If only the line of business changes, tap the button.
move-keep-place = Same address
move-same-place = the same address
move-branch = What kind of business is it?
move-keep-branch = Still { $branch }
move-drops = Please note: your business will no longer be verified. A coordinator has to look again, and until then you get public information only.
move-nothing = Nothing has changed.
moved = The details of your business have changed:
moved-links = Links by which somebody could still come to the business no longer work.
moved-lost = It is therefore no longer verified.

verified = <b>{ $name }</b> is verified.
verified-what = From now on you get every notice that concerns your business. In danger, always call 112.

leave-question = Do you want to leave <b>{ $name }</b>? You will get no more notices for it. Your colleagues are not told.
leave-last = Do you want to stop with <b>{ $name }</b>? You are the last one, so the business will no longer take part: no more notices come, not even those on their way.
leave-yes = Yes, I am leaving
leave-done = You no longer belong to this business.

signup-title = <b>New sign-up</b>
signup-check = Please note: this postcode is not in the list of visiting addresses. Check the address.
signup-how = Do you know this business, or have you checked? Then verify it. After that it gets every notice that concerns it.
signup-people = { $count ->
        [1] 1 person belongs to it.
       *[other] { $count } people belong to it.
    }
signup-withdrawn = <b>Please note:</b> the verification of this business, or of a business of somebody who belongs to it, was withdrawn { $days ->
        [0] today
        [one] yesterday
       *[other] { $days } days ago
    }. Verify it only if you know why that was and that it is right now.
signup-twin-verified = Please note: there is a verified business with this name or house number already. Verify this one only if you are sure who it is. A colleague comes in by its own link.
signup-twin-invited = Please note: an invitation was made for this business, but this sign-up did not come by it. Verify this one only if you are sure who it is.
signup-twin-signed-up = Please note: there is another sign-up with this name or house number. Ask at the business which is the right one.
signup-verify = Verify
signup-done = This business is verified.
signup-closed = This sign-up was withdrawn.
signup-elsewhere = Somebody else decides on this sign-up now. With /signups you see who waits for you.
signup-incomplete = The details were changed again and are not complete yet. Once they are, the business is listed under /signups.
signup-changed = Something about this business has just changed, or another one like it came up. Have another good look, then tap again.
signup-thanks = Verified. The business is told.
signups-title = <b>Sign-ups in your area</b>
signups-none = Nobody in your area is waiting to be verified.
signups-more = And { $count } more.
signups-verify = Verify { $name }
signups-look = Look at { $name }
signups-show-more = Show more
signups-from-start = Back to the start
signups-all = That was all.
shop-moved = A verified business (formerly { $was }) has moved, or changed its line of business, name or house number. It is no longer verified. The details are now:
