"""Use cases of tallies: what is left to count of reports and notices, and the figures that are made of it."""
