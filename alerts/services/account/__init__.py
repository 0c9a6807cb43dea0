"""Use cases of accounts in the console: offer a link, enrol a passkey, sign in, end what was begun."""
