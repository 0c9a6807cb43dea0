"""Use cases of personal data: erase, export, remove when past its time."""
