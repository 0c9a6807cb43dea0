"""Figures: what became of the reports of a month."""
