"""Use cases of measures: the table as it was changed, and who changes it."""
