"""Show figures: what became of the reports and notices in a coordinator's scope, month by month, with small numbers
suppressed."""

from dataclasses import dataclass
from datetime import date, datetime

from alerts.figures import Figures, figures_of
from alerts.notice_figures import NoticeFigures, notice_figures_of
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor
from alerts.services.permission.check_may import check_has
from alerts.services.tally.find_tallies import month_shown, notices_counted, reports_counted


@dataclass(frozen=True, slots=True)
class MonthOfFigures:
    """The figures of the reports and of the notices of a month."""

    figures: Figures
    notices: NoticeFigures


async def show_figures(uow: UnitOfWork, actor: Actor, month: date | None, now: datetime) -> MonthOfFigures:
    """Return the figures of the month with this first day; None, or a month that is not over, is the last one that is.
    Raises NotAllowed."""
    check_has(actor, Action.SEE_FIGURES, now)
    shown = await month_shown(uow, month, now)
    reports = await reports_counted(uow, actor, Action.SEE_FIGURES, shown, now)
    notices = notice_figures_of(await notices_counted(uow, actor, Action.SEE_FIGURES, shown, now))
    return MonthOfFigures(figures_of(shown.first, reports), notices)
