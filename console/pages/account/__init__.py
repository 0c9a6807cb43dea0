"""My account: passkeys and sessions."""
