"""Sign in with a passkey, and sign out."""
