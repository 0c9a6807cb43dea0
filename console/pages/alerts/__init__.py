"""Running notices: what was sent, who got it, and what changes or stops it."""
