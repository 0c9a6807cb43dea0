"""Use cases of the MO register: what a reader finds in it."""
