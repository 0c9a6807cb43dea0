# Cijfers: wat er van meldingen werd, per maand, zonder kleine aantallen.

menu-stats = Bekijk de cijfers per maand
not-allowed-see_figures = Cijfers bekijken kan alleen de politie of een stadsmarinier.
figures-title = <b>Cijfers van { $month } { $year }</b>
figures-what = Gesloten meldingen in jouw werkgebied, en wat ervan werd.
figures-row = <b>{ $name }: { $number }</b>
figures-row-open = <b>{ $name }</b>
figures-outcome = { $outcome } { $number }
figures-total = Alle meldingen
figures-in-time = Binnen 48 uur wist de melder wat ervan werd: { $part } van { $total } ({ $percent }%).
figures-in-time-all = Binnen 48 uur wist de melder wat ervan werd: bij bijna alle meldingen, hooguit 2 niet.
figures-in-time-none = Binnen 48 uur wist de melder wat ervan werd: bij hooguit 2 meldingen.
figures-hint = Wat er niet staat, is 0, 1 of 2, of je kunt er zo’n klein aantal mee uitrekenen.
figures-none = Over deze maand zijn er te weinig gesloten meldingen in jouw werkgebied om te tonen.
figures-earlier = ‹ Maand eerder
figures-later = Maand later ›
outcome-unanswered = niet opgepakt
figures-notices = <b>Wees-alertberichten en tips: { $number }</b>
figures-notices-kind = Soort: { $numbers }
figures-notices-outcome = Afloop: { $numbers }
figures-notices-branches = Voor: { $numbers }
figures-notice-sent = verstuurd
figures-notice-all_clear = afgesloten met ‘veilig’
figures-notice-retracted = ingetrokken
figures-branches-several = Meer branches samen
