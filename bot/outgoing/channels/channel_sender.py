"""The sender of one channel beside the chat: claims what is due, sends it at the channel's own rate, and settles it.

It runs as a job of the clock, with a circuit breaker of its own: while its server is out of reach nothing is claimed,
and neither chat nor another channel waits for it.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from time import monotonic

from alerts.channel import ChannelDelivery, after_failure
from alerts.clock import Clock
from alerts.delivery import DeliveryState, Outcome, Sent, Settled
from alerts.errors import DeliveryError, RecipientGone, Unavailable, Unreachable
from alerts.mail import WhyInactive
from alerts.ports import Storage
from alerts.services.channel.stop_mail import stop_mail
from bot.backoff import Backoff
from bot.logs import logger
from bot.outgoing.channels.carrier import Carrier, Letter, Line
from bot.outgoing.channels.letter_writer import LetterWriter

LEASE = timedelta(minutes=5)  # longer than a round takes
ROUND_SECONDS = 2
FIRST_CLOSED_SECONDS, LONGEST_CLOSED_SECONDS = 5.0, 300.0

log = logger()


class ChannelSender:
    """Sends what is due by one channel. `rate`: messages per second."""

    def __init__(
        self,
        channel: str,
        carrier: Carrier,
        writer: LetterWriter,
        *,
        storage: Storage,
        clock: Clock,
        rate: float,
    ) -> None:
        self._channel = channel
        self._carrier = carrier
        self._writer = writer
        self._storage = storage
        self._clock = clock
        self._most = max(1, round(rate * ROUND_SECONDS))
        self._backoff = Backoff(FIRST_CLOSED_SECONDS, LONGEST_CLOSED_SECONDS)
        self._under_way: asyncio.Task[None] | None = None
        self._open_at = 0.0  # monotonic seconds

    async def tick(self) -> None:
        """Begin a round, unless one is under way: a server that answers slowly holds no clock up."""
        if self._under_way is None or self._under_way.done():
            self._under_way = asyncio.create_task(self._whole_round())

    async def _whole_round(self) -> None:
        try:
            await self.round()
        except Exception:  # tried again at the next tick
            log.exception("channel_failed", channel=self._channel)

    async def round(self) -> None:
        """Send what is due, as much as fits the rate; nothing while the server is out of reach."""
        if monotonic() < self._open_at or not await self._is_due():
            return
        try:
            async with self._carrier.connect() as line:
                claimed = await self._claim()
                for place, one in enumerate(claimed):
                    outcome = await self._deliver(one, line)
                    if isinstance(outcome, Unreachable):
                        await self._give_back(claimed[place:])
                        raise outcome
        except Unreachable as error:
            seconds = self._backoff.next()
            self._open_at = monotonic() + seconds
            log.warning("channel_closed", channel=self._channel, error=str(error), seconds=round(seconds))
        else:
            self._backoff.reset()

    async def _is_due(self) -> bool:
        async with self._storage.reading() as uow:
            return await uow.channels.is_due(self._channel, self._storage.owner, self._clock.now())

    async def _claim(self) -> list[ChannelDelivery]:
        async with self._storage.transaction() as uow:
            await uow.channels.void_claims(self._storage.owner, self._clock.now())
            return await uow.channels.claim(self._channel, self._most, self._storage.owner, LEASE, self._clock.now())

    async def _deliver(self, claimed: ChannelDelivery, line: Line) -> Unreachable | None:
        """Send one delivery and settle it; return the error when the server is out of reach."""
        now = self._clock.now()
        letter = await self._letter(claimed, now)
        if isinstance(letter, Settled):
            await self._settle(claimed, letter, now)
            return None
        try:
            await line.send(letter)
        except Unreachable as error:
            return error
        except DeliveryError as error:
            await self._settle(claimed, after_failure(error, claimed, self._clock.now()), self._clock.now(), error)
        else:
            await self._settle(claimed, Sent("", ""), self._clock.now())
        return None

    async def _letter(self, claimed: ChannelDelivery, now: datetime) -> Letter | Settled:
        """Write the letter; one that is not wanted any more, or cannot be written, stops no other."""
        try:
            letter = await self._writer.write(claimed, now)
        except Unavailable:
            raise
        except Exception as error:
            log.exception("letter_not_written", delivery=claimed.id)
            return Settled(DeliveryState.FAILED, "refused", type(error).__name__)
        return Settled(DeliveryState.SKIPPED, letter) if isinstance(letter, str) else letter

    async def _settle(
        self, claimed: ChannelDelivery, outcome: Outcome, now: datetime, error: DeliveryError | None = None
    ) -> None:
        async with self._storage.transaction() as uow:
            await uow.channels.settle(claimed.id, outcome, now)
            if isinstance(error, RecipientGone) and claimed.member_id is not None:
                await stop_mail(uow, claimed.member_id, WhyInactive.BOUNCED, now)
        log.info("channel_settled", channel=self._channel, delivery=claimed.id, outcome=type(outcome).__name__)

    async def _give_back(self, claimed: Sequence[ChannelDelivery]) -> None:
        """Put back what was not sent; it costs no attempt."""
        now = self._clock.now()
        async with self._storage.transaction() as uow:
            for one in claimed:
                await uow.channels.settle(one.id, after_failure(Unreachable(), one, now), now)
