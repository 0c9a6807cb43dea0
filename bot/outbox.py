"""The outbox: claims what is due, asks the policies, sends, and settles.

A delivery is marked `sending` in a commit of its own before the request, and settled after it; never more are claimed
than there are free slots (DESIGN, rule 3). After a kill, what was under way is sent again or given up, as it says.
"""

import asyncio
import contextlib
from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from alerts.clock import Clock
from alerts.delivery import ONE_LINE, Claimed, DeliveryState, Operation, Outcome, Sent, Settled, after_error
from alerts.errors import (
    Conflict,
    DeliveryError,
    Migrated,
    RecipientGone,
    Temporary,
    TopicGone,
    Undeliverable,
    Unknown,
)
from alerts.kvo_group import ChatSetting, may_read_text
from alerts.policies import Drop, Hold, is_silent, verdict
from alerts.ports import Storage, UnitOfWork
from alerts.services.keep_chat import lose_chat, move_chat
from alerts.services.still_meant import still_meant
from alerts.severity import Tlp
from bot.logs import logger
from bot.message import Html, Message
from bot.messenger import Messenger
from bot.render.writer import Writer

SLOTS = 8
LEASE = timedelta(minutes=2)
IDLE_SECONDS = 5.0
_AT_THE_DOOR = (Operation.ADMIT, Operation.DECLINE)
_NO_WORDS = Message(Html(""))

log = logger()


