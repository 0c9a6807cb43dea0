# Texts of outcomes in the browser: what a reporter reads when a report closes.

not-allowed-word_outcomes = Only police with the whole municipality in their area change the text of an outcome.
console-texts-title = Texts of outcomes
console-texts-open = Open the texts
console-texts-of = Texts of outcomes in { $name }
console-texts-what = A reporter reads this below the message that the report is closed. Where there is no text of your own, the standard text holds.
console-texts-every = All kinds of reports
console-texts-own = own text
console-texts-standard = standard text
console-texts-as-every = text of all kinds
console-texts-lacks = not in { $language }
console-texts-back = All texts
console-texts-edit = Text of “{ $outcome }”
console-texts-about = { $kind }, { $municipality }
console-texts-how = Write briefly and in plain words. Name nobody, and give nobody’s details. Leave a field empty for the standard text.
console-texts-in = Text in { $language }
console-texts-else = If it is empty, the reporter reads: { $text }
console-texts-keep = Keep the text
console-texts-kept = Kept. The text holds for reports that close from now on.
console-texts-falls-back = There is no text of your own in { $language }. Whoever reads that language gets: { $text }
console-texts-changed = A colleague has just changed this text. Nothing was kept. Below is what is kept now; keep it again if what you typed is to hold.
console-texts-history = Earlier texts
console-texts-changed-by = Changed by: { $who }
console-texts-history-none = This text has not been changed yet.
console-texts-emptied = back to the standard text
console-texts-language-nl = Dutch
console-texts-language-en = English
