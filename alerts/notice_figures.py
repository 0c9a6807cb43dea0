"""Figures of notices: what was sent in one month by kind, by outcome and by branch, as it may be shown."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from alerts.alert import IncidentKind
from alerts.branch import Branch
from alerts.suppression import is_small, suppress_list
from alerts.tally import NoticeCount, TallyOutcome

NOTICE_KINDS = tuple(IncidentKind)
OF_NOTICES = (TallyOutcome.SENT, TallyOutcome.ALL_CLEAR, TallyOutcome.RETRACTED)
SEVERAL, EVERY = "several", "every"  # the notices for several branches, and those for all
FOR_BRANCHES: tuple[str, ...] = (*Branch, SEVERAL, EVERY)
K = TypeVar("K", bound=Hashable)
Counts = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class NoticeFigures:
    """The notices about one month: how many by `NOTICE_KINDS`, by `OF_NOTICES` and by `FOR_BRANCHES`, each list adding
    up to the total. A number that is None is not shown, and no number is where the total is None."""

    total: int | None
    by_kind: Counts
    by_outcome: Counts
    by_branches: Counts


def notice_figures_of(counts: Iterable[NoticeCount]) -> NoticeFigures:
    """Return the figures of these tallies of notices, with small numbers and what would give them away suppressed.

    The lists have nothing in common but the total, so that nothing follows from one for another.
    """
    kinds, outcomes, branches = Counter[IncidentKind](), Counter[TallyOutcome](), Counter[str]()
    for one in counts:
        kinds[one.kind] += one.count
        outcomes[one.outcome] += one.count
        branches[_for(one.branches)] += one.count
    total = sum(kinds.values())
    return NoticeFigures(
        None if is_small(total) else total,
        _shown(NOTICE_KINDS, kinds),
        _shown(OF_NOTICES, outcomes),
        _shown(FOR_BRANCHES, branches),
    )


def _for(branches: frozenset[Branch]) -> str:
    """Return the entry of `FOR_BRANCHES` under which a notice for these branches is counted (none: for all)."""
    if not branches:
        return EVERY
    return next(iter(branches)).value if len(branches) == 1 else SEVERAL


def _shown(names: Sequence[K], counted: Counter[K]) -> Counts:
    return suppress_list([counted[name] for name in names])
