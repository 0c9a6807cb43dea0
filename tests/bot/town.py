"""A town of people who type and tap, with the real receiver, dispatcher, storage and outbox; only Telegram and the
clock are fakes."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import SecretStr
from telegram import Bot, User

from alerts.delivery import Sent
from alerts.errors import DeliveryError, Migrated, Undeliverable
from alerts.kvo_group import ChatSetting
from alerts.member import Language
from alerts.municipality import Municipality
from alerts.point import point_at
from alerts.ports import RawUpdate, Storage, StoredUpdate
from alerts.postcode import Pc4Place
from alerts.role import Role, parse_scope
from alerts.services.invite.create_invite import create_role_invite
from bot.conversation.message import AnyKeyboard, Button, Keyboard, LocationKeyboard, MainKeyboard, Message, NoKeyboard
from bot.incoming.flood_control import FloodControl, LimitedUpdate
from bot.incoming.inbox import Inbox
from bot.metrics import Meter
from bot.outgoing.in_flight_window import InFlightWindow
from bot.settings import Settings
from bot.telegram_api.closures import Closures
from bot.telegram_api.rate_limiter import RateLimiter
from bot.telegram_api.send_queue import SendClass, SendQueue
from bot.telegram_api.transport import AiohttpRequest
from bot.wiring import Dependencies, build_conversation, build_outbox
from storage import open_storage
from tests.bot.crowded import is_crowded
from tests.sqlite import make_database
from texts.phrases import Phrases, load_texts

ZONE = ZoneInfo("Europe/Amsterdam")
BEGIN = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
BOT_NAME = "wees_alert_bot"
SETTINGS = Settings(
    _env_file=None,  # type: ignore[call-arg]  # pydantic-settings adds it
    broadcast_rate=1000,
    webhook_url="https://wees-alert.example/telegram",
    webhook_secret=SecretStr("secret"),
)

# Capelle and surroundings, as far as these tests go (approximate points of PC4 areas, WGS 84 degrees).
TABLE = (
    ("2903", 51.9290, 4.5780, "Capelle aan den IJssel"),
    ("2904", 51.9360, 4.5900, "Capelle aan den IJssel"),
    ("2922", 51.9170, 4.5890, "Krimpen aan den IJssel"),
    ("3011", 51.9190, 4.4810, "Rotterdam"),
)


class SetClock:
    """A clock that stands still until a test sets it forward."""

    def __init__(self) -> None:
        self.at = BEGIN

    def now(self) -> datetime:
        return self.at

    def pass_by(self, **time: float) -> None:
        self.at += timedelta(**time)


@dataclass
class Bubble:
    """One message on a person's screen."""

    id: int
    message: Message
    keyboard: AnyKeyboard | None
    reply_to: int | None = None
    topic: int = 0
    is_protected: bool = False

    @property
    def text(self) -> str:
        return str(self.message.text)

    @property
    def buttons(self) -> list[Button]:
        return [one for row in self.keyboard.rows for one in row] if isinstance(self.keyboard, Keyboard) else []


