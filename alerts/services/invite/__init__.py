"""Use cases of invitations: create, accept, revoke, lock out who guesses."""
