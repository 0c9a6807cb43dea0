# What happened after a notice: numbers for its sender, thirty days later.

effect-head = <b>What happened after notice { $number }</b>
effect-days = From { $first } until { $last }, beside the { $days } days before your notice. Elsewhere means: the same branches, outside the area of your notice, in the same weeks.
effect-reported = <b>Reconnaissance or suspicious situation reported</b>
effect-robbed = <b>Robberies and attempts</b>
effect-here = In the area: { $after } (before { $before })
effect-elsewhere = Elsewhere: { $after } (before { $before })
effect-few = fewer than 3
effect-caveat = These are numbers, no proof that the notice worked. A notice goes out because something is going on, and who reads a notice reports more.
effect-hint = Only reports that were dealt with count. Where it says “fewer than 3”, it is 0, 1 or 2.
