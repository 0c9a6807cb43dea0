# Figures in the browser.

console-figures-title = Figures
console-figures-of = Figures of { $month } { $year }
console-figures-months = Other months
console-figures-table = Reports by kind, and what became of them
console-figures-kind = Kind
console-figures-together = Together
console-figures-withheld = not shown
console-figures-bars = Reports by kind
console-figures-hint = Where there is a dash, it is 0, 1 or 2, or such a small number could be calculated from it.
