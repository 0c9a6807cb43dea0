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
console-settings-days = Aftercare: after how many days
console-settings-days-how = Counted from the robbery; joining, the talk with the prosecutor and the right to speak from an arrest. It holds for aftercare that is opened from now on.
console-settings-days-keep = Keep the days
text-no-days = That is no number of days from 0 to 183.
