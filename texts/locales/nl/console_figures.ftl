# Cijfers in de browser.

console-figures-title = Cijfers
console-figures-of = Cijfers van { $month } { $year }
console-figures-months = Andere maanden
console-figures-table = Meldingen naar soort, en wat ervan werd
console-figures-kind = Soort
console-figures-together = Samen
console-figures-withheld = niet getoond
console-figures-bars = Meldingen naar soort
console-figures-hint = Waar een streepje staat, is het 0, 1 of 2, of je kunt er zo’n klein aantal mee uitrekenen.
console-figures-notices = Wees-alertberichten en tips
console-figures-notices-what = Verstuurd over deze maand in jouw werkgebied: { $number }. Elke lijst telt op tot dit aantal; wat te klein is om te tonen, staat er niet bij.
console-figures-notices-none = Over deze maand zijn er te weinig wees-alertberichten in jouw werkgebied om te tonen.
console-figures-by-kind = Naar soort
console-figures-by-outcome = Naar afloop
console-figures-by-branches = Naar branche
console-figures-shares = Op tijd, en goed geholpen
console-figures-areas = Per gemeente
console-figures-area = Gemeente
console-figures-in-time = Binnen 48 uur gesloten
console-figures-satisfied = Goed geholpen
