"""Sign in by a passkey, confirm by it in a session, and record what failed."""

from dataclasses import dataclass
from datetime import datetime

from alerts.account import Passkey, Session, new_session_secret
from alerts.audit import PERSON, AuditEvent
from alerts.invite import hashed
from alerts.ports import UnitOfWork
from alerts.services.limits.check_quota import check_sign_in_quota

SIGNED_IN, FAILED, CONFIRMED = "account.signed_in", "account.failed", "account.confirmed"


@dataclass(frozen=True, slots=True)
class Begun:
    """A session that just began, and the secret for the cookie."""

    session: Session
    secret: str


@dataclass(frozen=True, slots=True)
class Answered:
    """A challenge that a passkey answered: its hash, when it expires, and the passkey's counter after it."""

    challenge_hash: str
    expires_at: datetime
    sign_count: int


async def sign_in(uow: UnitOfWork, passkey: Passkey, answered: Answered, now: datetime) -> Begun:
    """Begin a session. Raises LimitReached after too many failures, Conflict when the challenge was answered before or
    the passkey was removed."""
    await check_sign_in_quota(uow, passkey.member_id, now)
    await _count(uow, passkey, answered, now)
    return await begin_session(uow, passkey, now)


async def begin_session(uow: UnitOfWork, passkey: Passkey, now: datetime) -> Begun:
    """Begin a session with a passkey that was just used or enrolled."""
    secret = new_session_secret()
    session = await uow.accounts.begin_session(hashed(secret), passkey, now)
    await uow.audit.append(AuditEvent(SIGNED_IN, PERSON, passkey.member_id, passkey.member_id), now)
    return Begun(session, secret)


async def confirm(uow: UnitOfWork, session: Session, passkey: Passkey, answered: Answered, now: datetime) -> None:
    """Note that the passkey was used in this session. Raises LimitReached and Conflict as `sign_in`."""
    assert session.member_id == passkey.member_id, "the caller has looked"
    await check_sign_in_quota(uow, passkey.member_id, now)
    await _count(uow, passkey, answered, now)
    await uow.accounts.note_fresh(session.id, now)
    await uow.audit.append(AuditEvent(CONFIRMED, PERSON, session.member_id, session.member_id), now)


async def note_failure(uow: UnitOfWork, passkey: Passkey | None, now: datetime) -> None:
    """Record that somebody failed to sign in or to confirm, with a known passkey or with none."""
    member = None if passkey is None else passkey.member_id
    entity = ("account", 0) if member is None else (PERSON, member)
    await uow.audit.append(AuditEvent(FAILED, *entity, member), now)


async def _count(uow: UnitOfWork, passkey: Passkey, answered: Answered, now: datetime) -> None:
    await uow.accounts.use_challenge(answered.challenge_hash, answered.expires_at, now)
    await uow.accounts.note_use(passkey.id, answered.sign_count, now)
