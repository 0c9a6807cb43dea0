"""Signing in at the identity provider: going there, and coming back."""
