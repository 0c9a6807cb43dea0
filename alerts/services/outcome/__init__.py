"""Use cases of what follows the end of a report: its outcome in words."""
