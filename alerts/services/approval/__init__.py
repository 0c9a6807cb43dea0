"""Use cases of approval: ask, remind, and review afterwards what went out unseen by a colleague."""
