# The page with the cascade of a municipality.

console-cascade-title = Cascade
console-cascade-open = Show the cascade
console-cascade-of = Cascade in { $name }
console-cascade-how = This is how a robbery is told on once the police confirmed it. Whoever does not press Seen is reminded after half of the time. Then it is the deputy’s turn, and after as long again that of whoever waits for it. With 0 minutes it is a copy that nobody has to answer. What is under way does not change.
console-cascade-plan = This is the order of the plan.
console-cascade-own = This municipality has an order of its own.
console-cascade-row = Line { $number }
console-cascade-who = Who
console-cascade-nobody = Nobody
console-cascade-after = When
console-cascade-at-once = As soon as the police confirm
console-cascade-after-row = After line { $number }
console-cascade-minutes = Minutes until the deputy
console-cascade-p1 = Only for a P1
console-cascade-keep = Keep the order
console-cascade-to-plan = Back to the plan
console-cascade-changed = A colleague changed the cascade meanwhile. Nothing was kept. Check your lines and keep them once more.
