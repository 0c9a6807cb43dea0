# The console: reports.

console-moment = { $day }, { $clock }
console-reports-title = Reports
console-reports-states = State of the reports
console-reports-received = New
console-reports-triage = Taken
console-reports-closed = Closed
console-reports-by-kind = Kind
console-reports-by-branch = Line of business
console-reports-by-period = Reported
console-reports-any = All
console-reports-period-day = Last 24 hours
console-reports-period-week = Last 7 days
console-reports-period-month = Last 30 days
console-reports-show = Show
console-reports-line = { $number }: { $kind }, { $place }
console-reports-unconfirmed = unconfirmed
console-reports-none-received = There are no new reports. What a colleague took is under Taken.
console-reports-none-triage = Nothing that was taken is still open. What waits is under New.
console-reports-none-closed = There are no closed reports. What waits is under New.
console-reports-none-fit = No report fits your choice. Choose another kind, line of business or period.
console-reports-onwards = The next reports

console-report-title = Report { $number }
console-report-back = All reports
console-report-told = What was reported
console-report-no-outcome = First choose how it ended.
console-report-changed = This report has just changed. Below you see how it is now. You changed nothing.
console-report-history = What became of it
console-report-told-received = Reported
console-report-told-added = Added to by the reporter
console-report-told-withdrawn = Taken back by the reporter
console-report-step-taken = Taken by: { $who }
console-report-step-drafted = A notice is being made of it by: { $who }
console-report-step-reopened = The notice was dropped. The report waits again, by: { $who }
console-report-step-closed = Closed by: { $who }
console-report-step-sent = Closed: the notice was sent
