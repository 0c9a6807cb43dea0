"""The carrier: takes one claimed delivery to its address, and tells what became of it."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from time import monotonic

from alerts.clock import Clock
from alerts.delivery import ONE_LINE, Claimed, DeliveryState, Operation, Outcome, Retry, Sent, Settled, after_error
from alerts.errors import DeliveryError, Temporary, Unavailable, Undeliverable, Unknown
from alerts.kvo_group import ChatSetting, depends_on_chat, may_read_text
from alerts.ports import Storage, UnitOfWork
from bot.logs import logger
from bot.message import Html, Message
from bot.messenger import Messenger
from bot.metrics import Meter
from bot.render.writer import Writer

AT_THE_DOOR = (Operation.ADMIT, Operation.DECLINE)
_NO_WORDS = Message(Html(""))

log = logger()


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of a delivery, and the error that says why, if any."""

    claimed: Claimed
    outcome: Outcome
    error: DeliveryError | None = None


class Carrier:
    """Writes what is sent, makes the request, and puts every failure in our words. No transaction is open meanwhile."""

    def __init__(self, *, storage: Storage, messenger: Messenger, writer: Writer, clock: Clock, meter: Meter) -> None:
        self._storage = storage
        self._messenger = messenger
        self._writer = writer
        self._clock = clock
        self._meter = meter

    async def prepare(self, going: Sequence[Claimed], uow: UnitOfWork) -> None:
        """Write each alert once for all who get it, so that the requests begin in the order of the claim."""
        for one in going:
            try:
                await self._writer.prepare(one, uow)
            except Unavailable:  # nor could the marks be committed
                raise
            except Exception:  # it is tried again for each of them, who are told apart
                log.exception("alert_not_prepared", delivery=one.id, alert=one.alert_id)

    async def carry(
        self,
        claimed: Claimed,
        departed: Callable[[], None],
        earlier: asyncio.Task[None] | None = None,
        *,
        is_silent: bool,
    ) -> Carried:
        """Take it there; raises nothing. `departed` is called when it is its turn.

        `earlier` goes to the same chat, and first: what takes longer to write is not overtaken.
        """
        wait = await self._messenger.depart(claimed.ref)
        departed()
        if wait:  # its place is for another meanwhile
            return Carried(claimed, Retry(self._clock.now() + timedelta(seconds=wait), is_fault=False))
        try:
            reads_text = claimed.is_meant if claimed.kvo_group_id is None else await self._reads_text(claimed)
        except DeliveryError as error:
            return self._failed(claimed, error)
        except Exception:  # nothing was sent yet
            log.exception("chat_not_looked_at", delivery=claimed.id)
            return self._failed(claimed, Temporary())
        try:
            message = await self._written(claimed, is_silent=is_silent, reads_text=reads_text)
        except Unavailable as error:  # what it needs cannot be read for the moment
            return self._failed(claimed, Temporary(str(error)))
        except Exception as error:  # a text that cannot be written must not stop the queue
            log.exception("delivery_not_written", delivery=claimed.id)
            return Carried(claimed, Settled(DeliveryState.FAILED, "refused", type(error).__name__))
        if earlier is not None:
            await asyncio.wait({earlier})
        carried = await self._attempt(claimed, message)
        if isinstance(carried.outcome, Sent) and not reads_text:
            return replace(carried, outcome=replace(carried.outcome, reason=ONE_LINE))
        return carried

    async def _written(self, claimed: Claimed, *, is_silent: bool, reads_text: bool) -> Message:
        if claimed.operation in AT_THE_DOOR:
            return _NO_WORDS
        prepared = self._writer.prepared(claimed, is_silent=is_silent) if reads_text else None
        if prepared is not None:
            return prepared
        async with self._storage.reading() as uow:
            return await self._writer.write(claimed, uow, is_silent=is_silent, reads_text=reads_text)

    async def _reads_text(self, claimed: Claimed) -> bool:
        """What a group's chat may read depends on its settings, which are looked at first."""
        if claimed.revision_id is None or claimed.tlp is None:
            return True
        lacks = await self._lacks(claimed.ref) if depends_on_chat(claimed.tlp) else frozenset()
        return may_read_text(claimed.tlp, lacks)

    async def _lacks(self, ref: str) -> frozenset[ChatSetting]:
        try:
            return await self._messenger.chat_settings(ref)
        except Undeliverable:  # nobody can tell
            return frozenset(ChatSetting)

    async def _attempt(self, claimed: Claimed, message: Message) -> Carried:
        began = monotonic()
        try:
            outcome = await self._request(claimed, message)
        except DeliveryError as error:
            return self._failed(claimed, error)
        except Exception:  # nobody can tell what happened, so it is treated like that
            log.exception("delivery_failed", delivery=claimed.id)
            return self._failed(claimed, Unknown())
        self._meter.sent(monotonic() - began)
        return Carried(claimed, outcome)

    def _failed(self, claimed: Claimed, error: DeliveryError) -> Carried:
        kind = type(error).__name__
        self._meter.failed(kind)
        log.info("not_delivered", delivery=claimed.id, alert=claimed.alert_id, error=kind, detail=str(error))
        return Carried(claimed, after_error(error, claimed, self._clock.now()), error)

    async def _request(self, claimed: Claimed, message: Message) -> Outcome:
        if claimed.operation in AT_THE_DOOR:
            assert claimed.notice is not None, "it says who is at the door"
            is_admitted, person = claimed.operation is Operation.ADMIT, str(claimed.notice.fields["ref"])
            await self._messenger.settle_request(claimed.ref, person, is_admitted=is_admitted)
            return Settled(DeliveryState.SENT, "")
        if claimed.operation is Operation.SEND:
            return await self._messenger.send(
                claimed.ref, message, has_departed=True, reply_to=claimed.within_reach, topic=claimed.topic
            )
        if claimed.within_reach is None:
            return Settled(DeliveryState.SKIPPED, "nothing-to-change")
        if claimed.operation is Operation.EDIT:
            return await self._messenger.edit(claimed.ref, claimed.within_reach, message)
        try:
            return await self._messenger.delete(claimed.ref, claimed.within_reach)
        except Undeliverable:  # older than 48 hours (TELEGRAM.md): it says what became of it
            return await self._messenger.edit(claimed.ref, claimed.within_reach, message)
