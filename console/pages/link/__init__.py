"""The page of a one-time link, which enrols a passkey."""
