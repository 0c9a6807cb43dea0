"""The outbox in SQL: fan-out, the queue, claims, settling and counts."""
