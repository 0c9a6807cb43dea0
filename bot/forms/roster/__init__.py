"""Forms of the duty roster: a new shift, and a change of one on a day."""
