"""Check that somebody may do something at a place, from the stored roles."""

from datetime import datetime

from alerts.area import Place
from alerts.errors import NotAllowed
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, may
from alerts.services.find_coordinators import municipality_of


async def check_may(uow: UnitOfWork, actor: Actor, action: Action, place: Place, now: datetime) -> None:
    """Raise NotAllowed: for good when no role of theirs allows it, `outside-scope` when none does so here."""
    municipality = await municipality_of(uow, place)
    if may(actor.grants, action, now=now, place=place, municipality=municipality):
        return
    raise NotAllowed("outside-scope" if may(actor.grants, action, now=now) else action)
