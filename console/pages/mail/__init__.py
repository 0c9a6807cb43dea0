"""Stopping mail by the link in it."""
