"""Enter the console from the chat's own app: the chat says who somebody is, and the session reads and drafts only."""

from dataclasses import dataclass
from datetime import datetime

from alerts.account import new_session_secret
from alerts.audit import PERSON, AuditEvent
from alerts.errors import NotFound
from alerts.invite import hashed
from alerts.ports import UnitOfWork
from alerts.services.account.sign_in import Begun

ENTERED = "account.entered"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a chat said and proved: who opened its app, as the chat knows them, the hash of what it said, and until when
    that would count again."""

    channel: str
    ref: str
    proof_hash: str
    expires_at: datetime


async def enter_from_chat(uow: UnitOfWork, entry: Entry, now: datetime) -> Begun:
    """Begin a session for the member whom the chat names. Raises NotFound for somebody unknown or without a role, and
    Conflict when what the chat said was used before."""
    member = await uow.members.by_ref(entry.channel, entry.ref)
    if member is None or not any(one.is_active(now) for one in await uow.roles.of_member(member.id)):
        raise NotFound
    await uow.accounts.use_challenge(entry.proof_hash, entry.expires_at, now)
    secret = new_session_secret()
    session = await uow.accounts.begin_from_chat(hashed(secret), member.id, now)
    await uow.audit.append(AuditEvent(ENTERED, PERSON, member.id, member.id), now)
    return Begun(session, secret)
