"""Use cases of prevention tips for a KVO group or a branch."""
