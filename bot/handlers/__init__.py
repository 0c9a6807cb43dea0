"""What the bot reacts to: one module per subject, each with `handlers()`; `routes.py` is the table of contents."""
