"""Drill (oefening): a notice that practises. It is one from its first draft to its end; nothing real becomes one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median_low

WITHIN_MINUTES = (1, 5, 15, 60)
BEGINS = (3, 9)  # months in which a half year for drills begins: not in the holidays, nor in the dark months
PERIOD_DAYS = 183


@dataclass(frozen=True, slots=True)
class Reactions:
    """How fast people read a drill that so many got: by minutes how many did within them, and the seconds that half of
    those who read it took at most (None: nobody read it)."""

    sent: int
    within: tuple[tuple[int, int], ...]
    half_s: int | None


def reactions_of(seconds: Sequence[int], sent: int) -> Reactions:
    """Return the reactions to a drill from the seconds that each reader took."""
    within = tuple((most, sum(1 for one in seconds if one <= most * 60)) for most in WITHIN_MINUTES)
    return Reactions(sent, within, median_low(seconds) if seconds else None)


def period_of(day: date) -> str:
    """Return the half year of a day, as `2026-09`: by the month in which it began."""
    begun = [month for month in BEGINS if month <= day.month]
    return f"{day.year}-{begun[-1]:02d}" if begun else f"{day.year - 1}-{BEGINS[-1]:02d}"
