"""The forms for a municipality's settings."""
