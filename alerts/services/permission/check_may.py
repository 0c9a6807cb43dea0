"""Check permissions: whether a member may do something in a matter, by the stored roles."""

from datetime import datetime

from alerts.area import Place
from alerts.errors import NotAllowed, OutOfReach
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, Matter, may
from alerts.services.permission.locate_matter import located


async def check_may(uow: UnitOfWork, actor: Actor, action: Action, about: Matter | Place, now: datetime) -> None:
    """Raise NotAllowed when no role of the actor allows the action here: `outside-scope` if one allows it elsewhere,
    else the action."""
    if not may(actor.grants, action, await located(uow, about), now=now):
        raise NotAllowed(refused_as(actor, action, now))


def check_has(actor: Actor, action: Action, now: datetime) -> None:
    """Raise NotAllowed unless a role of the actor allows the action somewhere. Called before anything is looked up, so
    that the answer is the same whether it exists or not."""
    if not may(actor.grants, action, None, now=now):
        raise NotAllowed(action)


async def check_reach(uow: UnitOfWork, actor: Actor, action: Action, about: Matter | Place, now: datetime) -> None:
    """Raise OutOfReach when the actor may not do this to something named by its number; it does not tell that the thing
    exists."""
    if not may(actor.grants, action, await located(uow, about), now=now):
        raise OutOfReach("outside-scope")


def refused_as(actor: Actor, action: Action, now: datetime) -> str:
    """Return why an action is refused somewhere: `outside-scope`, or the action itself when no role of the actor allows
    it anywhere."""
    return "outside-scope" if may(actor.grants, action, None, now=now) else action


async def is_allowed(uow: UnitOfWork, member: MemberId, action: Action, about: Matter | Place, now: datetime) -> bool:
    """Whether a member may do this there, by a role of their own or as a deputy."""
    return may(await uow.roles.of_member(member), action, await located(uow, about), now=now)
