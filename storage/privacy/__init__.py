"""Personal data in SQL: exported, erased, and removed when past its time."""
