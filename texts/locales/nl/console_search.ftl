# Zoeken in de browser.

console-search = Zoek
console-search-label = Zoek in Wees Alert
console-search-hint = Nummer, postcode of zaak
console-search-title = Zoeken
console-search-found = Dit past bij “{ $typed }”. Kies wat je bedoelt.
console-search-nothing = Niets gevonden voor “{ $typed }”. Klopt het wat je typte?
console-search-how = Typ het nummer van een bericht (2026-0012, of 12 voor dit jaar) of van een melding (M-2026-0003, of m3), een postcode, het begin van de naam van een zaak, of een woord, branche of maand van een bericht. Je vindt alleen wat jij mag zien.
console-search-alerts = Berichten
console-search-all-shops = Alle zaken die passen
