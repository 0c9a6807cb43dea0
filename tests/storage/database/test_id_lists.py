"""Tests of statements for many rows at once: each row gets its own values, and PostgreSQL prepares one statement for
lists of any length."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from alerts.delivery import DeliveryState, NewDelivery, Notice, Sent, Settled
from alerts.ids import AlertId, DeliveryId, MemberId
from alerts.member import Member
from alerts.ports import Storage
from storage.alerts import live_alerts
from storage.database.postgresql import PostgresDatabase
from storage.database.server_address import parse_address
from storage.database.transactions import Engines, Transaction
from storage.outbox import claims, settling
from tests.storage.claiming import claim

LENGTHS = (1, 2, 7, 60, 256)
_KNOWN = sa.text("SELECT count(*) AS n FROM pg_prepared_statements")


async def _claimed(storage: Storage, new_member: Callable[..., Awaitable[Member]], now: datetime) -> list[DeliveryId]:
    members = [await new_member() for _ in range(5)]
    rows = [
        NewDelivery(str(one.id), one.address.id, Notice("receipt", {}), now + timedelta(hours=1)) for one in members
    ]
    async with storage.transaction() as uow:
        await uow.deliveries.enqueue(rows, now)
        return [one.id for one in await claim(uow, 5, "owner", now)]


async def test_each_of_many_that_arrived_gets_its_own_message(
    storage: Storage,
    new_member: Callable[..., Awaitable[Member]],
    now: datetime,
    query: Callable[[str], list[Any]],
) -> None:
    """Each of many settled deliveries gets its own message id, with and without a chat; one that was settled in between
    stays as it is, and a missing one is skipped."""
    ids = await _claimed(storage, new_member, now)
    async with storage.transaction() as uow:
        await uow.deliveries.settle(ids[1], Settled(DeliveryState.SKIPPED, "ended"), now)
    arrived = [(one, Sent(f"m{one}", f"c{one}", "again" if one == ids[2] else "")) for one in (*ids[:4], DeliveryId(0))]
    async with storage.transaction() as uow:
        await uow.deliveries.settle_sent(arrived, now)
    async with storage.transaction() as uow:
        assert {ids[4]} == await uow.deliveries.settle_all([(ids[0], Sent("x", "x")), (ids[4], Sent("y", "z"))], now)
    stored = await asyncio.to_thread(
        query, "SELECT state, message_ref, chat_ref, reason, claimed_by FROM deliveries ORDER BY id"
    )
    assert [
        ("sent", f"m{ids[0]}", f"c{ids[0]}", "", None),
        ("skipped", None, None, "ended", None),
        ("sent", f"m{ids[2]}", f"c{ids[2]}", "again", None),
        ("sent", f"m{ids[3]}", f"c{ids[3]}", "", None),
        ("sent", "y", "z", "", None),
    ] == [tuple(row) for row in stored]


async def test_a_server_prepares_one_statement_for_lists_of_any_length(postgres_url: str, now: datetime) -> None:
    """The server prepares the outbox's statements for lists of ids when they are first used, and never again."""
    engines = Engines(PostgresDatabase(parse_address(postgres_url)))
    known = []
    for length in LENGTHS:
        async with engines.writing() as transaction:
            await _ask_about(transaction, [DeliveryId(1_000 + number) for number in range(length)], now)
            known.append((await transaction.one(_KNOWN)).n)
    await engines.close()
    _, second, *later = known  # the pool runs a query too when it hands out a connection again
    assert [second] * len(later) == later


async def _ask_about(transaction: Transaction, ids: list[DeliveryId], now: datetime) -> None:
    await settling.settle_sent(transaction, [(one, Sent("1", "1")) for one in ids], now)
    await settling.hold(transaction, [(one, now, "paused") for one in ids])
    await claims.claimed(transaction, ids, "owner")
    await live_alerts.concerned(transaction, [(AlertId(one), MemberId(one)) for one in ids], now)
