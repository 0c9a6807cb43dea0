"""Become a member: a person who is written down, with one address."""

from datetime import datetime

from alerts.member import Language, Member
from alerts.ports import UnitOfWork
from alerts.services.stop import restart


async def become_member(uow: UnitOfWork, channel: str, ref: str, *, language: Language, now: datetime) -> Member:
    """The member with this address; a new one in this language when there was none, and a stopped one goes on."""
    member = await uow.members.by_ref(channel, ref)
    if member is None:
        return await uow.members.add(channel=channel, ref=ref, language=language, now=now)
    return await restart(uow, member, now)
