"""The outbox on a real database, with a messenger that does what the test says."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

import pytest
from telegram import Bot

from alerts.alert import AlertContent, AlertState, IncidentKind
from alerts.area import Place
from alerts.branch import Branch
from alerts.delivery import Claimed, DeliveryState, Sent
from alerts.errors import DeliveryError, Migrated, RecipientGone, Temporary, Throttled, Undeliverable, Unknown
from alerts.ids import AlertId, MemberId
from alerts.member import Language
from alerts.municipality import Municipality
from alerts.point import Point, point_at
from alerts.ports import Storage, UnitOfWork
from alerts.postcode import Pc4Place
from alerts.premises import NewPremises, PointSource, Verification
from alerts.role import Role, Scope, ScopeKind
from alerts.services.compose_alert import compose_alert
from alerts.services.end_alert import end_due_alerts
from alerts.services.report_progress import Progress, progress_of, report_progress
from alerts.services.submit_alert import submit_alert
from alerts.severity import Severity, Tlp
from bot.carrier import Carrier
from bot.limiter import Limiter
from bot.message import Message
from bot.messenger import Messenger
from bot.metrics import Meter
from bot.outbox import Outbox
from bot.render.writer import Writer
from bot.texts import load_texts
from bot.window import Window
from storage import open_storage
from tests.sqlite import make_database

ZONE = ZoneInfo("Europe/Amsterdam")
START = datetime(2026, 11, 21, 20, 5, tzinfo=UTC)
HERE = point_at(51.93, 4.58)
SHOPS = 12


class SetClock:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.moment = START

    def now(self) -> datetime:
        return self.moment


class ScriptedMessenger(Messenger):
    """Remembers what was sent; `answer` may raise instead."""

    def __init__(self) -> None:
        super().__init__(Bot("1:test"), Limiter(1e6, 1e6, chat_rate=1e6), Meter())
        self.sent: list[tuple[str, Message]] = []
        self.edited: list[tuple[str, Message]] = []
        self.answer: Callable[[str], DeliveryError | None] = lambda _ref: None
        self.knocked = asyncio.Semaphore(0)
        self.gate = asyncio.Event()
        self.gate.set()

    async def send(
        self, ref: str, message: Message, *, has_departed: bool = False, reply_to: str | None = None, topic: int = 0
    ) -> Sent:
        self.knocked.release()
        await self.gate.wait()
        if error := self.answer(ref):
            raise error
        self.sent.append((ref, message))
        return Sent(message_ref=str(len(self.sent)), chat_ref=ref)

    async def edit(self, ref: str, message_ref: str, message: Message) -> Sent:
        self.edited.append((ref, message))
        return Sent(message_ref, ref)

    def recipients(self) -> list[str]:
        """Who got the alert, in order."""
        return [ref for ref, message in self.sent if "WEES ALERT" in message.text]


class World:
    """A police officer and a row of jewellers, each 100 m farther from the place of the incident."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage
        self.clock = SetClock()
        self.messenger = ScriptedMessenger()
        self.alert = AlertId(0)

    def outbox(self, *, storage: Storage | None = None, window: int = 100) -> Outbox:
        storage = storage or self.storage
        writer, meter = Writer(load_texts(), self.clock, ZONE, "wees_alert_bot"), Meter()
        carrier = Carrier(storage=storage, messenger=self.messenger, writer=writer, clock=self.clock, meter=meter)
        return Outbox(
            storage=storage,
            messenger=self.messenger,
            carrier=carrier,
            window=Window(1, round_trip=window - 1),
            clock=self.clock,
            zone=ZONE,
            owner="test",
            meter=meter,
        )

    async def deliver(
        self,
        done: Callable[[Progress], bool] = lambda progress: progress.is_settled,
        *,
        outbox: Outbox | None = None,
        running: asyncio.Task[None] | None = None,
    ) -> Progress:
        """Run an outbox (or the one that runs) until the alert's deliveries are as asked."""
        outbox = outbox or self.outbox()
        running = running or asyncio.create_task(outbox.run())
        try:
            async with asyncio.timeout(10):
                while not done(progress := await self.progress()):
                    outbox.wake()
                    await asyncio.sleep(0.01)
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
            await outbox.finish()
        return progress

    async def progress(self) -> Progress:
        async with self.storage.reading() as uow:
            return await progress_of(uow, self.alert)


