"""The duty roster: the weeks, the shifts on a day, and the calendar feed."""
