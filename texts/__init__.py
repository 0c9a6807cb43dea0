"""The texts that people read, whichever way they come in, and words for times, distances and roles."""
