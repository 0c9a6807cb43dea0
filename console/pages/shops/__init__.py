"""The shops of a coordinator's scope: who waits for verification, the search, one shop, and invitations."""
