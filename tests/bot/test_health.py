"""What the operator's instruments read of the running program."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from alerts.delivery import NewDelivery, Notice
from alerts.ports import UnitOfWork
from bot.doctor import examine
from bot.health import Health
from bot.metrics import Meter
from bot.pulse import Pulse
from bot.watch import Watch
from tests.bot.conversation import Town


class _Source:
    def __init__(self) -> None:
        self.pulse = Pulse()

    async def run(self) -> None:
        await asyncio.Event().wait()


class _Program:
    """A watch, a meter and their health."""

    def __init__(self, town: Town, storage: Any = None) -> None:
        self.source, self.meter = _Source(), Meter()
        parts: dict[str, Any] = {"storage": storage or town.storage, "clock": town.clock, "meter": self.meter}
        self.watch = Watch(self.source, town.inbox, is_polling=True, **parts)
        self.watch.is_on = True
        self.health = Health(watch=self.watch, **parts)

    async def works(self) -> None:
        """It polled, and wrote it down."""
        self.source.pulse.beat()
        await self.watch.write_down()

    async def asked(self, path: str) -> tuple[int, str]:
        """Over HTTP, as an instrument does."""
        async with TestClient(TestServer(self.health.app())) as client, client.get(path) as response:
            return response.status, await response.text()

    async def ills(self) -> dict[str, str]:
        """What /healthz says is wrong."""
        status, body = await self.asked("/healthz")
        ills = {name: one["problem"] for name, one in json.loads(body)["checks"].items() if not one["ok"]}
        assert (503 if ills else 200) == status
        assert json.loads(body)["ok"] is not bool(ills)
        return ills


async def _queue(town: Town, count: int, *, due_in: timedelta = timedelta()) -> None:
    person = town.person(1)
    if not person.bubbles:
        await person.subscribes("2903AB", "jeweller")
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
        assert member is not None
        now = town.clock.now()
        rows = [
            NewDelivery(
                effect_key=f"test:{number}:{due_in}",
                address_id=member.address.id,
                notice=Notice("verified", {}),
                deadline=now + timedelta(days=1),
            )
            for number in range(count)
        ]
        await uow.deliveries.enqueue(rows, now + due_in)


async def test_a_program_that_works_is_healthy(town: Town) -> None:
    """With each check by its name."""
    program = _Program(town)
    await program.works()
    assert {} == await program.ills()
    assert {"receiving", "database", "outbox"} == set(await program.health.checks())


async def test_a_program_that_never_polled_is_not(town: Town) -> None:
    """Nor one that wrote nothing down, as after a full disk."""
    assert {"receiving", "database"} == set(await _Program(town).ills())


async def test_a_program_that_does_not_lead_is_healthy(town: Town) -> None:
    """Another one polls and writes it down."""
    program = _Program(town)
    program.watch.is_on = False
    assert {} == await program.ills()
    assert (await program.health.checks())["receiving"].problem == "another process receives"


async def test_a_poll_that_is_long_ago_is_said_with_its_reason(town: Town) -> None:
    """Seventy-five seconds are too long."""
    program = _Program(town)
    await program.works()
    program.source.pulse.last -= 74
    assert {} == await program.ills()
    program.source.pulse.last -= 2
    program.source.pulse.problem = "Telegram does not answer"
    assert {"receiving": "Telegram does not answer"} == await program.ills()


async def test_what_was_started_again_is_said_though_all_is_well(town: Town) -> None:
    """How often and when, as the doctor says it: who looks later knows of it."""
    program = _Program(town)
    await program.works()

    async def told() -> tuple[int, str | None]:
        receiving = json.loads((await program.asked("/healthz"))[1])["checks"]["receiving"]
        assert receiving["ok"]
        return receiving["restarts"], receiving["restarted_at"]

    assert (0, None) == await told()
    program.watch.restarts, program.watch.restarted_at = 2, town.clock.now()
    assert (2, town.clock.now().isoformat()) == await told()
    program.watch.is_on = False
    assert (2, town.clock.now().isoformat()) == await told()


async def test_a_queue_is_only_stuck_when_nothing_at_all_goes_out(town: Town) -> None:
    """A long fan-out is due for long, and that is well."""
    program = _Program(town)
    await program.works()
    await _queue(town, 2)
    town.clock.pass_by(minutes=30)
    assert {} == await program.ills()
    program.meter._sent_at -= 301
    assert {"outbox"} == set(await program.ills())
    program.meter.failed("Throttled")
    assert {} == await program.ills()


class _Silent:
    """A database that does not answer."""

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[UnitOfWork]:
        await asyncio.Event().wait()
        yield  # type: ignore[misc]  # never


async def test_a_database_that_does_not_answer_is_said(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """The instruments are answered all the same, and one question waits, not one per answer."""
    monkeypatch.setattr("bot.health.READ_SECONDS", 0.01)
    program = _Program(town, _Silent())
    program.source.pulse.beat()
    assert {"database", "outbox"} == set(await program.ills())
    assert {"database", "outbox"} == set(await program.ills())
    assert 1 == sum("_read" in str(task.get_coro()) for task in asyncio.all_tasks())
    status, body = await program.asked("/metrics")
    assert 200 == status
    assert 'wees_alert_queue{state="queued"} NaN' in body


async def test_prometheus_reads_the_queue(town: Town) -> None:
    """What is due, what is held back, what is under way; how long the oldest is due; and how long ago the last poll."""
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
    """A program that hangs or was killed is told from one that was stopped."""
    url = f"sqlite:///{town.storage._database.path}"  # type: ignore[attr-defined]
    for name, value in {"TELEGRAM_TOKEN": "1:x", "TELEGRAM_API_URL": "http://127.0.0.1:9", "DATABASE_URL": url}.items():
        monkeypatch.setenv(f"WEES_ALERT_{name}", value)
    program = _Program(town)
    town.clock.at = datetime.now(UTC) - timedelta(seconds=ago)
    if problem:
        program.source.pulse.problem = problem
    else:
        program.source.pulse.beat()
    program.watch.restarts, program.watch.restarted_at = 1, town.clock.now()
    await program.watch.write_down(has_stopped=has_stopped)
    lines: list[str] = []
    await examine(lines.append)
    [line] = [one for one in lines if " receiving: " in one]
    assert ok is line.startswith("ok")
    assert said in line
