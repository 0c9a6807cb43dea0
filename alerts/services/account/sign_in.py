"""Sign in by a passkey or at an identity provider, confirm by it in a session, and record what failed."""

from dataclasses import dataclass
from datetime import datetime

from alerts.account import Identity, Passkey, ProvedIdentity, Session, new_session_secret
from alerts.audit import PERSON, AuditEvent
from alerts.errors import NotFound
from alerts.invite import hashed
from alerts.ports import UnitOfWork
from alerts.services.limits.check_quota import check_sign_in_quota

SIGNED_IN, FAILED, CONFIRMED = "account.signed_in", "account.failed", "account.confirmed"
SIGNED_IN_AT_PROVIDER, CONFIRMED_AT_PROVIDER = "account.provider_signed_in", "account.provider_confirmed"
UNKNOWN = "account.unknown"


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


async def sign_in_at_provider(uow: UnitOfWork, proved: ProvedIdentity, now: datetime) -> Begun:
    """Begin a session for whoever has this identity. Raises NotFound for nobody's, LimitReached as `sign_in`."""
    identity = await uow.accounts.identity(proved.issuer, proved.subject)
    if identity is None:
        raise NotFound
    await check_sign_in_quota(uow, identity.member_id, now)
    return await begin_at_provider(uow, identity, proved, now)


async def begin_at_provider(uow: UnitOfWork, identity: Identity, proved: ProvedIdentity, now: datetime) -> Begun:
    """Begin a session with an identity that was just proved. It is as fresh as the proof, which may be hours old where
    the provider asked nothing again."""
    await uow.accounts.note_sign_in(identity.id, now)
    return await begin_session(uow, identity, now, min(proved.proved_at, now))


async def begin_session(
    uow: UnitOfWork, by: Passkey | Identity, now: datetime, fresh_at: datetime | None = None
) -> Begun:
    """Begin a session with a passkey that was just used or enrolled, or an identity. `fresh_at`: when its member proved
    who they are, by default now."""
    secret = new_session_secret()
    session = await uow.accounts.begin_session(hashed(secret), by, now, fresh_at)
    action = SIGNED_IN if isinstance(by, Passkey) else SIGNED_IN_AT_PROVIDER
    await uow.audit.append(AuditEvent(action, PERSON, by.member_id, by.member_id), now)
    return Begun(session, secret)


async def confirm(uow: UnitOfWork, session: Session, passkey: Passkey, answered: Answered, now: datetime) -> None:
    """Note that the passkey was used in this session. Raises LimitReached and Conflict as `sign_in`."""
    assert session.member_id == passkey.member_id, "the caller has looked"
    await check_sign_in_quota(uow, passkey.member_id, now)
    await _count(uow, passkey, answered, now)
    await uow.accounts.note_fresh(session.id, now)
    await uow.audit.append(AuditEvent(CONFIRMED, PERSON, session.member_id, session.member_id), now)


async def confirm_at_provider(uow: UnitOfWork, session: Session, proved: ProvedIdentity, now: datetime) -> None:
    """Note that the session's member proved to the provider once more who they are. Raises NotFound when it was
    somebody else, LimitReached as `sign_in`, Conflict when the session has ended."""
    identity = await uow.accounts.identity(proved.issuer, proved.subject)
    if identity is None or identity.member_id != session.member_id:
        raise NotFound
    await check_sign_in_quota(uow, identity.member_id, now)
    await uow.accounts.note_sign_in(identity.id, now)
    await uow.accounts.note_fresh(session.id, now, min(proved.proved_at, now))
    await uow.audit.append(AuditEvent(CONFIRMED_AT_PROVIDER, PERSON, session.member_id, session.member_id), now)


async def note_unknown(uow: UnitOfWork, now: datetime) -> None:
    """Record that a provider proved an identity that is nobody's here; who that was is not stored."""
    await uow.audit.append(AuditEvent(UNKNOWN, "account", 0, None), now)


async def note_failure(uow: UnitOfWork, passkey: Passkey | None, now: datetime) -> None:
    """Record that somebody failed to sign in or to confirm, with a known passkey or with none."""
    member = None if passkey is None else passkey.member_id
    entity = ("account", 0) if member is None else (PERSON, member)
    await uow.audit.append(AuditEvent(FAILED, *entity, member), now)


async def _count(uow: UnitOfWork, passkey: Passkey, answered: Answered, now: datetime) -> None:
    await uow.accounts.use_challenge(answered.challenge_hash, answered.expires_at, now)
    await uow.accounts.note_use(passkey.id, answered.sign_count, now)
