"""People and roles: who has which role, inviting, confirming, ending, sessions and lost passkeys."""
