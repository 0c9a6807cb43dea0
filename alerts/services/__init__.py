"""What happens: one verb phrase a module, each working inside the caller's unit of work."""
