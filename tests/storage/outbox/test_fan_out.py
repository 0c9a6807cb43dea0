"""Tests of fan-out on PostgreSQL: each text is queued once, by whichever process, and without a check for missing
rows."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy.dialects import postgresql

from alerts.alert import ApprovalKind, Revision, RevisionKind
from alerts.delivery import Priority
from alerts.errors import Conflict
from alerts.ids import AddressId
from alerts.kvo_group import NewKvoGroup
from alerts.member import Member
from alerts.ports import Storage, UnitOfWork
from alerts.targeting import target_of
from alerts.tlp import Tlp
from storage import targeting
from tests.patience import PATIENCE
from tests.storage.conftest import CENTRE
from tests.storage.raw import make_raw_engine
from tests.storage.waiting import somebody_waits

Query = Callable[[str], list[Any]]
NewMember = Callable[..., Awaitable[Member]]
NewShop = Callable[..., Awaitable[Any]]
NewAlert = Callable[..., Awaitable[Revision]]
SHOPS = 20_000
LOOKS = "ON CONFLICT"


@pytest.fixture
def url(postgres_url: str) -> str:
    """The address of a copy of an empty database on a server."""
    return postgres_url


@pytest.fixture
def told(storage: Storage, query: Query) -> Query:
    """A trigger that stores with each new delivery the statement that queued it."""
    query(
        "CREATE FUNCTION note_statement() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN NEW.detail := current_query(); RETURN NEW; END $$"
    )
    query("CREATE TRIGGER noted BEFORE INSERT ON deliveries FOR EACH ROW EXECUTE FUNCTION note_statement()")
    return query


@pytest.fixture
async def chat(storage: Storage, new_member: NewMember, now: datetime) -> AddressId:
    """The chat of a KVO group."""
    manager = await new_member()
    async with storage.transaction() as uow:
        group = await uow.kvo_groups.add(NewKvoGroup("De Terp", frozenset({"2903"}), frozenset()), manager.id, now)
        await uow.kvo_groups.tie(group.id, channel="telegram", ref="-1001", topic=0)
        tied = await uow.kvo_groups.get(group.id)
    assert tied.chat is not None
    return tied.chat.address_id


async def _fan_out(uow: UnitOfWork, revision: Revision, now: datetime) -> int:
    target, until = target_of(revision.content), revision.content.until
    return await uow.deliveries.fan_out(revision, target, [], priority=Priority.P2, deadline=until, now=now)


async def _change(uow: UnitOfWork, revision: Revision, now: datetime) -> int:
    until = revision.content.until
    return await uow.deliveries.fan_out_change(revision, priority=Priority.P2, deadline=until, now=now)


def _looked(told: Query, revision: Revision, *to: AddressId) -> list[bool]:
    """Return whether the statement that queued these rows checked each for an existing one."""
    keys = ", ".join(f"'alert:{revision.alert_id}:{revision.number}:{address}'" for address in to)
    found = told(f"SELECT detail FROM deliveries WHERE effect_key IN ({keys}) ORDER BY id")  # noqa: S608 -- numbers
    return [LOOKS in row[0] for row in found]


async def test_what_nobody_has_is_queued_without_a_look_for_each_row(
    storage: Storage,
    told: Query,
    now: datetime,
    new_member: NewMember,
    new_shop: NewShop,
    new_live_alert: NewAlert,
    chat: AddressId,
) -> None:
    """A text that nobody has is queued without a check for each row, also when group chats have it. A second fan-out
    checks, and adds only new recipients."""
    early, late = await new_member(), await new_member()
    await new_shop(early)
    revision = await new_live_alert()
    async with storage.transaction() as uow:
        assert 1 == await uow.deliveries.fan_out_to_chats(revision, [chat], deadline=revision.content.until, now=now)
        assert 1 == await _fan_out(uow, revision, now)
    await new_shop(late)
    async with storage.transaction() as uow:
        assert 1 == await _fan_out(uow, revision, now)
    both = early.address.id, late.address.id
    assert [False, True] == _looked(told, revision, *both)
    async with storage.transaction() as uow:
        alert = await uow.alerts.save(await uow.alerts.get(revision.alert_id))
        approval = await uow.alerts.request_approval(alert, ApprovalKind.TEMPLATE, early.id, None, now)
        change = await uow.alerts.add_revision(alert, RevisionKind.CORRECTION, approval.id, early.id, now)
        assert 3 == await _change(uow, change, now)
        assert 0 == await _change(uow, change, now)
    assert [False, False, False] == _looked(told, change, *both, chat)


async def test_two_processes_queue_a_text_once(
    storage: Storage,
    other: Storage,
    query: Query,
    now: datetime,
    new_member: NewMember,
    new_shop: NewShop,
    new_live_alert: NewAlert,
) -> None:
    """Of two processes that queue the same text, the second waits for the first and then sees its rows."""
    await new_shop(await new_member())
    revision = await new_live_alert()

    async def again() -> int:
        async with other.transaction() as uow:
            return await _fan_out(uow, revision, now)

    async with asyncio.timeout(PATIENCE):
        async with storage.transaction() as uow:
            assert 1 == await _fan_out(uow, revision, now)
            second = asyncio.create_task(again())
            await somebody_waits(query)
        assert 0 == await second


async def test_a_key_is_there_once(
    storage: Storage,
    query: Query,
    now: datetime,
    new_member: NewMember,
    new_shop: NewShop,
    new_live_alert: NewAlert,
    chat: AddressId,
) -> None:
    """A row without a check whose key exists is refused with its whole statement, so nothing is sent twice."""
    for _ in range(2):
        await new_shop(await new_member())
    revision = await new_live_alert()
    async with storage.transaction() as uow:
        assert 2 == await _fan_out(uow, revision, now)
    query(f"UPDATE deliveries SET address_id = {chat}")  # noqa: S608 -- a number
    with pytest.raises(Conflict):
        async with storage.transaction() as uow:
            await _fan_out(uow, revision, now)
    assert [(2,)] == [tuple(row) for row in query("SELECT count(*) FROM deliveries")]


def _crowd(query: Query) -> None:
    """Insert many shops within 5 km, with one member each, of whom one in fifty chose a wider radius."""
    series = f"generate_series(1, {SHOPS}) AS s(i)"
    query(f"INSERT INTO members (id, language, muted, created_at) SELECT 1000 + i, 'nl', '', now() FROM {series}")  # noqa: S608
    query(
        "INSERT INTO premises (id, branch, pc4, pc6, x, y, z, verified_at, needs_check, created_at, version)"  # noqa: S608
        f" SELECT i, 'jeweller', '2903', '2903AB', {CENTRE.x} + i % 70, {CENTRE.y} + i % 5000, {CENTRE.z} + i % 60,"
        f" now(), FALSE, now(), 1 FROM {series}"
    )
    query(
        "INSERT INTO premises_members (premises_id, member_id, is_owner, wider_m, extras_up_to, joined_at)"  # noqa: S608
        f" SELECT i, 1000 + i, TRUE, CASE WHEN i % 50 = 0 THEN 10000 END, 'TLP:AMBER', now() FROM {series}"
    )
    query("ANALYZE")


async def test_of_many_shops_around_only_those_of_who_looks_wider_are_looked_up(
    storage: Storage, url: str, query: Query, now: datetime, new_live_alert: NewAlert
) -> None:
    """The server knows the widest radius, so it reads the few members with a wider one in one step, without a look-up
    for each shop."""
    revision = await new_live_alert(tlp=Tlp.GREEN)
    _crowd(query)
    engine = make_raw_engine(url)
    try:
        async with engine.connect() as connection:
            widest = (await connection.execute(targeting.WIDEST)).scalar_one()
            _, _, around, *_ = targeting.ways(targeting.from_values(target_of(revision.content), now), widest)
            assert SHOPS / 50 == len((await connection.execute(around)).all())
            asked = around.compile(dialect=postgresql.dialect(), compile_kwargs={"literal_binds": True})  # type: ignore[no-untyped-call]
            plan = list((await connection.exec_driver_sql(f"EXPLAIN ANALYZE {asked}")).scalars())
    finally:
        await engine.dispose()
    looked_up = [int(found[1]) for line in plan if (found := re.search(r" on premises_members .*loops=(\d+)", line))]
    assert looked_up
    assert max(looked_up) <= SHOPS / 50, "\n".join(plan)
