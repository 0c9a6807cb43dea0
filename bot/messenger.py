"""Messages out: the one place that talks to Telegram, with its limits and its errors in our words."""

import asyncio
from datetime import timedelta
from time import monotonic
from weakref import WeakValueDictionary

from telegram import Bot, BotCommandScopeChat, LinkPreviewOptions, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError, TimedOut
from telegram.error import NetworkError as TelegramNetworkError

from alerts.delivery import Sent
from alerts.errors import (
    DeliveryError,
    Migrated,
    RecipientGone,
    Temporary,
    Throttled,
    TopicGone,
    Undeliverable,
    Unknown,
    Unreachable,
)
from alerts.kvo_group import ChatSetting
from bot.group_settings import lacking
from bot.limiter import Limiter
from bot.logs import redacted
from bot.markup import PAID_ABOVE, body_of, inline, markup
from bot.message import Document, Keyboard, Message
from bot.metrics import Meter
from bot.transport import NeverSent, json_body

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
# In small letters: PTB writes the first one of a description large.
_GONE = ("chat not found", "user not found", "peer_id_invalid", "chat_id is empty")
_SETTLED = ("hide_requester_missing", "user_already_participant")
_NOBODY = ("user not found", "user_id_invalid", "peer_id_invalid")
_NOTHING_TO_DO = ("message is not modified", "message to delete not found")


