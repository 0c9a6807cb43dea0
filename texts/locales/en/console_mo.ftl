# The MO register in the console.

console-mo-title = MO register
console-mo-what = How offenders worked, in notices and in robberies that the police dealt with. Without names and without businesses.
console-mo-place = Where
console-mo-place-hint = 2903 or Rotterdam
console-mo-search = Search
console-mo-back = ‹ MO register
console-mo-measures = What helps against this
