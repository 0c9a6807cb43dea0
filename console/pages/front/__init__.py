"""The front page, which is the same for everybody."""
