"""Property tests that a claim takes the same rows as a plain sort of the queue, whatever is in it and however claims
end."""

import asyncio
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncEngine

from alerts.alert import AlertContent, IncidentKind
from alerts.area import Place
from alerts.delivery import DeliveryState, OnUnknown, Operation, Outcome, Priority, Retry, Sent, Settled
from alerts.member import Language
from alerts.ports import Storage
from alerts.severity import Severity
from alerts.tlp import Tlp
from storage import open_storage, tables
from tests.storage.claiming import claim
from tests.storage.raw import make_raw_engine

pytestmark = pytest.mark.sweep

NOW = datetime(2026, 1, 14, 15, 30, tzinfo=UTC)
EXAMPLES = {"sqlite": 100, "postgresql": 60}
PEOPLE, ALERTS = 3, 2


CONTENT = AlertContent(
    kind=IncidentKind.OTHER,
    what="x",
    place=Place("2903"),
    place_words="x",
    reach_m=1_000,
    branches=frozenset(),
    severity=Severity.P2,
    tlp=Tlp.CLEAR,
    until=NOW + timedelta(hours=1),
)


@dataclass
class Row:
    """One delivery of the model. `person` and `alert` are indices in the world's lists, `target` is one in the
    queue."""

    priority: Priority
    distance: int
    due: datetime
    person: int
    alert: int
    revision: int
    target: int | None = None
    state: DeliveryState = DeliveryState.QUEUED

    @property
    def is_open(self) -> bool:
        """Whether the delivery is not settled."""
        return self.state in (DeliveryState.QUEUED, DeliveryState.SENDING)


@st.composite
def _queues(draw: st.DrawFn) -> list[Row]:
    """Return a strategy for queues in which some rows change an earlier one."""
    count, queue = draw(st.integers(1, 14)), list[Row]()
    for place in range(count):
        row = draw(_rows)
        target = draw(st.none() | st.none() | st.integers(0, place - 1)) if place else None
        queue.append(replace(row, target=target))
    return queue


_rows = st.builds(
    Row,
    priority=st.sampled_from(Priority),
    distance=st.integers(0, 2),
    due=st.sampled_from([NOW, NOW, NOW - timedelta(seconds=1), NOW + timedelta(seconds=9)]),
    person=st.integers(0, PEOPLE - 1),
    alert=st.integers(0, ALERTS - 1),
    revision=st.integers(1, 3),
    target=st.none(),
)
queues = _queues()
_outcomes: list[Outcome] = [
    Sent("1", "1"),
    Settled(DeliveryState.FAILED, "refused"),
    Settled(DeliveryState.UNKNOWN, "no-answer"),
    Retry(NOW),
    Retry(NOW + timedelta(seconds=20)),
]
# How many rows to claim, how all of them end, and by how many seconds the clock then moves.
acts = st.lists(st.tuples(st.integers(1, 5), st.sampled_from(_outcomes), st.integers(0, 15)), min_size=1, max_size=10)


def _next(queue: list[Row], limit: int, now: datetime) -> list[int]:
    """Return the indices by a plain sort: rows that are due and wait for no other, by priority, distance and age.

    Only the first row of each person counts, and only if none is under way to that person.
    """
    may_go = [place for place, row in enumerate(queue) if _may_go(row, queue, now)]
    first = dict[int, int]()
    for place in sorted(may_go, key=lambda place: (queue[place].priority, queue[place].distance, place)):
        first.setdefault(queue[place].person, place)
    return list(first.values())[:limit]


def _may_go(row: Row, queue: list[Row], now: datetime) -> bool:
    if row.state is not DeliveryState.QUEUED or row.due > now:
        return False
    if row.target is not None and queue[row.target].is_open:
        return False
    return not any(
        one.is_open and (one.alert, one.person) == (row.alert, row.person) and one.revision < row.revision
        for one in queue
    )


@dataclass
class World:
    """A database with people and alerts, and an outbox that is filled anew each time."""

    storage: Storage
    engine: AsyncEngine
    people: list[int]
    alerts: list[int]

    async def check(self, queue: list[Row], acts: list[tuple[int, Outcome, int]]) -> None:
        """Claim and settle on the database and on the model, and compare."""
        places = {number: place for place, number in enumerate(await self.fill(queue))}
        now = NOW
        for limit, outcome, seconds in acts:
            expected = _next(queue, limit, now)
            async with self.storage.transaction() as uow:
                claimed = await claim(uow, limit, "test", now)
                assert expected == [places[one.id] for one in claimed]
                for one in claimed:
                    await uow.deliveries.settle(one.id, outcome, now)
                    _settle(queue[places[one.id]], outcome)
            now += timedelta(seconds=seconds)

    async def fill(self, queue: list[Row]) -> list[int]:
        """Replace the outbox by these rows, and return their ids in order."""
        stored, ids = tables.deliveries, list[int]()
        async with self.engine.begin() as connection:
            await connection.execute(sa.delete(stored))
            for place, row in enumerate(queue):
                target = None if row.target is None else ids[row.target]
                new = sa.insert(stored).values(**self._values(row), effect_key=str(place), target_id=target)
                ids.append((await connection.execute(new.returning(stored.c.id))).scalar_one())
        return ids

    def _values(self, row: Row) -> dict[str, object]:
        return {
            "address_id": self.people[row.person],
            "operation": Operation.SEND,
            "notice_view": "x",
            "notice_fields": {},
            "alert_id": self.alerts[row.alert],
            "revision_number": row.revision,
            "distance_sq": row.distance,
            "priority": row.priority,
            "state": row.state,
            "reason": "",
            "detail": "",
            "due_at": row.due,
            "deadline": NOW + timedelta(hours=1),
            "on_unknown": OnUnknown.RESEND,
            "attempts": 0,
            "created_at": NOW,
        }


def _settle(row: Row, outcome: Outcome) -> None:
    match outcome:
        case Sent():
            row.state = DeliveryState.SENT
        case Settled():
            row.state = outcome.state
        case Retry():
            row.due = outcome.at


def test_claims_come_in_the_order_of_a_plain_sort(url: str) -> None:
    """Claims are ordered by priority, distance and age; a later text never precedes an earlier one, nor a change its
    message."""
    with asyncio.Runner() as runner:
        world = runner.run(_opened(url))

        @settings(
            max_examples=EXAMPLES[url.partition(":")[0]],
            deadline=None,
            database=None,
            suppress_health_check=[HealthCheck.too_slow],
        )
        @given(queues, acts)
        def agree(queue: list[Row], acts: list[tuple[int, Outcome, int]]) -> None:
            runner.run(world.check([replace(row) for row in queue], acts))

        try:
            agree()
        finally:
            runner.run(world.storage.close())
            runner.run(world.engine.dispose())


async def _opened(url: str) -> World:
    world = World(await open_storage(url, owner=True), make_raw_engine(url), [], [])
    async with world.storage.transaction() as uow:
        for number in range(PEOPLE):
            member = await uow.members.add(channel="telegram", ref=str(number), language=Language.DUTCH, now=NOW)
            world.people.append(member.address.id)
        for _ in range(ALERTS):
            world.alerts.append((await uow.alerts.add(member.id, CONTENT, NOW)).id)
    return world
