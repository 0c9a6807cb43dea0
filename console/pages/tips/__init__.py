"""Tips that are held back: stopped or let go by the same use cases as in the chat."""
