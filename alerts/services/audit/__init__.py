"""Use cases of the audit record: note refusals, read, verify, prune."""
