"""Advisory locks of PostgreSQL: pairs of numbers, the first of which is ours among other programs'."""

LOCKS = 0x57454553  # "WEES"; the second number is what is locked
WRITE, SCHEMA, LEADER = 1, 2, 3
OWNERS = LOCKS + 1  # the second number is the owner's
