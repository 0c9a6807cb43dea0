"""Tests of the walk of the queue: blocked rows leave it, a chat gets one at a time, and no plan reads the whole
table."""

import re
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import postgresql, sqlite

from alerts.delivery import DeliveryState, NewDelivery, Notice, Outcome, Priority, Retry, Sent, Settled, WaitsFor
from alerts.ids import AddressId, DeliveryId
from alerts.member import Member
from alerts.ports import CHAT_SPACING, Storage
from storage.outbox import lateness
from storage.outbox.queue import MOST_WALKED, Candidate, Walk, statements
from tests.storage.claiming import claim
from tests.storage.raw import make_raw_engine

NewMember = Callable[..., Awaitable[Member]]
Query = Callable[[str], list[Any]]
MANY = 2_000


def _notices(to: AddressId, count: int, now: datetime, **said: Any) -> list[NewDelivery]:
    kind = said.get("priority", "")
    return [
        NewDelivery(f"{to}:{kind}:{number}", to, Notice("x"), now + timedelta(hours=1), **said)
        for number in range(count)
    ]


async def _enqueue(storage: Storage, rows: list[NewDelivery], now: datetime) -> None:
    async with storage.transaction() as uow:
        await uow.deliveries.enqueue(rows, now)


@pytest.mark.parametrize("priority", Priority)
async def test_a_thousand_for_one_chat_are_passed_once(
    storage: Storage, now: datetime, new_member: NewMember, query: Query, priority: Priority
) -> None:
    """Of a thousand messages for one chat one is sent; the same commit spaces the others, and the next claim meets
    none."""
    crowded, *others = [(await new_member()).address.id for _ in range(4)]
    await _enqueue(storage, _notices(crowded, 990, now, priority=priority), now)
    for one in others:
        await _enqueue(storage, _notices(one, 1, now, priority=Priority.BACKGROUND), now)
    async with storage.transaction() as uow:
        going = await claim(uow, 4, "owner", now, spacing=CHAT_SPACING)
        assert [crowded, *others] == [one.address_id for one in going]
    (waits,) = query("SELECT count(*), count(DISTINCT due_at) FROM deliveries WHERE waits_for = 'chat'")
    assert (989, 989) == tuple(waits)
    async with storage.transaction() as uow:
        assert now + CHAT_SPACING == await uow.deliveries.next_due()
        await uow.deliveries.settle_sent([(one.id, Sent("1", "1")) for one in going], now)
    for second in range(1, 4):
        async with storage.transaction() as uow:
            (next_one,) = await claim(uow, 9, "owner", now + second * CHAT_SPACING, spacing=CHAT_SPACING)
            assert next_one.id == going[0].id + second
            await uow.deliveries.settle_sent([(next_one.id, Sent("1", "1"))], now)


async def test_more_than_a_claim_looks_at_are_passed_by_the_next(
    storage: Storage, now: datetime, new_member: NewMember
) -> None:
    """A claim looks at a limited number of rows, and the next one goes on where it stopped."""
    crowded, other = (await new_member()).address.id, (await new_member()).address.id
    await _enqueue(storage, _notices(crowded, 2 * MOST_WALKED, now, priority=Priority.P1), now)
    await _enqueue(storage, _notices(other, 1, now), now)
    claimed = list[AddressId]()
    for _ in range(4):
        async with storage.transaction() as uow:
            claimed += [one.address_id for one in await claim(uow, 3, "owner", now, spacing=CHAT_SPACING)]
    assert [crowded, other] == claimed


