"""Use cases of permissions: who may do what in a matter, and which municipalities and groups a matter lies in."""
