"""Bind an identity at a provider to a member, by a one-time link, and remove it again."""

from datetime import datetime

from alerts.account import MOST_IDENTITIES, Identity, ProvedIdentity
from alerts.audit import PERSON, AuditEvent
from alerts.errors import LimitReached, Rejected
from alerts.ids import IdentityId, MemberId
from alerts.invite import hashed
from alerts.ports import UnitOfWork
from alerts.role import Actor
from alerts.services.account.enrol_passkey import find_link
from alerts.services.account.revoke_sessions import held_in_scope

BOUND, UNBOUND, UNBOUND_BY = "account.bound", "account.unbound", "account.unbound_by"


async def bind_by_link(uow: UnitOfWork, secret: str, proved: ProvedIdentity, now: datetime) -> Identity:
    """Use up the link and bind the identity to its member. Raises as `find_link`, and as `bind_identity`."""
    member = await find_link(uow, secret, now)
    await uow.accounts.use_link(hashed(secret), now)
    return await bind_identity(uow, member, proved, now)


async def bind_identity(uow: UnitOfWork, member: MemberId, proved: ProvedIdentity, now: datetime) -> Identity:
    """Bind an identity to this member, unless it is theirs already. Raises LimitReached, and Rejected when it is
    somebody else's."""
    known = await uow.accounts.identity(proved.issuer, proved.subject)
    if known is not None and known.member_id != member:
        raise Rejected("identity-taken")
    if known is not None:
        return known
    if len(await uow.accounts.identities_of(member)) >= MOST_IDENTITIES:
        raise LimitReached("identities", most=MOST_IDENTITIES)
    await uow.audit.append(AuditEvent(BOUND, PERSON, member, member), now)
    return await uow.accounts.add_identity(member, proved.issuer, proved.subject, now)


async def remove_identity(uow: UnitOfWork, member: MemberId, identity: IdentityId, now: datetime) -> None:
    """Remove one of the member's own identities, with its sessions. Raises NotFound."""
    await uow.accounts.remove_identity(member, identity)
    await uow.audit.append(AuditEvent(UNBOUND, PERSON, member, member), now)


async def remove_identities_of(uow: UnitOfWork, actor: Actor, member: MemberId, now: datetime) -> None:
    """Remove the identities of somebody whom this administrator looks after, with their sessions. Raises as
    `held_in_scope`."""
    held = await held_in_scope(uow, actor, member, now)
    removed = await uow.accounts.remove_identities(member)
    told: dict[str, str | int] = {"scope": str(held[0].scope), "identities": removed}
    await uow.audit.append(AuditEvent(UNBOUND_BY, PERSON, member, actor.member.id, told), now)
