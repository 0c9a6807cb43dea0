"""The record: who did what to what, filtered, as a file, and whether it is whole."""
