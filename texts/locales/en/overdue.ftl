# Reports that wait too long: the reminder, and taking one over from a colleague.

reports-overdue = <b>These reports have waited for more than 48 hours.</b> The reporters do not know yet what became of them.
reports-overdue-own = <b>Taken by you:</b>
reports-overdue-free = <b>Taken by nobody:</b>
reports-overdue-offered = <b>Taken by a colleague; you can take them over:</b>
reports-overdue-line = { $number } · { $kind } · { $place } · open for { $age }
reports-overdue-more = { $count ->
    [one] And { $count } more report. Type /reports.
   *[other] And { $count } more reports. Type /reports.
}
reports-overdue-none = No report waits too long any more. A colleague was there before you.
report-over = Take over
report-taken-over = Report <b>{ $number }</b>, which you had taken, was taken over by: { $who }. You need do nothing more about it.
console-report-overdue = This report has waited too long. If you take it over, your colleague hears that.
console-today-overdue = { $count ->
    [one] { $count } report has waited for more than 48 hours; it was made { $duration } ago.
   *[other] { $count } reports have waited for more than 48 hours; the oldest { $duration }.
}
