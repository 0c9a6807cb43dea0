"""Benchmarks: each is one command that prints JSON lines. They import the product, never the reverse."""
