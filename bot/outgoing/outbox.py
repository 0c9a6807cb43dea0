"""The outbox: claims the deliveries that are due, asks the policies, has them sent, and settles them.

It works in rounds: one commit settles what arrived and marks what goes next, so that all of them wait for the disk
once; the marked rows are read outside the write transaction. A delivery is marked `sending` before its request and
settled after it; never more are claimed than the window has free places, and none long before its turn
(docs/architecture.md, rule 3). A P1 has a window of its own beside what is in flight. After a kill, each delivery in
flight is sent again or given up, as its row says.
"""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from time import monotonic
from zoneinfo import ZoneInfo

from alerts.clock import Clock
from alerts.delivery import Claimed, Operation, Priority, Sent
from alerts.errors import Unavailable
from alerts.ids import DeliveryId
from alerts.policies import is_silent
from alerts.ports import Storage, UnitOfWork
from alerts.services.chat.chat_trouble import chat_works
from bot.backoff import Backoff
from bot.logs import logger
from bot.metrics import Meter
from bot.outgoing.delivery_sender import DeliverySender, SendResult
from bot.outgoing.in_flight_count import InFlightCount, count_p1
from bot.outgoing.in_flight_window import InFlightWindow
from bot.outgoing.outage_log import OutageLog, wait_at_most
from bot.outgoing.outcome_store import OutcomeStore
from bot.outgoing.policy_check import PolicyCheck
from bot.telegram_api.closures import Closures

_P1 = (Priority.P1,)
LEASE = timedelta(minutes=2)
IDLE_SECONDS = 5.0
AGREE_SECONDS = 1.0  # how often the database is asked whether a chat closed for long still is
GATHER_SECONDS = 0.02  # deliveries that arrive within it, or until a part of the window has, settle together
GATHER_PART = 2
CLAIMS_A_ROUND = 8  # more than one only where policies object to what was claimed
FINISH_SECONDS = 8.0
LONGEST_WAIT_SECONDS = 5.0  # between two tries at a database that fails

log = logger()


@dataclass(frozen=True, slots=True)
class _Arrived:
    claimed: Claimed
    sent: Sent
    marked_at: float  # monotonic seconds


