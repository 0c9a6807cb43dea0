"""A crowd of shops in the database, an alert for all of them, and a view of the rows afterwards."""

import asyncio
import json
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from alerts.alert import AlertContent, IncidentKind
from alerts.area import Place
from alerts.branch import Branch
from alerts.kvo_group import NewKvoGroup
from alerts.member import Language
from alerts.municipality import Municipality
from alerts.point import point_at
from alerts.ports import Storage, UnitOfWork
from alerts.postcode import Pc4Place
from alerts.premises import PointSource, Verification
from alerts.role import Role, Scope, ScopeKind
from alerts.services.alert.compose_alert import compose_alert
from alerts.services.alert.submit_alert import submit_alert
from alerts.severity import Severity
from alerts.tlp import Tlp
from bot.conversation.chat import CHANNEL
from storage import open_storage, tables
from tests.sqlite import make_database

DATABASE = "wees-alert.db"
POLICE = 900
FIRST_SHOP = 1_000_001
GROUP_CHAT = -1_000
# The PostgreSQL server of the stories' databases; None means a file in each story's directory.
SERVER: ContextVar[str | None] = ContextVar("server", default=None)
HERE = point_at(51.93, 4.58)  # Capelle aan den IJssel
ZONE = ZoneInfo("Europe/Amsterdam")
_one_migration_at_a_time = asyncio.Lock()  # Alembic has one context in a process


@dataclass(frozen=True, slots=True)
class Rows:
    """An alert's deliveries as they stand on disk, and the result of the file's integrity check when it was asked
    for."""

    states: Mapping[str, int]
    integrity: str = "ok"

    @property
    def sending(self) -> int:
        """The number of deliveries that may be under way."""
        return self.states.get("sending", 0)

    @property
    def open(self) -> int:
        """The number of deliveries that are not settled."""
        return self.states.get("queued", 0) + self.sending


