"""Use cases of incidents: read, list, confirm, correct, refute and join them."""
