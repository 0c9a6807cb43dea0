"""The outbox: claims what is due, asks the policies, has it carried, and settles.

Rounds: one commit settles what arrived and marks what goes next, so that the disk is waited for once for all of them;
what the marks are about is read beside the writers.
A delivery is marked `sending` before its request and settled after it; never more are claimed than there are free
places in the window, and none long before its turn (DESIGN, rule 3). After a kill, what was under way is sent again or
given up, as it says.
"""

import asyncio
import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from time import monotonic
from zoneinfo import ZoneInfo

from alerts.clock import Clock
from alerts.delivery import Claimed, DeliveryState, Sent, Settled
from alerts.errors import Conflict, DeliveryError, Migrated, RecipientGone, Throttled, TopicGone, Unavailable
from alerts.ids import AlertId, DeliveryId, MemberId
from alerts.policies import Drop, Hold, Verdict, is_silent, verdict
from alerts.ports import Storage, UnitOfWork
from alerts.services.keep_chat import lose_chat, move_chat
from alerts.services.still_meant import still_in_office, still_meant
from bot.carrier import Carried, Carrier
from bot.limiter import EVERYTHING
from bot.logs import logger
from bot.messenger import Messenger
from bot.metrics import Meter
from bot.window import Window

LEASE = timedelta(minutes=2)
IDLE_SECONDS = 5.0
GATHER_SECONDS = 0.01  # what arrives within this time is settled together, or a part of the window before
GATHER_PART = 2
CLAIMS_A_ROUND = 8  # where policies object to what was claimed
FINISH_SECONDS = 8.0
FREE_IT = "free space on the disk, or end what holds the database; sending then goes on by itself"

log = logger()


@dataclass(frozen=True, slots=True)
class _Arrived:
    claimed: Claimed
    sent: Sent
    marked_at: float  # monotonic seconds


