"""Use cases of a report: submit, show, take, close, link to an alert."""
