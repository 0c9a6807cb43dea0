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
