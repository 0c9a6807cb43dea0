# Possible patterns: reports that look alike, for police.

pattern-head = <b>Possible pattern ({ $count })</b>
pattern-summary =
    { $days ->
        [one] Reports of { $shops } businesses, within { $distance } and on one day.
       *[other] Reports of { $shops } businesses, within { $distance } and { $days } days.
    }
pattern-why = <b>In common</b>
pattern-told = { $what } ({ $count } of { $total })
pattern-misfits = <b>Does not fit</b>
pattern-no-misfits = There is nothing that does not fit.
pattern-differs = { $what } ({ $numbers })
pattern-timeline = <b>In order</b>
pattern-line = { $moment } · { $place } · { $branch } · { $number }
pattern-earlier =
    { $count ->
        [one] And 1 report before that.
       *[other] And { $count } reports before that.
    }
pattern-elsewhere =
    { $count ->
        [one] And 1 report outside your area. You do not see it here.
       *[other] And { $count } reports outside your area. You do not see these here.
    }
pattern-was-open = This pattern was dismissed ({ $reason }). Another report joined it.
pattern-was-dismissed = <b>Dismissed:</b> { $reason }. If another report joins it, you will see the pattern again.
pattern-yours = This is about reports, not about a person. You decide what it means. Nothing was sent.
pattern-gone = This pattern is no longer there. A report lapsed, or belongs to another pattern.

pattern-trait-vehicle = vehicle: { $value }
pattern-trait-vehicle_colour = colour of the vehicle: { $value }
pattern-trait-persons = people: { $value }
pattern-trait-signals = { $value }
pattern-trait-clothing = clothing: { $value }
pattern-trait-approach = approach: { $value }
pattern-trait-time_band = time: { $value }
pattern-hours = from { $first } to { $last } o’clock
pattern-vehicle-car = car
pattern-vehicle-van = van
pattern-vehicle-truck = truck
pattern-vehicle-motorcycle = motorcycle
pattern-vehicle-scooter = scooter
pattern-vehicle-bicycle = bicycle
pattern-vehicle-of-colour = { $colour } { $vehicle }
pattern-clothes = { $colours } clothing
colour-black = black
colour-white = white
colour-grey = grey
colour-red = red
colour-blue = blue
colour-green = green
colour-yellow = yellow
colour-brown = brown
colour-orange = orange
colour-beige = beige
colour-purple = purple
colour-gold = gold
colour-black-before = black
colour-white-before = white
colour-grey-before = grey
colour-red-before = red
colour-blue-before = blue
colour-green-before = green
colour-yellow-before = yellow
colour-brown-before = brown
colour-orange-before = orange
colour-beige-before = beige
colour-purple-before = purple
colour-gold-before = gold

pattern-alert = Make a notice of it
pattern-dismiss = Dismiss
pattern-ask-reason = <b>Why is this no pattern?</b>
pattern-reason-explained = There is an innocent explanation
pattern-reason-coincidence = It is a coincidence
pattern-reason-too_little = It is too little
pattern-reason-known = It is known and being dealt with
pattern-back = Back
pattern-dismissed = Dismissed. If another report joins it, you will see it again.
pattern-changed = Something changed just now. Below is how it stands.
too-late-pattern-dismissed = This pattern was dismissed already.

patterns-title = <b>Possible patterns</b>
patterns-none = There are no patterns now. When reports of three businesses look alike, you get a message.
patterns-line = <b>no. { $number }</b> · { $count } reports · { $places } · { $moment }
patterns-open = Open no. { $number }
not-allowed-see_patterns = Only the police can see patterns.
