"""Use cases of aftercare: open a case, answer and stop, send what is due, call people, and close."""
