"""Use cases of effects: what was reported and robbed after a notice, told to its sender once."""
