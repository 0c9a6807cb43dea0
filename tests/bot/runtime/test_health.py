"""Tests of the health page and metrics of the running program."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from alerts.delivery import NewDelivery, Notice, Priority, Retry
from alerts.ids import DeliveryId
from alerts.ports import Storage, UnitOfWork
from bot.cli.doctor import examine
from bot.incoming.liveness import Liveness
from bot.incoming.supervisor import Supervisor
from bot.metrics import Meter
from bot.runtime.health import Health
from bot.runtime.leadership import Place
from bot.telegram_api.send_queue import SendClass
from bot.telegram_api.wait_times import WaitTimes
from tests.bot.town import Town

RATE = 28


class _Source:
    def __init__(self) -> None:
        self.liveness = Liveness()

    async def run(self) -> None:
        await asyncio.Event().wait()


class _Program:
    """A supervisor, a meter and their health page."""

    def __init__(self, town: Town, storage: Any = None) -> None:
        self.source, self.meter = _Source(), Meter()
        parts: dict[str, Any] = {"storage": storage or town.storage, "clock": town.clock, "meter": self.meter}
        self.supervisor = Supervisor(self.source, town.inbox, is_polling=True, **parts)
        self.supervisor.is_on = True
        self.place = Place()
        self.waits = WaitTimes()
        self.health = Health(
            supervisor=self.supervisor, place=self.place, waits=self.waits, share=lambda: RATE, **parts
        )

    async def works(self) -> None:
        """Note that it polled, and wrote a heartbeat."""
        self.source.liveness.succeeded()
        await self.supervisor.write_heartbeat()

    def brings(self, count: int, priority: Priority) -> None:
        """Note that this number of deliveries of this priority arrived just now."""
        for _ in range(count):
            self.meter.sent(0.1, priority)

    async def asked(self, path: str) -> tuple[int, str]:
        """Request a page over HTTP."""
        async with TestClient(TestServer(self.health.app())) as client, client.get(path) as response:
            return response.status, await response.text()

    async def ills(self) -> dict[str, str]:
        """Return the checks that /healthz reports as bad."""
        status, body = await self.asked("/healthz")
        ills = {name: one["problem"] for name, one in json.loads(body)["checks"].items() if not one["ok"]}
        assert (503 if ills else 200) == status
        assert json.loads(body)["ok"] is not bool(ills)
        return ills


async def _queue_p1(town: Town, count: int) -> list[DeliveryId]:
    await _queue(town, count, priority=Priority.P1)
    async with town.storage.reading() as uow:
        found = [await uow.deliveries.by_key(f"test:{number}:0:00:00:{Priority.P1}") for number in range(count)]
    return [one[0] for one in found if one is not None]


async def _queue(
    town: Town, count: int, *, due_in: timedelta = timedelta(), priority: Priority = Priority.PERSON
) -> None:
    person = town.person(1)
    if not person.bubbles:
        await person.subscribes("2903AB", "jeweller")
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
        assert member is not None
        now = town.clock.now()
        rows = [
            NewDelivery(
                effect_key=f"test:{number}:{due_in}:{priority}",
                priority=priority,
                address_id=member.address.id,
                notice=Notice("verified", {}),
                deadline=now + timedelta(days=1),
            )
            for number in range(count)
        ]
        await uow.deliveries.enqueue(rows, now + due_in)


async def test_a_program_that_works_is_healthy(town: Town) -> None:
    """A working program is healthy, with each check by its name."""
    program = _Program(town)
    await program.works()
    assert {} == await program.ills()
    assert {"receiving", "database", "p1", "outbox", "limits"} == set(await program.health.checks())


async def test_a_program_that_never_polled_is_not(town: Town) -> None:
    """A program that never polled, or wrote nothing, as on a full disk, is not healthy."""
    assert {"receiving", "database"} == set(await _Program(town).ills())


async def test_a_program_that_does_not_lead_is_healthy(town: Town) -> None:
    """A program that does not lead is healthy: the leader polls and writes the heartbeat."""
    program = _Program(town)
    program.supervisor.is_on = False
    assert {} == await program.ills()
    assert (await program.health.checks())["receiving"].problem == "another process receives"


async def test_a_poll_that_is_long_ago_is_said_with_its_reason(town: Town) -> None:
    """A poll that was 75 seconds ago is reported with the reason."""
    program = _Program(town)
    await program.works()
    program.source.liveness.last -= 74
    assert {} == await program.ills()
    program.source.liveness.last -= 2
    program.source.liveness.problem = "Telegram does not answer"
    assert {"receiving": "Telegram does not answer"} == await program.ills()


async def test_what_was_started_again_is_said_though_all_is_well(town: Town) -> None:
    """Restarts of the poller are shown with their number and time, although all is well now."""
    program = _Program(town)
    await program.works()

    async def told() -> tuple[int, str | None]:
        receiving = json.loads((await program.asked("/healthz"))[1])["checks"]["receiving"]
        assert receiving["ok"]
        return receiving["restarts"], receiving["restarted_at"]

    assert (0, None) == await told()
    program.supervisor.restarts, program.supervisor.restarted_at = 2, town.clock.now()
    assert (2, town.clock.now().isoformat()) == await told()
    program.supervisor.is_on = False
    assert (2, town.clock.now().isoformat()) == await told()


async def test_what_is_due_for_five_minutes_is_said(town: Town) -> None:
    """A delivery that has been due for five minutes is reported, unless the rate is used; failing attempts do not count
    as used."""
    program = _Program(town)
    await program.works()
    await _queue(town, 2)
    town.clock.pass_by(minutes=5)
    assert {} == await program.ills()
    town.clock.pass_by(seconds=1)
    assert {"outbox": "something is due for 301 seconds"} == await program.ills()
    program.meter.failed("Throttled")
    assert {"outbox"} == set(await program.ills())
    program.brings(RATE * 60 // 2, Priority.PERSON)
    assert {} == await program.ills()


async def test_what_is_late_is_excused_by_what_goes_first_and_by_nothing_else(town: Town) -> None:
    """A late delivery is excused by deliveries of a higher priority, and not by a flood of lower ones."""
    program = _Program(town)
    await program.works()
    await _queue(town, 1, priority=Priority.P2)
    town.clock.pass_by(minutes=5, seconds=1)
    late = {"outbox": "something is due for 301 seconds"}
    for behind in (Priority.P3, Priority.P4, Priority.BACKGROUND):
        program.brings(RATE * 60, behind)
    assert late == await program.ills()
    program.brings(RATE * 60 // 4, Priority.P1)
    assert late == await program.ills()
    program.brings(RATE * 60 // 4, Priority.PERSON)
    assert {} == await program.ills()


async def test_a_card_is_not_excused_by_notices(town: Town) -> None:
    """A late card is not excused by notices, because it goes before them."""
    program = _Program(town)
    await program.works()
    await _queue(town, 1, priority=Priority.PERSON)
    town.clock.pass_by(minutes=5, seconds=1)
    program.brings(RATE * 60, Priority.P2)
    assert {"outbox": "something is due for 301 seconds"} == await program.ills()


async def test_what_hangs_under_way_is_due_as_well(town: Town) -> None:
    """A claimed delivery that hangs counts as due."""
    program = _Program(town)
    await program.works()
    await _queue(town, 1)
    async with town.storage.transaction() as uow:
        assert 1 == len(await uow.deliveries.claim(9, "test", timedelta(minutes=2), town.clock.now()))
    town.clock.pass_by(minutes=5, seconds=1)
    assert {"outbox": "something is due for 301 seconds"} == await program.ills()


@pytest.mark.parametrize("hindrance", ["nobody claims it", "a 429", "claimed and hung", "behind another message"])
async def test_a_p1_that_waits_for_half_a_minute_is_said_for_whatever_reason(town: Town, hindrance: str) -> None:
    """A P1 that has waited for half a minute is reported, whatever else is sent meanwhile."""
    program = _Program(town)
    await program.works()
    [number] = await _queue_p1(town, 1)
    now = town.clock.now()
    async with town.storage.transaction() as uow:
        if hindrance != "nobody claims it":
            await uow.deliveries.claim(1, "test", timedelta(minutes=2), now)
        if hindrance == "a 429":
            await uow.deliveries.settle(number, Retry(now + timedelta(minutes=10), is_fault=False), now)
        if hindrance == "behind another message":
            await uow.deliveries.hold(number, now + timedelta(minutes=10), "order")
    town.clock.pass_by(seconds=29)
    program.brings(RATE * 60, Priority.PERSON)
    assert {} == await program.ills()
    town.clock.pass_by(seconds=3)
    assert {"p1": "a P1 waits for 32 seconds"} == await program.ills()


async def test_a_p1_to_many_is_well_for_as_long_as_it_flows(town: Town) -> None:
    """A P1 to 5,000, which takes three minutes, is healthy as long as its recipients are reached at the rate."""
    program = _Program(town)
    await program.works()
    await _queue_p1(town, 200)
    town.clock.pass_by(seconds=32)
    ill = {"p1": "a P1 waits for 32 seconds"}
    assert ill == await program.ills()
    program.brings(RATE * 30 // 2 - 1, Priority.P1)
    program.brings(RATE * 30, Priority.P2)
    assert ill == await program.ills()
    program.brings(1, Priority.P1)
    assert {} == await program.ills()
    seconds = program.meter.arrived._seconds
    seconds[0] = seconds[0][0] - 32, seconds[0][1]  # half a minute later nothing went on
    assert ill == await program.ills()


async def test_a_p1_that_a_wrong_clock_dated_is_late_at_once(town: Town) -> None:
    """A P1 that a wrong clock dated ahead is late at once, and the clock's trouble is reported."""
    program = _Program(town)
    town.clock.pass_by(days=400)
    await _queue_p1(town, 1)
    town.clock.pass_by(days=-400)
    await program.works()
    ills = await program.ills()
    assert {"p1", "outbox"} == set(ills)
    assert "a wrong clock gave them" in ills["outbox"]


