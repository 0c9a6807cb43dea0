# The ring after a robbery: which businesses should be extra careful now, and for how long.

ring-proposal = <b>Ring, a proposal:</b> { $branches }, within { $km } km of this place, for { $days } days (until { $until }).
ring-own-data = From own data: of { $incidents } robberies and attempts, { $pairs } pairs were this close to each other, in distance and in days. That is { $ratio } times as often as by chance (p = { $p }).
ring-too-few = <b>This is an assumption.</b> There are not yet { $least } robberies and attempts that were dealt with to calculate with.
ring-no-repeats = <b>This is an assumption.</b> { $incidents } robberies and attempts were compared. Among them, another one does not follow nearby and soon more often than by chance.
ring-places = A ring is about places, never about persons, and makes no difference between businesses.
report-ring = Notice with this ring
too-late-ring-over = This report has no ring any more.
