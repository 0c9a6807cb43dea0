"""Check that somebody may do something in a matter, from the stored roles."""

from datetime import datetime

from alerts.area import Place
from alerts.errors import NotAllowed
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, Matter, may
from alerts.services.find_coordinators import located


async def check_may(uow: UnitOfWork, actor: Actor, action: Action, about: Matter | Place, now: datetime) -> None:
    """Raise NotAllowed: for good when no role of theirs allows it, `outside-scope` when none does so here."""
    if may(actor.grants, action, await located(uow, about), now=now):
        return
    raise NotAllowed("outside-scope" if may(actor.grants, action, None, now=now) else action)


async def is_allowed(uow: UnitOfWork, member: MemberId, action: Action, about: Matter | Place, now: datetime) -> bool:
    """Whether somebody who is not here may do it there, by a role of their own or as a deputy."""
    return may(await uow.roles.of_member(member), action, await located(uow, about), now=now)
