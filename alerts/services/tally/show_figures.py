"""Show figures: what became of the reports in a coordinator's scope, month by month, with small numbers suppressed."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from alerts.area import Place
from alerts.figures import Figures, figures_of, last_whole_month, month_after
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, Matter, may
from alerts.services.permission.check_may import check_has
from alerts.tally import Ground, TallySubject


@dataclass(frozen=True, slots=True)
class MonthOfFigures:
    """The figures of a month, and whether there may be some of an earlier or a later one."""

    figures: Figures
    has_earlier: bool
    has_later: bool


async def show_figures(uow: UnitOfWork, actor: Actor, month: date | None, now: datetime) -> MonthOfFigures:
    """Return the figures of the month with this first day; None, or a month that is not over, is the last one that is.

    Of a month that goes on there are none: two looks at it would differ by single reports. Raises NotAllowed.
    """
    check_has(actor, Action.SEE_FIGURES, now)
    last = last_whole_month(now, uow.tallies.zone)
    wanted = last if month is None else min(month, last)
    until = month_after(wanted) - timedelta(days=1)
    counts = await uow.tallies.counts(TallySubject.REPORT, wanted, until)
    in_scope = [one for one in counts if may(actor.grants, Action.SEE_FIGURES, _matter(one.ground), now=now)]
    first = await uow.tallies.first_day(TallySubject.REPORT)
    has_earlier = first is not None and first < wanted
    return MonthOfFigures(figures_of(wanted, in_scope), has_earlier, wanted < last)


def _matter(ground: Ground) -> Matter:
    """Return the matter by which it is decided whose figures a tally is in: its one municipality and group."""
    municipalities = frozenset() if ground.municipality is None else frozenset({ground.municipality})
    groups = frozenset() if ground.kvo_group_id is None else frozenset({ground.kvo_group_id})
    return Matter(Place(ground.pc4), municipalities, kvo_groups=groups)
