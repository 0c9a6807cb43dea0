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
console-figures-notices = Notices and tips
console-figures-notices-what = Sent about this month in your area: { $number }. Each list adds up to this number; what is too small to be shown is left out.
console-figures-notices-none = Too few notices about this month were sent in your area to show them.
console-figures-by-kind = By kind
console-figures-by-outcome = By what became of them
console-figures-by-branches = By branch
console-figures-shares = In time, and helped well
console-figures-areas = By municipality
console-figures-area = Municipality
console-figures-in-time = Closed within 48 hours
console-figures-satisfied = Helped well
