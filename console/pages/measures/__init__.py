"""Measures: the table of a branch, and the forms that change it."""
