# Wat er gebeurde na een bericht, op de pagina van het bericht.

console-effect-title = Wat er daarna gebeurde
console-effect-table = Aantallen voor en na het bericht
console-effect-what = Wat
console-effect-here = In het gebied
console-effect-elsewhere = Elders
console-effect-before = Ervoor
console-effect-after = Erna
console-effect-reported = Voorverkenning of verdachte situatie
console-effect-robbed = Overvallen en pogingen
