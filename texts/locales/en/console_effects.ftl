# What happened after a notice, on the page of the notice.

console-effect-title = What happened afterwards
console-effect-table = Numbers before and after the notice
console-effect-what = What
console-effect-before = Before
console-effect-after = After
console-effect-reported-here = Reconnaissance or suspicious situation, in the area
console-effect-reported-elsewhere = Reconnaissance or suspicious situation, elsewhere
console-effect-robbed-here = Robberies and attempts, in the area
console-effect-robbed-elsewhere = Robberies and attempts, elsewhere
