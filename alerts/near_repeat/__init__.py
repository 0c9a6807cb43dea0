"""Near repeats: whether robberies follow each other in place and time, by a Knox test, and the ring that follows from
it.

Only places and days go in. What comes out is a distance and a number of days, the same for every shop of a branch:
never a shop or a person, and no ranking of them.
"""
