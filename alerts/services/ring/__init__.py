"""Use cases of rings: what own data say about near repeats, measured once a night, and the ring after a robbery."""
