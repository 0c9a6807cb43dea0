"""The delivery sender: sends one claimed delivery to its address, and returns its outcome."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from time import monotonic
from typing import Protocol

from alerts.clock import Clock
from alerts.delivery import ONE_LINE, Claimed, DeliveryState, Operation, Outcome, Retry, Sent, Settled, after_error
from alerts.errors import ChatRefuses, DeliveryError, Garbled, Temporary, Unavailable, Undeliverable, Unknown
from alerts.kvo_group import ChatSetting, ChatTrouble, depends_on_chat, may_read_text
from alerts.ports import Storage, UnitOfWork
from bot.conversation.message import Message
from bot.logs import logger
from bot.metrics import Meter
from bot.outgoing.pictures import Pictures
from bot.outgoing.pins import follow_pin
from bot.render.notices.writer import Writer
from bot.telegram_api.send_queue import SendClass, class_of
from texts.html import Html

JOIN_REQUESTS = (Operation.ADMIT, Operation.DECLINE)
_NO_WORDS = Message(Html(""))

log = logger()


@dataclass(frozen=True, slots=True)
class SendResult:
    """The outcome of a delivery, and the error behind it, if any."""

    claimed: Claimed
    outcome: Outcome
    error: DeliveryError | None = None


class DeliveryMessenger(Protocol):
    """Makes the requests of deliveries. Every failure is raised as a DeliveryError."""

    async def acquire_slot(self, ref: str, send_class: SendClass) -> float:
        """Wait for the turn of a delivery and return 0; else return the seconds for which its chat is held up."""

    async def send(
        self, ref: str, message: Message, *, has_slot: bool, reply_to: str | None = None, topic: int = 0
    ) -> Sent:
        """Send a new message of a delivery that had its turn (`has_slot`); `topic` is a forum's (0: none)."""

    async def edit(self, ref: str, message_ref: str, message: Message) -> Sent:
        """Replace the text of a message of ours."""

    async def delete(self, ref: str, message_ref: str) -> Sent:
        """Delete a message of ours; one that is gone already is no failure."""

    async def pin(self, ref: str, message_ref: str) -> None:
        """Pin a message without a sound."""

    async def unpin(self, ref: str, message_ref: str) -> None:
        """Unpin a message; one that is not pinned is no failure."""

    async def settle_request(self, ref: str, person_ref: str, *, is_admitted: bool) -> None:
        """Admit or decline somebody who asks to join a group chat."""

    async def chat_settings(self, ref: str) -> frozenset[ChatSetting]:
        """Return the settings that a group chat lacks; empty when all is well."""


