"""Use cases of KVO groups and their managers."""
