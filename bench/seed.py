"""Seeding: a database with shops in two towns and all over a country, police, and alerts that wait for approval.

People and shops are inserted in bulk through the storage's tables; roles and alerts by the product's services.
"""

import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from alerts.alert import Alert, AlertContent, Decision, IncidentKind
from alerts.area import AreaKind, Place
from alerts.branch import Branch
from alerts.ids import MemberId
from alerts.kvo_group import NewKvoGroup
from alerts.member import Language
from alerts.point import Point, point_at
from alerts.ports import Storage, UnitOfWork
from alerts.postcode import Pc4Place
from alerts.premises import PointSource, Verification
from alerts.role import Role, Scope, ScopeKind
from alerts.services.alert.compose_alert import compose_alert
from alerts.services.alert.decide_alert import decide_alert
from alerts.services.alert.submit_alert import submit_alert
from alerts.severity import Severity
from alerts.tlp import Tlp
from bench.database import Database
from storage import open_storage
from storage.tables import (
    addresses,
    areas,
    followed_areas,
    members,
    premises,
    premises_members,
)

FIRST_CHAT = 1_000_000  # the chat of member i is this + i
AUTHOR_CHAT, APPROVER_CHAT = 901, 902
GROUP_CHAT = -1_000_000_000_001
REACH_M = 5_000
_ZONE = ZoneInfo("Europe/Amsterdam")
_SPREAD_M = 4_900  # metres from the town's centre within which its shops lie
_WORDS = "Twee personen met helm op een donkere scooter bekijken al een half uur de etalages. "


@dataclass(frozen=True, slots=True)
class Town:
    """A town with `shops` jewellers within reach of an alert at its centre, and half as many other shops."""

    pc4: int  # the first of the town's twenty PC4s
    latitude: float
    longitude: float
    shops: int

    @property
    def place(self) -> Place:
        """The place of the town's alert."""
        return Place(str(self.pc4), None, point_at(self.latitude, self.longitude))


def big_town(shops: int) -> Town:
    """Make the town that most recipients are in."""
    return Town(1000, 52.37, 4.90, shops)


def small_town(shops: int) -> Town:
    """Make a second town, 70 km from the big one."""
    return Town(3300, 51.81, 4.67, shops)


_spots = sa.Table(
    "spots",
    sa.MetaData(),
    sa.Column("i", sa.Integer, primary_key=True),
    *(sa.Column(name, sa.String) for name in ("branch", "pc4", "pc6")),
    *(sa.Column(axis, sa.Integer) for axis in "xyz"),
    prefixes=["TEMPORARY"],
)
Spot = tuple[int, str, str, str, int, int, int]


async def seed(database: Database, towns: list[Town], *, shops: int = 0) -> None:
    """Seed a new database with these towns and with `shops` in all, the others all over the country.

    The recipients of a town's alert are the members 1 to `shops` of the first town, then those of the next.
    """
    storage = await open_storage(database.url, owner=True)
    try:
        async with storage.transaction() as uow:
            await uow.postcodes.replace_all(list(_postcodes(towns)))
    finally:
        await storage.close()
    engine = database.engine()
    async with engine.begin() as connection:
        await connection.run_sync(_spots.create)
        await database.load(connection, _spots, list(_all_spots(towns, shops)))
        await connection.run_sync(_fill)
    await engine.dispose()
    await database.settle()
    storage = await open_storage(database.url, owner=True)
    try:
        async with storage.transaction() as uow:
            await _appoint(uow)
    finally:
        await storage.close()


