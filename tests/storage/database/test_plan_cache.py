"""Tests of the plans that PostgreSQL caches for claims, settlements and foreign key checks of many new rows."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import asyncpg
from sqlalchemy.ext.asyncio import AsyncConnection

from alerts.alert import Revision
from alerts.delivery import NewDelivery, Notice, Priority
from alerts.member import Member
from alerts.ports import Storage
from alerts.targeting import target_of
from storage.alerts import live_alerts
from storage.database.plan_cache import KEPT, PAUSE_SECONDS
from storage.database.postgresql import PostgresDatabase
from storage.database.server_address import parse_address
from storage.outbox import claims, queue, recounts, settling
from tests.storage.raw import make_raw_engine

Query = Callable[[str], list[Any]]
NewMember = Callable[..., Awaitable[Member]]
OF_SOME = ("alert_id_address_id_revision_number", "busy", "due", "for_chat", "queue", "waiting")
VALUES = ("most", "now", "ids", "owner", "members", "alerts")  # parameters whose values a cached plan does not know
WHOLE = r"using (pk|\w+_number|\w+_busy)\w* on deliveries.*\n(?!.*Index Cond)"
BY_KEY = {f"ix_deliveries_{name}" for name in OF_SOME} | {"pk_deliveries"}


@pytest.fixture
def url(postgres_url: str) -> str:
    """The address of a copy of an empty database on a server."""
    return postgres_url


@pytest.fixture(params=["nothing", "some", "much"])
def waiting(request: pytest.FixtureRequest, storage: Storage, query: Query) -> int:
    """Insert this number of waiting rows of one alert, and update the server's statistics."""
    rows = {"nothing": 0, "some": 2_000, "much": 200_000}[request.param]
    _fill(query, rows)
    query("ANALYZE")
    return rows


def _fill(query: Query, rows: int) -> None:
    query(
        "INSERT INTO addresses (channel, ref, is_active)"  # noqa: S608 -- a number
        f" SELECT 'telegram', i, TRUE FROM generate_series(1, {rows}) AS s(i)"
    )
    query(
        "INSERT INTO deliveries (effect_key, address_id, operation, distance_sq, priority, state, reason, detail,"  # noqa: S608
        " due_at, waits_for, deadline, on_unknown, attempts, created_at) SELECT 'key:' || i, i, 'send', i, 'P2',"
        f" 'queued', '', '', now(), 'nothing', now(), 'resend', 0, now() FROM generate_series(1, {rows}) AS s(i)"
    )


def _statements() -> list[Any]:
    others = (queue._marked_among_others, recounts._OF_DELIVERIES, claims._claimed, live_alerts._CONCERNED)
    return [*queue.statements(), settling._all_sent, *(one._on_server for one in others)]


async def test_plans_that_are_kept_go_by_an_index_whatever_waits(storage: Storage, url: str, waiting: int) -> None:
    """Cached plans read a few keys of an index whatever waits, except for a table without a row."""
    engine = make_raw_engine(url)
    try:
        async with engine.connect() as connection:
            for name, value in KEPT.items():
                await connection.exec_driver_sql(f"SET {name} = '{value}'")
            for number, statement in enumerate(_statements()):
                told = await _plan(connection, statement, number)
                assert not re.search(r"Seq Scan|Bitmap|Hash Join|Merge Join|Parallel", told), told
                assert set(re.findall(r"using (\w+) on deliveries", told)) <= BY_KEY, told
                assert not waiting or not re.search(WHOLE, told), told
    finally:
        await engine.dispose()


async def _plan(connection: AsyncConnection, statement: Any, number: int) -> str:
    lists = {}
    if isinstance(statement, sa.Select):
        statement, lists = statement.params(dict.fromkeys(VALUES)), {"compile_kwargs": {"render_postcompile": True}}
    compiled = statement.compile(dialect=asyncpg.dialect(), **lists)  # type: ignore[no-untyped-call]
    await connection.exec_driver_sql(f"PREPARE one{number} AS {compiled}")
    nulls = ", ".join("NULL" for _ in set(re.findall(r"\$\d+", str(compiled))))
    plan = await connection.exec_driver_sql(f"EXPLAIN EXECUTE one{number}({nulls})")
    return "\n".join(plan.scalars())


async def test_plans_are_made_anew_after_a_pause(storage: Storage, url: str, query: Query) -> None:
    """After a pause plans are made anew, so that a plan for an empty table is not used for many new rows."""
    query("ANALYZE")
    engine = PostgresDatabase(parse_address(url)).marker()
    try:
        async with engine.connect() as connection:
            assert re.search(WHOLE, await _plan(connection, claims._claimed._on_server, 1))
            await connection.commit()
            _fill(query, 20_000)
            await asyncio.sleep(PAUSE_SECONDS)
            nulls = ", ".join(["NULL"] * 8)
            plan = await connection.exec_driver_sql(f"EXPLAIN EXECUTE one1({nulls})")
            assert not re.search(WHOLE, "\n".join(plan.scalars()))
    finally:
        await engine.dispose()


async def test_the_references_of_many_rows_are_planned_once(
    storage: Storage,
    query: Query,
    now: datetime,
    new_member: NewMember,
    new_shop: Callable[..., Awaitable[Any]],
    new_live_alert: Callable[..., Awaitable[Revision]],
) -> None:
    """While an alert is queued for everybody the server caches the plan of foreign key checks; at other times it does
    not."""
    query(
        "CREATE FUNCTION note_plans() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN NEW.detail := current_setting('plan_cache_mode'); RETURN NEW; END $$"
    )
    query("CREATE TRIGGER note_plans BEFORE INSERT ON deliveries FOR EACH ROW EXECUTE FUNCTION note_plans()")
    member = await new_member()
    await new_shop(member)
    revision = await new_live_alert()
    target, until = target_of(revision.content), revision.content.until
    async with storage.transaction() as uow:
        assert 1 == await uow.deliveries.fan_out(revision, target, [], priority=Priority.P2, deadline=until, now=now)
        notice = NewDelivery("alone", member.address.id, Notice("x"), now + timedelta(hours=1))
        assert 1 == await uow.deliveries.enqueue([notice], now)
    assert [("auto",), ("force_custom_plan",)] == [
        tuple(row) for row in query("SELECT detail FROM deliveries ORDER BY id")
    ]