async def test_a_p1_that_its_reader_put_off_is_no_trouble(town: Town) -> None:
    """A P1 whose reader paused is no trouble until the pause ends, and from then on counts."""
    program = _Program(town)
    await program.works()
    [number] = await _queue_p1(town, 1)
    until = town.clock.now() + timedelta(minutes=20)
    async with town.storage.transaction() as uow:
        await uow.deliveries.claim(1, "test", timedelta(minutes=2), town.clock.now())
        await uow.deliveries.hold(number, until, "paused")
    town.clock.pass_by(minutes=19)
    await program.works()
    assert {} == await program.ills()
    town.clock.pass_by(minutes=1, seconds=32)
    await program.works()
    assert {"p1"} == set(await program.ills())


async def test_prometheus_reads_it_by_class(town: Town) -> None:
    """Prometheus reads by class how many wait, how long the first is due, and how many were sent."""
    program = _Program(town)
    await program.works()
    await _queue(town, 3)
    await _queue_p1(town, 2)
    town.clock.pass_by(seconds=12)
    program.meter.departed("stranger")
    _, body = await program.asked("/metrics")
    read = dict(line.rsplit(" ", 1) for line in body.splitlines() if line[0] != "#")
    waiting = {one: float(read[f'wees_alert_class_waiting{{class="{one}"}}']) for one in ("p1", "person", "stranger")}
    assert {"p1": 2, "person": 3, "stranger": 0} == waiting
    assert 12 == float(read['wees_alert_class_next_due_seconds{class="p1"}'])
    assert 1 == float(read['wees_alert_departed_total{class="stranger"}'])


