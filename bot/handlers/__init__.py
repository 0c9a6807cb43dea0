"""Handlers for updates: one module per subject, each with `handlers()`; `routes.py` is the table of contents."""
