"""Find the neighbours of an incident with their prevention visits, each named as far as the reader may see shops."""

from dataclasses import dataclass
from datetime import datetime

from alerts.incident import Incident
from alerts.neighbour import ADJACENT_M, Neighbour, Visit, nearest
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor
from alerts.services.permission.reach import Reach
from alerts.services.task.find_tasks import with_joined


@dataclass(frozen=True, slots=True)
class SeenNeighbour:
    """A neighbour with its visit. `is_named`: the reader may see its name and address; others see the branch only."""

    neighbour: Neighbour
    visit: Visit
    is_named: bool


async def find_neighbours(uow: UnitOfWork, actor: Actor, incident: Incident, now: datetime) -> list[SeenNeighbour]:
    """Return the shops around the place of an incident, nearest first; none where no point is known. The caller has
    checked the scope."""
    if incident.place.point is None:
        return []
    shops = await uow.premises.around(incident.place.point, ADJACENT_M)
    visits = {one.premises_id: one for one in await uow.visits.of_incidents(await with_joined(uow, incident))}
    reach = Reach(uow, actor, Action.VERIFY_PREMISES, now)
    return [
        SeenNeighbour(
            one,
            visits.get(one.premises.id) or Visit(incident.id, one.premises.id),
            await reach.covers_shop(one.premises.place, one.premises.branch),
        )
        for one in nearest(shops, incident.place.point, incident.premises_id)
    ]
