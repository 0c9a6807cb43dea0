"""Handle the trouble of a group's chat that refuses messages: tell its managers why, and try again when it may be
mended."""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.ids import KvoGroupId
from alerts.kvo_group import ChatTrouble, KvoGroup
from alerts.ports import UnitOfWork
from alerts.services.group.find_managers import managers_to_tell
from alerts.services.tell import tell


async def note_trouble(uow: UnitOfWork, channel: str, ref: str, trouble: ChatTrouble, now: datetime) -> None:
    """Store why the chat refused a message; tell the group's managers and maker when the reason is new."""
    group = await uow.kvo_groups.by_chat(channel, ref)
    if group is None or group.trouble is trouble:
        return
    await uow.kvo_groups.set_trouble(group.id, trouble)
    await uow.audit.append(AuditEvent("group.chat_refused", "kvo_group", group.id, None, {"trouble": trouble}), now)
    await _tell(uow, group, "chat-refused", now)


async def topic_gone(uow: UnitOfWork, channel: str, ref: str, now: datetime) -> None:
    """Send notices to the chat itself after their topic was removed, and tell the group's managers."""
    group = await uow.kvo_groups.by_chat(channel, ref)
    await uow.kvo_groups.forget_topic(channel, ref)
    if group is not None and group.chat is not None and group.chat.topic:
        await _tell(uow, group, "chat-topic-gone", now)


async def chat_works(uow: UnitOfWork, group_id: KvoGroupId, now: datetime) -> None:
    """End the trouble of a chat in which a message arrived, release what waited for it and tell the managers."""
    group = await uow.kvo_groups.get(group_id)
    if group.trouble is None:
        return
    await try_chat_again(uow, group, now)
    await uow.audit.append(AuditEvent("group.chat_works", "kvo_group", group.id), now)
    await _tell(uow, group, "chat-works", now)


async def try_chat_again(uow: UnitOfWork, group: KvoGroup, now: datetime) -> None:
    """Make what waits for the chat due now, after a change there or on request."""
    await uow.kvo_groups.set_trouble(group.id, None)
    await uow.deliveries.release_refused(group.id, now)


async def _tell(uow: UnitOfWork, group: KvoGroup, view: str, now: datetime) -> None:
    notice = Notice(view, {"group": group.id})
    await tell(uow, await managers_to_tell(uow, group, now), notice, f"{view}:{group.id}:{now.isoformat()}", now)
