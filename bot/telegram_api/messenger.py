"""The messenger: the one place that asks Telegram to send, within its limits, and that translates its errors."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from functools import partial
from time import monotonic
from typing import Any, cast
from weakref import WeakValueDictionary

from telegram import Bot, BotCommandScopeChat, ReplyParameters
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError, TimedOut
from telegram.error import NetworkError as TelegramNetworkError

from alerts.delivery import Sent
from alerts.errors import (
    DeliveryError,
    Garbled,
    Migrated,
    RecipientGone,
    Temporary,
    Throttled,
    Undeliverable,
    Unknown,
    Unreachable,
)
from alerts.kvo_group import ChatSetting
from bot.conversation.message import Document, Keyboard, Message
from bot.logs import logger, redacted
from bot.metrics import Meter
from bot.telegram_api.chat_errors import refusal_of_chat
from bot.telegram_api.chat_settings import lacking
from bot.telegram_api.closures import Closures
from bot.telegram_api.dialect import Dialect
from bot.telegram_api.payloads import PAID_ABOVE, body_of, body_of_edit, inline, markup
from bot.telegram_api.rate_limiter import RateLimiter
from bot.telegram_api.responses import UNREADABLE, NeverSent
from bot.telegram_api.retry_after import LONGEST_SECONDS, PROBED
from bot.telegram_api.send_queue import SendClass, SendQueue
from bot.telegram_api.transport import AiohttpRequest
from bot.telegram_api.wait_times import WaitTimes
from texts.html import Html

LONGEST_ANSWER_SECONDS = 60.0  # an answer that comes later is useless
IN_VAIN_SECONDS = 5.0  # of trying all the same, as an administrator may just have ended the closure

log = logger()

_NO_WORDS = Html("")
# In lower case: PTB capitalises a description.
_GONE = ("chat not found", "user not found", "peer_id_invalid", "chat_id is empty")
_SETTLED = ("hide_requester_missing", "user_already_participant")
_NOBODY = ("user not found", "user_id_invalid", "peer_id_invalid")
_NOTHING_TO_DO = ("message is not modified", "message to delete not found", "message to unpin not found")


class Messenger:
    """Sends, edits and deletes within the limits. Every failure is raised as a DeliveryError."""

    def __init__(self, bot: Bot, limiter: RateLimiter, meter: Meter) -> None:
        self._bot = bot
        self._transport = cast("AiohttpRequest", bot.request)
        self._limiter = limiter
        self._meter = meter
        self._is_paid = limiter.broadcast_rate > PAID_ABOVE
        self.queue = SendQueue(limiter, meter.departed)
        self.waits = WaitTimes()
        self.closures = Closures(limiter, self.queue)
        self._dialect = Dialect()
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()  # by chat

    async def acquire_slot(self, ref: str, send_class: SendClass = SendClass.NOTICE) -> float:
        """Wait for the turn of a delivery and return 0: it may go now. Else return the seconds for which its chat, or a
        429, holds it up: the delivery is then to be tried again later."""
        return await self.queue.acquire_slot(ref, send_class, is_delivery=True)

    async def send(
        self,
        ref: str,
        message: Message,
        *,
        has_slot: bool = False,
        reply_to: str | None = None,
        topic: int = 0,
        send_class: SendClass = SendClass.ANSWER,
    ) -> Sent:
        """Send a new message. Messages to one chat arrive in the order of the calls.

        `has_slot`: a delivery that had its turn; other messages wait here for theirs. `topic` is a forum's (0: none).
        """
        if has_slot:
            async with self._turn_in(ref):
                self._check_open(ref)
                self._limiter.leaves(monotonic())
                return await self._say(ref, message, reply_to, topic=topic, has_slot=True)
        with self.waits.begun(send_class) as end_wait:
            async with self._turn_in(ref):
                await self._wait_for_turn(ref, send_class)
                end_wait()
                return await self._say(ref, message, reply_to, topic=topic, has_slot=False)

    async def _say(self, ref: str, message: Message, reply_to: str | None, *, topic: int, has_slot: bool) -> Sent:
        send = partial(self._send, ref, reply_to=reply_to, topic=topic, has_slot=has_slot)
        return await self._dialect.say(message, send)

    async def _send(self, ref: str, message: Message, *, reply_to: str | None, topic: int, has_slot: bool) -> Sent:
        if picture := message.picture or message.picture_ref:
            return await self._send_picture(ref, message, picture, reply_to, topic=topic)
        if message.document is not None:
            return await self._send_document(ref, message, message.document, topic=topic)
        body = body_of(ref, message, reply_to=reply_to, topic=topic, is_paid=has_slot and self._is_paid)
        try:
            sent: Any = await self._transport.post_json(f"{self._bot.base_url}/sendMessage", body)
            return self._arrived(ref, _sent(sent["message_id"], sent["chat"]["id"]))
        except Exception as error:
            raise self._translated(error, ref, has_slot=has_slot) from error

    async def _send_picture(
        self, ref: str, message: Message, picture: bytes | str, reply_to: str | None, *, topic: int
    ) -> Sent:
        reply = ReplyParameters(int(reply_to), allow_sending_without_reply=True) if reply_to else None
        try:
            sent = await self._bot.send_photo(
                ref,
                picture,
                caption=message.text,
                parse_mode=ParseMode.HTML,
                reply_markup=None if message.keyboard is None else markup(message.keyboard),
                protect_content=message.is_protected or None,
                disable_notification=message.is_silent or None,
                reply_parameters=reply,
                message_thread_id=topic or None,
            )
            picture_ref = sent.photo[-1].file_id if sent.photo else ""
            return self._arrived(ref, replace(_sent(sent.message_id, sent.chat_id), picture_ref=picture_ref))
        except Exception as error:
            raise self._translated(error, ref) from error

    async def _send_document(self, ref: str, message: Message, document: Document, *, topic: int) -> Sent:
        try:
            sent = await self._bot.send_document(
                ref,
                document.content,
                filename=document.name,
                caption=message.text,
                parse_mode=ParseMode.HTML,
                reply_markup=None if message.keyboard is None else markup(message.keyboard),
                protect_content=message.is_protected or None,
                message_thread_id=topic or None,
            )
            return self._arrived(ref, _sent(sent.message_id, sent.chat_id))
        except Exception as error:
            raise self._translated(error, ref) from error

    async def edit(self, ref: str, message_ref: str, message: Message) -> Sent:
        """Replace the text of a message of ours; the same text again is no failure. Raises Throttled for a closed chat.

        An edit takes no turn here: it answers a press, spaced by the person, or is a delivery that had its turn.
        """
        self._check_open(ref)
        await self._dialect.say(message, partial(self._edit, ref, message_ref))
        return self._arrived(ref, Sent(message_ref=message_ref, chat_ref=ref))

    async def _edit(self, ref: str, message_ref: str, message: Message) -> None:
        body = body_of_edit(ref, message_ref, message)
        try:
            await self._transport.post_json(f"{self._bot.base_url}/editMessageText", body)
        except Exception as error:
            self._raise_unless_done(error, ref)

    async def set_buttons(self, ref: str, message_ref: str, keyboard: Keyboard | None) -> None:
        """Replace the buttons under a message of ours; None removes them."""
        await self._dialect.say(Message(_NO_WORDS, keyboard), partial(self._set_buttons, ref, message_ref))

    async def _set_buttons(self, ref: str, message_ref: str, message: Message) -> None:
        buttons = inline(message.keyboard) if isinstance(message.keyboard, Keyboard) else None
        try:
            await self._bot.edit_message_reply_markup(chat_id=ref, message_id=int(message_ref), reply_markup=buttons)
            self._limiter.arrived(ref, monotonic())
        except Exception as error:
            self._raise_unless_done(error, ref)

    async def delete(self, ref: str, message_ref: str) -> Sent:
        """Delete a message of ours; one that is gone already is no failure."""
        self._check_open(ref)
        try:
            await self._bot.delete_message(chat_id=ref, message_id=int(message_ref))
        except Exception as error:
            self._raise_unless_done(error, ref)
        return self._arrived(ref, Sent(message_ref=message_ref, chat_ref=ref))

    async def pin(self, ref: str, message_ref: str) -> None:
        """Pin a message of ours without a sound."""
        try:
            await self._bot.pin_chat_message(ref, int(message_ref), disable_notification=True)
        except Exception as error:
            raise self._translated(error, ref) from error

    async def unpin(self, ref: str, message_ref: str) -> None:
        """Unpin a message of ours; one that is not pinned is no failure."""
        try:
            await self._bot.unpin_chat_message(ref, int(message_ref))
        except Exception as error:
            self._raise_unless_done(error, ref)

    async def answer_press(self, query_id: str, text: str | None, *, is_alert: bool) -> None:
        """Answer a button press, so that the button stops waiting."""
        try:
            await self._bot.answer_callback_query(query_id, text=text, show_alert=is_alert)
        except Exception as error:
            raise self._translated(error, None) from error

    async def show_typing(self, ref: str) -> None:
        """Show for 5 seconds that the bot is typing in this chat. Raises Throttled for a closed chat."""
        self._check_open(ref)
        try:
            await self._bot.send_chat_action(ref, ChatAction.TYPING)
        except Exception as error:
            raise self._translated(error, None) from error

    async def set_menu(self, ref: str, commands: tuple[tuple[str, str], ...]) -> None:
        """Set the commands that this chat is offered."""
        try:
            await self._bot.set_my_commands(commands, scope=BotCommandScopeChat(ref))
        except Exception as error:
            raise self._translated(error, None) from error

    async def chat_settings(self, ref: str) -> frozenset[ChatSetting]:
        """Return the settings that a group chat lacks for more than one line of an alert; empty when all is well."""
        try:
            chat = await self._bot.get_chat(ref)
            return lacking(chat, await self._bot.get_chat_member(ref, self._bot.id))
        except Exception as error:
            raise self._translated(error, ref) from error

    async def new_join_link(self, ref: str) -> str:
        """Create a link to a group chat through which people ask to join."""
        try:
            return _link((await self._bot.create_chat_invite_link(ref, creates_join_request=True)).invite_link)
        except Exception as error:
            raise self._translated(error, ref) from error

    async def settle_request(self, ref: str, person_ref: str, *, is_admitted: bool) -> None:
        """Admit or decline somebody who asks to join a group; a request settled before is no failure."""
        settle = self._bot.approve_chat_join_request if is_admitted else self._bot.decline_chat_join_request
        try:
            await settle(ref, int(person_ref))
        except BadRequest as error:
            if any(text in str(error).lower() for text in _SETTLED):
                return
            if any(text in str(error).lower() for text in _NOBODY):  # about the person, not the chat
                raise Undeliverable(redacted(str(error))) from error
            raise self._translated(error, ref) from error
        except Exception as error:
            raise self._translated(error, ref) from error

    def _arrived(self, ref: str, sent: Sent) -> Sent:
        self._limiter.arrived(ref, monotonic())
        return sent

    def _turn_in(self, ref: str) -> asyncio.Lock:
        return self._turns.setdefault(ref, asyncio.Lock())

    def _check_open(self, ref: str) -> None:
        if (seconds := self._limiter.closed_for(ref, monotonic())) > 0:
            raise Throttled(seconds)

    async def _wait_for_turn(self, ref: str, send_class: SendClass) -> None:
        """Wait for the turn, checking each second, as a closure may be ended. Raises Throttled for one that lasts too
        long."""
        in_vain = monotonic() + IN_VAIN_SECONDS
        while (seconds := await self.queue.acquire_slot(ref, send_class, is_delivery=False)) > 0:
            if self._limiter.closed_for(ref, now := monotonic()) > LONGEST_ANSWER_SECONDS and now > in_vain:
                raise Throttled(seconds)
            await asyncio.sleep(min(seconds, 1.0))

    def _raise_unless_done(self, error: Exception, ref: str) -> None:
        if isinstance(error, BadRequest) and any(text in str(error).lower() for text in _NOTHING_TO_DO):
            return
        raise self._translated(error, ref) from error

    def _translated(self, error: Exception, ref: str | None, *, has_slot: bool = False) -> DeliveryError:
        """Translate an error. A 429 closes its chat; without a chat it closes nothing.

        A delivery kept to the chat's limits; answers and edits, which the person paces, may not have.
        """
        ours = _in_our_words(error)
        if ref is not None and ref.startswith("-") and isinstance(error, BadRequest | Forbidden):
            ours = refusal_of_chat(redacted(str(error))) or ours
        if ref is not None and isinstance(error, BadRequest | ChatMigrated | Forbidden):
            self._limiter.arrived(ref, monotonic())  # a refusal is an answer too: nothing is closed
        if isinstance(ours, Throttled):
            self._meter.throttled()
            if ref is not None:
                self._limiter.close(ref, monotonic(), ours.retry_after, is_explained=not has_slot)
                self.queue.recheck()
            if ours.retry_after > LONGEST_SECONDS:
                log.error("closed_for_long", seconds=round(ours.retry_after), do=PROBED)
        return ours


def _sent(message: object, chat: object) -> Sent:
    """Build a Sent from the ids in an answer. Raises ValueError when one is no integer."""
    for number in (message, chat):
        if type(number) is not int:  # a bool is none either
            raise ValueError("no number")  # ValueError, as for every malformed answer
    return Sent(message_ref=str(message), chat_ref=str(chat))


def _link(link: object) -> str:
    """Return the link in an answer. Raises ValueError for what is no https link."""
    if not isinstance(link, str) or not link.startswith("https://"):
        raise ValueError("no link")
    return link


def _in_our_words(error: Exception) -> DeliveryError:
    match error:  # BadRequest and TimedOut are NetworkErrors too, so they come first
        case RetryAfter():
            wait = error.retry_after
            return Throttled(wait.total_seconds() if isinstance(wait, timedelta) else float(wait))
        case ChatMigrated():
            return Migrated(str(error.new_chat_id))
        case Forbidden():
            return RecipientGone(redacted(str(error)))
        case BadRequest() if any(text in str(error).lower() for text in _GONE):
            return RecipientGone(redacted(str(error)))
        case InvalidToken():  # about the bot, not the message: the token has to be mended first
            return Temporary(redacted(str(error)))
        case BadRequest():
            return Undeliverable(redacted(str(error)))
        case TimedOut() | TelegramNetworkError() if isinstance(error.__cause__, NeverSent):
            return Unreachable(redacted(str(error)))
        case TelegramNetworkError():
            return Unknown(redacted(str(error)))
        case _:  # an unreadable answer, whose words may be those of a message: they are not kept
            return Garbled(UNREADABLE if isinstance(error, TelegramError) else type(error).__name__)