async def _shop(uow: UnitOfWork, number: int) -> MemberId:
    member = await uow.members.add(channel="telegram", ref=str(number), language=Language.DUTCH, now=START)
    point = Point(HERE.x, HERE.y + 100 * number, HERE.z)
    new = NewPremises(Branch.JEWELLER, "2903", "2903AB", point, PointSource.LOCATION, f"Goud {number}", str(number))
    shop = await uow.premises.add(new, START)
    await uow.premises.join(shop.id, member.id, is_owner=True, now=START)
    await uow.premises.verify(shop.id, shop.version, Verification.VOUCH, None, START)
    return member.id


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """An alert that was just sent to every shop."""
    await make_database(tmp_path / "test.db")
    storage = await open_storage(f"sqlite:///{tmp_path}/test.db", owner=True)
    world = World(storage)
    async with storage.transaction() as uow:
        for number in reversed(range(1, SHOPS + 1)):
            await _shop(uow, number)
        police = await uow.members.add(channel="telegram", ref="900", language=Language.DUTCH, now=START)
        scope = Scope(ScopeKind.POSTCODES, first="2900", last="2999")
        await uow.roles.grant(member=police.id, role=Role.POLICE, scope=scope, label=None, granted_by=None, now=START)
        content = AlertContent(
            kind=IncidentKind.ROBBERY,
            what="Er is een winkel overvallen.",
            place=Place("2903", None, HERE),
            place_words="Capelle aan den IJssel",
            reach_m=5_000,
            branches=frozenset({Branch.JEWELLER}),
            severity=Severity.P2,
            tlp=Tlp.AMBER,
            until=START + timedelta(hours=3),
        )
        await uow.postcodes.replace_all([Pc4Place("2903", "Capelle aan den IJssel", HERE)])
        await uow.municipalities.save(Municipality("Capelle aan den IJssel", sole_on_duty=True))
        alert = await compose_alert(uow, police.id, content, START, zone=ZONE)
        sent = await submit_alert(uow, alert.id, alert.version, police.id, START, reason="acute")
        assert sent.recipients == SHOPS
        world.alert = sent.alert.id
    yield world
    await storage.close()


async def test_nearest_first_protected_with_their_own_distance(world: World) -> None:
    """Everybody gets it once, by distance, above CLEAR protected, and with how far it is from their own shop."""
    progress = await world.deliver()
    assert progress.sent == SHOPS
    assert [str(number) for number in range(1, SHOPS + 1)] == world.messenger.recipients()
    messages = {ref: message for ref, message in world.messenger.sent if "WEES ALERT" in message.text}
    assert all(message.is_protected for message in messages.values())
    assert "300 m" in messages["3"].text
    assert "1,2 km" in messages["12"].text


async def test_what_was_under_way_at_a_kill_is_sent_again(world: World) -> None:
    """Rows left `sending` go back to the queue at the next start: nobody is lost, repeats are what was in flight."""
    world.messenger.gate.clear()
    outbox = world.outbox()
    running = asyncio.create_task(outbox.run())
    async with asyncio.timeout(5):
        await world.messenger.knocked.acquire()
    running.cancel()
    await asyncio.gather(running, *(_killed(task) for task in outbox.under_way), return_exceptions=True)
    assert world.messenger.recipients() == []
    world.messenger.gate.set()
    await world.deliver()
    assert len(set(world.messenger.recipients())) == SHOPS


async def _killed(task: asyncio.Task[None]) -> None:
    task.cancel()
    await task


