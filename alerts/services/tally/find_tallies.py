"""Find tallies: those of one month that are over, in the scope of a coordinator."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from alerts.area import Place
from alerts.figures import last_whole_month, month_after
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, Matter, may
from alerts.tally import Ground, NoticeCount, TallyCount, TallySubject


@dataclass(frozen=True, slots=True)
class Month:
    """A month that is over, by its first day, and whether there may be figures of an earlier or a later one."""

    first: date
    has_earlier: bool
    has_later: bool

    @property
    def last(self) -> date:
        """Its last day."""
        return month_after(self.first) - timedelta(days=1)


async def month_shown(uow: UnitOfWork, month: date | None, now: datetime) -> Month:
    """Return the month with this first day; None, or a month that is not over, is the last one that is.

    Of a month that goes on there are no figures: two looks at it would differ by single reports.
    """
    last = last_whole_month(now, uow.tallies.zone)
    wanted = last if month is None else min(month, last)
    days = [await uow.tallies.first_day(subject) for subject in TallySubject]
    return Month(wanted, any(day is not None and day < wanted for day in days), wanted < last)


async def reports_counted(
    uow: UnitOfWork, actor: Actor, action: Action, month: Month, now: datetime
) -> Sequence[TallyCount]:
    """Return the tallies of reports where the actor may do the action."""
    counts = await uow.tallies.counts(TallySubject.REPORT, month.first, month.last)
    return [one for one in counts if _is_in_scope(actor, action, one.ground, now)]


async def notices_counted(
    uow: UnitOfWork, actor: Actor, action: Action, month: Month, now: datetime
) -> Sequence[NoticeCount]:
    """Return the tallies of notices where the actor may do the action."""
    counts = await uow.tallies.notice_counts(month.first, month.last)
    return [one for one in counts if _is_in_scope(actor, action, one.ground, now)]


def _is_in_scope(actor: Actor, action: Action, ground: Ground, now: datetime) -> bool:
    return may(actor.grants, action, _matter(ground), now=now)


def _matter(ground: Ground) -> Matter:
    """Return the matter by which it is decided whose figures a tally is in: its one municipality and group."""
    municipalities = frozenset() if ground.municipality is None else frozenset({ground.municipality})
    groups = frozenset() if ground.kvo_group_id is None else frozenset({ground.kvo_group_id})
    return Matter(Place(ground.pc4), municipalities, kvo_groups=groups)
