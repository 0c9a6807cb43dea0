# Het MO-register in de webomgeving.

console-mo-title = MO-register
console-mo-what = Hoe daders te werk gingen, in berichten en in overvallen die de politie heeft afgehandeld. Zonder namen en zonder zaken.
console-mo-place = Waar
console-mo-place-hint = 2903 of Rotterdam
console-mo-search = Zoeken
console-mo-back = ‹ MO-register
console-mo-measures = Wat hiertegen helpt