class Screens:
    """Telegram as far as a screen shows it: the messages, edits and answers, by chat."""

    def __init__(self) -> None:
        self.bubbles: dict[str, list[Bubble]] = {}
        self.shown: dict[str, list[Message]] = {}  # by chat: every state of every message
        self.crowded: list[str] = []  # screens with too many buttons, which fail the test at its end
        self.toasts: list[str] = []
        self.menus: dict[str, tuple[str, ...]] = {}
        self.lacks: dict[str, frozenset[ChatSetting]] = {}  # by group chat
        self.too_old: set[int] = set()  # messages that Telegram no longer deletes
        self.refusals: dict[str, list[DeliveryError]] = {}  # by chat: the errors of the next sendings there
        self.trouble: dict[str, Exception] = {}  # by chat: the error of a query about it
        self.moved: dict[str, str] = {}  # group chats that became supergroups, by their earlier ids
        self.doors: list[tuple[str, str, bool]] = []
        self.phones: list[Person] = []
        self.typed_in: list[str] = []  # chats, each time that the bot was shown to be typing
        self.pinned: dict[str, list[str]] = {}  # by chat, oldest first
        self.unpinnable: set[str] = set()  # chats where the bot may not pin
        self._ids = itertools.count(1)

    async def acquire_slot(self, ref: str, send_class: SendClass = SendClass.NOTICE) -> float:
        return 0.0

    async def send(
        self,
        ref: str,
        message: Message,
        *,
        has_slot: bool = False,
        reply_to: str | None = None,
        topic: int = 0,
        send_class: SendClass = SendClass.ANSWER,
    ) -> Sent:
        self._check_reach(ref)
        if self.refusals.get(ref):
            raise self.refusals[ref].pop(0)
        reply, is_protected = int(reply_to) if reply_to else None, message.is_protected
        bubble = Bubble(next(self._ids), message, message.keyboard, reply, topic, is_protected)
        self.bubbles.setdefault(ref, []).append(bubble)
        self.shown.setdefault(ref, []).append(message)
        self._look(message)
        return Sent(str(bubble.id), ref, picture_ref=f"picture-{bubble.id}" if message.picture else "")

    async def edit(self, ref: str, message_ref: str, message: Message) -> Sent:
        self._check_reach(ref)
        bubble = self._bubble(ref, message_ref)
        assert bubble.message.picture is None, "the text of a picture cannot be edited like this"
        assert not isinstance(message.keyboard, LocationKeyboard | NoKeyboard | MainKeyboard), (
            "an edit has inline buttons only"
        )
        assert bubble.is_protected or not message.is_protected, "an edit cannot add protection"
        bubble.message, bubble.keyboard = message, message.keyboard
        self.shown[ref].append(replace(message, is_protected=bubble.is_protected))
        self._look(message)
        return Sent(message_ref, ref)

    async def set_buttons(self, ref: str, message_ref: str, keyboard: Keyboard | None) -> None:
        self._bubble(ref, message_ref).keyboard = keyboard

    async def delete(self, ref: str, message_ref: str) -> Sent:
        self._check_reach(ref)
        if int(message_ref) in self.too_old:
            raise Undeliverable("Bad Request: message can't be deleted for everyone")
        gone = self.bubbles[ref].index(self._bubble(ref, message_ref))
        del self.bubbles[ref][gone]
        for phone in self.phones:  # what is unread stays unread
            if str(phone.id) == ref and gone < phone.read:
                phone.read -= 1
        return Sent(message_ref, ref)

    async def chat_settings(self, ref: str) -> frozenset[ChatSetting]:
        if ref in self.trouble:
            raise self.trouble[ref]
        return self.lacks.get(ref, frozenset())

    async def new_join_link(self, ref: str) -> str:
        return f"https://t.me/+{ref.lstrip('-')}"

    async def show_typing(self, ref: str) -> None:
        self.typed_in.append(ref)

    async def pin(self, ref: str, message_ref: str) -> None:
        if ref in self.unpinnable:
            raise Undeliverable("Bad Request: not enough rights to manage pinned messages in the chat")
        self.pinned.setdefault(ref, []).append(message_ref)

    async def unpin(self, ref: str, message_ref: str) -> None:
        if message_ref in self.pinned.get(ref, ()):
            self.pinned[ref].remove(message_ref)

    async def settle_request(self, ref: str, person_ref: str, *, is_admitted: bool) -> None:
        self.doors.append((ref, person_ref, is_admitted))

    async def answer_press(self, query_id: str, text: str | None, *, is_alert: bool) -> None:
        if text:
            self.toasts.append(text)

    async def set_menu(self, ref: str, commands: tuple[tuple[str, str], ...]) -> None:
        self.menus[ref] = tuple(name for name, _ in commands)

    def _look(self, message: Message) -> None:
        if is_crowded(message):
            self.crowded.append(str(message.text))

    def _check_reach(self, ref: str) -> None:
        if ref in self.moved:
            raise Migrated(self.moved[ref])

    def _bubble(self, ref: str, message_ref: str) -> Bubble:
        return next(one for one in self.bubbles[ref] if one.id == int(message_ref))


