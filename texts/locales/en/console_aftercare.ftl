# Aftercare on the page of an incident.

console-aftercare-keeper = Who looks after it: { $who }
console-aftercare-people = Who takes part
console-aftercare-steps = Steps
console-aftercare-withdraw = Wants no more
console-aftercare-done = Done
console-aftercare-none = There is no aftercare yet.
console-aftercare-open-how = Begin only with a yes of the victim.
console-aftercare-how = How was the yes given?
console-aftercare-whom = Who said yes? (not when you ask in the chat)
console-aftercare-open = Open aftercare
