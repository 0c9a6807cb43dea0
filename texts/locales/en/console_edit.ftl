# What forms for texts share, and the question which municipality.

console-edit-now = Kept now: { $text }
console-which-municipality = Which municipality? Type its name, or a postcode there, such as 2903.
