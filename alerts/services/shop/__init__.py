"""Use cases of a shop and its people: sign up, verify, move, join, leave."""