class Messenger:
    """Sends, edits and deletes within the limits. Every failure is raised as a DeliveryError."""

    def __init__(self, bot: Bot, limiter: Limiter, meter: Meter) -> None:
        self._bot = bot
        self._limiter = limiter
        self._meter = meter
        self._is_paid = limiter.broadcast_rate > PAID_ABOVE
        self._departures = asyncio.Lock()
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()  # by chat

    def heed(self, ref: str, seconds: float) -> None:
        """Earlier, or in another process, Telegram closed this chat (or EVERYTHING) for so long."""
        self._limiter.heed(ref, monotonic(), seconds)

    def all_closed_for(self) -> float:
        """Seconds that nothing may go to anybody; at most 0 when it may."""
        return self._limiter.all_closed_for(monotonic())

    async def depart(self, ref: str) -> float:
        """Wait for the turn of a delivery, first come, first served, and return 0: it may go now. Or the seconds for
        which its chat, or a 429, holds it up: then it had better come again."""
        async with self._departures:
            while (wait := self._limiter.delivery_wait(ref, now := monotonic())) == 0:
                if (turn := self._limiter.broadcast_wait(now)) == 0:
                    self._limiter.take(ref, now, is_broadcast=True)
                    break
                await asyncio.sleep(turn)
            return wait

    async def send(
        self, ref: str, message: Message, *, has_departed: bool = False, reply_to: str | None = None, topic: int = 0
    ) -> Sent:
        """A new message. Messages to one chat arrive in the order of the calls.

        What did not depart as a delivery is waited for by somebody, and waits here for its room. `topic` is a forum's
        (0: none).
        """
        async with self._turn_in(ref):
            if has_departed:
                self._check_open(ref)
            else:
                await self._wait_for_room(ref)
            return await self._send(ref, message, reply_to, topic=topic, has_departed=has_departed)

    async def _send(self, ref: str, message: Message, reply_to: str | None, *, topic: int, has_departed: bool) -> Sent:
        if message.picture is not None:
            return await self._send_picture(ref, message, message.picture, reply_to, topic=topic)
        if message.document is not None:
            return await self._send_document(ref, message, message.document, topic=topic)
        body = body_of(ref, message, reply_to=reply_to, topic=topic, is_paid=has_departed and self._is_paid)
        try:
            sent = await self._bot.request.post(f"{self._bot.base_url}/sendMessage", json_body(body))
        except TelegramError as error:
            raise self._translated(error, ref, has_departed=has_departed) from error
        assert isinstance(sent, dict), "what is sent is a message"
        return Sent(message_ref=str(sent["message_id"]), chat_ref=str(sent["chat"]["id"]))

    async def _send_picture(
        self, ref: str, message: Message, picture: bytes, reply_to: str | None, *, topic: int
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
        except TelegramError as error:
            raise self._translated(error, ref) from error
        return Sent(message_ref=str(sent.message_id), chat_ref=str(sent.chat_id))

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
        except TelegramError as error:
            raise self._translated(error, ref) from error
        return Sent(message_ref=str(sent.message_id), chat_ref=str(sent.chat_id))

    async def edit(self, ref: str, message_ref: str, message: Message) -> Sent:
        """Another text for a message of ours; the same text again is no failure.

        It answers a press, so the person's own pace spaces it, or it departed; what a 429 closed is Throttled.
        """
        self._check_open(ref)
        keyboard = message.keyboard if isinstance(message.keyboard, Keyboard) else None
        try:
            await self._bot.edit_message_text(
                message.text,
                chat_id=ref,
                message_id=int(message_ref),
                parse_mode=ParseMode.HTML,
                reply_markup=inline(keyboard) if keyboard else None,
                link_preview_options=_NO_PREVIEW,
            )
        except TelegramError as error:
            self._raise_unless_done(error, ref)
        return Sent(message_ref=message_ref, chat_ref=ref)

    async def set_buttons(self, ref: str, message_ref: str, keyboard: Keyboard | None) -> None:
        """Other buttons (or none) under a message of ours."""
        buttons = inline(keyboard) if keyboard else None
        try:
            await self._bot.edit_message_reply_markup(chat_id=ref, message_id=int(message_ref), reply_markup=buttons)
        except TelegramError as error:
            self._raise_unless_done(error, ref)

    async def delete(self, ref: str, message_ref: str) -> Sent:
        """Remove a message of ours; one that is gone already is no failure."""
        self._check_open(ref)
        try:
            await self._bot.delete_message(chat_id=ref, message_id=int(message_ref))
        except TelegramError as error:
            self._raise_unless_done(error, ref)
        return Sent(message_ref=message_ref, chat_ref=ref)

    async def answer_press(self, query_id: str, text: str | None, *, is_alert: bool) -> None:
        """Settle a press, so that the button stops waiting."""
        try:
            await self._bot.answer_callback_query(query_id, text=text, show_alert=is_alert)
        except TelegramError as error:
            raise self._translated(error, None) from error

    async def set_menu(self, ref: str, commands: tuple[tuple[str, str], ...]) -> None:
        """The commands that this chat is offered."""
        try:
            await self._bot.set_my_commands(commands, scope=BotCommandScopeChat(ref))
        except TelegramError as error:
            raise self._translated(error, None) from error

    async def chat_settings(self, ref: str) -> frozenset[ChatSetting]:
        """What a group chat lacks now for more than one line; empty when all is well."""
        try:
            chat = await self._bot.get_chat(ref)
            place = await self._bot.get_chat_member(ref, self._bot.id)
        except TelegramError as error:
            raise self._translated(error, ref) from error
        return lacking(chat, place)

    async def new_join_link(self, ref: str) -> str:
        """A link to a group chat that asks at the door."""
        try:
            return (await self._bot.create_chat_invite_link(ref, creates_join_request=True)).invite_link
        except TelegramError as error:
            raise self._translated(error, ref) from error

    async def settle_request(self, ref: str, person_ref: str, *, is_admitted: bool) -> None:
        """Let somebody at a group's door in, or send them away; where that was done already it is no failure."""
        settle = self._bot.approve_chat_join_request if is_admitted else self._bot.decline_chat_join_request
        try:
            await settle(ref, int(person_ref))
        except BadRequest as error:
            if any(text in str(error).lower() for text in _SETTLED):
                return
            if any(text in str(error).lower() for text in _NOBODY):  # of the person, not of the chat
                raise Undeliverable(redacted(str(error))) from error
            raise self._translated(error, ref) from error
        except TelegramError as error:
            raise self._translated(error, ref) from error

    def _turn_in(self, ref: str) -> asyncio.Lock:
        return self._turns.setdefault(ref, asyncio.Lock())

    def _check_open(self, ref: str) -> None:
        if (seconds := self._limiter.closed_for(ref, monotonic())) > 0:
            raise Throttled(seconds)

    async def _wait_for_room(self, ref: str) -> None:
        while (seconds := self._limiter.wait(ref, monotonic())) > 0:  # noqa: ASYNC110 -- time, no event
            await asyncio.sleep(seconds)
        self._limiter.take(ref, monotonic(), is_broadcast=False)

    def _raise_unless_done(self, error: TelegramError, ref: str) -> None:
        if isinstance(error, BadRequest) and any(text in str(error).lower() for text in _NOTHING_TO_DO):
            return
        raise self._translated(error, ref) from error

    def _translated(self, error: TelegramError, ref: str | None, *, has_departed: bool = False) -> DeliveryError:
        """In our words. A 429 closes the chat; without one it says nothing of what else may go.

        What departed kept to the chat's limits; answers and edits, of which the person sets the pace, may not have.
        """
        ours = _in_our_words(error)
        if isinstance(ours, Throttled):
            self._meter.throttled()
            if ref is not None:
                self._limiter.close(ref, monotonic(), ours.retry_after, is_explained=not has_departed)
        return ours


def _in_our_words(error: TelegramError) -> DeliveryError:
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
        case InvalidToken():  # of the bot, not of the message: somebody has to mend the token first
            return Temporary(redacted(str(error)))
        case BadRequest() if "message thread not found" in str(error).lower():
            return TopicGone(redacted(str(error)))
        case BadRequest():
            return Undeliverable(redacted(str(error)))
        case TimedOut() | TelegramNetworkError() if isinstance(error.__cause__, NeverSent):
            return Unreachable(redacted(str(error)))
        case _:
            return Unknown(redacted(str(error)))
