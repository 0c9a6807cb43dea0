"""The databases themselves: SQLite and PostgreSQL, transactions, drivers and leader election."""
