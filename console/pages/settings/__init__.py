"""The settings of a municipality, for its administrators."""
