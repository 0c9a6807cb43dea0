# De bron van een melding, alleen voor politie: aantallen, geen oordeel.

source-title = <b>Bron</b> (alleen voor politie)
source-verified = Zaak geverifieerd sinds { $day }.
source-unverified = Zaak niet geverifieerd.
source-earlier = Eerdere meldingen van deze melder: { $numbers }.
source-open = nog open { $count }
source-first = Geen eerdere meldingen van deze melder.
source-day = Op die dag deed deze melder { $count } meldingen.
