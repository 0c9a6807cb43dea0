# How many people a business has.

signups-crowds = Businesses with more people
crowds-title = <b>The businesses with most people</b>
crowds-none = No verified business in your area has more than one participant.
crowds-one = { $number }. <b>{ $name }</b>: { $count } people, { $came } came this week
crowd-title = <b>Who belongs to this business?</b>
crowd-people = { $count ->
        [one] 1 participant belongs to it.
       *[other] { $count } people belong to it.
    } Without a coordinator's tap there can be { $most }.
crowd-growth = { $came } came this week. New and not known yet: { $new }.
crowd-full = The business is full: somebody else tried to come.
crowd-how = Does that fit what you know of this business? Ask the owner. Who is new gets at most TLP:GREEN for the first 24 hours, unless you vouch for them.
crowd-vouch = I vouch for who is new
crowd-vouched = Noted. They are told.
crowd-more = Allow up to { $most } people
crowd-allowed = Allowed. The owner is told.
newcomer-first-day = For the first 24 hours you get notices up to TLP:GREEN. After that you get everything for the business. Sooner when a coordinator vouches for you.
shop-full = { $most } people belong to <b>{ $name }</b> already, so nobody else can come. The coordinator is told and can allow more. Does somebody not work there any more? Remove them with /mine.
shop-room = { $most } people may now belong to <b>{ $name }</b>. Send the link again to who could not come.
people-vouched = A coordinator vouches for you: you now get everything for <b>{ $name }</b>.
owner-changed = <b>{ $name }</b> has another owner. So the business is not verified any more, until a coordinator does that anew. Until then you get public notices only.
invite-shop-full = Nobody else can come to this business now. The owner and the coordinator are told that you came. Try the link again later.
join-full = Nobody else can come. The coordinator is told and can allow more; after that you can tap here again.
too-late-people = As many people are allowed already.
too-late-vouched = Nobody is new there.
