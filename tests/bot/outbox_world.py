"""A row of shops to whom an alert was just sent, on a real database, with a messenger that a test controls."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from alerts.alert import AlertContent, IncidentKind
from alerts.area import Place
from alerts.branch import Branch
from alerts.delivery import Sent
from alerts.errors import DeliveryError
from alerts.ids import AlertId, MemberId
from alerts.kvo_group import ChatSetting
from alerts.member import Language
from alerts.municipality import Municipality
from alerts.point import Point, point_at
from alerts.ports import Storage, UnitOfWork
from alerts.postcode import Pc4Place
from alerts.premises import NewPremises, PointSource, Verification
from alerts.role import Role, Scope, ScopeKind
from alerts.services.alert.compose_alert import compose_alert
from alerts.services.alert.report_progress import Progress, progress_of
from alerts.services.alert.submit_alert import submit_alert
from alerts.severity import Severity
from alerts.tlp import Tlp
from bot.conversation.message import Message
from bot.metrics import Meter
from bot.outgoing.in_flight_window import InFlightWindow
from bot.outgoing.outbox import Outbox
from bot.settings import Settings
from bot.telegram_api.closures import Closures
from bot.telegram_api.rate_limiter import RateLimiter
from bot.telegram_api.send_queue import SendClass, SendQueue
from bot.wiring import Dependencies, build_outbox
from storage import open_storage
from tests.patience import PATIENCE
from tests.sqlite import make_database
from texts.phrases import load_texts

ZONE = ZoneInfo("Europe/Amsterdam")
START = datetime(2026, 11, 21, 20, 5, tzinfo=UTC)
HERE = point_at(51.93, 4.58)
SHOPS = 12
SETTINGS = Settings(_env_file=None)  # type: ignore[call-arg]  # pydantic-settings adds it


class SetClock:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.moment = START

    def now(self) -> datetime:
        return self.moment


class ScriptedMessenger:
    """A messenger that stores what was sent; `answer` may raise instead."""

    def __init__(self) -> None:
        limiter = RateLimiter(1e6, 1e6, chat_rate=1e6)
        self.queue = SendQueue(limiter)
        self.closures = Closures(limiter, self.queue)
        self.sent: list[tuple[str, Message]] = []
        self.edited: list[tuple[str, Message]] = []
        self.answer: Callable[[str], DeliveryError | None] = lambda _ref: None
        self.knocked = asyncio.Semaphore(0)
        self.gate = asyncio.Event()
        self.gate.set()
        self.edit_knocked = asyncio.Semaphore(0)
        self.edit_gate = asyncio.Event()
        self.edit_gate.set()

    async def acquire_slot(self, ref: str, send_class: SendClass) -> float:
        return await self.queue.acquire_slot(ref, send_class, is_delivery=True)

    async def send(
        self, ref: str, message: Message, *, has_slot: bool, reply_to: str | None = None, topic: int = 0
    ) -> Sent:
        self.knocked.release()
        await self.gate.wait()
        if error := self.answer(ref):
            raise error
        self.sent.append((ref, message))
        return Sent(message_ref=str(len(self.sent)), chat_ref=ref)

    async def edit(self, ref: str, message_ref: str, message: Message) -> Sent:
        self.edit_knocked.release()
        await self.edit_gate.wait()
        self.edited.append((ref, message))
        return Sent(message_ref, ref)

    async def delete(self, ref: str, message_ref: str) -> Sent:
        raise AssertionError("nothing is retracted here")

    async def pin(self, ref: str, message_ref: str) -> None:
        raise AssertionError("no chat of a group is here")

    async def unpin(self, ref: str, message_ref: str) -> None:
        raise AssertionError("no chat of a group is here")

    async def settle_request(self, ref: str, person_ref: str, *, is_admitted: bool) -> None:
        raise AssertionError("nobody asks to join a chat here")

    async def chat_settings(self, ref: str) -> frozenset[ChatSetting]:
        raise AssertionError("no chat of a group is here")

    def recipients(self) -> list[str]:
        """The recipients of the alert, in order."""
        return [ref for ref, message in self.sent if "(TLP:" in message.text]


class World:
    """A police officer and a row of jewellers, each 100 m farther from the place of the incident."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage
        self.clock = SetClock()
        self.messenger = ScriptedMessenger()
        self.alert = AlertId(0)

    def outbox(self, *, storage: Storage | None = None, window: int = 100, rate: float = 1) -> Outbox:
        deps = Dependencies(SETTINGS, self.clock, storage or self.storage, load_texts(), Meter(), "wees_alert_bot")
        return build_outbox(
            deps, self.messenger, self.messenger.closures, InFlightWindow(rate, round_trip=(window - 1) / rate)
        )

    async def deliver(
        self,
        done: Callable[[Progress], bool] = lambda progress: progress.is_settled,
        *,
        outbox: Outbox | None = None,
        running: asyncio.Task[None] | None = None,
    ) -> Progress:
        """Run an outbox (or the one that runs) until the alert's deliveries match the expected states."""
        outbox = outbox or self.outbox()
        running = running or asyncio.create_task(outbox.run())
        try:
            async with asyncio.timeout(PATIENCE):
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


@asynccontextmanager
async def open_world(path: Path) -> AsyncIterator[World]:
    """Open a world with an alert that was just sent to every shop."""
    await make_database(path / "test.db")
    storage = await open_storage(f"sqlite:///{path}/test.db", owner=True)
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
            occurred_at=START - timedelta(minutes=5),
        )
        await uow.postcodes.replace_all([Pc4Place("2903", "Capelle aan den IJssel", HERE)])
        await uow.municipalities.save(Municipality("Capelle aan den IJssel", sole_on_duty=True))
        alert = await compose_alert(uow, police.id, content, START, zone=ZONE)
        sent = await submit_alert(uow, alert.id, alert.version, police.id, START, reason="acute")
        assert sent.recipients == SHOPS
        world.alert = sent.alert.id
    yield world
    await storage.close()
