"""Use cases below a notice that came: why it came, what a shop did, and the one reminder."""
