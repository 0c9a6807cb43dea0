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
