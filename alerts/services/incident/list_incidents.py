"""List the incidents that somebody may read, the newest first."""

from dataclasses import dataclass
from datetime import datetime

from alerts.ids import IncidentId
from alerts.incident import Incident, IncidentFilter
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, may
from alerts.services.permission.check_may import check_has
from alerts.services.permission.reach import Reach

PAGE = 50
_LOOKED_AT = 10  # pages that are examined for one page, where many lie outside a scope that its PC4s only begin to tell


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """Incidents, newest first; `after` is where the next page goes on, None on the last page."""

    incidents: tuple[Incident, ...]
    after: IncidentId | None


async def list_incidents(
    uow: UnitOfWork,
    actor: Actor,
    wanted: IncidentFilter,
    now: datetime,
    *,
    after: IncidentId | None = None,
    limit: int = PAGE,
) -> IncidentPage:
    """Return a page of the incidents that fit the filter and that this person may read. Raises NotAllowed."""
    check_has(actor, Action.READ_INCIDENTS, now)
    scopes = [one.scope for one in actor.grants if may([one], Action.READ_INCIDENTS, None, now=now)]
    reach = Reach(uow, actor, Action.READ_INCIDENTS, now)
    shown: list[Incident] = []
    for _ in range(_LOOKED_AT):
        found = await uow.incidents.page(wanted, scopes, after=after, limit=limit + 1)
        for incident in found:
            if len(shown) == limit:
                return IncidentPage(tuple(shown), after)
            after = incident.id
            if await reach.covers_place(incident.place):
                shown.append(incident)
        if len(found) <= limit:
            return IncidentPage(tuple(shown), None)
    return IncidentPage(tuple(shown), after)
