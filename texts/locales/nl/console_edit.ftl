# Wat formulieren voor teksten gemeen hebben, en de vraag welke gemeente.

console-edit-now = Nu bewaard: { $text }
console-which-municipality = Welke gemeente? Typ de naam, of een postcode daar, zoals 2903.
