# Nazorg op de pagina van een incident.

console-aftercare-keeper = Wie ervoor zorgt: { $who }
console-aftercare-people = Wie doet mee
console-aftercare-steps = Stappen
console-aftercare-withdraw = Wil niet meer
console-aftercare-done = Gedaan
console-aftercare-none = Er is nog geen nazorg.
console-aftercare-open-how = Begin alleen met een ja van het slachtoffer.
console-aftercare-how = Hoe is het ja gegeven?
console-aftercare-whom = Wie zei ja? (niet als je het in de chat vraagt)
console-aftercare-open = Open nazorg
console-settings-days = Nazorg: na hoeveel dagen
console-settings-days-how = Geteld vanaf de overval; voegen, het gesprek met de officier en spreekrecht vanaf een aanhouding. Het geldt voor nazorg die hierna wordt geopend.
console-settings-days-keep = Bewaar de dagen
text-no-days = Dat is geen aantal dagen van 0 tot en met 183.
