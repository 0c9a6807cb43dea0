"""The program under siege: shops, police, a stand-in with Telegram's limits and the program, on either database."""

import asyncio
import contextlib
import itertools
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Any

import aiohttp
import sqlalchemy as sa

from alerts.alert import Alert
from alerts.branch import Branch
from alerts.member import Language
from alerts.role import Role, Scope, ScopeKind
from alerts.services.alert.compose_alert import compose_alert
from alerts.services.alert.submit_alert import submit_alert
from alerts.severity import Severity
from alerts.tlp import Tlp
from bot.conversation.chat import CHANNEL
from storage import open_storage
from tests.faults.crowd import POLICE, ZONE, Crowd, alert_content
from tests.faults.program import Program, a_program
from tests.faults.shared import SharedCrowd
from tests.faults.stand_in import StandIn, running_stand_in
from tests.patience import PATIENCE
from tests.storage.raw import make_raw_engine

RECIPIENTS, MEMBERS = 150, 40  # jewellers whom an alert reaches, and bakers whom it does not
ROUND_TRIP_S = 0.05
OVERALL_RATE = 30  # the messages that Telegram accepts in any second
APPROVER = POLICE + 1
_LOOK_SECONDS = 0.1


@dataclass(slots=True)
class Fortress:
    """A running program with its people; update numbers continue after those of earlier updates."""

    crowd: Crowd
    stand_in: StandIn
    program: Program
    recipients: int
    _numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    @property
    def shops(self) -> range:
        """The chats of the shops that an alert reaches."""
        return self.crowd.chats[: self.recipients]

    @property
    def members(self) -> range:
        """The chats of verified shops that it does not reach."""
        return self.crowd.chats[self.recipients :]

    def says(self, chat: int, text: str) -> dict[str, Any]:
        """Return the update of a person who types this to the bot."""
        number = next(self._numbers)
        message: dict[str, Any] = {
            "message_id": number,
            "date": 1_800_000_000,
            "chat": {"id": chat, "type": "private", "first_name": "Iemand"},
            "from": _person(chat),
            "text": text,
        }
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
        return {"update_id": number, "message": message}

    def presses(self, chat: int, data: str) -> dict[str, Any]:
        """Return the update of a person who presses a button."""
        number = next(self._numbers)
        shown = {"message_id": 1, "date": 1_800_000_000, "chat": {"id": chat, "type": "private"}, "text": "..."}
        query = {"id": str(number), "from": _person(chat), "message": shown, "chat_instance": "1", "data": data}
        return {"update_id": number, "callback_query": query}

    async def puts_forward(self, severity: Severity) -> Alert:
        """Submit an alert to all the jewellers, which waits for the press of a colleague."""
        storage = await open_storage(self.crowd.url, owner=False)
        try:
            async with storage.transaction() as uow:
                now = datetime.now(UTC)
                police = await uow.members.by_ref(CHANNEL, str(POLICE))
                assert police is not None, "settled before"
                content = replace(
                    alert_content(now), severity=severity, tlp=Tlp.AMBER, until=now + timedelta(hours=2), reach_m=5_000
                )
                draft = await compose_alert(uow, police.id, content, now, zone=ZONE)
                return (await submit_alert(uow, draft.id, draft.version, police.id, now)).alert
        finally:
            await storage.close()

    async def sends(self, alert: Alert) -> float:
        """Let the colleague approve the alert in the chat, and return the moment of the press (monotonic seconds)."""
        pressed = monotonic()
        await self.stand_in.tell(self.presses(APPROVER, f"approve:{alert.id}:{alert.version}"))
        return pressed

    async def arrived(self, since: float, to: Iterable[int]) -> Mapping[int, float]:
        """Return which of these chats got a message since then, and when first."""
        wanted, first = set(to), dict[int, float]()
        for at, chat in await self.stand_in.times():
            if at >= since and chat in wanted:
                first.setdefault(chat, at)
        return first

    async def all_arrived(self, since: float, to: Sequence[int], *, within: float = PATIENCE) -> Mapping[int, float]:
        """Wait until all of these chats have a message; a chat that has none in time is missing from the result."""
        until = monotonic() + within
        while len(first := await self.arrived(since, to)) < len(to) and monotonic() < until:  # noqa: ASYNC110
            await asyncio.sleep(_LOOK_SECONDS)
        return first

    async def is_quiet(self, *, within: float = PATIENCE) -> bool:
        """Wait until no delivery is open in the outbox."""
        until = monotonic() + within
        while monotonic() < until:
            if not await self.ask("SELECT id FROM deliveries WHERE state IN ('queued', 'sending') LIMIT 1"):
                return True
            await asyncio.sleep(_LOOK_SECONDS)
        return False

    async def ask_until_quiet(self, *, but: int, within: float = PATIENCE) -> None:
        """Wait until no delivery is open except for this chat."""
        joined = "deliveries d JOIN addresses a ON a.id = d.address_id"
        others = f"SELECT d.id FROM {joined} WHERE d.state IN ('queued', 'sending') AND a.ref <> '{but}'"  # noqa: S608
        until = monotonic() + within
        while await self.ask(others) and monotonic() < until:  # noqa: ASYNC110
            await asyncio.sleep(_LOOK_SECONDS)

    async def forget_waiting(self) -> None:
        """Skip the deliveries that wait in the queue, beside the running program."""
        engine = make_raw_engine(self.crowd.url)
        async with engine.begin() as connection:
            await connection.execute(sa.text("UPDATE deliveries SET state = 'skipped' WHERE state = 'queued'"))
        await engine.dispose()

    async def ask(self, query: str) -> list[Any]:
        """Return one column of a query on the database."""
        engine = make_raw_engine(self.crowd.url)
        try:
            async with engine.connect() as connection:
                return list((await connection.execute(sa.text(query))).scalars())
        finally:
            await engine.dispose()


