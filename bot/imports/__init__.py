"""Imports: reads the files that an operator imports."""