async def test_a_blocked_recipient_fails_and_becomes_inactive(world: World) -> None:
    """The reason is kept, the address is not tried again, and the others go on."""
    world.messenger.answer = lambda ref: RecipientGone("Forbidden: bot was blocked by the user") if ref == "4" else None
    progress = await world.deliver()
    assert progress.sent == SHOPS - 1
    assert [(one.reason, one.count) for one in progress.failed] == [("gone", 1)]
    async with world.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", "4")
    assert member is not None
    assert not member.address.is_active


@pytest.mark.parametrize("error", [Throttled(0), Temporary("refused"), Unknown("dropped")])
async def test_what_may_still_arrive_is_tried_again(world: World, error: DeliveryError) -> None:
    """A 429, a refused connection and a dropped one each end in delivery."""
    failed: list[str] = []

    def once(ref: str) -> DeliveryError | None:
        if ref == "2" and not failed:
            failed.append(ref)
            return error
        world.clock.moment += timedelta(seconds=2)
        return None

    world.messenger.answer = once
    progress = await world.deliver()
    assert progress.sent == SHOPS
    assert failed == ["2"]


async def test_a_refused_text_is_recorded_and_others_are_not_affected(world: World) -> None:
    """400 for one recipient is theirs alone."""
    world.messenger.answer = lambda ref: Undeliverable("Bad Request: x") if ref == "5" else None
    progress = await world.deliver()
    assert [(one.reason, one.count) for one in progress.failed] == [("refused", 1)]
    assert progress.sent == SHOPS - 1


async def test_a_moved_address_is_followed(world: World) -> None:
    """A group that became a supergroup gets it at the new address, once."""
    world.messenger.answer = lambda ref: Migrated("-1006") if ref == "6" else None
    progress = await world.deliver()
    assert progress.sent == SHOPS
    assert world.messenger.recipients().count("-1006") == 1


async def test_a_pause_holds_and_a_mute_of_p3_does_not_touch_p2(world: World) -> None:
    """Who pauses gets it when the pause ends, if it still lives; the report does not wait for that."""
    async with world.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", "1")
        assert member is not None
        await uow.members.save(replace(member, paused_until=START + timedelta(hours=1), muted=frozenset({Severity.P3})))
    progress = await world.deliver()
    assert (progress.sent, progress.paused) == (SHOPS - 1, 1)
    world.clock.moment = START + timedelta(hours=1, seconds=1)
    progress = await world.deliver(lambda now: now.sent == SHOPS)
    assert world.messenger.recipients()[-1] == "1"


async def test_after_its_end_nothing_is_sent(world: World) -> None:
    """An outage does not send an old notice: what was queued is skipped, and the sender is told that it ended."""
    world.clock.moment = START + timedelta(hours=4)
    async with world.storage.transaction() as uow:
        await end_due_alerts(uow, world.clock.now())
        assert AlertState.ENDED is (await uow.alerts.get(world.alert)).state
    progress = await world.deliver()
    assert progress.sent == 0
    assert {"expired", "ended"} >= {one.reason for one in progress.skipped}
    assert world.messenger.recipients() == []
    assert any("afgelopen" in message.text for ref, message in world.messenger.sent if ref == "900")


async def test_the_senders_message_keeps_counting_and_a_report_follows(world: World) -> None:
    """One message is edited as the numbers change; the report comes once."""
    await world.deliver()
    async with world.storage.transaction() as uow:
        await report_progress(uow, world.clock.now())
        await report_progress(uow, world.clock.now())
    await world.deliver(lambda _: len(world.messenger.edited) >= 1)
    member = MemberId(1)
    async with world.storage.transaction() as uow:
        assert await uow.alerts.mark_seen(world.alert, member, world.clock.now())
        await report_progress(uow, world.clock.now())
    await world.deliver(lambda _: len(world.messenger.edited) >= 2)
    assert [ref for ref, _ in world.messenger.edited] == ["900", "900"]
    assert f"Verstuurd: {SHOPS}" in world.messenger.edited[0][1].text
    assert "Gezien: 1" in world.messenger.edited[1][1].text
    reports = [message for ref, message in world.messenger.sent if ref == "900" and "eindverslag" in message.text]
    assert len(reports) == 1


