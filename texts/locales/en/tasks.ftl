# Tasks of an incident: who does what, and by when.

menu-tasks = See your tasks and appointments
not-allowed-have_tasks = Only those at the police or the municipality who deal with incidents have tasks.
not-allowed-others-task = This task is a colleague's. Whoever has it or made it, the police and the city marshal can change it.
too-late-visited = This visit was noted already.
too-late-task-done = This task is done already.
rejected-task-owner = This colleague cannot get the task. Choose somebody else.
text-no-due-day = This day cannot be. Type a day from today on, within a year, such as Friday, in two weeks or 24-12.
text-no-incident = There is no incident with that number in your area. Look at the card of the incident.

task-nobody = nobody
task-no-place = unknown place
task-incident = { $number }, { $kind }, { $place }
task-due = by { $day }
task-due-today = today
task-due-late = <b>late</b>: { $day }
task-line = { $title } · { $due }
task-title = <b>{ $title }</b>
task-about = About { $incident }
task-owner = For: { $who } · { $due }
task-source-hand = Made by a colleague.
task-source-scan = From the security scan.
task-public-space = It is about the public space.
task-done-by = Done, by: { $who }. { $evidence }

tasks-head = <b>Your tasks</b>
tasks-none = You have no open tasks now.
tasks-more = { $count ->
    [one] And { $count } more task.
   *[other] And { $count } more tasks.
}
tasks-meetings = <b>Your appointments</b>
tasks-open = { $title }
tasks-new = New task
tasks-plan = New appointment
task-finish = Done
task-give = Give it to somebody else
task-back = ‹ My tasks
task-handed-over = Handed over. Your colleague is told.
task-finished = Done. Well done.

task-given = <b>A new task for you</b>
task-gone = <b>A colleague has this task now.</b> You need not do anything about it.
task-moved = <b>Your task has another date.</b>
task-done = <b>A task that you made is done.</b>
task-returned = <b>This task is yours now.</b> Whoever had it no longer has that role.
task-soon = <b>Nearly time: this task has to be done.</b>
task-late = <b>This task is late.</b> Finish it, or give it to somebody else.

form-task = the new task
form-task-done = finishing a task
form-task-give = handing over a task
task-ask-incident = <b>Which incident is the task about?</b> Tap, or type the number, such as I-2026-0001.
task-ask-no-incident = <b>Which incident is the task about?</b> There is no open incident in your area now. Type the number, such as I-2026-0001.
task-ask-title = <b>What has to be done?</b> Type it in one sentence, without names. For example: Have the camera at the back door checked.
task-ask-source = <b>Where does the task come from?</b>
task-source-choice-hand = My own idea
task-source-choice-scan = From the security scan
task-source-choice-space = From the scan: public space
task-ask-owner = <b>Who does it?</b> Tap a colleague. Is the one you want not there? Type the number.
task-ask-day = <b>By when must it be done?</b> Tap, or type a day, such as Friday, in two weeks or 24-12.
task-day-1 = Tomorrow
task-day-7 = In a week
task-day-14 = In two weeks
task-day-42 = In six weeks
task-ask-evidence = <b>Done: { $title }</b>
    How does that show? Type it in a few words, without names. For example: the camera hangs there and records.
task-ask-give = <b>To whom do you give this task?</b> { $title }
task-nobody-else = There is no other colleague who can get this task.

audit-task-made = made task { $about }
audit-task-given = gave task { $about } to somebody else
audit-task-moved = moved task { $about }
audit-task-done = finished task { $about }
audit-task-returned = returned task { $about }, as whoever had it no longer has that role
audit-meeting-planned = planned appointment { $about }
audit-meeting-moved = moved appointment { $about }
audit-meeting-cancelled = called off appointment { $about }
audit-meeting-answered = answered the invitation to appointment { $about }
audit-visit-planned = planned a prevention visit to business { $about }
audit-visit-made = made a prevention visit to business { $about }
