"""The map: live notices, open reports and one's own ground, with a table of the same."""