@dataclass
class Person:
    """A person with a phone."""

    town: "Town"
    id: int
    language: str = "nl"
    read: int = field(default=0)

    @property
    def bubbles(self) -> list[Bubble]:
        return self.town.screens.bubbles.get(str(self.id), [])

    @property
    def last(self) -> Bubble:
        return self.bubbles[-1]

    @property
    def menu(self) -> tuple[str, ...]:
        return self.town.screens.menus.get(str(self.id), ())

    def news(self) -> str:
        """Return everything that arrived since the last call."""
        new, self.read = self.bubbles[self.read :], len(self.bubbles)
        return "\n".join(one.text for one in new)

    async def types(self, text: str, **more: Any) -> None:
        entities = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}] if text[0] == "/" else []
        await self.sends(text=text, entities=entities, **more)

    async def shares(self, latitude: float, longitude: float) -> None:
        await self.sends(location={"latitude": latitude, "longitude": longitude})

    async def sends(self, *, kind: str = "message", chat: dict[str, Any] | None = None, **body: Any) -> None:
        """Send a message of any kind."""
        message = {
            "message_id": 100_000 + next(self.town.ids),
            "date": int(self.town.clock.now().timestamp()),
            "chat": chat or {"id": self.id, "type": "private", "first_name": "Iemand"},
            "from": self._user(),
            **body,
        }
        self.town.written[message["message_id"]] = message
        await self.town.receive({kind: message})

    async def taps(self, label: str, bubble: Bubble | None = None) -> None:
        """Tap the newest button whose label contains this."""
        for one in [bubble] if bubble else reversed(self.bubbles):
            for button in one.buttons:
                if label in button.label and button.data is not None:
                    await self.presses(button.data, one)
                    return
        raise AssertionError(f"no button {label!r} among {[b.label for one in self.bubbles for b in one.buttons]}")

    async def presses(self, data: str, bubble: Bubble | None = None, *, chat: dict[str, Any] | None = None) -> None:
        """Press a button with any data, as an altered client can."""
        message = {
            "message_id": bubble.id if bubble else 1,
            "date": int(self.town.clock.now().timestamp()),
            "chat": chat or {"id": self.id, "type": "private", "first_name": "Iemand"},
            "has_protected_content": bool(bubble and bubble.is_protected),
        }
        if bubble is not None and (answered := self.town.written.get(bubble.reply_to or 0)) is not None:
            message["reply_to_message"] = answered
        query = {"id": "q", "from": self._user(), "chat_instance": "c", "data": data, "message": message}
        await self.town.receive({"callback_query": query})

    async def subscribes(self, postcode: str, branch: str, name: str | None = None, number: str = "1") -> None:
        """Sign up from /start, in this person's language."""
        t = self.t
        await self.types("/start")
        await self.types(postcode)
        await self.types(t.plain(f"branch-{branch}"))
        await self.taps(t.plain("start-right"))
        if name is None:
            await self.taps(t.plain("nav-skip"))
        else:
            await self.types(name)
            await self.types(number)

    @property
    def t(self) -> Phrases:
        return self.town.texts[Language.DUTCH if self.language == "nl" else Language.ENGLISH]

    def _user(self) -> dict[str, Any]:
        return {"id": self.id, "is_bot": False, "first_name": "Iemand", "language_code": self.language}


class Mailbox:
    """A queue that keeps stored updates until a test has them handled."""

    def __init__(self) -> None:
        self.updates: list[StoredUpdate] = []

    async def handle_at_once(self, bot_id: int, update: RawUpdate) -> bool:
        return False

    def enqueue(self, stored: Sequence[StoredUpdate]) -> None:
        self.updates += stored

    def notify_limited(self, limited: LimitedUpdate) -> None:
        raise AssertionError("nobody is limited here")


