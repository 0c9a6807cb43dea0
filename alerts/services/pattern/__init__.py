"""Use cases of a pattern: find it among reports, show it to police, dismiss it."""