class Outbox:
    """Runs the rounds, and the deliveries in flight between them."""

    def __init__(
        self,
        *,
        storage: Storage,
        closures: Closures,
        delivery_sender: DeliverySender,
        window: InFlightWindow,
        clock: Clock,
        zone: ZoneInfo,
        owner: str,
        meter: Meter,
    ) -> None:
        self._storage = storage
        self._closures = closures
        self._delivery_sender = delivery_sender
        self._window = window
        self._clock = clock
        self._zone = zone
        self._owner = owner
        self._meter = meter
        self.policy_check = PolicyCheck(storage, delivery_sender, clock=clock, zone=zone, owner=owner)
        self._woken = asyncio.Event()
        self._gathered = asyncio.Event()
        self._arrived: list[_Arrived] = []
        self._marked: list[DeliveryId] = []  # marked in the database, policies not asked yet
        self._agree_at = 0.0  # monotonic seconds
        self._has_more = True
        self._may_have_p1 = True
        self._next_due: datetime | None = None
        self.may_claim = True
        self.with_groups = True  # one process alone sends to groups, as it counts their 20 a minute
        self.is_among_others = False  # other processes send too; closures of chats are shared with them
        self._outage = OutageLog()
        self._counted = InFlightCount()
        self.under_way: set[asyncio.Task[None]] = set()
        self._outcomes = OutcomeStore(storage, closures, clock, self.under_way, on_settled=self._count_failed)
        self._last_to: dict[str, asyncio.Task[None]] = {}  # the last task to each chat

    @property
    def in_flight(self) -> int:
        """How many deliveries are marked and not settled."""
        return self._counted.in_flight

    def wake(self) -> None:
        """Start the next round now, as something may be due."""
        self._may_have_p1 = True
        self._woken.set()

    async def run(self) -> None:
        """Send until cancelled. First, deliveries that an earlier owner left `sending` are given back."""
        backoff, is_voided = Backoff(1.0, LONGEST_WAIT_SECONDS), False
        while True:
            try:
                if not is_voided:
                    await self._void_claims()
                    is_voided = True
                await self._agree_on_closures()
                await self._whole_round()
            except Exception as error:
                self._may_have_p1 = True  # a P1 was perhaps found due and not claimed
                if isinstance(error, Unavailable):
                    self._outage.begin(error, self.in_flight)
                else:
                    log.exception("outbox_failed", under_way=self.in_flight)
                await asyncio.sleep(backoff.next())
            else:
                backoff.reset()
                await self._wait()

    async def _void_claims(self) -> None:
        async with self._storage.transaction() as uow:
            voided = await uow.deliveries.void_claims(self._clock.now())
            await self._closures.agree(uow, self._clock.now())
        if voided:
            self._meter.voided(voided)
            log.warning("claims_voided", count=voided)

    async def finish(self) -> None:
        """Wait for the requests in flight (at most `FINISH_SECONDS`), and settle them."""
        if self.under_way:
            _, late = await asyncio.wait(self.under_way, timeout=FINISH_SECONDS)
            for task in late:  # their rows stay `sending`, which the next start resolves
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        await self._outcomes.store()
        if self._arrived:
            await self._mark(0)

    async def _whole_round(self) -> None:
        """Run one round to its end, even when cancelled meanwhile: what it marked is then in flight."""
        round_ = asyncio.ensure_future(self.round())
        try:
            await asyncio.shield(round_)
        except asyncio.CancelledError:
            await asyncio.gather(round_, return_exceptions=True)
            raise

    @property
    def _is_open(self) -> bool:
        return self.may_claim and self._closures.all_closed_for() <= 0

    @property
    def _room(self) -> int:
        """How many deliveries may be claimed now."""
        under_way = self.in_flight - len(self._arrived) + len(self._marked)
        return self._window.room(under_way, self._counted.waiting) if self._is_open else 0

    @property
    def _room_of_p1(self) -> int:
        """How many deliveries of a P1 may be claimed now, whatever else is in flight; 0 when none is known to be
        due."""
        if not (self._may_have_p1 and self._is_open):
            return 0
        under_way = self._counted.p1_in_flight + len(self._marked) - count_p1([one.claimed for one in self._arrived])
        return self._window.room(under_way, self._counted.p1_waiting)

    @property
    def _has_room(self) -> bool:
        return self._room > 0 or self._room_of_p1 > 0

    async def round(self) -> bool:
        """Settle what arrived, mark what may go, and start it; return whether anything was marked."""
        self._woken.clear()
        self._gathered.clear()
        await self._outcomes.store()
        if not (self._arrived or self._marked or (self._has_room and await self._is_due())):
            return False
        looked_at = 0
        for _ in range(CLAIMS_A_ROUND):
            room, began = self._room, monotonic()
            await self._mark(room, await self._more_of_p1(room))
            marked = len(self._marked)
            going = await self.policy_check.check(self._marked)
            self._marked = []
            self._window.marked(monotonic() - began)
            self._start(going)
            looked_at += marked
            if len(going) == marked or not self._has_room:
                break
        log.debug("round", looked_at=looked_at, in_flight=self.in_flight, window=self._window.size)
        if room > 0:
            self._has_more = looked_at > 0
            await self._is_due()
        return looked_at > 0

    async def _agree_on_closures(self) -> None:
        """While anything is closed for long, exchange closures with the database, which an administrator may have
        ended."""
        now = monotonic()
        is_time = now >= self._agree_at and self._closures.is_closed_long()
        if not is_time and not self._closures.has_news:
            return
        self._agree_at = now + AGREE_SECONDS
        async with self._storage.transaction() as uow:
            news = await self._closures.agree(uow, self._clock.now())
        self._closures.agreed(news)

    async def _is_due(self) -> bool:
        if self._has_more:
            return True
        async with self._storage.reading(of_marks=True) as uow:
            self._next_due = await uow.deliveries.next_due(with_groups=self.with_groups)
        return self._next_due is not None and self._next_due <= self._clock.now()

    async def _more_of_p1(self, room: int) -> int:
        """Return how many deliveries of a P1 to claim beyond the room for all: a P1 overtakes what is in flight."""
        of_p1 = self._room_of_p1
        if of_p1 <= max(room, 0):
            return 0
        self._may_have_p1 = False  # `wake` sets it again meanwhile
        async with self._storage.reading(of_marks=True) as uow:
            due = await uow.deliveries.next_due(with_groups=self.with_groups, priorities=_P1)
        return of_p1 if due is not None and due <= self._clock.now() else 0

    async def _mark(self, limit: int, of_p1: int = 0) -> None:
        """Settle what arrived and claim what goes next, in one short commit, as anybody who presses a button meanwhile
        waits for it."""
        arrived, self._arrived = self._arrived, []
        now, news = self._clock.now(), None
        beside = self._counted.beside_p1(self._window.size) if max(limit, of_p1) > 0 else []
        try:
            async with self._storage.transaction(is_urgent=self._counted.is_urgent, only_marks=True) as uow:
                await uow.deliveries.settle_sent([(one.claimed.id, one.sent) for one in arrived], now)
                for group in {one.claimed.kvo_group_id for one in arrived if one.claimed.operation is Operation.SEND}:
                    if group is not None:
                        await chat_works(uow, group, now)
                if self.is_among_others:
                    news = await self._closures.agree(uow, now)
                mine = await self._claim(uow, of_p1, now, _P1)
                for priorities in beside:
                    mine += await self._claim(uow, 1, now, priorities)
                mine += await self._claim(uow, limit - len(mine), now)
        except BaseException:
            self._arrived = arrived + self._arrived
            raise
        if news is not None:
            self._closures.agreed(news)
        self._marked += mine
        self._may_have_p1 = self._may_have_p1 or (of_p1 > 0 and bool(mine))
        self._outage.end()
        self._count_settled(arrived)

    async def _claim(
        self, uow: UnitOfWork, limit: int, now: datetime, priorities: Collection[Priority] | None = None
    ) -> list[DeliveryId]:
        if limit <= 0:
            return []
        return await uow.deliveries.claim(
            limit,
            self._owner,
            LEASE,
            now,
            with_groups=self.with_groups,
            priorities=priorities,
            spacing=self._closures.chat_spacing,
        )

    def _count_settled(self, arrived: Sequence[_Arrived]) -> None:
        self._counted.settled([one.claimed for one in arrived])
        now = monotonic()
        for one in arrived:
            self._window.settled(now - one.marked_at)
        self._meter.window(self._window.size)
        self._meter.in_flight(self.in_flight)

    def _start(self, going: Sequence[Claimed]) -> None:
        """Start these deliveries; requests to one chat begin in the order of the claim."""
        now = self._clock.now()
        self._counted.started(going)
        for one in going:
            silent = is_silent(one.severity, one.p1_at_night, now, self._zone, one.quiet)
            task = asyncio.create_task(self._deliver(one, monotonic(), self._last_to.get(one.ref), silent=silent))
            self._last_to[one.ref] = task
            self.under_way.add(task)
            task.add_done_callback(partial(self._ended, one.ref))

    def _ended(self, ref: str, task: asyncio.Task[None]) -> None:
        self.under_way.discard(task)
        if self._last_to.get(ref) is task:  # a later one may have taken its place
            del self._last_to[ref]

    async def _deliver(
        self, claimed: Claimed, marked_at: float, earlier: asyncio.Task[None] | None, *, silent: bool
    ) -> None:
        result = await self._delivery_sender.send(claimed, partial(self._departed, claimed), earlier, is_silent=silent)
        if isinstance(result.outcome, Sent) and result.error is None:
            self._arrived.append(_Arrived(claimed, result.outcome, marked_at))
            if len(self._arrived) * GATHER_PART >= self._window.size:
                self._gathered.set()
        else:
            self._outcomes.add(result)
        self._woken.set()

    def _departed(self, claimed: Claimed) -> None:
        self._counted.took_turn(claimed)
        self._woken.set()

    def _count_failed(self, failed: Sequence[SendResult]) -> None:
        self._counted.settled([result.claimed for result in failed])
        self._has_more = self._may_have_p1 = True  # they may be due again, each at its own time
        self._woken.set()

    async def _wait(self) -> None:
        """Wait until there is something to do; with deliveries in flight a moment longer, so that more share the
        commit."""
        seconds = IDLE_SECONDS
        if (closed := self._closures.all_closed_for()) > 0:
            seconds = min(closed, AGREE_SECONDS) if self._closures.is_closed_long() else closed
        elif not self._has_more and self._next_due is not None:
            seconds = (self._next_due - self._clock.now()).total_seconds()
        elif self._has_more and self._has_room:
            seconds = 0.0
        await wait_at_most(self._woken, min(max(seconds, 0.0), IDLE_SECONDS))
        self._may_have_p1 = self._may_have_p1 or not self._woken.is_set()
        if self.in_flight > 0:
            await wait_at_most(self._gathered, GATHER_SECONDS)
