"""Revoke the sessions of somebody else, as their administrator."""

from datetime import datetime

from alerts.audit import PERSON, AuditEvent
from alerts.errors import NotFound
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, Grant
from alerts.services.permission.check_may import check_has
from alerts.services.role.end_role import roles_in_scope

REVOKED = "account.revoked"


async def held_in_scope(uow: UnitOfWork, actor: Actor, member: MemberId, now: datetime) -> list[Grant]:
    """Return the active roles of this member, or those of which they are the deputy, that this administrator looks
    after. Raises NotAllowed, and NotFound for none: who is out of scope is like nobody."""
    check_has(actor, Action.ADMINISTER, now)
    held = [one for one in await roles_in_scope(uow, actor, now) if one.is_of(member)]
    if not held:
        raise NotFound
    return held


async def revoke_sessions(uow: UnitOfWork, actor: Actor, member: MemberId, now: datetime) -> int:
    """End all sessions of this member; return how many. Raises as `held_in_scope`."""
    held = await held_in_scope(uow, actor, member, now)
    ended = await uow.accounts.end_sessions(member)
    told: dict[str, str | int] = {"scope": str(held[0].scope), "sessions": ended}
    await uow.audit.append(AuditEvent(REVOKED, PERSON, member, actor.member.id, told), now)
    return ended
