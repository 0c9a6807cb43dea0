"""Share one's own duties as a calendar feed, behind a secret link of which only the hash is stored."""

import secrets
from datetime import datetime

from alerts.audit import AuditEvent
from alerts.duty_roster import Duty, Roster
from alerts.ids import MemberId
from alerts.invite import hashed
from alerts.ports import UnitOfWork
from alerts.role import Actor, may
from alerts.services.duty.read_roster import READS, own_duties
from alerts.services.permission.check_may import check_has

_SECRET_BYTES = 24


async def make_feed(uow: UnitOfWork, actor: Actor, now: datetime) -> str:
    """Make the secret of the coordinator's feed; an earlier one ends. Raises NotAllowed."""
    check_has(actor, READS, now)
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    await uow.rosters.set_feed(actor.member.id, hashed(secret), now)
    await _record(uow, "feed_made", actor, now)
    return secret


async def end_feed(uow: UnitOfWork, actor: Actor, now: datetime) -> None:
    """End the coordinator's feed; harmless when there is none."""
    if await uow.rosters.feed_since(actor.member.id) is not None:
        await uow.rosters.remove_feed(actor.member.id)
        await _record(uow, "feed_ended", actor, now)


async def open_feed(uow: UnitOfWork, secret: str, now: datetime) -> tuple[MemberId, list[tuple[Roster, Duty]]] | None:
    """Return whose feed this is and their own duties, with the roster of each; None for a secret that does not count,
    and when its member no longer deals with reports anywhere."""
    member = await uow.rosters.feed(hashed(secret))
    if member is None or not may(await uow.roles.of_member(member), READS, None, now=now):
        return None
    return member, await own_duties(uow, member, now)


async def _record(uow: UnitOfWork, step: str, actor: Actor, now: datetime) -> None:
    await uow.audit.append(AuditEvent(f"roster.{step}", "roster", 0, actor.member.id), now)
