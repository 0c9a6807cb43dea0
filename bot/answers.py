"""Answers: carries out the replies of a handler after its transaction has committed."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic
from typing import TypeVar

from telegram import Message as TelegramMessage
from telegram import Update

from alerts.delivery import Sent
from alerts.errors import DeliveryError, RecipientGone, Temporary, Throttled, Undeliverable, Unknown
from alerts.ports import Storage
from bot.group_looks import GroupLooks
from bot.logs import logger
from bot.message import Message
from bot.messenger import Messenger
from bot.replies import Buttons, Edit, Look, Menu, Prompt, Replies, Reply, Say, Strip, Toast, Whisper

PATIENCE_SECONDS = 60.0  # how long somebody's own chat waits for the network before the rest goes on

_ASIDE = (Strip, Buttons, Menu, Whisper)  # what follows is said even when this failed

T = TypeVar("T")
log = logger()


@dataclass(frozen=True, slots=True)
class Chat:
    """Where replies go: a chat (and its topic; 0: none), and what was pressed there if anything, with whether that may
    be forwarded."""

    ref: str
    pressed_message: str | None = None
    is_protected: bool = False
    query_id: str | None = None
    topic: int = 0


def chat_of(update: Update) -> Chat | None:
    """The chat of an update; None when there is nobody to answer."""
    query, chat = update.callback_query, update.effective_chat
    if chat is None:
        return None
    message = query.message if query else None
    pressed = str(message.message_id) if message else None
    is_protected = isinstance(message, TelegramMessage) and bool(message.has_protected_content)
    return Chat(str(chat.id), pressed, is_protected, query.id if query else None, topic_of(update))


def topic_of(update: Update) -> int:
    """The topic of a forum in which something was said or pressed; 0 for none."""
    message = update.effective_message
    return (message.message_thread_id or 0) if isinstance(message, TelegramMessage) and message.is_topic_message else 0


class Answers:
    """Says replies in order. What fails is logged; a question that was not sent stays due in its dialogue."""

    def __init__(self, messenger: Messenger, storage: Storage, looks: GroupLooks) -> None:
        self._messenger = messenger
        self._storage = storage
        self._looks = looks

    async def say(self, replies: Replies, chat: Chat) -> None:
        """Carry them out; a press is always settled, first of all."""
        if chat.query_id is not None:
            toast = next((one for one in replies if isinstance(one, Toast)), Toast(""))
            await self._try(self._settle_press(chat.query_id, toast))
        for reply in replies:
            if not await self._try(self._carry_out(reply, chat)) and not isinstance(reply, _ASIDE):
                break

    async def _carry_out(self, reply: Reply, chat: Chat) -> None:
        match reply:
            case Say():
                await self._send(reply.message, chat)
            case Edit():
                await self._show(reply.message, chat, in_place=True)
            case Strip():
                await self._messenger.set_buttons(chat.ref, reply.message_ref, None)
            case Buttons():
                await self._messenger.set_buttons(chat.ref, chat.pressed_message or "0", reply.keyboard)
            case Prompt():
                await self._ask(reply, chat)
            case Menu():
                await self._messenger.set_menu(chat.ref, reply.commands)
            case Whisper():
                await self._messenger.send(reply.ref, reply.message)
            case Look():
                if (message := await self._looks.look_and_tell(reply)) is not None:
                    await self._show(message, chat, in_place=True)
            case Toast():
                pass

    async def _ask(self, prompt: Prompt, chat: Chat) -> None:
        sent: Sent | None = None
        try:
            for message in prompt.messages:
                sent = await self._show(message, chat, in_place=prompt.in_place)
        except (RecipientGone, Undeliverable):  # asking again would not help
            await self._remember(prompt, None)
            raise
        await self._remember(prompt, sent)

    async def _remember(self, prompt: Prompt, sent: Sent | None) -> None:
        async with self._storage.transaction() as uow:
            await uow.dialogues.prompt_sent(prompt.key, prompt.version, sent.message_ref if sent else None)

    async def _show(self, message: Message, chat: Chat, *, in_place: bool) -> Sent:
        pressed = chat.pressed_message
        if in_place and pressed is not None:
            if message.is_protected and not chat.is_protected:  # an edit cannot add protection
                return await self._show_anew(message, chat, pressed)
            try:
                return await self._patiently(lambda: self._messenger.edit(chat.ref, pressed, message))
            except DeliveryError:  # too old, or gone: say it anew
                log.info("edit_refused")
        return await self._send(message, chat)

    async def _show_anew(self, message: Message, chat: Chat, pressed: str) -> Sent:
        sent = await self._send(message, chat)
        with suppress(DeliveryError):  # too old, or gone
            await self._messenger.set_buttons(chat.ref, pressed, None)
        return sent

    async def _send(self, message: Message, chat: Chat) -> Sent:
        return await self._patiently(lambda: self._messenger.send(chat.ref, message, topic=chat.topic))

    async def _settle_press(self, query_id: str, toast: Toast) -> None:
        await self._messenger.answer_press(query_id, toast.text[:200] or None, is_alert=toast.is_alert)

    async def _patiently(self, attempt: Callable[[], Awaitable[T]]) -> T:
        """Try until it worked, failed for good, or patience ended. A repeat of an own screen does no harm."""
        until, wait = monotonic() + PATIENCE_SECONDS, 0.5
        while True:
            try:
                return await attempt()
            except (Temporary, Unknown, Throttled) as error:
                wait = error.retry_after if isinstance(error, Throttled) else min(wait * 2, 8.0)
                if monotonic() + wait > until:
                    raise
                await asyncio.sleep(wait)

    async def _try(self, attempt: Awaitable[None]) -> bool:
        try:
            await attempt
        except DeliveryError as error:
            log.warning("reply_not_sent", error=type(error).__name__, detail=str(error))
            return False
        return True
