"""Use cases of an alert: compose, submit, approve, publish, change, end, read."""