def open_flood_control() -> FloodControl:
    """Return flood control that admits as many updates as tests send."""
    return FloodControl(1e6, lambda _lane: -(10**6), burst=10**6)


class Town:
    """The running parts of the program."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage
        self.clock = SetClock()
        self.texts = load_texts(strict=True)
        self.ids = itertools.count(1)
        self.written: dict[int, dict[str, Any]] = {}  # what people sent, by the id of its message
        transport = AiohttpRequest()  # never used, and cheaper than the one that the library would make
        bot = Bot("123456789:" + "x" * 35, request=transport, get_updates_request=transport)
        bot._bot_user = User(123456789, "Wees Alert", is_bot=True, username=BOT_NAME)
        deps = Dependencies(SETTINGS, self.clock, storage, self.texts, Meter(), BOT_NAME)
        self.screens, limiter = Screens(), RateLimiter(1e6, 1e6, chat_rate=1e6)
        closures = Closures(limiter, SendQueue(limiter))
        self._delivering = asyncio.Lock()
        self.outbox = build_outbox(deps, self.screens, closures, InFlightWindow(SETTINGS.broadcast_rate))
        conversation = build_conversation(deps, bot, self.screens, after_commit=self.outbox.wake)
        self.chat_check, self.strangers = conversation.chat_check, conversation.strangers
        self.receiver, self.menus = conversation.receiver, conversation.menu_refresh
        self.mailbox = Mailbox()
        self.inbox = Inbox(
            storage,
            self.clock,
            bot_id=bot.id,
            handler=self.mailbox,
            flood_control=open_flood_control(),
            strangers=self.strangers,
        )

    def person(self, number: int, language: str = "nl") -> Person:
        person = Person(self, 1_000_000 + number, language)
        self.screens.phones.append(person)
        return person

    async def receive(self, update: dict[str, Any]) -> None:
        """Receive one update as the program does, and deliver what it put in the outbox."""
        await self.inbox.put([{"update_id": next(self.ids), **update}])
        while self.mailbox.updates:
            await self.receiver.handle(self.mailbox.updates.pop(0))
        await self.deliver()

    async def deliver(self) -> None:
        """Deliver everything that is due. One caller at a time, as in the program: rounds side by side would start the
        same deliveries twice, and count them in flight for ever."""
        async with self._delivering:
            while await self.outbox.round() or self.outbox.in_flight:
                await asyncio.gather(*self.outbox.under_way)
        await self.menus.renew_stale()

    async def coordinator(self, number: int, role: Role = Role.POLICE, scope: str = "2900-2999") -> Person:
        """Return a person who followed a role link."""
        async with self.storage.transaction() as uow:
            created = await create_role_invite(uow, role, parse_scope(scope), now=self.clock.now())
        person = self.person(number)
        await person.types(f"/start {created.secret}")
        return person


@asynccontextmanager
async def open_town(path: Path, *, lets_send_alone: bool = True, url: str = "") -> AsyncIterator[Town]:
    """Open a town with the small table loaded, in a file unless a database is named. `lets_send_alone` means that its
    municipalities agreed to that, which is not the default."""
    if not url:
        await make_database(path / "town.db")
    storage = await open_storage(url or f"sqlite:///{path / 'town.db'}", owner=True)
    try:
        async with storage.transaction() as uow:
            rows = [Pc4Place(pc4, place, point_at(lat, lon), place) for pc4, lat, lon, place in TABLE]
            await uow.postcodes.replace_all(rows)
            for name in {place for _, _, _, place in TABLE}:
                await uow.municipalities.save(Municipality(name, sole_on_duty=lets_send_alone))
        opened = Town(storage)
        yield opened
        assert not opened.screens.crowded, f"more than eight buttons below {opened.screens.crowded}"
    finally:
        await storage.close()