async def test_answers_that_wait_in_memory_are_seen(town: Town) -> None:
    """Answers that wait in memory are shown as long as they wait, from the call on, a stranger's too."""
    program = _Program(town)
    await program.works()
    with program.waits.begun(SendClass.STRANGER), program.waits.begun(SendClass.ANSWER) as end:
        waits = program.waits._since[SendClass.STRANGER]
        waits.update(dict.fromkeys(waits, next(iter(waits.values())) - 40))
        end()
        _, body = await program.asked("/metrics")
    read = dict(line.rsplit(" ", 1) for line in body.splitlines() if line[0] != "#")
    assert ["0.0", "1.0"] == [read[f'wees_alert_class_waiting{{class="{one}"}}'] for one in ("answer", "stranger")]
    assert 0 == float(read['wees_alert_class_next_due_seconds{class="answer"}'])
    assert 40 <= float(read['wees_alert_class_next_due_seconds{class="stranger"}']) < 100


async def test_all_that_waits_is_counted_for_prometheus_only_and_not_at_every_scrape(town: Town) -> None:
    """Everything that waits is counted for Prometheus only, and not at every scrape, because a count of a million rows
    takes long."""
    program = _Program(town, counting := _Counting(town.storage))
    await program.works()
    for _ in range(3):
        await program.asked("/healthz")
    assert 0 == counting.counted
    for _ in range(3):
        await program.asked("/metrics")
    assert 1 == counting.counted
    counted = program.health._counting
    assert counted is not None
    object.__setattr__(counted.result(), "at", counted.result().at - 5)
    await program.asked("/metrics")
    assert 2 == counting.counted


