# De mogelijke patronen in de webomgeving.

console-patterns-title = Patronen
console-patterns-what = Meldingen van verschillende zaken die op elkaar lijken. Het programma stelt ze voor, jij beslist.
console-patterns-states = Open of afgewezen
console-patterns-open = Open
console-patterns-dismissed = Afgewezen
console-patterns-line = Nr. { $number }: { $count } meldingen, { $places }
console-patterns-none-open = Er zijn nu geen patronen. Lijken meldingen van drie zaken op elkaar, dan staan ze hier.
console-patterns-none-dismissed = Er zijn geen afgewezen patronen.
console-pattern-title = Mogelijk patroon nr. { $number }
console-pattern-back = Alle patronen
console-pattern-why = Komt overeen
console-pattern-why-elsewhere = Wat overeenkomt, staat in meldingen buiten je werkgebied.
console-pattern-misfits = Past niet
console-pattern-timeline = De meldingen op volgorde
console-pattern-report = Melding
console-pattern-when-where = Wanneer en waar
console-pattern-no-reason = Kies waarom dit geen patroon is.
