"""Notices: rendered when they are sent, so that they show the present state."""