async def test_messages_of_one_chat_keep_their_order(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """Messages of one chat that were put back for lack of room keep their order before later ones; a failed one does
    not."""
    to = (await new_member()).address.id
    first, second, third = _notices(to, 3, now)
    await _enqueue(storage, [first, second], now)
    later = now + timedelta(seconds=40)
    async with storage.transaction() as uow:
        (one,) = await claim(uow, 9, "owner", now, spacing=CHAT_SPACING)
        await uow.deliveries.settle(one.id, Retry(later, is_fault=False), now)
        await uow.deliveries.enqueue([third], now)
        for seconds in (0, 1, 2, 39):
            assert [] == await claim(uow, 9, "owner", now + timedelta(seconds=seconds), spacing=CHAT_SPACING)
        for seconds in (0, 1, 2):
            moment = later + timedelta(seconds=seconds)
            (due,) = await claim(uow, 9, "owner", moment, spacing=CHAT_SPACING)
            assert due.id == one.id + seconds
            await uow.deliveries.settle(due.id, Sent("1", "1"), moment)
    await _enqueue(storage, _notices(to, 2, now, priority=Priority.P2), now)
    async with storage.transaction() as uow:
        (one,) = await claim(uow, 9, "owner", later, spacing=timedelta(0))
        await uow.deliveries.settle(one.id, Retry(later + timedelta(minutes=5)), later)
        (other,) = await claim(uow, 9, "owner", later, spacing=timedelta(0))
        assert other.id == one.id + 1


async def test_a_claim_may_be_for_some_priorities(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """A claim may be for some priorities, adjacent or not; other rows stay where they are."""
    for number, priority in enumerate(sorted(Priority, reverse=True)):
        to = (await new_member()).address.id
        await _enqueue(storage, _notices(to, 1, now - timedelta(seconds=number), priority=priority), now)
    at_edges = {Priority.P1, Priority.P4, Priority.BACKGROUND}
    async with storage.transaction() as uow:
        later = now + timedelta(minutes=1)
        (urgent,) = await claim(uow, 9, "owner", now, priorities={Priority.P1})
        await uow.deliveries.hold(urgent.id, later, "paused")
        assert later == await uow.deliveries.next_due(priorities={Priority.P1})
        assert now == await uow.deliveries.next_due(priorities=at_edges)
        assert 2 == len(await claim(uow, 9, "owner", now, priorities=at_edges))
        assert 1 == len(await claim(uow, 1, "owner", now, priorities={Priority.PERSON, Priority.P2}))
        assert later == await uow.deliveries.next_due(priorities=at_edges)
        assert 3 == len(await claim(uow, 9, "owner", later))


async def test_many_outcomes_share_a_statement(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """One statement settles many rows, each as if it were alone; rows that were settled before stay, and are
    reported."""
    people = [(await new_member()).address.id for _ in range(4)]
    for one in people:
        await _enqueue(storage, _notices(one, 1, now), now)
    later = now + timedelta(minutes=1)
    async with storage.transaction() as uow:
        sent, failed, again, held = [one.id for one in await claim(uow, 9, "owner", now)]
        outcomes: list[tuple[DeliveryId, Outcome]] = [
            (sent, Sent("7", "1001", "one-line")),
            (failed, Settled(DeliveryState.FAILED, "gone", "Forbidden")),
            (again, Retry(later)),
        ]
        assert {sent, failed, again} == await uow.deliveries.settle_all(outcomes, now)
        assert {again} == await uow.deliveries.settle_all(outcomes, now)
        assert {held} == await uow.deliveries.hold_all([(held, later, "paused"), (sent, later, "paused")])
        assert set() == await uow.deliveries.settle_all([], now)
        states = [await uow.deliveries.by_key(f"{one}::0") for one in people]
        assert [DeliveryState.SENT, DeliveryState.FAILED, DeliveryState.QUEUED, DeliveryState.QUEUED] == [
            state[1] for state in states if state
        ]
        assert [2, 0] == [one.attempts for one in await claim(uow, 9, "owner", later)]


moments = st.integers(-5, 5).map(lambda seconds: datetime(2026, 1, 14).astimezone() + timedelta(seconds=seconds))
candidates = st.lists(
    st.builds(
        Candidate,
        id=st.integers(1, 10**6).map(DeliveryId),
        address_id=st.integers(1, 3),
        due_at=moments,
        blocked_until=st.none() | st.none() | moments,
        is_busy=st.booleans(),
        behind=st.none() | st.none() | moments,
    ),
    max_size=20,
)


@given(candidates, st.integers(0, 2))
def test_a_walk_gives_each_row_a_place_or_a_time(rows: list[Candidate], spacing: int) -> None:
    """A walk gives each row a place or a time, exactly once; of each chat one goes, and the others keep their order and
    distance."""
    walk = Walk(99, datetime(2026, 1, 14).astimezone(), timedelta(seconds=spacing))
    for row in rows:
        walk.look_at(row)
    assert sorted(row.id for row in rows) == sorted([*walk.going, *(one.id for one in walk.delays)])
    address = {row.id: row.address_id for row in rows}
    if len(address) < len(rows):
        return
    going = [address[one] for one in walk.going]
    assert len(set(going)) == len(going)
    for one in set(address.values()):
        turns = [delay.due_at for delay in walk.delays if address[delay.id] == one and delay.waits_for is WaitsFor.CHAT]
        assert all(later - earlier >= walk.spacing for earlier, later in pairwise(turns))
    assert all(delay.due_at >= walk.now for delay in walk.delays)


@pytest.fixture
def crowd(query: Query, url: str) -> None:
    """Some thousand waiting rows of each kind for as many people, and as many that were sent."""
    series = f"generate_series(1, {MANY}) AS s(i)"
    past, future = "2026-01-14 15:00:00+00", "2036-01-14 15:00:00+00"
    if url.startswith("sqlite"):
        series = f"(WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < {MANY}) SELECT i FROM s)"  # noqa: S608
        past, future = "2026-01-14 15:00:00.000000", "2036-01-14 15:00:00.000000"
    query(f"INSERT INTO addresses (channel, ref, is_active) SELECT 'telegram', i, TRUE FROM {series}")  # noqa: S608
    columns = "effect_key, address_id, operation, distance_sq, priority, state, reason, detail, due_at, waits_for"
    for priority in Priority:
        for state, waits_for, due in (
            ("queued", "nothing", past),
            ("queued", "time", future),
            ("queued", "chat", future),
            ("sent", "nothing", past),
        ):
            query(
                f"INSERT INTO deliveries ({columns}, deadline, on_unknown, attempts, created_at)"  # noqa: S608
                f" SELECT '{priority}:{state}:{waits_for}:' || i, i, 'send', i, '{priority}', '{state}', '', '',"
                f" '{due}', '{waits_for}', '{future}', 'resend', 0, '{past}' FROM {series}"
            )


async def _plan(url: str, statement: sa.Executable) -> list[str]:
    dialect: sa.Dialect = sqlite.dialect() if url.startswith("sqlite") else postgresql.dialect()  # type: ignore[no-untyped-call]
    assert isinstance(statement, sa.Select | sa.CompoundSelect)
    now = datetime(2026, 1, 14, 16).astimezone()
    values = {"most": 10, "now": now, "before": now, "ahead": now}
    compiled = statement.params(values).compile(dialect=dialect, compile_kwargs={"literal_binds": True})
    explain = "EXPLAIN QUERY PLAN" if url.startswith("sqlite") else "EXPLAIN"
    engine = make_raw_engine(url)
    try:
        async with engine.begin() as connection:
            found = await connection.exec_driver_sql(f"{explain} {compiled}")
            return [str(line[-1]) for line in found]
    finally:
        await engine.dispose()


async def test_no_plan_reads_the_whole_queue(storage: Storage, url: str, query: Query, crowd: None) -> None:
    """Each statement of a claim uses an index in its order, with and without the database's statistics."""
    for is_counted in (False, True):
        if is_counted:
            query("ANALYZE")
        for statement in (*statements(), *lateness.statements()):
            plan = await _plan(url, statement)
            told = "\n".join(plan)
            assert "ix_deliveries_" in told
            assert not re.search(r"Seq Scan on|Bitmap Heap Scan on deliveries d|Parallel|Hash", told), told
            assert not re.search(r"^SCAN d(?!.* INDEX )", told, re.MULTILINE), told
            assert not re.search(r"Sort  \(.* rows=[0-9]{4,}", told), told
