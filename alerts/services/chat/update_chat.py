"""Keep a group's chat up to date: its settings, a move to another address, and the bot's removal."""

from datetime import datetime, timedelta

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.ids import KvoGroupId
from alerts.kvo_group import ChatSetting, KvoGroup
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor
from alerts.services.chat.chat_trouble import try_chat_again
from alerts.services.group.find_groups import group_for
from alerts.services.group.find_managers import managers_to_tell
from alerts.services.tell import tell

TOO_OLD = timedelta(days=1)  # the platform does not report every change of settings


async def learn_settings(
    uow: UnitOfWork,
    group_id: KvoGroupId,
    *,
    seen_in: str,
    lacks: frozenset[ChatSetting],
    join_link: str | None,
    now: datetime,
) -> None:
    """Store what the chat lacks now; tell the group's managers and maker about what it had at the last check and lacks
    now. Ignored when `seen_in` is not the chat that the group has now."""
    group = await uow.kvo_groups.get(group_id)
    if group.chat is None or not group.is_tied or group.chat.ref != seen_in:
        return
    await uow.kvo_groups.mark_checked(group_id, lacks=lacks, join_link=join_link, at=now)
    if group.checked_at is not None and lacks - group.lacks:
        notice = Notice("chat-lacks", {"group": group_id})
        await tell(
            uow, await managers_to_tell(uow, group, now), notice, f"chat-lacks:{group_id}:{now.isoformat()}", now
        )


async def look_again(uow: UnitOfWork, group: KvoGroup, now: datetime) -> None:
    """Make the last check of the chat's settings out of date, as something about the chat has changed."""
    await uow.kvo_groups.mark_checked(group.id, lacks=group.lacks, join_link=group.join_link, at=now - TOO_OLD)


async def check_anew(uow: UnitOfWork, actor: Actor, group_id: KvoGroupId, now: datetime) -> None:
    """Have the chat's settings checked at the next occasion, and try at once what waits for it, as a manager of the
    group asks. Raises as `group_for`."""
    group = await group_for(uow, actor, Action.MANAGE_KVO_GROUP, group_id, now=now)
    await try_chat_again(uow, group, now)
    await uow.kvo_groups.mark_checked(group.id, lacks=group.lacks, join_link=group.join_link, at=None)


async def lose_chat(uow: UnitOfWork, channel: str, ref: str, now: datetime) -> None:
    """Deactivate an address that cannot be written to, untie the group that it belonged to and tell its managers."""
    group = await uow.kvo_groups.by_chat(channel, ref)
    if group is None:
        await uow.members.set_active(channel, ref, active=False, now=now)
        return
    await uow.kvo_groups.untie(group.id, now)
    await uow.kvo_groups.mark_checked(group.id, lacks=frozenset(), join_link=None, at=None)
    await uow.audit.append(AuditEvent("group.lost_chat", "kvo_group", group.id), now)
    notice = Notice("chat-lost", {"group": group.id})
    await tell(uow, await managers_to_tell(uow, group, now), notice, f"chat-lost:{group.id}:{now.isoformat()}", now)


async def move_chat(uow: UnitOfWork, channel: str, old_ref: str, new_ref: str, now: datetime) -> KvoGroup | None:
    """Give the group the new address of its chat, which became a supergroup: without a topic, settings to be checked
    again.

    Returns None when no group was tied there, or it was moved before: Telegram reports a move in several ways.
    """
    group = await uow.kvo_groups.by_chat(channel, old_ref)
    await uow.members.migrate(channel, old_ref, new_ref)
    if group is None:
        return None
    if await uow.kvo_groups.by_chat(channel, old_ref) is not None:  # another group has the new address already
        await lose_chat(uow, channel, old_ref, now)
        return None
    await uow.kvo_groups.tie(group.id, channel=channel, ref=new_ref, topic=0)
    await uow.kvo_groups.mark_checked(
        group.id, lacks=frozenset(), join_link=None, at=now - TOO_OLD
    )  # all that lacks is told
    await uow.audit.append(AuditEvent("group.moved_chat", "kvo_group", group.id), now)
    return await uow.kvo_groups.get(group.id)
