"""Use cases of accounts in the console: offer a link, enrol a passkey or bind an identity, sign in, end what was
begun."""