class DeliverySender:
    """Writes the message, makes the request, and translates every failure into an outcome. No transaction is open
    during the request."""

    def __init__(
        self,
        *,
        storage: Storage,
        messenger: DeliveryMessenger,
        writer: Writer,
        pictures: Pictures,
        clock: Clock,
        meter: Meter,
    ) -> None:
        self._storage = storage
        self._messenger = messenger
        self._writer = writer
        self._pictures = pictures
        self._clock = clock
        self._meter = meter

    async def prepare(self, going: Sequence[Claimed], uow: UnitOfWork) -> None:
        """Write each alert once for all its recipients, so that the requests begin in the order of the claim. Raises
        Unavailable; any other failure is logged, and the text is written again for each recipient."""
        for one in going:
            try:
                await self._writer.prepare(one, uow)
            except Unavailable:  # the database is away: the whole round is tried again
                raise
            except Exception:  # the text is written again for each recipient, who are told apart
                log.exception("alert_not_prepared", delivery=one.id, alert=one.alert_id)

    async def send(
        self,
        claimed: Claimed,
        departed: Callable[[], None],
        earlier: asyncio.Task[None] | None = None,
        *,
        is_silent: bool,
    ) -> SendResult:
        """Send a claimed delivery; raises nothing, as a failure is an outcome. `departed` is called when its turn in
        the rate has come.

        `earlier` is the task of the delivery before it to the same chat; it is awaited first, so that a text that takes
        longer to write is not overtaken.
        """
        wait = await self._messenger.acquire_slot(claimed.ref, class_of(claimed.priority))
        departed()
        if wait:  # the chat is held up: another takes the place meanwhile
            return SendResult(claimed, Retry(self._clock.now() + timedelta(seconds=wait), is_fault=False))
        try:
            reads_text = claimed.is_meant if claimed.kvo_group_id is None else await self._reads_text(claimed)
        except DeliveryError as error:
            return self._failed(claimed, error)
        except Exception:  # nothing was sent yet
            log.exception("chat_not_looked_at", delivery=claimed.id)
            return self._failed(claimed, Temporary())
        try:
            message = await self._written(claimed, is_silent=is_silent, reads_text=reads_text)
        except Unavailable as error:  # the database cannot be read for the moment
            return self._failed(claimed, Temporary(str(error)))
        except Exception as error:  # a text that cannot be written must not stop the queue
            log.exception("delivery_not_written", delivery=claimed.id)
            return SendResult(claimed, Settled(DeliveryState.FAILED, "refused", type(error).__name__))
        if earlier is not None:
            await asyncio.wait({earlier})
        drawn = message.drawing is not None
        result = await (self._send_drawing if drawn else self._attempt)(claimed, message)
        if isinstance(result.outcome, Sent):
            await follow_pin(self._messenger, claimed, result.outcome)
        if isinstance(result.outcome, Sent) and not reads_text:
            return replace(result, outcome=replace(result.outcome, reason=ONE_LINE))
        return result

    async def _written(self, claimed: Claimed, *, is_silent: bool, reads_text: bool) -> Message:
        if claimed.operation in JOIN_REQUESTS:
            return _NO_WORDS
        prepared = self._writer.prepared(claimed, is_silent=is_silent) if reads_text else None
        if prepared is not None:
            return prepared
        async with self._storage.reading() as uow:
            return await self._writer.write(claimed, uow, is_silent=is_silent, reads_text=reads_text)

    async def _reads_text(self, claimed: Claimed) -> bool:
        """Return whether the chat of a group may read the text: for some levels this depends on its settings, which are
        then checked."""
        if claimed.revision_id is None or claimed.tlp is None:
            return True
        lacks = await self._lacks(claimed.ref) if depends_on_chat(claimed.tlp) else frozenset()
        return may_read_text(claimed.tlp, lacks)

    async def _lacks(self, ref: str) -> frozenset[ChatSetting]:
        try:
            return await self._messenger.chat_settings(ref)
        except (Undeliverable, Garbled):  # the settings are unknown: all count as lacking
            return frozenset(ChatSetting)
        except Unknown as error:  # of the check; nothing was sent yet
            raise Temporary(str(error)) from error

    async def _send_drawing(self, claimed: Claimed, message: Message) -> SendResult:
        """Send the message with its picture: the platform's own copy of it, or drawn and uploaded, once at a time."""
        try:
            known = await self._pictures.known(claimed, message)
            if known is not None:
                result = await self._attempt(claimed, known)
                if not isinstance(result.error, Undeliverable):
                    return result
                await self._pictures.forget(claimed, message)
                return self._failed(claimed, Temporary(str(result.error)))
            async with self._pictures.uploading(message):
                known = await self._pictures.known(claimed, message)
                result = await self._attempt(claimed, known or await self._pictures.drawn(message))
                if known is None and isinstance(result.outcome, Sent):
                    await self._pictures.remember(claimed, message, result.outcome)
                return result
        except Unavailable as error:
            return self._failed(claimed, Temporary(str(error)))
        except Temporary as error:  # it could not be drawn
            return self._failed(claimed, error)

    async def _attempt(self, claimed: Claimed, message: Message) -> SendResult:
        began = monotonic()
        try:
            outcome = await self._request(claimed, message)
        except ChatRefuses as error:
            if error.trouble is ChatTrouble.TOPIC_CLOSED and claimed.operation is Operation.SEND:
                return await self._fall_back(claimed, message, error)
            return self._failed(claimed, error)
        except DeliveryError as error:
            return self._failed(claimed, error)
        except Exception:  # it may or may not have arrived
            log.exception("delivery_failed", delivery=claimed.id)
            return self._failed(claimed, Unknown())
        self._meter.sent(monotonic() - began, claimed.priority)
        return SendResult(claimed, outcome)

    async def _fall_back(self, claimed: Claimed, message: Message, error: ChatRefuses) -> SendResult:
        """Send to the general topic, as the delivery's own topic is closed. The result carries the error that says
        why."""
        if not claimed.topic:  # no topic is the general one
            return self._failed(claimed, ChatRefuses(ChatTrouble.NO_TOPIC))
        try:
            return SendResult(claimed, await self._messenger.send(claimed.ref, message, has_slot=True), error)
        except ChatRefuses as refused:
            is_closed_too = refused.trouble is ChatTrouble.TOPIC_CLOSED
            return self._failed(claimed, ChatRefuses(ChatTrouble.NO_TOPIC) if is_closed_too else refused)
        except DeliveryError as failed:
            return self._failed(claimed, failed)

    def _failed(self, claimed: Claimed, error: DeliveryError) -> SendResult:
        kind = type(error).__name__
        self._meter.failed(kind)
        log.info("not_delivered", delivery=claimed.id, alert=claimed.alert_id, error=kind, detail=str(error))
        return SendResult(claimed, after_error(error, claimed, self._clock.now()), error)

    async def _request(self, claimed: Claimed, message: Message) -> Outcome:
        if claimed.operation in JOIN_REQUESTS:
            assert claimed.notice is not None, "it says who is at the door"
            is_admitted, person = claimed.operation is Operation.ADMIT, str(claimed.notice.fields["ref"])
            await self._messenger.settle_request(claimed.ref, person, is_admitted=is_admitted)
            return Settled(DeliveryState.SENT, "")
        if claimed.operation is Operation.SEND:
            return await self._messenger.send(
                claimed.ref, message, has_slot=True, reply_to=claimed.within_reach, topic=claimed.topic
            )
        if claimed.within_reach is None:
            return Settled(DeliveryState.SKIPPED, "nothing-to-change")
        if claimed.operation is Operation.EDIT:
            return await self._messenger.edit(claimed.ref, claimed.within_reach, message)
        try:
            return await self._messenger.delete(claimed.ref, claimed.within_reach)
        except Undeliverable:  # older than 48 hours (docs/telegram.md): edited into what became of it
            return await self._messenger.edit(claimed.ref, claimed.within_reach, message)
