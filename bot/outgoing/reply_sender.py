"""The reply sender: carries out the replies of a handler after its transaction has committed."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from time import monotonic
from typing import Protocol, TypeVar

from alerts.clock import Clock
from alerts.delivery import Sent
from alerts.errors import DeliveryError, RecipientGone, Temporary, Throttled, Undeliverable, Unknown
from alerts.ports import Storage
from alerts.services.alert.show_alert import note_shown
from bot.conversation.chat import Chat
from bot.conversation.message import Keyboard, LocationKeyboard, Message
from bot.conversation.replies import (
    Buttons,
    CheckChat,
    Edit,
    Menu,
    Prompt,
    Replies,
    Reply,
    Say,
    Strip,
    Toast,
    Whisper,
    Withdraw,
)
from bot.logs import logger
from bot.outgoing.chat_check import ChatCheck
from bot.outgoing.typing_hint import TypingHint, TypingMessenger
from bot.telegram_api.send_queue import SendClass

PATIENCE_SECONDS = 60.0  # how long a chat waits for the network before its next update is handled

_ASIDE = (Strip, Withdraw, Buttons, Menu, Whisper)  # the replies after one of these are sent even when it failed

T = TypeVar("T")
log = logger()


def _class_of(chat: Chat) -> SendClass:
    """Return the send class of replies in this chat."""
    return SendClass.STRANGER if chat.is_stranger else SendClass.ANSWER


class ReplyMessenger(TypingMessenger, Protocol):
    """Makes the requests of replies. Every failure is raised as a DeliveryError."""

    async def send(
        self, ref: str, message: Message, *, reply_to: str | None = None, topic: int = 0, send_class: SendClass
    ) -> Sent:
        """Send a new message. Messages to one chat arrive in the order of the calls."""

    async def edit(self, ref: str, message_ref: str, message: Message) -> Sent:
        """Replace the text of a message of ours."""

    async def set_buttons(self, ref: str, message_ref: str, keyboard: Keyboard | None) -> None:
        """Replace the buttons under a message of ours; None removes them."""

    async def delete(self, ref: str, message_ref: str) -> Sent:
        """Delete a message of ours; one that is gone already is no failure."""

    async def answer_press(self, query_id: str, text: str | None, *, is_alert: bool) -> None:
        """Answer a button press, so that the button stops waiting."""

    async def set_menu(self, ref: str, commands: tuple[tuple[str, str], ...]) -> None:
        """Set the commands that this chat is offered."""


class ReplySender:
    """Sends replies in order. A failure is logged, and nothing is raised; a question that was not sent, or whose
    sending could not be stored, stays due in its dialogue."""

    def __init__(self, messenger: ReplyMessenger, storage: Storage, chat_check: ChatCheck, clock: Clock) -> None:
        self._messenger = messenger
        self._storage = storage
        self._chat_check = chat_check
        self._clock = clock
        self.typing_hint = TypingHint(messenger)

    async def say(self, replies: Replies, chat: Chat) -> None:
        """Carry out the replies in order. A button press is always answered, and first of all."""
        if chat.query_id is not None:
            toast = next((one for one in replies if isinstance(one, Toast)), Toast(""))
            await self._try(self._settle_press(chat.query_id, toast))
        for reply in _needed(replies, chat):
            if not await self._try(self._carry_out(reply, chat)) and not isinstance(reply, _ASIDE):
                break

    async def _carry_out(self, reply: Reply, chat: Chat) -> None:
        match reply:
            case Say():
                await self._say(reply, chat)
            case Edit(takes_place=True):
                await self._put_in_place((reply.message,), chat)
            case Edit():
                await self._show(reply.message, chat)
            case Strip():
                await self._messenger.set_buttons(chat.ref, reply.message_ref, None)
            case Withdraw():
                await self._withdraw(reply.message_ref, chat)
            case Buttons():
                await self._messenger.set_buttons(chat.ref, chat.pressed_message or "0", reply.keyboard)
            case Prompt():
                await self._ask(reply, chat)
            case Menu():
                await self._messenger.set_menu(chat.ref, reply.commands)
            case Whisper():
                await self._messenger.send(reply.ref, reply.message, send_class=_class_of(chat))
            case CheckChat():
                if (message := await self._chat_check.check_chat(reply)) is not None:
                    await self._show(message, chat)
            case Toast():
                pass

    async def _say(self, said: Say, chat: Chat) -> None:
        sent = await self._send(said.message, chat, reply_to=said.reply_to)
        if said.shown is not None:
            async with self._storage.transaction() as uow:
                await note_shown(uow, said.shown, sent, self._clock.now())

    async def _ask(self, prompt: Prompt, chat: Chat) -> None:
        try:
            if prompt.in_place:
                sent = await self._put_in_place(prompt.messages, chat)
            else:
                sent = await self._send_all(prompt.messages, chat)
        except (RecipientGone, Undeliverable, Unknown):  # asking again would not help, or would ask a third time
            await self._remember(prompt, ())
            raise
        await self._remember(prompt, sent)

    async def _send_all(self, messages: Sequence[Message], chat: Chat) -> list[Sent]:
        """Send messages in order; the last has the buttons of a question."""
        return [await self._send(message, chat) for message in messages]

    async def _put_in_place(self, messages: Sequence[Message], chat: Chat) -> list[Sent]:
        """Change the pressed message into this one; send and delete where an edit cannot do that: for several messages,
        for another protection, or with a keyboard under the typing field."""
        if len(messages) == 1 and _can_be_edit(messages[0], chat):
            return [await self._show(messages[0], chat)]
        sent = await self._send_all(messages, chat)
        if chat.pressed_message is not None:
            with suppress(DeliveryError):  # it is stale, and says so when pressed
                await self._withdraw(chat.pressed_message, chat)
        return sent

    async def _withdraw(self, message_ref: str, chat: Chat) -> None:
        try:
            await self._messenger.delete(chat.ref, message_ref)
        except DeliveryError:  # older than 48 hours, or without the right in a group
            await self._messenger.set_buttons(chat.ref, message_ref, None)

    async def _remember(self, prompt: Prompt, sent: Sequence[Sent]) -> None:
        hints = (
            one.message_ref
            for message, one in zip(prompt.messages, sent, strict=False)
            if isinstance(message.keyboard, LocationKeyboard)
        )
        question = sent[-1].message_ref if sent else None
        async with self._storage.transaction() as uow:
            await uow.dialogues.prompt_sent(prompt.key, prompt.version, question, next(hints, None))

    async def _show(self, message: Message, chat: Chat) -> Sent:
        pressed = chat.pressed_message
        if pressed is not None:
            if message.is_protected and not chat.is_protected:  # an edit cannot add protection
                return await self._show_anew(message, chat, pressed)
            try:
                return await self._patiently(lambda: self._messenger.edit(chat.ref, pressed, message))
            except DeliveryError:  # too old, or gone: send a new message
                log.info("edit_refused")
        return await self._send(message, chat)

    async def _show_anew(self, message: Message, chat: Chat, pressed: str) -> Sent:
        sent = await self._send(message, chat)
        with suppress(DeliveryError):  # too old, or gone
            await self._messenger.set_buttons(chat.ref, pressed, None)
        return sent

    async def _send(self, message: Message, chat: Chat, *, reply_to: str | None = None) -> Sent:
        return await self._patiently(
            lambda: self._messenger.send(
                chat.ref, message, reply_to=reply_to, topic=chat.topic, send_class=_class_of(chat)
            ),
            is_message=True,
        )

    async def _settle_press(self, query_id: str, toast: Toast) -> None:
        await self._messenger.answer_press(query_id, toast.text[:200] or None, is_alert=toast.is_alert)

    async def _patiently(self, attempt: Callable[[], Awaitable[T]], *, is_message: bool = False) -> T:
        """Try until it succeeds, fails for good, or `PATIENCE_SECONDS` have passed. A new message that may or may not
        have arrived is sent again once; an edit can be repeated without harm."""
        until, wait, may_be_there = monotonic() + PATIENCE_SECONDS, 0.5, False
        while True:
            try:
                return await attempt()
            except (Temporary, Unknown, Throttled) as error:
                if isinstance(error, Unknown) and may_be_there:
                    raise
                may_be_there = may_be_there or (is_message and isinstance(error, Unknown))
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
        except Exception:  # the database is away, or an unforeseen error: the chat goes on
            log.exception("reply_failed")
            return False
        return True


def _can_be_edit(message: Message, chat: Chat) -> bool:
    """Return whether the pressed message can become this one: an edit changes no protection and has inline buttons
    only."""
    has_inline = message.keyboard is None or isinstance(message.keyboard, Keyboard)
    return has_inline and message.is_protected == chat.is_protected


def _needed(replies: Replies, chat: Chat) -> Replies:
    """Leave out the deletion of the pressed message when another reply takes its place."""
    is_taken = any(
        (isinstance(one, Prompt) and one.in_place) or (isinstance(one, Edit) and one.takes_place) for one in replies
    )
    if not is_taken:
        return replies
    return [one for one in replies if one != Withdraw(chat.pressed_message or "")]
