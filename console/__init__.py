"""The console: the way in by a browser, with the same use cases, roles and record as the chat."""
