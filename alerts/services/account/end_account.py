"""End a session, or remove a passkey with the sessions that began with it."""

from datetime import datetime

from alerts.audit import PERSON, AuditEvent
from alerts.ids import MemberId, PasskeyId, SessionId
from alerts.ports import UnitOfWork

SIGNED_OUT, REMOVED = "account.signed_out", "account.removed"


async def end_session(uow: UnitOfWork, member: MemberId, session: SessionId, now: datetime) -> None:
    """End one of the member's sessions. Raises NotFound."""
    await uow.accounts.end_session(member, session)
    await uow.audit.append(AuditEvent(SIGNED_OUT, PERSON, member, member), now)


async def remove_passkey(uow: UnitOfWork, member: MemberId, passkey: PasskeyId, now: datetime) -> None:
    """Remove one of the member's passkeys; after the last one only a new link helps. Raises NotFound."""
    await uow.accounts.remove_passkey(member, passkey)
    await uow.audit.append(AuditEvent(REMOVED, PERSON, member, member), now)
