"""Aftercare: what people of a shop are sent in the three months after a robbery, and who looks after it."""
