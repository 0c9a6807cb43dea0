# Taken van een incident: wie wat doet, en voor wanneer.

menu-tasks = Bekijk je taken en afspraken
not-allowed-have_tasks = Taken heeft alleen wie bij politie of gemeente over incidenten gaat.
not-allowed-others-task = Deze taak is van een collega. Wie de taak heeft of maakte, de politie en de stadsmarinier kunnen haar wijzigen.
too-late-visited = Dit bezoek is al genoteerd.
too-late-task-done = Deze taak is al klaar.
rejected-task-owner = Deze collega kan de taak niet krijgen. Kies iemand anders.
text-no-due-day = Deze dag kan niet. Typ een dag vanaf vandaag, binnen een jaar, zoals vrijdag, over twee weken of 24-12.
text-no-incident = Er is in jouw gebied geen incident met dat nummer. Kijk op de kaart van het incident.

task-nobody = niemand
task-no-place = onbekende plek
task-incident = { $number }, { $kind }, { $place }
task-due = vóór of op { $day }
task-due-today = vandaag
task-due-late = <b>te laat</b>: { $day }
task-line = { $title } · { $due }
task-title = <b>{ $title }</b>
task-about = Bij { $incident }
task-owner = Voor: { $who } · { $due }
task-source-hand = Door een collega gemaakt.
task-source-scan = Uit de veiligheidsscan.
task-public-space = Gaat over de openbare ruimte.
task-done-by = Klaar, door: { $who }. { $evidence }

tasks-head = <b>Jouw taken</b>
tasks-none = Je hebt nu geen open taken.
tasks-more = { $count ->
    [one] En nog { $count } taak.
   *[other] En nog { $count } taken.
}
tasks-meetings = <b>Jouw afspraken</b>
tasks-open = { $title }
tasks-new = Nieuwe taak
tasks-plan = Nieuwe afspraak
task-finish = Klaar
task-give = Geef aan een ander
task-back = ‹ Mijn taken
task-handed-over = Overgedragen. Je collega hoort het.
task-finished = Klaar. Mooi zo.

task-given = <b>Nieuwe taak voor jou</b>
task-gone = <b>Deze taak heeft nu een collega.</b> Jij hoeft er niets meer mee.
task-moved = <b>Je taak heeft een andere datum.</b>
task-done = <b>Een taak die jij maakte, is klaar.</b>
task-returned = <b>Deze taak is nu van jou.</b> Wie haar had, heeft die rol niet meer.
task-soon = <b>Bijna zover: deze taak moet af.</b>
task-late = <b>Deze taak is te laat.</b> Rond haar af, of geef haar aan een ander.

form-task = de nieuwe taak
form-task-done = het afronden van een taak
form-task-give = het overdragen van een taak
task-ask-incident = <b>Bij welk incident hoort de taak?</b> Tik, of typ het nummer, zoals I-2026-0001.
task-ask-no-incident = <b>Bij welk incident hoort de taak?</b> Er staat nu geen open incident in jouw gebied. Typ het nummer, zoals I-2026-0001.
task-ask-title = <b>Wat moet er gebeuren?</b> Typ het in één zin, zonder namen. Bijvoorbeeld: Laat de camera bij de achterdeur nakijken.
task-ask-source = <b>Waar komt de taak vandaan?</b>
task-source-choice-hand = Zelf bedacht
task-source-choice-scan = Uit de veiligheidsscan
task-source-choice-space = Uit de scan: openbare ruimte
task-ask-owner = <b>Wie doet het?</b> Tik op een collega. Staat hij er niet bij, typ dan zijn nummer.
task-ask-day = <b>Wanneer moet het af zijn?</b> Tik, of typ een dag, zoals vrijdag, over twee weken of 24-12.
task-day-1 = Morgen
task-day-7 = Over een week
task-day-14 = Over twee weken
task-day-42 = Over zes weken
task-ask-evidence = <b>Klaar: { $title }</b>
    Waaraan zie je dat? Typ het in een paar woorden, zonder namen. Bijvoorbeeld: de camera hangt en neemt op.
task-ask-give = <b>Aan wie geef je deze taak?</b> { $title }
task-nobody-else = Er is geen andere collega die deze taak kan krijgen.

audit-task-made = maakte taak { $about }
audit-task-given = gaf taak { $about } aan iemand anders
audit-task-moved = verzette taak { $about }
audit-task-done = rondde taak { $about } af
audit-task-returned = gaf taak { $about } terug, omdat wie haar had die rol niet meer heeft
audit-meeting-planned = plande afspraak { $about }
audit-meeting-moved = verzette afspraak { $about }
audit-meeting-cancelled = zegde afspraak { $about } af
audit-meeting-answered = antwoordde op de uitnodiging voor afspraak { $about }
audit-visit-planned = plande een preventiebezoek aan zaak { $about }
audit-visit-made = bracht een preventiebezoek aan zaak { $about }
