"""Ring: after a robbery the distance and the days within which shops of alike branches may expect another one.

It comes from the robberies and attempts that were dealt with, where a Knox test on them finds near repeats; else it is
an assumption, and says so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from alerts.branch import Branch
from alerts.near_repeat.knox import PERMUTATIONS, Cell, KnoxTable, knox_table
from alerts.point import Point
from alerts.suppression import is_small

LEAST_INCIDENTS = 30  # fewer say nothing
ASSUMED_KM, ASSUMED_DAYS = 1, 14  # ours, until own data say otherwise
DISTANCES_KM = (1, 2, 3, 5, 10)  # choices of a notice's reach; PC4s lie a kilometre or more apart
SPANS_DAYS = (7, 14, 21, 28)
LEAST_RATIO = 1.2  # ours: a fifth more than by chance; with many incidents less would be significant too
ALPHA = 0.05
SEED = 1964


class Basis(StrEnum):
    """Where a ring comes from: own data; or an assumption, as there are too few incidents, or no near repeats among
    them."""

    OWN_DATA = "own_data"
    TOO_FEW = "too_few"
    NO_REPEATS = "no_repeats"


@dataclass(frozen=True, slots=True)
class Incident:
    """A robbery or an attempt that was dealt with: its PC4 with the point of that, its day, and the branches known."""

    pc4: str
    point: Point
    day: date
    branches: frozenset[Branch]


@dataclass(frozen=True, slots=True)
class Finding:
    """What own data say about robberies of some branches: the kilometres, the days, and how that is known.

    `incidents` is how many were compared. From own data: the pairs of them within the kilometres and days, how many
    times as many as by chance, and the p of the test.
    """

    basis: Basis
    km: int
    days: int
    incidents: int
    pairs: int = 0
    ratio: float = 0.0
    p: float = 1.0


ASSUMED = Finding(Basis.TOO_FEW, ASSUMED_KM, ASSUMED_DAYS, incidents=0)
"""What is proposed before anything was measured."""


@dataclass(frozen=True, slots=True)
class Ring:
    """A proposal after a robbery: shops of these branches (none: all) within so many kilometres, for so many days from
    the robbery on, so until a moment."""

    branches: frozenset[Branch]
    finding: Finding
    until: datetime


def measure(incidents: Iterable[Incident], *, permutations: int = PERMUTATIONS) -> Finding:
    """Return what these incidents say. It takes up to seconds for thousands of them."""
    apart = one_a_day(incidents)
    if len(apart) < LEAST_INCIDENTS:
        return _assumed(Basis.TOO_FEW, len(apart))
    events = [(one.point, one.day.toordinal()) for one in apart]
    edges = [1_000 * km for km in DISTANCES_KM]
    return ring_of(knox_table(events, edges, SPANS_DAYS, permutations=permutations, seed=SEED), len(apart))


def one_a_day(incidents: Iterable[Incident]) -> list[Incident]:
    """Return one incident for each PC4 and day: two reports of one robbery are no near repeat."""
    return list({(one.pc4, one.day): one for one in incidents}.values())


def ring_of(table: KnoxTable, incidents: int) -> Finding:
    """Return the ring of a table by `DISTANCES_KM` and `SPANS_DAYS`.

    The nearest and soonest band is tested first, and only if it has near repeats the next ones: of the days at the
    nearest distance, and of the distances in the first days. Each of the two goes on until a band fails, at half the
    level, so that in one of twenty data sets without near repeats at most any are found.
    """
    if not _has_repeats(table.band(0, 0), ALPHA):
        return _assumed(Basis.NO_REPEATS, incidents)
    row = _last([table.band(row, 0) for row in range(1, len(DISTANCES_KM))])
    column = _last([table.band(0, column) for column in range(1, len(SPANS_DAYS))])
    cell = table.within(row, column)
    km, days = DISTANCES_KM[row], SPANS_DAYS[column]
    return Finding(Basis.OWN_DATA, km, days, incidents, cell.pairs, round(cell.ratio, 2), cell.p)


def _last(further: Sequence[Cell]) -> int:
    """Return up to which band there are near repeats without a gap; 0 for the first one only."""
    failing = (number for number, cell in enumerate(further) if not _has_repeats(cell, ALPHA / 2))
    return next(failing, len(further))


def _has_repeats(cell: Cell, level: float) -> bool:
    return cell.p <= level and cell.ratio >= LEAST_RATIO and not is_small(cell.pairs)


def _assumed(basis: Basis, incidents: int) -> Finding:
    return Finding(basis, ASSUMED_KM, ASSUMED_DAYS, incidents)
