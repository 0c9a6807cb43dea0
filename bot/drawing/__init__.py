"""Pictures: what is to be drawn as plain values, and the worker process that draws it."""
