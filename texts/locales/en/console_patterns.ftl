# Possible patterns in the console.

console-patterns-title = Patterns
console-patterns-what = Reports of different businesses that look alike. The program proposes them, you decide.
console-patterns-states = Open or dismissed
console-patterns-open = Open
console-patterns-dismissed = Dismissed
console-patterns-line = No. { $number }: { $count } reports, { $places }
console-patterns-none-open = There are no patterns now. When reports of three businesses look alike, they will be here.
console-patterns-none-dismissed = There are no dismissed patterns.
console-pattern-title = Possible pattern no. { $number }
console-pattern-back = All patterns
console-pattern-why = In common
console-pattern-why-elsewhere = What they have in common is in reports outside your area.
console-pattern-misfits = Does not fit
console-pattern-timeline = The reports in order
console-pattern-report = Report
console-pattern-when-where = When and where
console-pattern-no-reason = Choose why this is no pattern.