@dataclass(frozen=True, slots=True)
class Crowd:
    """A number of verified jewellers, each a metre farther away, and a police officer who is alone on duty."""

    directory: Path
    size: int

    @property
    def url(self) -> str:
        """The address of the database."""
        return f"sqlite:///{self.directory / DATABASE}"

    @property
    def chats(self) -> range:
        """The private chats of the shops, nearest first."""
        return range(FIRST_SHOP, FIRST_SHOP + self.size)

    async def settle(self) -> None:
        """Make the database and insert everybody, while the bot does not run."""
        async with _one_migration_at_a_time:
            await make_database(self.directory / DATABASE)
        storage = await self._opened(owner=True)
        try:
            async with storage.transaction() as uow:
                await settle_police(uow)
        finally:
            await storage.close()
        engine = sa.create_engine(self.url)
        with engine.begin() as connection:
            insert_shops(connection, self.size)
        engine.dispose()

    async def settle_group(self) -> None:
        """Insert a KVO group in the same area, with a chat."""
        storage = await self._opened(owner=True)
        try:
            async with storage.transaction() as uow:
                police = await uow.members.by_ref(CHANNEL, str(POLICE))
                assert police is not None, "settled before"
                group = await uow.kvo_groups.add(_group(), police.id, _now())
                await uow.kvo_groups.tie(group.id, channel=CHANNEL, ref=str(GROUP_CHAT), topic=0)
        finally:
            await storage.close()

    async def warn(self) -> int:
        """Approve and queue an alert for all of them in one commit, while the bot runs or not, and return its id."""
        storage = await self._opened(owner=False)
        try:
            async with storage.transaction() as uow:
                now = _now()
                police = await uow.members.by_ref(CHANNEL, str(POLICE))
                assert police is not None, "settled before"
                draft = await compose_alert(uow, police.id, alert_content(now), now, zone=ZONE)
                sent = await submit_alert(uow, draft.id, draft.version, police.id, now, reason="acute")
            return sent.alert.id
        finally:
            await storage.close()

    async def _opened(self, *, owner: bool) -> Storage:
        async with _one_migration_at_a_time:
            return await open_storage(self.url, owner=owner)

    def rows(self, alert: int) -> Rows:
        """Return the deliveries in the database now, while the bot runs or not."""
        with closing(sqlite3.connect(self.directory / DATABASE)) as connection:
            return Rows(_states(connection, alert))

    def rows_after_kill(self, alert: int) -> Rows:
        """Return the deliveries on disk right after a kill, read from a copy of the files."""
        with _copied(self.directory) as copy, closing(sqlite3.connect(copy)) as connection:
            integrity = ", ".join(str(row[0]) for row in connection.execute("PRAGMA integrity_check"))
            return Rows(_states(connection, alert), integrity)

    def uncertain(self, alert: int) -> set[int]:
        """Return the chats with an unknown outcome of the alert."""
        query = (
            "SELECT a.ref FROM deliveries d JOIN addresses a ON a.id = d.address_id"
            " WHERE d.alert_id = ? AND d.state = 'unknown' AND d.revision_id IS NOT NULL"
        )
        return {int(ref) for (ref,) in self.ask(query, alert)}

    def reported_uncertain(self, alert: int) -> int | None:
        """Return the number of unknown outcomes in the sender's report; None while there is no report."""
        said = self.ask("SELECT payload FROM audit WHERE action = 'alert.delivered' AND entity_id = ?", alert)
        if not said:
            return None
        [(payload,)] = said
        return int((json.loads(payload) if isinstance(payload, str) else payload)["unknown"])

    def ask(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Run a query on the database, while the bot runs or after it ended."""
        with closing(sqlite3.connect(self.directory / DATABASE)) as connection:
            return connection.execute(query, values).fetchall()

    def ask_after_kill(self, query: str) -> list[tuple[Any, ...]]:
        """Run a query on a copy of the files right after a kill, so that the bot itself recovers the files."""
        with _copied(self.directory) as copy, closing(sqlite3.connect(copy)) as connection:
            return connection.execute(query).fetchall()


def _states(connection: sqlite3.Connection, alert: int) -> Mapping[str, int]:
    counted = "SELECT state, count(*) FROM deliveries WHERE alert_id = ? AND revision_id IS NOT NULL GROUP BY state"
    return dict(connection.execute(counted, [alert]).fetchall())


@contextmanager
def _copied(directory: Path) -> Iterator[Path]:
    copy = directory / "copy"
    copy.mkdir()
    try:
        for file in (DATABASE, f"{DATABASE}-wal"):
            if (directory / file).exists():
                shutil.copyfile(directory / file, copy / file)
        yield copy / DATABASE
    finally:
        shutil.rmtree(copy)


async def settle_police(uow: UnitOfWork) -> None:
    """Insert the postcode and a police officer of it."""
    now = _now()
    await uow.postcodes.replace_all([Pc4Place("2903", "Capelle aan den IJssel", HERE)])
    await uow.municipalities.save(Municipality("Capelle aan den IJssel", sole_on_duty=True))
    police = await uow.members.add(channel=CHANNEL, ref=str(POLICE), language=Language.DUTCH, now=now)
    scope = Scope(ScopeKind.POSTCODES, first="2900", last="2999")
    await uow.roles.grant(member=police.id, role=Role.POLICE, scope=scope, label=None, granted_by=None, now=now)


def insert_shops(connection: sa.Connection, size: int) -> None:
    """Insert a number of jewellers with their members and chats."""
    now, first = _now(), 1 + (connection.scalar(sa.select(sa.func.max(tables.members.c.id))) or 0)
    ids = range(first, first + size)
    member = {"language": Language.DUTCH, "muted": frozenset(), "created_at": now}
    connection.execute(sa.insert(tables.members), [{"id": one, **member} for one in ids])
    addresses = [
        {"member_id": one, "channel": CHANNEL, "ref": str(FIRST_SHOP + one - first), "is_active": True} for one in ids
    ]
    connection.execute(sa.insert(tables.addresses), addresses)
    shop = {
        "branch": Branch.JEWELLER,
        "pc4": "2903",
        "pc6": "2903AB",
        "x": HERE.x,
        "z": HERE.z,
        "point_source": PointSource.LOCATION,
        "name": "De Gouden Ring",
        "name_key": "de gouden ring",
        "house_number": "12",
        "needs_check": False,
        "verified_at": now,
        "verified_how": Verification.VOUCH,
        "created_at": now,
        "version": 1,
    }
    connection.execute(sa.insert(tables.premises), [{"id": one, "y": HERE.y + one, **shop} for one in ids])
    belonging = {"is_owner": True, "extras_up_to": Tlp.GREEN, "joined_at": now}
    connection.execute(
        sa.insert(tables.premises_members), [{"premises_id": one, "member_id": one, **belonging} for one in ids]
    )


def alert_content(now: datetime) -> AlertContent:
    """Return the content of an alert for all of them."""
    return AlertContent(
        kind=IncidentKind.ROBBERY,
        what="Er is een winkel overvallen.",
        place=Place("2903", None, HERE),
        place_words="Capelle aan den IJssel",
        reach_m=10_000,
        branches=frozenset({Branch.JEWELLER}),
        severity=Severity.P2,
        tlp=Tlp.AMBER,
        until=now + timedelta(hours=3),
    )


def _group() -> NewKvoGroup:
    return NewKvoGroup("De Koperwiek", frozenset({"2903"}), frozenset())


def _now() -> datetime:
    return datetime.now(UTC)