class Outbox:
    """Rounds of one commit, and the deliveries that are under way meanwhile."""

    def __init__(
        self,
        *,
        storage: Storage,
        messenger: Messenger,
        carrier: Carrier,
        window: Window,
        clock: Clock,
        zone: ZoneInfo,
        owner: str,
        meter: Meter,
    ) -> None:
        self._storage = storage
        self._messenger = messenger
        self._carrier = carrier
        self._window = window
        self._clock = clock
        self._zone = zone
        self._owner = owner
        self._meter = meter
        self._woken = asyncio.Event()
        self._gathered = asyncio.Event()
        self._arrived: list[_Arrived] = []
        self._marked: list[DeliveryId] = []  # on disk, and not looked at yet
        self._has_more = True
        self._next_due: datetime | None = None
        self.may_claim = True
        self.with_groups = True  # a group's twenty a minute are counted by one process
        self.is_among_others = False  # what closes a chat to them closes it to this process
        self._has_stopped = False  # the database takes no marks
        self._waiting = 0  # marked, for their turn to depart
        self.in_flight = 0  # marked and not settled
        self.under_way: set[asyncio.Task[None]] = set()
        self._last_to: dict[str, asyncio.Task[None]] = {}  # by chat

    def wake(self) -> None:
        """Something may be due."""
        self._woken.set()

    async def run(self) -> None:
        """Send until cancelled; what an earlier owner left `sending` goes back first."""
        async with self._storage.transaction() as uow:
            voided = await uow.deliveries.void_claims(self._clock.now())
            await self._heed(uow)
        if voided:
            self._meter.voided(voided)
            log.warning("claims_voided", count=voided)
        while True:
            try:
                await self._whole_round()
            except Unavailable as error:
                self._stop(error)
                await asyncio.sleep(1)
            except Exception:
                log.exception("outbox_failed", under_way=self.in_flight)
                await asyncio.sleep(1)
            else:
                await self._wait()

    async def finish(self) -> None:
        """Wait for the requests under way, and settle them."""
        if self.under_way:
            _, late = await asyncio.wait(self.under_way, timeout=FINISH_SECONDS)
            for task in late:  # their rows stay `sending`, which the next start sees
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        if self._arrived:
            await self._mark(0)

    async def _whole_round(self) -> None:
        """Being told to stop does not cut it in two: what it marked is under way when it ends."""
        round_ = asyncio.ensure_future(self.round())
        try:
            await asyncio.shield(round_)
        except asyncio.CancelledError:
            await asyncio.gather(round_, return_exceptions=True)
            raise

    @property
    def _room(self) -> int:
        """How many may be claimed now."""
        if not self.may_claim or self._messenger.all_closed_for() > 0:
            return 0
        under_way = self.in_flight - len(self._arrived) + len(self._marked)
        return min(self._window.size - under_way, self._window.ahead - self._waiting)

    async def round(self) -> bool:
        """Settle what arrived, mark what may go, and let it go; whether anything was marked."""
        self._woken.clear()
        self._gathered.clear()
        if not (self._arrived or self._marked or (self._room > 0 and await self._is_due())):
            return False
        looked_at = 0
        for _ in range(CLAIMS_A_ROUND):
            room = self._room
            await self._mark(room)
            marked = len(self._marked)
            going = await self._look()
            self._start(going)
            looked_at += marked
            if len(going) == marked or self._room <= 0:
                break
        log.debug("round", looked_at=looked_at, in_flight=self.in_flight, window=self._window.size)
        if room > 0:
            self._has_more = looked_at > 0
            await self._is_due()
        return looked_at > 0

    async def _heed(self, uow: UnitOfWork) -> None:
        for ref, seconds in await uow.closures.left(self._clock.now()):
            self._messenger.heed(ref, seconds)

    async def _is_due(self) -> bool:
        if self._has_more:
            return True
        async with self._storage.reading() as uow:
            self._next_due = await uow.deliveries.next_due(with_groups=self.with_groups)
        return self._next_due is not None and self._next_due <= self._clock.now()

    async def _mark(self, limit: int) -> None:
        """One short commit, as whoever presses a button meanwhile waits for it."""
        arrived, self._arrived = self._arrived, []
        now = self._clock.now()
        try:
            async with self._storage.transaction() as uow:
                await uow.deliveries.settle_sent([(one.claimed.id, one.sent) for one in arrived], now)
                if self.is_among_others:
                    await self._heed(uow)
                mine = list[DeliveryId]()
                if limit > 0:
                    mine = await uow.deliveries.claim(limit, self._owner, LEASE, now, with_groups=self.with_groups)
        except BaseException:
            self._arrived = arrived + self._arrived
            raise
        self._marked += mine
        self._go_on()
        self._count_settled(arrived)

    async def _look(self) -> list[Claimed]:
        """Those that are marked and to which no policy objects; what is held or dropped is stored with its reason."""
        if not self._marked:
            return []
        now = self._clock.now()
        async with self._storage.reading() as uow:
            claimed = await uow.deliveries.claimed(self._marked, self._owner)
            asked = await self._asked_again(uow, claimed, now)
            judged = [(one, verdict(one, now)) for one in asked]
            going = [one for one, said in judged if not isinstance(said, Hold | Drop)]
            await self._carrier.prepare(going, uow)
        if len(going) < len(judged):
            async with self._storage.transaction() as uow:
                for one, said in judged:
                    with contextlib.suppress(Conflict):  # whose it is was erased since it was read
                        await _put_aside(uow, one, said, now)
        self._marked = []
        return going

    async def _asked_again(self, uow: UnitOfWork, claimed: Sequence[Claimed], now: datetime) -> list[Claimed]:
        asked = {one.id: pair for one in claimed if (pair := _asked_about(one))}
        changed = {pair for one in claimed if (pair := asked.get(one.id)) and one.is_change}
        new = set(asked.values()) - changed
        meant = await still_meant(uow, new, now) if new else set()
        if changed:
            meant |= await still_in_office(uow, changed, now)
        return [
            replace(one, is_meant=False) if (pair := asked.get(one.id)) and pair not in meant else one
            for one in claimed
        ]

    def _count_settled(self, arrived: Sequence[_Arrived]) -> None:
        self.in_flight -= len(arrived)
        now = monotonic()
        for one in arrived:
            self._window.settled(now - one.marked_at)
        self._meter.window(self._window.size)
        self._meter.in_flight(self.in_flight)

    def _start(self, going: Sequence[Claimed]) -> None:
        """Requests begin in the order of the claim."""
        self.in_flight += len(going)
        self._waiting += len(going)
        now = self._clock.now()
        for one in going:
            silent = is_silent(one.severity, one.p1_at_night, now, self._zone)
            task = asyncio.create_task(self._deliver(one, monotonic(), self._last_to.get(one.ref), silent=silent))
            self._last_to[one.ref] = task
            self.under_way.add(task)
            task.add_done_callback(partial(self._ended, one.ref))

    def _ended(self, ref: str, task: asyncio.Task[None]) -> None:
        self.under_way.discard(task)
        if self._last_to.get(ref) is task:  # one that came later may have ended before
            del self._last_to[ref]

    async def _deliver(
        self, claimed: Claimed, marked_at: float, earlier: asyncio.Task[None] | None, *, silent: bool
    ) -> None:
        carried = await self._carrier.carry(claimed, self._departed, earlier, is_silent=silent)
        if isinstance(carried.outcome, Sent) and carried.error is None:
            self._arrived.append(_Arrived(claimed, carried.outcome, marked_at))
            if len(self._arrived) * GATHER_PART >= self._window.size:
                self._gathered.set()
        else:
            while not await self._settled(carried):  # noqa: ASYNC110 -- its place stays taken meanwhile
                await asyncio.sleep(1)
            self.in_flight -= 1
        self._woken.set()

    def _departed(self) -> None:
        self._waiting -= 1
        self._woken.set()

    async def _settled(self, carried: Carried) -> bool:
        """Store what did not simply arrive, with what was learned of the address."""
        claimed = carried.claimed
        try:
            async with self._storage.transaction() as uow:
                await self._learn(carried.error, claimed, uow)
                await uow.deliveries.settle(claimed.id, carried.outcome, self._clock.now())
        except Conflict:
            log.warning("settled_before", delivery=claimed.id)
        except Unavailable as error:
            self._stop(error)
            return False
        except Exception:
            log.exception("delivery_not_settled", delivery=claimed.id)
            return False
        self._has_more = True  # it may have to be tried again, at a time of its own
        return True

    def _stop(self, error: Unavailable) -> None:
        """Without a mark nothing goes out; this is said once, not at every try."""
        if not self._has_stopped:
            self._has_stopped = True
            log.error("sending_stopped", reason=str(error), under_way=self.in_flight, do=FREE_IT)

    def _go_on(self) -> None:
        if self._has_stopped:
            self._has_stopped = False
            log.warning("sending_resumed")

    async def _learn(self, error: DeliveryError | None, claimed: Claimed, uow: UnitOfWork) -> None:
        if isinstance(error, Throttled):
            await uow.closures.put(claimed.ref, error.retry_after, self._clock.now())
            if (seconds := self._messenger.all_closed_for()) > 0:
                await uow.closures.put(EVERYTHING, seconds, self._clock.now())
        if isinstance(error, RecipientGone):
            await lose_chat(uow, claimed.channel, claimed.ref, self._clock.now())
        if isinstance(error, Migrated):
            await move_chat(uow, claimed.channel, claimed.ref, error.new_ref, self._clock.now())
        if isinstance(error, TopicGone):
            await uow.kvo_groups.forget_topic(claimed.channel, claimed.ref)

    async def _wait(self) -> None:
        """Until there is something to do; then a moment longer, so that more of it shares the commit."""
        seconds = IDLE_SECONDS
        if (closed := self._messenger.all_closed_for()) > 0:
            seconds = closed
        elif not self._has_more and self._next_due is not None:
            seconds = (self._next_due - self._clock.now()).total_seconds()
        elif self._has_more and self._room > 0:
            seconds = 0.0
        await _happens(self._woken, min(max(seconds, 0.0), IDLE_SECONDS))
        await _happens(self._gathered, GATHER_SECONDS)


