"""Use cases of places: the postcode table, and the settings of municipalities."""
