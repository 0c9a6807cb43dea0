# What happened after a notice, on the page of the notice.

console-effect-title = What happened afterwards
console-effect-table = Numbers before and after the notice
console-effect-what = What
console-effect-here = In the area
console-effect-elsewhere = Elsewhere
console-effect-before = Before
console-effect-after = After
console-effect-reported = Reconnaissance or suspicious situation
console-effect-robbed = Robberies and attempts
