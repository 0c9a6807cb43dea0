"""Shares of the reports of one month: how many ended within 48 hours, and how many reporters were helped well, together
and by municipality, as they may be shown."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from alerts.figures import UNANSWERED, Figures, Nearly, numbers_of
from alerts.ids import MunicipalityId
from alerts.suppression import is_safe_below, is_small, suppress
from alerts.tally import TallyCount

STEP = 5  # percent, of what is shown: nobody can count by it
Share = int | Nearly | None


@dataclass(frozen=True, slots=True)
class AreaShares:
    """The shares of one municipality, in percent; None: not shown."""

    municipality: MunicipalityId
    in_time: int | None
    satisfied: int | None


@dataclass(frozen=True, slots=True)
class Shares:
    """The shares of a month in percent: how many of the reports ended within 48 hours, and by how many of the answers
    the reporter was helped well; and those of each municipality of which any is shown. None: not shown."""

    in_time: Share
    satisfied: Share
    areas: tuple[AreaShares, ...]


def shares_of(figures: Figures, counts: Iterable[TallyCount]) -> Shares:
    """Return the shares of the tallies of reports of which these are the figures.

    Who reads the figures too must not be able to calculate a number that is suppressed there. So a share is told only
    where both its parts could be told as numbers; and of an area only if the totals of all areas are known anyway.
    """
    told = list(counts)
    satisfied = _satisfied(figures, told)
    in_time = figures.in_time
    by_time = _by_area(told, lambda one: one.answered_in_time is True) if isinstance(in_time, int) else {}
    answered = [one for one in told if one.is_satisfied is not None]
    by_answer = _by_area(answered, lambda one: one.is_satisfied is True) if isinstance(satisfied, int) else {}
    shown = sorted(by_time.keys() | by_answer.keys())
    return Shares(
        _percent(in_time, (figures.table.total or 0) - in_time) if isinstance(in_time, int) else in_time,
        satisfied,
        tuple(AreaShares(area, by_time.get(area), by_answer.get(area)) for area in shown),
    )


def _satisfied(figures: Figures, counts: Sequence[TallyCount]) -> Share:
    """Return the share of the answers that are a yes. An unanswered report has no answer either, so whoever knows how
    many answers there are knows how many of these there are at most: nothing is told if anything followed from that."""
    yes = sum(one.count for one in counts if one.is_satisfied is True)
    no = sum(one.count for one in counts if one.is_satisfied is False)
    total = figures.table.total
    if total is None or is_small(yes + no):
        return None
    if not is_safe_below(numbers_of(counts), figures.table, UNANSWERED, max(total - yes - no, 0)):
        return None
    if is_small(yes):
        return Nearly.NONE
    return Nearly.ALL if is_small(no) else _percent(yes, no)


def _by_area(counts: Sequence[TallyCount], is_part: Callable[[TallyCount], bool]) -> Mapping[MunicipalityId, int]:
    """Return the share of each municipality of which both parts may be shown; nothing of a single one, of which the
    share is that of all."""
    parts, rest = Counter[MunicipalityId | None](), Counter[MunicipalityId | None]()
    for one in counts:
        (parts if is_part(one) else rest)[one.ground.municipality] += one.count
    areas = sorted(parts.keys() | rest.keys(), key=str)
    if len(areas) < 2:
        return {}
    *rows, totals = suppress([[parts[area], rest[area]] for area in areas]).numbers
    if None in totals:
        return {}
    told = {area: _percent(*row[:2]) for area, row in zip(areas, rows, strict=True) if None not in row[:2]}
    return {area: percent for area, percent in told.items() if area is not None}


def _percent(part: int | None, rest: int | None) -> int:
    """Return the share in steps, of two parts that are both not small: neither nothing nor all."""
    assert part is not None, "it may be shown"
    assert rest is not None, "it may be shown"
    total, steps = part + rest, 100 // STEP
    return STEP * min(max((2 * steps * part + total) // (2 * total), 1), steps - 1)
