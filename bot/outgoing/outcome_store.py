"""The outcome store: stores the outcomes of deliveries that did not simply arrive, many in one transaction."""

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from datetime import datetime

from alerts.clock import Clock
from alerts.delivery import CHAT_REFUSED, Claimed, DeliveryState, Operation, Retry, Settled
from alerts.errors import ChatRefuses, Migrated, RecipientGone, Throttled, TopicGone, Unavailable
from alerts.policies import Drop, Hold, Verdict
from alerts.ports import Storage, UnitOfWork
from alerts.services.chat.chat_trouble import note_trouble, topic_gone
from alerts.services.chat.update_chat import lose_chat, move_chat
from bot.logs import logger
from bot.outgoing.delivery_sender import SendResult
from bot.telegram_api.closures import Closures
from bot.telegram_api.rate_limiter import EVERYTHING
from bot.telegram_api.retry_after import kept_for

log = logger()


class OutcomeStore:
    """Stores the outcomes of deliveries that did not simply arrive, and keeps each until it is stored; its place in the
    window stays taken meanwhile."""

    def __init__(
        self,
        storage: Storage,
        closures: Closures,
        clock: Clock,
        under_way: set[asyncio.Task[None]],
        *,
        on_settled: Callable[[Sequence[SendResult]], None],
    ) -> None:
        """Take the set in which running tasks are kept (`under_way`) and the callback for outcomes that were stored
        (`on_settled`)."""
        self._storage = storage
        self._closures = closures
        self._clock = clock
        self._under_way = under_way
        self._on_settled = on_settled
        self._failed: list[SendResult] = []

    def add(self, result: SendResult) -> None:
        """Add a result, to be stored at the next `store`."""
        self._failed.append(result)

    async def store(self) -> None:
        """Store all added results in one commit; where that fails for one of them, each alone. Raises Unavailable, and
        then keeps them."""
        failed, self._failed = self._failed, []
        try:
            if not failed or await self._is_stored(failed):
                return
        except Unavailable:
            self._failed = failed + self._failed
            raise
        for result in failed:
            task = asyncio.create_task(self._store_alone(result))
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)

    async def _store_alone(self, result: SendResult) -> None:
        while True:
            with contextlib.suppress(Unavailable):
                if await self._is_stored([result]):
                    return
            await asyncio.sleep(1)

    async def _is_stored(self, failed: Sequence[SendResult]) -> bool:
        try:
            async with self._storage.transaction() as uow:
                await store_outcomes(uow, failed, self._closures, self._clock.now())
        except Unavailable:
            raise
        except Exception:
            log.exception("deliveries_not_settled", deliveries=[one.claimed.id for one in failed])
            return False
        self._on_settled(failed)
        return True


async def store_outcomes(uow: UnitOfWork, failed: Sequence[SendResult], closures: Closures, now: datetime) -> None:
    """Store these outcomes, with what they taught about the addresses."""
    for result in failed:
        await _learn(uow, result, closures, now)
    refused = [(one, one.outcome.at) for one in failed if isinstance(one.outcome, Retry) and _is_refused(one)]
    await uow.deliveries.hold_all([(one.claimed.id, at, CHAT_REFUSED) for one, at in refused])
    rest = [one for one in failed if not (isinstance(one.outcome, Retry) and _is_refused(one))]
    settled = await uow.deliveries.settle_all([(one.claimed.id, one.outcome) for one in rest], now)
    for result in rest:
        if result.claimed.id not in settled:
            log.warning("settled_before", delivery=result.claimed.id)


async def hold_or_drop(uow: UnitOfWork, judged: Sequence[tuple[Claimed, Verdict]], now: datetime) -> None:
    """Hold or drop the deliveries to which a policy objects; a recipient may have been erased since they were read."""
    held = [(one.id, said.until, said.reason) for one, said in judged if isinstance(said, Hold)]
    dropped = [(one.id, _dropped(one, said)) for one, said in judged if isinstance(said, Drop)]
    await uow.deliveries.hold_all(held)
    await uow.deliveries.settle_all(dropped, now)


def _is_refused(result: SendResult) -> bool:
    return isinstance(result.error, ChatRefuses)


def _dropped(one: Claimed, said: Drop) -> Settled:
    return Settled(DeliveryState.UNKNOWN if one.may_have_arrived else DeliveryState.SKIPPED, said.reason)


async def _learn(uow: UnitOfWork, result: SendResult, closures: Closures, now: datetime) -> None:
    claimed, error = result.claimed, result.error
    if isinstance(error, Throttled):
        await uow.closures.put(claimed.ref, kept_for(error.retry_after), now)
        if (seconds := closures.all_closed_for()) > 0:
            await uow.closures.put(EVERYTHING, seconds, now)
    if isinstance(error, RecipientGone):
        await lose_chat(uow, claimed.channel, claimed.ref, now)
    if isinstance(error, Migrated):
        await move_chat(uow, claimed.channel, claimed.ref, error.new_ref, now)
    if isinstance(error, TopicGone):
        await topic_gone(uow, claimed.channel, claimed.ref, now)
    if isinstance(error, ChatRefuses) and claimed.operation is Operation.SEND:
        await note_trouble(uow, claimed.channel, claimed.ref, error.trouble, now)
