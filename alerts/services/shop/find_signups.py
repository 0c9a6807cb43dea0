"""Find the sign-ups that wait for one person to verify them."""

from datetime import datetime

from alerts.ports import UnitOfWork
from alerts.premises import Premises
from alerts.role import Action, Actor, may
from alerts.services.permission.locate_matter import located, shop_matter


async def find_signups(uow: UnitOfWork, actor: Actor, now: datetime) -> list[Premises]:
    """Return the unverified shops in scope that have people, except the actor's own; oldest first."""
    found = []
    for premises in await uow.premises.unverified():
        matter = await located(uow, await shop_matter(uow, premises.place, premises.branch))
        if not may(actor.grants, Action.VERIFY_PREMISES, matter, now=now):
            continue
        people = {one.member_id for one in await uow.premises.members_of(premises.id)}
        if people and actor.member.id not in people:
            found.append(premises)
    return found
