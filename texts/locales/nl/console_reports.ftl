# De webomgeving: meldingen.

console-moment = { $day }, { $clock }
console-reports-title = Meldingen
console-reports-states = Stand van de meldingen
console-reports-received = Nieuw
console-reports-triage = Opgepakt
console-reports-closed = Gesloten
console-reports-by-kind = Soort
console-reports-by-branch = Branche van de zaak
console-reports-by-period = Gemeld
console-reports-any = Alles
console-reports-period-day = Laatste 24 uur
console-reports-period-week = Laatste 7 dagen
console-reports-period-month = Laatste 30 dagen
console-reports-show = Laat zien
console-reports-line = { $number }: { $kind }, { $place }
console-reports-unconfirmed = onbevestigd
console-reports-none-received = Er zijn geen nieuwe meldingen. Wat een collega oppakte, staat bij Opgepakt.
console-reports-none-triage = Er is niets opgepakt dat nog open is. Wat wacht, staat bij Nieuw.
console-reports-none-closed = Er zijn geen gesloten meldingen. Wat wacht, staat bij Nieuw.
console-reports-none-fit = Geen melding past bij je keuze. Kies een andere soort, branche of periode.
console-reports-onwards = De volgende meldingen

console-report-title = Melding { $number }
console-report-back = Alle meldingen
console-report-told = Wat er is gemeld
console-report-no-outcome = Kies eerst hoe het is afgelopen.
console-report-changed = Deze melding is net gewijzigd. Hieronder staat hoe het nu is. Er is niets veranderd door jou.
console-report-history = Wat ermee gebeurde
console-report-told-received = Gemeld
console-report-told-added = Aangevuld door wie het meldde
console-report-told-withdrawn = Teruggenomen door wie het meldde
console-report-step-taken = Opgepakt door: { $who }
console-report-step-drafted = Er wordt een bericht van gemaakt door: { $who }
console-report-step-reopened = Het bericht kwam er niet. De melding wacht weer, door: { $who }
console-report-step-closed = Gesloten door: { $who }
console-report-step-sent = Gesloten: het bericht is verstuurd
