"""Figures (cijfers): what became of the reports of one month, as they may be shown."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, auto
from zoneinfo import ZoneInfo

from alerts.alert import IncidentKind
from alerts.suppression import FEWEST, PublishedTable, is_safe_below, is_small, suppress
from alerts.tally import OF_REPORTS, TallyCount, TallyOutcome

KINDS = (
    *(IncidentKind.ROBBERY, IncidentKind.ROBBERY_ATTEMPT, IncidentKind.STREET_ROBBERY, IncidentKind.ROBBERY_DELIVERY),
    *(IncidentKind.RAM_RAID, IncidentKind.ATM_BLAST),
    *(IncidentKind.RECONNAISSANCE, IncidentKind.SUSPICIOUS_SITUATION),
)
_MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])", re.ASCII)
UNANSWERED = len(KINDS), OF_REPORTS.index(TallyOutcome.UNANSWERED)  # the total of that column


class Nearly(Enum):
    """A part of all reports of which the rest, or the part itself, is too small to be shown: 0, 1 or 2."""

    ALL = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True)
class Figures:
    """The closed reports about one month, by kind and outcome (the rows `KINDS`, the columns `OF_REPORTS`, and totals).

    `month` is its first day. `in_time`: of how many of all reports who reported knew within 48 hours what became of it;
    None: not shown.
    """

    month: date
    table: PublishedTable
    in_time: int | Nearly | None


def figures_of(month: date, counts: Iterable[TallyCount]) -> Figures:
    """Return the figures of these tallies of reports, with small numbers and what would give them away suppressed."""
    told = list(counts)
    numbers, in_time = numbers_of(told), sum(one.count for one in told if one.answered_in_time)
    table = suppress(numbers)
    return Figures(month, table, _in_time(numbers, table, in_time))


def numbers_of(counts: Iterable[TallyCount]) -> list[list[int]]:
    """Return how many tallies there are of each kind (`KINDS`) and outcome (`OF_REPORTS`)."""
    counted: Counter[tuple[IncidentKind, TallyOutcome]] = Counter()
    for one in counts:
        counted[one.kind, one.outcome] += one.count
    return [[counted[kind, outcome] for outcome in OF_REPORTS] for kind in KINDS]


def _in_time(numbers: list[list[int]], table: PublishedTable, in_time: int) -> int | Nearly | None:
    """Return what may be shown of how many were in time. The unanswered ones are all among the rest, so whoever knows
    the rest knows how many these are at most: it is not shown if anything could be calculated by that."""
    if table.total is None:
        return None
    if is_small(in_time):
        return Nearly.NONE
    late = table.total - in_time
    if not is_safe_below(numbers, table, UNANSWERED, FEWEST - 1 if is_small(late) else late):
        return None
    return Nearly.ALL if is_small(late) else in_time


def read_month(text: str) -> date | None:
    """Return the first day of a month written as `2026-01`; None for anything else."""
    match = _MONTH.fullmatch(text)
    return None if match is None else date(int(match[1]), int(match[2]), 1)


def last_whole_month(now: datetime, zone: ZoneInfo) -> date:
    """Return the first day of the last local month that is over."""
    return month_before(now.astimezone(zone).date())


def month_before(day: date) -> date:
    """Return the first day of the month before that of this day."""
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


def month_after(day: date) -> date:
    """Return the first day of the month after that of this day."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)
