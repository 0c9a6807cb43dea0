# Mogelijke patronen: meldingen die op elkaar lijken, voor de politie.

pattern-head = <b>Mogelijk patroon ({ $count })</b>
pattern-summary =
    { $days ->
        [one] Meldingen van { $shops } zaken, binnen { $distance } en op één dag.
       *[other] Meldingen van { $shops } zaken, binnen { $distance } en { $days } dagen.
    }
pattern-why = <b>Komt overeen</b>
pattern-told = { $what } ({ $count } van { $total })
pattern-misfits = <b>Past niet</b>
pattern-no-misfits = Er is niets dat niet past.
pattern-differs = { $what } ({ $numbers })
pattern-timeline = <b>Op volgorde</b>
pattern-line = { $moment } · { $place } · { $branch } · { $number }
pattern-earlier =
    { $count ->
        [one] Daarvoor nog 1 melding.
       *[other] Daarvoor nog { $count } meldingen.
    }
pattern-elsewhere =
    { $count ->
        [one] En 1 melding buiten je werkgebied. Die zie je hier niet.
       *[other] En { $count } meldingen buiten je werkgebied. Die zie je hier niet.
    }
pattern-was-open = Dit patroon was afgewezen ({ $reason }). Er kwam een melding bij.
pattern-was-dismissed = <b>Afgewezen:</b> { $reason }. Komt er een melding bij, dan zie je het patroon weer.
pattern-yours = Dit gaat over meldingen, niet over een persoon. Jij beslist wat het betekent. Er is niets verstuurd.
pattern-gone = Dit patroon is er niet meer. Een melding is vervallen, of hoort bij een ander patroon.

pattern-trait-vehicle = voertuig: { $value }
pattern-trait-vehicle_colour = kleur van het voertuig: { $value }
pattern-trait-persons = personen: { $value }
pattern-trait-signals = { $value }
pattern-trait-clothing = kleding: { $value }
pattern-trait-approach = aanpak: { $value }
pattern-trait-time_band = tijd: { $value }
pattern-hours = { $first } tot { $last } uur
pattern-vehicle-car = auto
pattern-vehicle-van = bestelbus
pattern-vehicle-truck = vrachtwagen
pattern-vehicle-motorcycle = motor
pattern-vehicle-scooter = scooter
pattern-vehicle-bicycle = fiets
pattern-vehicle-of-colour = { $colour } { $vehicle }
pattern-clothes = { $colours } kleding
colour-black = zwart
colour-white = wit
colour-grey = grijs
colour-red = rood
colour-blue = blauw
colour-green = groen
colour-yellow = geel
colour-brown = bruin
colour-orange = oranje
colour-beige = beige
colour-purple = paars
colour-gold = goud
colour-black-before = zwarte
colour-white-before = witte
colour-grey-before = grijze
colour-red-before = rode
colour-blue-before = blauwe
colour-green-before = groene
colour-yellow-before = gele
colour-brown-before = bruine
colour-orange-before = oranje
colour-beige-before = beige
colour-purple-before = paarse
colour-gold-before = goudkleurige

pattern-alert = Maak er een bericht van
pattern-dismiss = Afwijzen
pattern-ask-reason = <b>Waarom is dit geen patroon?</b>
pattern-reason-explained = Er is een onschuldige verklaring
pattern-reason-coincidence = Het is toeval
pattern-reason-too_little = Het is te weinig
pattern-reason-known = Het is al bekend en loopt al
pattern-back = Terug
pattern-dismissed = Afgewezen. Komt er een melding bij, dan zie je het weer.
pattern-changed = Er is net iets veranderd. Hieronder staat hoe het nu is.
too-late-pattern-dismissed = Dit patroon is al afgewezen.

patterns-title = <b>Mogelijke patronen</b>
patterns-none = Er zijn nu geen patronen. Lijken meldingen van drie zaken op elkaar, dan krijg je een bericht.
patterns-line = <b>nr. { $number }</b> · { $count } meldingen · { $places } · { $moment }
patterns-open = Open nr. { $number }
not-allowed-see_patterns = Patronen bekijken kan alleen de politie.
