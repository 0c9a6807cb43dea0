# Wat er gebeurde na een bericht, op de pagina van het bericht.

console-effect-title = Wat er daarna gebeurde
console-effect-table = Aantallen voor en na het bericht
console-effect-what = Wat
console-effect-before = Ervoor
console-effect-after = Erna
console-effect-reported-here = Voorverkenning of verdachte situatie, in het gebied
console-effect-reported-elsewhere = Voorverkenning of verdachte situatie, elders
console-effect-robbed-here = Overvallen en pogingen, in het gebied
console-effect-robbed-elsewhere = Overvallen en pogingen, elders
