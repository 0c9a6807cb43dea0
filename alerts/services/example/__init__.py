"""Use cases of example texts: which a drafter can begin a notice with."""