class _Counting:
    """A storage that counts how often the whole queue is counted."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self.counted = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._storage, name)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[UnitOfWork]:
        async with self._storage.reading() as uow:
            count = uow.deliveries.waiting_by_priority

            async def heard() -> Any:
                self.counted += 1
                return await count()

            uow.deliveries.waiting_by_priority = heard  # type: ignore[method-assign]
            yield uow


class _Silent:
    """A database that does not answer."""

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[UnitOfWork]:
        await asyncio.Event().wait()
        yield  # type: ignore[misc]  # never


async def test_a_database_that_does_not_answer_is_said(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the database does not answer, the pages are served all the same, and one query waits instead of one for each
    request."""
    monkeypatch.setattr("bot.runtime.health.READ_SECONDS", 0.01)
    program = _Program(town, _Silent())
    program.source.liveness.succeeded()
    assert {"database", "p1", "outbox"} == set(await program.ills())
    assert {"database", "p1", "outbox"} == set(await program.ills())
    assert 1 == sum("_read" in str(task.get_coro()) for task in asyncio.all_tasks())
    status, body = await program.asked("/metrics")
    assert 200 == status
    assert 'wees_alert_queue{state="queued"} NaN' in body


async def test_prometheus_reads_the_queue(town: Town) -> None:
    """Prometheus reads what is due, held and under way, how long the oldest is due, and how long ago the last poll
    was."""
    program = _Program(town)
    await program.works()
    await _queue(town, 3)
    await _queue(town, 2, due_in=timedelta(hours=2))
    town.clock.pass_by(seconds=40)
    async with town.storage.transaction() as uow:
        await uow.deliveries.claim(1, "test", timedelta(minutes=2), town.clock.now())
    _, body = await program.asked("/metrics")
    read = dict(line.rsplit(" ", 1) for line in body.splitlines() if line[0] != "#")
    depth = [float(read[f'wees_alert_queue{{state="{state}"}}']) for state in ("queued", "held", "sending")]
    assert [2, 2, 1] == depth
    assert 40 == float(read["wees_alert_oldest_due_seconds"])
    assert 0 <= float(read["wees_alert_last_received_seconds"]) < 60


@pytest.mark.parametrize(
    ("ago", "has_stopped", "problem", "ok", "said"),
    [
        (10, False, "", True, "the bot polls; started again 1 times"),
        (10, False, "another program polls", False, "another program polls"),
        (61, False, "", False, "last heard of at"),
        (61, True, "", True, "was stopped at"),
    ],
)
async def test_the_doctor_reads_the_heartbeat(
    town: Town,
    monkeypatch: pytest.MonkeyPatch,
    *,
    ago: float,
    has_stopped: bool,
    problem: str,
    ok: bool,
    said: str,
) -> None:
    """The doctor distinguishes a program that hangs or was killed from one that was stopped."""
    url = f"sqlite:///{town.storage._database.path}"  # type: ignore[attr-defined]
    for name, value in {"TELEGRAM_TOKEN": "1:x", "TELEGRAM_API_URL": "http://127.0.0.1:9", "DATABASE_URL": url}.items():
        monkeypatch.setenv(f"WEES_ALERT_{name}", value)
    program = _Program(town)
    town.clock.at = datetime.now(UTC) - timedelta(seconds=ago)
    if problem:
        program.source.liveness.problem = problem
    else:
        program.source.liveness.succeeded()
    program.supervisor.restarts, program.supervisor.restarted_at = 1, town.clock.now()
    await program.supervisor.write_heartbeat(has_stopped=has_stopped)
    lines: list[str] = []
    await examine(lines.append)
    [line] = [one for one in lines if " receiving: " in one]
    assert ok is line.startswith("ok")
    assert said in line


async def test_the_doctor_counts_what_a_wrong_clock_dated(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """The doctor counts the rows that a wrong clock dated ahead separately from due and later ones."""
    url = f"sqlite:///{town.storage._database.path}"  # type: ignore[attr-defined]
    for name, value in {"TELEGRAM_TOKEN": "1:x", "TELEGRAM_API_URL": "http://127.0.0.1:9", "DATABASE_URL": url}.items():
        monkeypatch.setenv(f"WEES_ALERT_{name}", value)
    town.clock.at = datetime.now(UTC) + timedelta(days=400)
    await _queue(town, 2)
    lines: list[str] = []
    await examine(lines.append)
    [line] = [one for one in lines if " outbox: " in one]
    assert line.startswith("FAIL")
    assert "2 or more deliveries wait for a time that a wrong clock gave them" in line


@pytest.mark.parametrize("leads", [False, True])
async def test_a_process_without_a_place_is_ill(town: Town, *, leads: bool) -> None:
    """A process without a place, as on a read-only server, is reported as bad, although every query is answered."""
    program = _Program(town)
    await program.works()
    program.supervisor.is_on = leads
    program.place.problem = "the server takes no changes"
    ills = await program.ills()
    assert ("the server takes no changes", {"receiving", "database"}) == (ills["database"], set(ills))
    program.place.problem = ""
    assert {} == await program.ills()
