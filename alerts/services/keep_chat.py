"""Keep a group's chat: what is learned of its settings, that it moved, that the bot is not in it any more."""

from datetime import datetime, timedelta

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.ids import KvoGroupId
from alerts.kvo_group import ChatSetting, KvoGroup
from alerts.ports import UnitOfWork
from alerts.services.group_managers import who_is_told
from alerts.services.tell import tell

TOO_OLD = timedelta(days=1)  # settings of which the platform tells nothing change as well


async def learn_settings(
    uow: UnitOfWork,
    group_id: KvoGroupId,
    *,
    seen_in: str,
    lacks: frozenset[ChatSetting],
    join_link: str | None,
    now: datetime,
) -> None:
    """What the chat lacks now. Its managers and maker hear it when that is something that it had when it was last
    looked at. What was seen in another chat than it has now counts for nothing."""
    group = await uow.kvo_groups.get(group_id)
    if group.chat is None or not group.is_tied or group.chat.ref != seen_in:
        return
    await uow.kvo_groups.looked(group_id, lacks=lacks, join_link=join_link, at=now)
    if group.checked_at is not None and lacks - group.lacks:
        notice = Notice("chat-lacks", {"group": group_id})
        await tell(uow, await who_is_told(uow, group, now), notice, f"chat-lacks:{group_id}:{now.isoformat()}", now)


async def look_again(uow: UnitOfWork, group: KvoGroup, now: datetime) -> None:
    """Something about its chat has changed: what was seen there is too old."""
    await uow.kvo_groups.looked(group.id, lacks=group.lacks, join_link=group.join_link, at=now - TOO_OLD)


async def lose_chat(uow: UnitOfWork, channel: str, ref: str, now: datetime) -> None:
    """Nobody can be written to there: the address is inactive, and who manages a group that it belonged to hears it."""
    group = await uow.kvo_groups.by_chat(channel, ref)
    if group is None:
        await uow.members.set_active(channel, ref, active=False, now=now)
        return
    await uow.kvo_groups.untie(group.id, now)
    await uow.kvo_groups.looked(group.id, lacks=frozenset(), join_link=None, at=None)
    await uow.audit.append(AuditEvent("group.lost_chat", "kvo_group", group.id), now)
    notice = Notice("chat-lost", {"group": group.id})
    await tell(uow, await who_is_told(uow, group, now), notice, f"chat-lost:{group.id}:{now.isoformat()}", now)


async def move_chat(uow: UnitOfWork, channel: str, old_ref: str, new_ref: str, now: datetime) -> KvoGroup | None:
    """The chat became a supergroup with another address, without topics yet and with settings to be looked at again.

    None when nothing was tied there, or it was moved before: Telegram tells it in several ways.
    """
    group = await uow.kvo_groups.by_chat(channel, old_ref)
    await uow.members.migrate(channel, old_ref, new_ref)
    if group is None:
        return None
    if await uow.kvo_groups.by_chat(channel, old_ref) is not None:  # the new address was there already, for another
        await lose_chat(uow, channel, old_ref, now)
        return None
    await uow.kvo_groups.tie(group.id, channel=channel, ref=new_ref, topic=0)
    await uow.kvo_groups.looked(group.id, lacks=frozenset(), join_link=None, at=now - TOO_OLD)  # all that lacks is told
    await uow.audit.append(AuditEvent("group.moved_chat", "kvo_group", group.id), now)
    return await uow.kvo_groups.get(group.id)
