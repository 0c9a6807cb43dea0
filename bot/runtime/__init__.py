"""The running process: leadership, health, clock, and its HTTP ports."""
