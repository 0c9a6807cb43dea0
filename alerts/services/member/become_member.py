"""Become a member: store a person with one address."""

from datetime import datetime

from alerts.member import Language, Member
from alerts.ports import UnitOfWork
from alerts.services.member.stop import restart


async def become_member(uow: UnitOfWork, channel: str, ref: str, *, language: Language, now: datetime) -> Member:
    """Return the member with this address, restarted if stopped; add one in this language when there is none."""
    member = await uow.members.by_ref(channel, ref)
    if member is None:
        return await uow.members.add(channel=channel, ref=ref, language=language, now=now)
    return await restart(uow, member, now)
