"""Show the overview of aftercare in a month, for the municipalities that somebody's scope holds whole."""

from datetime import date, datetime

from alerts.aftercare.overview import Overview, overview_of
from alerts.ids import MunicipalityId
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, municipality_scope
from alerts.services.scope.cover_scope import may_in_all_of

_READERS = (Action.SEE_SHARES, Action.READ_AFTERCARE)


async def show_overview(uow: UnitOfWork, actor: Actor, first: date, last: date, now: datetime) -> Overview:
    """Return the overview of the cases from the first day to the last.

    It is for whoever sees shares of reports or reads aftercare. What is of a municipality of which that holds in a part
    only is not counted, nor is what is of none.
    """
    counted, readable = [], dict[MunicipalityId, bool]()
    for tally in await uow.cases.tallies(first, last):
        which = tally.municipality
        if which is None:
            continue
        if which not in readable:
            name = (await uow.municipalities.get(which)).name
            scope = municipality_scope(which, name)
            readable[which] = any([await may_in_all_of(uow, actor, one, scope, now) for one in _READERS])
        if readable[which]:
            counted.append(tally)
    return overview_of(counted, first, last)