class Lockable:
    """The storage, for as long as nobody else has its file."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self.is_locked = False
        self.refused = asyncio.Semaphore(0)
        self.reading = storage.reading

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[UnitOfWork]:
        if self.is_locked:
            self.refused.release()
            raise TimeoutError("database is locked")
        async with self._storage.transaction() as uow:
            yield uow


async def test_what_could_not_be_settled_is_settled_later(world: World) -> None:
    """A locked database after a send: nothing more goes out, no row stays `sending`, and nobody gets it twice."""
    lockable = Lockable(world.storage)
    outbox = world.outbox(storage=cast("Storage", lockable), window=4)
    world.messenger.gate.clear()
    running = asyncio.create_task(outbox.run())
    async with asyncio.timeout(10):
        for _ in range(4):
            await world.messenger.knocked.acquire()
        lockable.is_locked = True
        world.messenger.gate.set()
        for _ in range(2):
            await lockable.refused.acquire()
    assert 4 == len(world.messenger.sent)
    lockable.is_locked = False
    progress = await world.deliver(outbox=outbox, running=running)
    assert SHOPS == progress.sent
    assert SHOPS == len(world.messenger.recipients())


async def test_being_told_to_stop_while_rows_are_marked_leaves_none_behind(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the commit marked goes out and is settled all the same."""
    outbox, marked = world.outbox(), asyncio.Event()
    claim = outbox._claim

    async def claim_and_tell(uow: UnitOfWork, limit: int) -> tuple[int, list[Claimed]]:
        found = await claim(uow, limit)
        marked.set()
        return found

    monkeypatch.setattr(outbox, "_claim", claim_and_tell)
    running = asyncio.create_task(outbox.run())
    await marked.wait()
    running.cancel()  # the commit is under way
    await asyncio.gather(running, return_exceptions=True)
    await outbox.finish()
    async with world.storage.reading() as uow:
        states = {one.state for one in await uow.deliveries.counts(world.alert)}
    assert DeliveryState.SENT in states
    assert DeliveryState.SENDING not in states


async def test_who_left_the_shop_or_lost_the_role_does_not_get_what_was_queued(world: World) -> None:
    """What is above CLEAR is asked about again at the moment of sending; the reason is counted."""
    async with world.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", "3")
        assert member is not None
        (following,) = await uow.premises.followings(member.id)
        await uow.premises.leave(following.premises.id, member.id, START)
    progress = await world.deliver()
    assert SHOPS - 1 == progress.sent
    assert [("not-meant", 1)] == [(one.reason, one.count) for one in progress.skipped]
    assert "3" not in world.messenger.recipients()


@pytest.mark.parametrize(("closed", "sent"), [(["1"], SHOPS - 1), (["1", "2"], 0)], ids=["a chat", "everything"])
async def test_what_another_process_was_told_to_leave_is_left(world: World, closed: list[str], sent: int) -> None:
    """A 429 that it stored holds here too; for two chats at once it is taken as the limit of all."""
    async with world.storage.transaction() as uow:
        for ref in closed:
            await uow.closures.put(ref, 600, START)
    outbox = world.outbox()
    outbox.is_among_others = True
    running = asyncio.create_task(outbox.run())
    async with asyncio.timeout(10):
        while (await _next_due(world.storage)) < START + timedelta(seconds=500):
            outbox.wake()
            await asyncio.sleep(0.01)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await outbox.finish()
    assert len(world.messenger.recipients()) == sent
    assert not set(world.messenger.recipients()) & set(closed)


async def test_a_429_is_stored_for_other_processes(world: World) -> None:
    """With its chat, and for as long as it said."""
    world.messenger.answer = lambda ref: Throttled(600) if ref == "3" else None
    await world.deliver(lambda progress: progress.sent == SHOPS - 1)
    async with world.storage.reading() as uow:
        assert await uow.closures.left(START) == [("3", 600.0)]


async def _next_due(storage: Storage) -> datetime:
    async with storage.reading() as uow:
        return await uow.deliveries.next_due() or START + timedelta(days=1)
