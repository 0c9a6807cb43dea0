"""The time that a test waits for an event: long enough that a busy machine does not fail it."""

PATIENCE = 60.0  # seconds
