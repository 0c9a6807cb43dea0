"""Messages to people: the outbox, and the replies of handlers."""
