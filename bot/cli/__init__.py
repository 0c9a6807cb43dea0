"""The command line. Nothing is imported here, so that `check-text` starts without the rest."""
