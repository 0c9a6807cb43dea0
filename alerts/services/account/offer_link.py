"""Offer a one-time link to the console, to somebody who holds a role."""

from datetime import datetime

from alerts.audit import PERSON, AuditEvent
from alerts.errors import NotAllowed
from alerts.invite import hashed, new_secret
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.services.limits.check_quota import check_console_link_quota

LINKED = "account.linked"


async def offer_own_link(uow: UnitOfWork, member: Member, now: datetime) -> str:
    """Make a link by which this member enrols a passkey; return its secret. An earlier link works no longer.

    Raises NotAllowed without a role, and LimitReached.
    """
    if not any(one.is_active(now) for one in await uow.roles.of_member(member.id)):
        raise NotAllowed("console")
    await check_console_link_quota(uow, member.id, now)
    secret = new_secret()
    await uow.accounts.add_link(hashed(secret), member.id, member.id, now)
    await uow.audit.append(AuditEvent(LINKED, PERSON, member.id, member.id), now)
    return secret