async def _happens(event: asyncio.Event, seconds: float) -> None:
    """Wait for it, no longer than that."""
    with contextlib.suppress(TimeoutError):  # wait_for would lose a cancellation that meets the event (3.11)
        async with asyncio.timeout(seconds):
            await event.wait()


async def _put_aside(uow: UnitOfWork, one: Claimed, said: Verdict, now: datetime) -> None:
    match said:
        case Hold(until, reason):
            await uow.deliveries.hold(one.id, until, reason)
        case Drop(reason):
            state = DeliveryState.UNKNOWN if one.may_have_arrived else DeliveryState.SKIPPED
            await uow.deliveries.settle(one.id, Settled(state, reason), now)


def _asked_about(claimed: Claimed) -> tuple[AlertId, MemberId] | None:
    """What is above CLEAR, unless it goes to a group, which asks its own questions.

    What a text became goes to who had it, moved or not (DOMAIN §3); words that are for offices only to who is in one.
    """
    if claimed.revision_id is None or claimed.tlp is None or not claimed.is_protected:
        return None
    if claimed.alert_id is None or claimed.member_id is None:
        return None
    ends = claimed.revision_kind is not None and claimed.revision_kind.ends
    is_left_alone = claimed.is_change and (ends or claimed.tlp.is_for_shops)
    return None if is_left_alone else (claimed.alert_id, claimed.member_id)
