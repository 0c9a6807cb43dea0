"""The check of group chats: asks Telegram how a chat is set up, stores the result, and reports it."""

from collections.abc import Mapping
from typing import Protocol
from zoneinfo import ZoneInfo

from alerts.clock import Clock
from alerts.errors import DeliveryError, Migrated, RecipientGone
from alerts.kvo_group import ChatSetting, KvoGroup
from alerts.member import Language
from alerts.ports import Storage
from alerts.role import Actor
from alerts.services.chat.update_chat import TOO_OLD, learn_settings, lose_chat, move_chat
from bot.conversation.message import Message
from bot.conversation.replies import CheckChat, Shown
from bot.logs import logger
from bot.render.kvo_group import chat_standing, group_card
from texts.phrases import Phrases

log = logger()


class ChatMessenger(Protocol):
    """Asks the chat platform how a group chat is set up."""

    async def chat_settings(self, ref: str) -> frozenset[ChatSetting]:
        """Return the settings that the chat lacks; empty when all is well. Raises DeliveryError."""

    async def new_join_link(self, ref: str) -> str:
        """Create a link through which people ask to join the chat. Raises DeliveryError."""


class ChatCheck:
    """Checks the settings of group chats. Requests are made between transactions, never inside one."""

    def __init__(
        self,
        *,
        messenger: ChatMessenger,
        storage: Storage,
        texts: Mapping[Language, Phrases],
        clock: Clock,
        zone: ZoneInfo,
    ) -> None:
        self._messenger = messenger
        self._storage = storage
        self._texts = texts
        self._clock = clock
        self._zone = zone

    async def check_due_chats(self) -> None:
        """Check every chat that was not checked for a day."""
        async with self._storage.reading() as uow:
            due = await uow.kvo_groups.due_for_check(self._clock.now() - TOO_OLD)
        for group in due:
            await self._look(group)

    async def check_chat(self, look: CheckChat) -> Message | None:
        """Check a chat now; return the message to show after it, or None when there is nothing to show."""
        async with self._storage.reading() as uow:
            group = await uow.kvo_groups.get(look.group)
        await self._look(group)
        t, now = self._texts[look.language], self._clock.now()
        async with self._storage.reading() as uow:
            group = await uow.kvo_groups.get(look.group)
            match look.shown:
                case Shown.CARD if look.viewer is not None:
                    viewer = await uow.members.get(look.viewer)
                    actor = Actor(viewer, tuple(await uow.roles.of_member(viewer.id)))
                    return await group_card(uow, actor, group, t, zone=self._zone, now=now)
                case Shown.IN_CHAT if group.is_tied:
                    return chat_standing(group, t)
                case _:
                    return None

    async def _look(self, group: KvoGroup) -> None:
        chat = group.chat
        if chat is None or not group.is_tied:
            return
        try:
            lacks = await self._messenger.chat_settings(chat.ref)
            link = group.join_link
            if not lacks and link is None:
                link = await self._messenger.new_join_link(chat.ref)
        except DeliveryError as error:
            log.info("group_not_seen", group=group.id, error=type(error).__name__, detail=str(error))
            await self._learn(error, chat.channel, chat.ref)
            return
        async with self._storage.transaction() as uow:
            await learn_settings(uow, group.id, seen_in=chat.ref, lacks=lacks, join_link=link, now=self._clock.now())

    async def _learn(self, error: DeliveryError, channel: str, ref: str) -> None:
        async with self._storage.transaction() as uow:
            match error:
                case RecipientGone():
                    await lose_chat(uow, channel, ref, self._clock.now())
                case Migrated():
                    await move_chat(uow, channel, ref, error.new_ref, self._clock.now())
