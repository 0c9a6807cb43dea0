"""The forms for roles."""
