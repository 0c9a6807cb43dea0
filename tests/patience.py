"""How long a test waits for what has to happen: a machine that is busy is no failure, only what never ends is one."""

PATIENCE = 60.0  # seconds