class Outbox:
    """One sender with a few requests under way at once."""

    def __init__(
        self, *, storage: Storage, messenger: Messenger, writer: Writer, clock: Clock, zone: ZoneInfo, owner: str
    ) -> None:
        self._storage = storage
        self._messenger = messenger
        self._writer = writer
        self._clock = clock
        self._zone = zone
        self._owner = owner
        self._woken = asyncio.Event()
        self.under_way: set[asyncio.Task[None]] = set()

    def wake(self) -> None:
        """Something may be due."""
        self._woken.set()

    async def run(self) -> None:
        """Send until cancelled; what an earlier owner left `sending` goes back first."""
        async with self._storage.transaction() as uow:
            voided = await uow.deliveries.void_claims(self._clock.now())
        if voided:
            log.warning("claims_voided", count=voided)
        while True:
            try:
                await self._round()
            except Exception:
                log.exception("outbox_failed")
                await asyncio.sleep(1)

    async def finish(self) -> None:
        """Wait for the requests under way."""
        if self.under_way:
            _, late = await asyncio.wait(self.under_way, timeout=8)
            for task in late:  # their rows stay `sending`, which the next start sees
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _round(self) -> None:
        self._woken.clear()
        free = SLOTS - len(self.under_way)
        claimed = await self._claim(free) if free else []
        if claimed:
            async with self._storage.reading() as uow:
                written = [(one, await self._write(one, uow) if one.kvo_group_id is None else None) for one in claimed]
            for one, message in written:  # requests begin in the order of the claim
                task = asyncio.create_task(self._deliver(one, message))
                self.under_way.add(task)
                task.add_done_callback(self._done)
        if len(claimed) < free or not free:
            await self._wait()

    def _done(self, task: asyncio.Task[None]) -> None:
        self.under_way.discard(task)
        self._woken.set()

    async def _claim(self, limit: int) -> list[Claimed]:
        now = self._clock.now()
        async with self._storage.reading() as uow:
            due = await uow.deliveries.next_due()
        if due is None or due > now:
            return []
        async with self._storage.transaction() as uow:
            return await uow.deliveries.claim(limit, self._owner, LEASE, now)

    async def _wait(self) -> None:
        async with self._storage.reading() as uow:
            due = await uow.deliveries.next_due()
        seconds = IDLE_SECONDS if due is None else (due - self._clock.now()).total_seconds()
        with contextlib.suppress(TimeoutError):  # wait_for would lose a cancellation that meets the event (3.11)
            async with asyncio.timeout(min(max(seconds, 0.05), IDLE_SECONDS)):
                await self._woken.wait()

    async def _write(self, claimed: Claimed, uow: UnitOfWork, *, reads_text: bool = True) -> Message | Hold | Settled:
        """The message, or why there is none."""
        now = self._clock.now()
        match verdict(replace(claimed, is_meant=await self._is_meant(claimed, uow)), now):
            case Hold() as hold:
                return hold
            case Drop(reason):
                state = DeliveryState.UNKNOWN if claimed.may_have_arrived else DeliveryState.SKIPPED
                return Settled(state, reason)
        if claimed.operation in _AT_THE_DOOR:
            return _NO_WORDS
        silent = is_silent(claimed.severity, claimed.p1_at_night, now, self._zone)
        try:
            return await self._writer.write(claimed, uow, is_silent=silent, reads_text=reads_text)
        except Exception as error:  # a text that cannot be written must not stop the queue
            log.exception("delivery_not_written", delivery=claimed.id)
            return Settled(DeliveryState.FAILED, "refused", type(error).__name__)

    async def _is_meant(self, claimed: Claimed, uow: UnitOfWork) -> bool:
        if claimed.revision_id is None or claimed.alert_id is None or not claimed.is_protected:
            return True
        if claimed.member_id is None or claimed.is_change:  # a group, which asks its own questions; who has it already
            return True
        return bool(await still_meant(uow, [(claimed.alert_id, claimed.member_id)], self._clock.now()))

    async def _deliver(self, claimed: Claimed, message: Message | Hold | Settled | None) -> None:
        """Send what was written and settle; what goes into a group's chat (None) is written now."""
        error: DeliveryError | None = None
        outcome: Outcome | Hold
        if message is None:
            outcome, error = await self._put_in_chat(claimed)
        elif isinstance(message, Message):
            outcome, error = await self._attempt(claimed, message)
        else:
            outcome = message
        while not await self._settled(claimed, outcome, error):  # noqa: ASYNC110 -- its slot stays taken meanwhile
            await asyncio.sleep(1)

    async def _put_in_chat(self, claimed: Claimed) -> tuple[Outcome | Hold, DeliveryError | None]:
        """What the chat may read depends on its settings, which are looked at first."""
        try:
            reads_text = await self._reads_text(claimed)
            async with self._storage.reading() as uow:
                message = await self._write(claimed, uow, reads_text=reads_text)
        except DeliveryError as failed:
            return after_error(failed, claimed, self._clock.now()), failed
        except Exception:  # nothing was sent yet
            log.exception("chat_not_written_to", delivery=claimed.id)
            return after_error(Temporary(), claimed, self._clock.now()), None
        if not isinstance(message, Message):
            return message, None
        outcome, error = await self._attempt(claimed, message)
        return replace(outcome, reason=ONE_LINE) if isinstance(outcome, Sent) and not reads_text else outcome, error

    async def _reads_text(self, claimed: Claimed) -> bool:
        if claimed.revision_id is None or claimed.tlp is None:
            return True
        return may_read_text(claimed.tlp, await self._lacks(claimed.ref) if claimed.tlp is Tlp.GREEN else frozenset())

    async def _lacks(self, ref: str) -> frozenset[ChatSetting]:
        try:
            return await self._messenger.chat_settings(ref)
        except Undeliverable:  # nobody can tell
            return frozenset(ChatSetting)

    async def _settled(self, claimed: Claimed, outcome: Outcome | Hold, error: DeliveryError | None) -> bool:
        try:
            async with self._storage.transaction() as uow:
                await self._learn(error, claimed, uow)
                if isinstance(outcome, Hold):
                    member = await uow.members.by_ref(claimed.channel, claimed.ref)
                    is_as_it_was = member is not None and member.paused_until == claimed.paused_until
                    until = outcome.until if is_as_it_was else self._clock.now()  # the pause was changed meanwhile
                    await uow.deliveries.hold(claimed.id, until, outcome.reason)
                else:
                    await uow.deliveries.settle(claimed.id, outcome, self._clock.now())
        except Conflict:
            log.warning("settled_before", delivery=claimed.id)
        except Exception:  # a database that is locked or full
            log.exception("delivery_not_settled", delivery=claimed.id)
            return False
        return True

    async def _attempt(self, claimed: Claimed, message: Message) -> tuple[Outcome, DeliveryError | None]:
        try:
            return await self._request(claimed, message), None
        except DeliveryError as failed:
            error: DeliveryError = failed
            log.info("not_delivered", delivery=claimed.id, error=type(error).__name__, detail=str(error))
        except Exception:  # nobody can tell what happened, so it is treated like that
            error = Unknown()
            log.exception("delivery_failed", delivery=claimed.id)
        return after_error(error, claimed, self._clock.now()), error

    async def _request(self, claimed: Claimed, message: Message) -> Outcome:
        if claimed.operation in _AT_THE_DOOR:
            assert claimed.notice is not None, "it says who is at the door"
            is_admitted, person = claimed.operation is Operation.ADMIT, str(claimed.notice.fields["ref"])
            await self._messenger.settle_request(claimed.ref, person, is_admitted=is_admitted)
            return Settled(DeliveryState.SENT, "")
        if claimed.operation is Operation.SEND:
            is_urgent = claimed.revision_id is None
            return await self._messenger.send(
                claimed.ref, message, is_urgent=is_urgent, reply_to=claimed.within_reach, topic=claimed.topic
            )
        if claimed.within_reach is None:
            return Settled(DeliveryState.SKIPPED, "nothing-to-change")
        if claimed.operation is Operation.EDIT:
            return await self._messenger.edit(claimed.ref, claimed.within_reach, message)
        try:
            return await self._messenger.delete(claimed.ref, claimed.within_reach)
        except Undeliverable:  # older than 48 hours (TELEGRAM.md): it says what became of it
            return await self._messenger.edit(claimed.ref, claimed.within_reach, message)

    async def _learn(self, error: DeliveryError | None, claimed: Claimed, uow: UnitOfWork) -> None:
        if isinstance(error, RecipientGone):
            await lose_chat(uow, claimed.channel, claimed.ref, self._clock.now())
        if isinstance(error, Migrated):
            await move_chat(uow, claimed.channel, claimed.ref, error.new_ref, self._clock.now())
        if isinstance(error, TopicGone):
            await uow.kvo_groups.forget_topic(claimed.channel, claimed.ref)
