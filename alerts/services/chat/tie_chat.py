"""Tie a chat to a KVO group, with a code that works once."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from alerts.audit import AuditEvent
from alerts.errors import Conflict, IllegalTransition, InvalidCode, NotAllowed, OutOfReach
from alerts.ids import KvoGroupId
from alerts.invite import hashed, new_secret
from alerts.kvo_group import KvoGroup
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, may
from alerts.services.chat.chat_trouble import try_chat_again
from alerts.services.group.find_groups import group_for

CODE_LASTS = timedelta(days=7)  # ours, as long as the link for a role


@dataclass(frozen=True, slots=True)
class TieCode:
    """A code that ties a chat to the group: `secret` is shown once and stored only as its hash."""

    group: KvoGroup
    secret: str
    expires_at: datetime


async def new_tie_code(uow: UnitOfWork, actor: Actor, group_id: KvoGroupId, now: datetime) -> TieCode:
    """Create a code for a group; an earlier one works no longer. Raises NotAllowed."""
    group = await group_for(uow, actor, Action.MANAGE_KVO_GROUP, group_id, now=now)
    code = TieCode(group, new_secret(), now + CODE_LASTS)
    await uow.kvo_groups.set_code(group.id, hashed(code.secret), code.expires_at)
    await uow.audit.append(AuditEvent("group.code", "kvo_group", group.id, actor.member.id), now)
    return code


async def tie_chat(
    uow: UnitOfWork, actor: Actor, secret: str, *, channel: str, ref: str, topic: int, now: datetime
) -> KvoGroup:
    """Tie this chat to the group of the code. Raises NotAllowed, InvalidCode, and IllegalTransition when the chat is
    another group's; all checks come before any change."""
    if not may(actor.grants, Action.MANAGE_KVO_GROUP, None, now=now):
        raise NotAllowed(Action.MANAGE_KVO_GROUP)  # tells nothing about the code
    found = await uow.kvo_groups.by_code(hashed(secret))
    if found is None:
        raise InvalidCode("unknown")
    group, expires_at = found
    try:
        await group_for(uow, actor, Action.MANAGE_KVO_GROUP, group.id, now=now)
    except OutOfReach as error:  # whoever finds a code elsewhere learns nothing by trying it
        raise InvalidCode("unknown") from error
    if now >= expires_at:
        raise InvalidCode("expired")
    try:
        await uow.kvo_groups.tie(group.id, channel=channel, ref=ref, topic=topic)
    except Conflict as error:
        raise IllegalTransition("chat-taken") from error
    await uow.kvo_groups.set_code(group.id, None, None)
    await uow.kvo_groups.mark_checked(group.id, lacks=frozenset(), join_link=None, at=None)
    await uow.audit.append(AuditEvent("group.tied", "kvo_group", group.id, actor.member.id), now)
    return await uow.kvo_groups.get(group.id)


async def choose_topic(uow: UnitOfWork, actor: Actor, *, channel: str, ref: str, topic: int, now: datetime) -> KvoGroup:
    """Send notices to this topic of the tied chat. Raises NotAllowed, and InvalidCode where no chat is tied."""
    if not may(actor.grants, Action.MANAGE_KVO_GROUP, None, now=now):
        raise NotAllowed(Action.MANAGE_KVO_GROUP)
    group = await uow.kvo_groups.by_chat(channel, ref)
    if group is None:
        raise InvalidCode("missing")
    await group_for(uow, actor, Action.MANAGE_KVO_GROUP, group.id, now=now)
    await uow.kvo_groups.tie(group.id, channel=channel, ref=ref, topic=topic)
    await try_chat_again(uow, group, now)
    await uow.audit.append(AuditEvent("group.topic", "kvo_group", group.id, actor.member.id), now)
    return await uow.kvo_groups.get(group.id)
