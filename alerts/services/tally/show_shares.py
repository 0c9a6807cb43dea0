"""Show shares: how many reports in a coordinator's scope ended in time, and how many reporters were helped well."""

from dataclasses import dataclass
from datetime import date, datetime

from alerts.figures import figures_of
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor
from alerts.services.permission.check_may import check_has
from alerts.services.tally.find_tallies import Month, month_shown, reports_counted
from alerts.shares import AreaShares, Shares, shares_of


@dataclass(frozen=True, slots=True)
class MonthOfShares:
    """The shares of a month; `areas` are those of each municipality, with its name."""

    month: Month
    shares: Shares
    areas: tuple[tuple[str, AreaShares], ...]


async def show_shares(uow: UnitOfWork, actor: Actor, month: date | None, now: datetime) -> MonthOfShares:
    """Return the shares of the month with this first day; None, or a month that is not over, is the last one that is.
    Raises NotAllowed."""
    check_has(actor, Action.SEE_SHARES, now)
    shown = await month_shown(uow, month, now)
    counts = await reports_counted(uow, actor, Action.SEE_SHARES, shown, now)
    shares = shares_of(figures_of(shown.first, counts), counts)
    named = [((await uow.municipalities.get(one.municipality)).name or one.municipality, one) for one in shares.areas]
    return MonthOfShares(shown, shares, tuple(sorted(named, key=lambda one: one[0].casefold())))
