"""Enrol a passkey: the first by a one-time link, further ones in a session."""

from datetime import datetime

from alerts.account import MOST_PASSKEYS, NewPasskey, Passkey
from alerts.audit import PERSON, AuditEvent
from alerts.errors import LimitReached, NotFound
from alerts.ids import MemberId
from alerts.invite import hashed
from alerts.ports import UnitOfWork

ENROLLED = "account.enrolled"


async def find_link(uow: UnitOfWork, secret: str, now: datetime) -> MemberId:
    """Return for whom the link is. Raises NotFound when it does not work, or its member has no role any more."""
    member = await uow.accounts.link(hashed(secret), now)
    if member is None or not await _has_role(uow, member, now):
        raise NotFound
    return member


async def enrol_by_link(uow: UnitOfWork, secret: str, passkey: NewPasskey, now: datetime) -> Passkey:
    """Use up the link and store the passkey of its member. Raises as `find_link`, LimitReached and Conflict."""
    member = await find_link(uow, secret, now)
    await uow.accounts.use_link(hashed(secret), now)
    return await enrol_passkey(uow, member, passkey, now)


async def enrol_passkey(uow: UnitOfWork, member: MemberId, passkey: NewPasskey, now: datetime) -> Passkey:
    """Store one more passkey of this member. Raises LimitReached, and Conflict when somebody has it already."""
    if len(await uow.accounts.passkeys_of(member)) >= MOST_PASSKEYS:
        raise LimitReached("passkeys", most=MOST_PASSKEYS)
    await uow.accounts.add_passkey(member, passkey, now)
    await uow.audit.append(AuditEvent(ENROLLED, PERSON, member, member), now)
    stored = await uow.accounts.passkey(passkey.credential_id)
    assert stored is not None, "it was just stored"
    return stored


async def _has_role(uow: UnitOfWork, member: MemberId, now: datetime) -> bool:
    return any(one.is_active(now) for one in await uow.roles.of_member(member))
