"""Jobs: the work that is done at set times, and not because somebody wrote."""
