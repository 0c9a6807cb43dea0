"""Use cases of one member: join, choose, stop."""
