"""Use cases: each module is one verb phrase whose functions work inside the caller's unit of work."""
