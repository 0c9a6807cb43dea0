"""Use cases of duty: reading and keeping the roster, who is on duty for a report, and the calendar feed."""
