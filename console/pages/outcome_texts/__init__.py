"""Texts of outcomes: what a reporter reads when a report closes, in a municipality's own words."""
