"""Use cases of neighbours: the shops near an incident, and the prevention visits that they get."""
