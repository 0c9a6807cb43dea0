# Searching in the browser.

console-search = Go
console-search-label = Search Wees Alert
console-search-hint = Number, postcode or business
console-search-title = Search
console-search-found = This fits “{ $typed }”. Choose what you mean.
console-search-nothing = Nothing found for “{ $typed }”. Is what you typed right?
console-search-how = Type the number of a notice (2026-0012, or 12 for this year) or of a report (M-2026-0003, or m3), a postcode, the beginning of a business’s name, or a word, line of business or month of a notice. You find only what you may see.
console-search-alerts = Notices
console-search-all-shops = All businesses that fit