def _person(chat: int) -> dict[str, Any]:
    return {"id": chat, "is_bot": False, "first_name": "Iemand", "language_code": "nl"}


@asynccontextmanager
async def besieged(
    directory: Path, url: str | None, *, recipients: int = RECIPIENTS, members: int = MEMBERS, **settings: object
) -> AsyncIterator[Fortress]:
    """Start everything, without any event yet. `url` is an empty PostgreSQL database, None means a file."""
    size = recipients + members
    crowd = Crowd(directory, size) if url is None else SharedCrowd(directory, size, url)
    await crowd.settle()
    await _settle_more(crowd, recipients)
    async with AsyncExitStack() as stack:
        stand_in = await stack.enter_async_context(running_stand_in())
        await stand_in.set(delay_s=ROUND_TRIP_S, rate=OVERALL_RATE, group_per_minute=20)
        usual: dict[str, object] = {"database_url": crowd.url, "chat_rate": 1, "log_level": "warning", **settings}
        if url is None:
            del usual["database_url"]
        program = await stack.enter_async_context(a_program(directory, stand_in.url, **usual))
        await program.spawn()
        await (_listens(program) if "webhook_url" in settings else _polls(stand_in))
        yield Fortress(crowd, stand_in, program, recipients)


async def _settle_more(crowd: Crowd, recipients: int) -> None:
    """Insert a police colleague, and give the shops that are not concerned another branch."""
    engine = make_raw_engine(crowd.url)
    async with engine.begin() as connection:
        others = "SELECT id FROM premises ORDER BY id LIMIT 1000000 OFFSET :near"
        await connection.execute(
            sa.text(f"UPDATE premises SET branch = '{Branch.BAKERY}' WHERE id IN ({others})"),  # noqa: S608 -- ours
            {"near": recipients},
        )
        if connection.dialect.name == "postgresql":  # the crowd was inserted with numbers of its own
            last = "setval(pg_get_serial_sequence('members', 'id'), max(id)) FROM members"
            await connection.execute(sa.text(f"SELECT {last}"))
            await connection.execute(sa.text(f"SELECT {last.replace('members', 'addresses')}"))
    await engine.dispose()
    storage = await open_storage(crowd.url, owner=False)
    try:
        async with storage.transaction() as uow:
            now = datetime.now(UTC)
            colleague = await uow.members.add(channel=CHANNEL, ref=str(APPROVER), language=Language.DUTCH, now=now)
            scope = Scope(ScopeKind.POSTCODES, first="2900", last="2999")
            await uow.roles.grant(
                member=colleague.id, role=Role.POLICE, scope=scope, label=None, granted_by=None, now=now
            )
    finally:
        await storage.close()


async def _polls(stand_in: StandIn) -> None:
    async with asyncio.timeout(PATIENCE):
        while await stand_in.polls() < 2:  # noqa: ASYNC110 -- another process
            await asyncio.sleep(_LOOK_SECONDS)


async def _listens(program: Program) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            with contextlib.suppress(aiohttp.ClientError):
                await program.health()
                return
            await asyncio.sleep(_LOOK_SECONDS)