def _all_spots(towns: list[Town], shops: int) -> Iterator[Spot]:
    chance = random.Random(2026)
    others = [branch.value for branch in Branch if branch is not Branch.JEWELLER]
    i = 0
    for town in towns:
        for _ in range(town.shops):
            i += 1
            yield _spot(i, Branch.JEWELLER.value, town.pc4 + i % 20, _near(town, chance))
    for town in towns:
        for _ in range(town.shops // 2):
            i += 1
            yield _spot(i, chance.choice(others), town.pc4 + i % 20, _near(town, chance))
    branches = [branch.value for branch in Branch]
    while i < shops:
        i += 1
        spot = point_at(chance.uniform(52.45, 53.3), chance.uniform(5.6, 6.9))
        yield _spot(i, chance.choice(branches), 7000 + i % 2900, spot)


def _spot(i: int, branch: str, pc4: int, point: Point) -> Spot:
    return i, branch, str(pc4), f"{pc4}AB", point.x, point.y, point.z


def _near(town: Town, chance: random.Random) -> Point:
    metres, angle = _SPREAD_M * math.sqrt(chance.random()), chance.uniform(0, 2 * math.pi)
    north, east = metres * math.cos(angle), metres * math.sin(angle)
    return point_at(
        town.latitude + north / 111_195, town.longitude + east / (111_195 * math.cos(math.radians(town.latitude)))
    )


def _postcodes(towns: list[Town]) -> Iterator[Pc4Place]:
    chance = random.Random(4)
    for town in towns:
        for pc4 in range(town.pc4, town.pc4 + 20):
            yield Pc4Place(str(pc4), "Stad", _near(town, chance), "Stad")
    for pc4 in range(7000, 9900):
        yield Pc4Place(str(pc4), "Land", point_at(chance.uniform(52.45, 53.3), chance.uniform(5.6, 6.9)), "Land")


def _fill(connection: sa.Connection) -> None:
    """Insert a member and a shop for each spot: one in ten reads English, one in fifty has a wider radius, one in a
    hundred follows another area."""
    now, i, c = datetime.now(UTC), _spots.c.i, _spots.c
    point = {"x": c.x, "y": c.y, "z": c.z}
    chat = sa.cast(i + FIRST_CHAT, sa.String)
    tongue = sa.case((i % 10 == 0, sa.literal("en")), else_=sa.literal("nl"))
    _copy(connection, members, {"id": i, "language": tongue}, {"muted": frozenset(), "created_at": now})
    address = {"id": i, "member_id": i, "ref": chat}
    _copy(connection, addresses, address, {"channel": "telegram", "is_active": True})
    shop = {"id": i, "branch": c.branch, "pc4": c.pc4, "pc6": c.pc6, **point}
    known = {"point_source": PointSource.LOCATION, "name": "Winkel", "name_key": "winkel", "house_number": "1"}
    verified = {"verified_at": now, "verified_how": Verification.VOUCH, "needs_check": False}
    _copy(connection, premises, shop, {**known, **verified, "created_at": now, "version": 1})
    wider = sa.case((i % 50 == 0, 10_000), else_=sa.null())
    belongs = {"premises_id": i, "member_id": i, "wider_m": wider}
    _copy(connection, premises_members, belongs, {"is_owner": True, "extras_up_to": Tlp.GREEN, "joined_at": now})
    area = {"id": i, "pc4": c.pc4, **point}
    _copy(connection, areas, area, {"kind": AreaKind.CIRCLE, "radius_m": REACH_M}, i % 100 == 0)
    follows = {"member_id": i, "area_id": i}
    _copy(connection, followed_areas, follows, {"words": "Stad", "created_at": now}, i % 100 == 0)


def _copy(
    connection: sa.Connection,
    table: sa.Table,
    each: Mapping[str, sa.ColumnElement[Any]],
    alike: Mapping[str, object],
    *which: sa.ColumnElement[bool],
) -> None:
    """Insert a row for each spot: `each` holds the columns that differ, `alike` the constant ones."""
    literals = {name: sa.literal(value, table.c[name].type) for name, value in alike.items()}
    columns = {**each, **literals}
    rows = sa.select(*(column.label(name) for name, column in columns.items())).select_from(_spots).where(*which)
    connection.execute(sa.insert(table).from_select(list(columns), rows, include_defaults=False))


async def _appoint(uow: UnitOfWork) -> None:
    now = datetime.now(UTC)
    for chat in (AUTHOR_CHAT, APPROVER_CHAT):
        member = await uow.members.add(channel="telegram", ref=str(chat), language=Language.DUTCH, now=now)
        await uow.roles.grant(
            member=member.id,
            role=Role.POLICE,
            scope=Scope(ScopeKind.NATIONAL),
            label="de politie",
            granted_by=None,
            now=now,
        )


async def put_forward(
    storage: Storage,
    town: Town,
    *,
    severity: Severity = Severity.P1,
    tlp: Tlp = Tlp.AMBER,
    region: Scope | None = None,
) -> Alert:
    """Submit an alert to the jewellers of the town, or of a region; it waits for approval."""
    now = datetime.now(UTC)
    content = AlertContent(
        kind=IncidentKind.RECONNAISSANCE,
        what=_WORDS * 4,
        place=town.place,
        place_words="het centrum",
        reach_m=REACH_M if region is None else 0,
        region=region,
        branches=frozenset({Branch.JEWELLER}),
        severity=severity,
        tlp=tlp,
        until=now + timedelta(hours=2),
        occurred_at=now - timedelta(minutes=10),
    )
    async with storage.transaction() as uow:
        author = await _member(uow, AUTHOR_CHAT)
        alert = await compose_alert(uow, author, content, now, zone=_ZONE)
        return (await submit_alert(uow, alert.id, alert.version, author, now)).alert


async def _member(uow: UnitOfWork, chat: int) -> MemberId:
    member = await uow.members.by_ref("telegram", str(chat))
    assert member is not None, "it was appointed"
    return member.id


async def seed_alerts(
    database: Database, *towns: Town, severity: Severity = Severity.P1, tlp: Tlp = Tlp.AMBER
) -> list[Alert]:
    """Submit an alert for each town; they wait for approval."""
    storage = await open_storage(database.url, owner=True)
    try:
        return [await put_forward(storage, town, severity=severity, tlp=tlp) for town in towns]
    finally:
        await storage.close()


async def tie_group(database: Database, town: Town) -> None:
    """Make a KVO group of the whole town, tied to a chat."""
    now = datetime.now(UTC)
    storage = await open_storage(database.url, owner=True)
    try:
        async with storage.transaction() as uow:
            codes = frozenset(str(pc4) for pc4 in range(town.pc4, town.pc4 + 20))
            group = await uow.kvo_groups.add(
                NewKvoGroup("Stad", codes, frozenset()), await _member(uow, AUTHOR_CHAT), now
            )
            await uow.kvo_groups.tie(group.id, channel="telegram", ref=str(GROUP_CHAT), topic=0)
    finally:
        await storage.close()


async def approve(database: Database, alerts: Sequence[Alert]) -> None:
    """Approve the alerts, which queues their deliveries; no program is running yet."""
    storage = await open_storage(database.url, owner=True)
    try:
        for alert in alerts:
            async with storage.transaction() as uow:
                approver, now = await _member(uow, APPROVER_CHAT), datetime.now(UTC)
                await decide_alert(uow, alert.id, alert.version, approver, Decision.APPROVED, now)
    finally:
        await storage.close()
