"""Distances as they are stored: squared metres, and a number beyond all of them for 'not known'."""

from math import isqrt

from storage.tables import FARTHEST


def metres_of(distance_sq: int) -> int | None:
    """Whole metres, rounded down; None for FARTHEST."""
    return None if distance_sq == FARTHEST else isqrt(distance_sq)
