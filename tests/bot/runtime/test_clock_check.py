"""A clock that cannot be right is said, and removes nothing."""

import asyncio
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from structlog.testing import capture_logs
from typer.testing import CliRunner

from alerts.clock import FollowingClock
from alerts.clock_doubt import LONGEST_QUIET, TOLERANCE, Doubt, doubt_of
from alerts.delivery import NewDelivery, Notice
from alerts.errors import Unavailable
from alerts.ports import Storage, UnitOfWork
from alerts.retention import Retention
from bot.cli.commands import app
from bot.jobs.retention import Housekeeping
from bot.jobs.schedule import PROGRESS, TICKS, Schedule, TransactionJob
from bot.metrics import Meter
from bot.outgoing.outbox import Outbox
from bot.runtime.clock_check import NEWEST_FACT, SETTLED_SECONDS, ClockCheck
from bot.runtime.health import Health
from bot.runtime.leadership import Leadership
from bot.telegram_api.server_time import HeardTime
from bot.wiring import Program, Reception
from tests.bot.outbox_world import SHOPS, START, World
from tests.bot.reporting import jeweller, report_of, reports
from tests.bot.town import Town
from tests.patience import PATIENCE
from tests.sqlite import make_database

NOW = datetime(2026, 11, 21, 20, 5, tzinfo=UTC)
LATER, LONG = TOLERANCE + timedelta(seconds=1), LONGEST_QUIET + timedelta(seconds=1)


@pytest.mark.parametrize(
    ("telegram", "server", "newest", "doubt"),
    [
        (None, None, None, None),
        (NOW, None, None, None),
        (NOW - TOLERANCE, None, None, None),
        (NOW - LATER, None, NOW, Doubt.TELEGRAM),
        (NOW + LATER, NOW, NOW, Doubt.TELEGRAM),
        (NOW, NOW - LATER, NOW, Doubt.SERVER),
        (None, NOW + LATER, None, Doubt.SERVER),
        (None, None, NOW + TOLERANCE, None),
        (None, None, NOW + LATER, Doubt.ROWS_AHEAD),
        (None, None, NOW - LONGEST_QUIET, None),
        (None, None, NOW - LONG, Doubt.ROWS_LONG_AGO),
        (NOW, None, NOW + timedelta(days=400), None),
        (None, NOW, NOW - timedelta(days=400), Doubt.ROWS_LONG_AGO),
        (NOW, None, NOW - LONG, Doubt.ROWS_LONG_AGO),
        (NOW, NOW, NOW - LONGEST_QUIET, None),
    ],
)
def test_who_is_believed(
    telegram: datetime | None, server: datetime | None, newest: datetime | None, doubt: Doubt | None
) -> None:
    """Telegram and the server know the time, but may be on the same machine: days ahead of the rows is a doubt."""
    assert doubt is doubt_of(NOW, telegram=telegram, server=server, newest=newest)


async def test_a_clock_that_jumps_ahead_for_a_minute_removes_nothing(town: Town) -> None:
    """By 400 days, as it happened, while Telegram says the right time; what is due goes when it is right again."""
    els = await jeweller(town, 1)
    await reports(els)
    right = town.clock.now()
    check = ClockCheck(town.storage, town.clock, lambda: right)
    house = Housekeeping(town.storage, town.clock, Retention(), check)
    await check.look()
    town.clock.pass_by(days=400)
    with capture_logs() as logs:
        for _ in range(3):
            await house.clean_if_due()
            await check.look()
    assert ["clock_doubted", "retention_refused"] == sorted(str(line["event"]) for line in logs)
    assert (await report_of(town)).member_id is not None
    assert "Telegram says" in check.problem
    right = town.clock.now()  # which may be a server on the same machine
    await house.clean_if_due()
    assert (await report_of(town)).member_id is not None
    assert check._long_ago_since is not None
    check._long_ago_since -= SETTLED_SECONDS + 1
    with capture_logs() as logs:
        await house.clean_if_due()
    assert {"retention_applied"} <= {str(line["event"]) for line in logs}
    assert (await report_of(town)).member_id is None
    assert "" == check.problem


async def test_a_jump_between_two_looks_loses_nothing_that_is_queued(world: World) -> None:
    """What was open is held, not dropped; what was queued meanwhile has a time to come. All goes when it is over."""
    check, outbox = ClockCheck(world.storage, world.clock, lambda: START), world.outbox()
    outbox.policy_check.is_time_doubted = check.is_doubted
    assert await check.look() is None
    world.clock.moment += timedelta(days=400)
    async with world.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", "1")
        assert member is not None
        row = NewDelivery("ahead", member.address.id, Notice("reports-many"), START + timedelta(days=500))
        assert await uow.deliveries.enqueue([row], world.clock.now())
    while await outbox.round():
        await asyncio.gather(*outbox.under_way)
    assert [] == world.messenger.recipients()
    assert not (await world.progress()).skipped
    world.clock.moment = START
    assert await check.look() is None
    assert SHOPS == (await world.deliver(outbox=outbox)).sent


async def test_a_process_that_only_sends_doubts_its_clock_too(world: World) -> None:
    """Nothing expires there either; to keep the time, and to release what is misdated, is for the one that leads."""
    check, outbox, looked = ClockCheck(world.storage, world.clock, lambda: START), world.outbox(), asyncio.Event()
    outbox.policy_check.is_time_doubted = check.is_doubted

    async def never_leads() -> None:
        await asyncio.Event().wait()

    program = Program(
        bot_name="wees_alert_bot",
        leadership=cast("Leadership", SimpleNamespace(run=never_leads)),
        watch_clock=partial(check.run, leads=lambda: False, on_look=looked.set),
        reception=cast("Reception", None),
        outbox=cast("Outbox", SimpleNamespace(run=never_leads, finish=outbox.finish)),
        storage=world.storage,
        listeners=(),
        meter=Meter(),
    )
    running = asyncio.create_task(program.run())
    async with asyncio.timeout(PATIENCE):
        await looked.wait()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    async with world.storage.reading() as uow:
        assert await uow.facts.get(NEWEST_FACT) is None
    world.clock.moment += timedelta(days=400)
    while await outbox.round():
        await asyncio.gather(*outbox.under_way)
    progress = await world.progress()
    assert ((), SHOPS) == (progress.skipped, progress.waiting)


async def test_the_database_being_away_does_not_end_the_look(world: World) -> None:
    """It is looked again; who else is in need of the database says so."""
    looks = list[str]()

    class Away:
        async def server_now(self) -> None:
            looks.append("one")
            raise Unavailable("away")

    done = asyncio.Event()
    check = ClockCheck(cast("Storage", Away()), world.clock, lambda: START)
    running = asyncio.create_task(check.run(leads=lambda: True, on_look=done.set))
    async with asyncio.timeout(PATIENCE):
        await done.wait()
    assert (["one"], False) == (looks, running.done())
    running.cancel()


@pytest.mark.parametrize("tick", [one for one in TICKS if one is not PROGRESS], ids=lambda one: one.do.__name__)
async def test_what_goes_by_the_clock_waits_until_it_is_trusted(town: Town, tick: TransactionJob) -> None:
    """Nobody is reminded of everything at once, no tip goes out, and nothing ends: each tick but what only counts."""
    done: list[datetime] = []

    async def do(_uow: UnitOfWork, now: datetime) -> None:
        done.append(now)

    schedule = Schedule(town.storage, town.clock, lambda: None)
    heard = replace(tick, do=do, is_due=None)
    schedule.is_time_doubted = lambda _now: True
    await schedule.tick(heard)
    assert [] == done
    schedule.is_time_doubted = lambda _now: False
    await schedule.tick(heard)
    assert [town.clock.now()] == done


async def test_what_was_queued_by_a_clock_ahead_is_due_when_it_is_right(world: World) -> None:
    """At the next look, also of a process that began later."""
    ahead = START + timedelta(days=400)
    async with world.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", "1")
        assert member is not None
        row = NewDelivery("ahead", member.address.id, Notice("reports-many"), ahead + timedelta(days=1))
        assert await uow.deliveries.enqueue([row], ahead)
    async with world.storage.reading() as uow:
        assert 1 == (await uow.deliveries.depth(START)).held
    assert await ClockCheck(world.storage, world.clock, lambda: START).look() is None
    async with world.storage.reading() as uow:
        assert 0 == (await uow.deliveries.depth(START)).held


async def test_a_jump_that_nobody_else_sees_removes_nothing(town: Town) -> None:
    """Without Telegram's time the database knows when it was looked at last."""
    await reports(await jeweller(town, 1))
    check = ClockCheck(town.storage, town.clock, lambda: None)
    await check.look()
    town.clock.pass_by(days=400)
    await Housekeeping(town.storage, town.clock, Retention(), check).clean_if_due()
    assert (await report_of(town)).member_id is not None
    assert "" == check.problem
    assert "last looked at" in check.reason


async def test_a_clock_behind_its_rows_is_said(town: Town) -> None:
    """In the log once, by health, and by a process that looks later; it is over when the clock is right."""
    await ClockCheck(town.storage, town.clock, lambda: None).look()
    town.clock.pass_by(days=-2)
    check = ClockCheck(town.storage, town.clock, lambda: None)
    with capture_logs() as logs:
        for _ in range(2):
            assert await check.look() is Doubt.ROWS_AHEAD
    assert ["clock_doubted"] == [line["event"] for line in logs]
    assert "the database has seen" in check.problem
    town.clock.pass_by(days=2)
    assert await check.look() is None


async def test_who_knows_the_time_sets_the_record_right(town: Town) -> None:
    """After a jump ahead that was believed the clock would be behind its rows for as long."""
    town.clock.pass_by(days=400)
    await ClockCheck(town.storage, town.clock, lambda: None).look()
    town.clock.pass_by(days=-400)
    alone = ClockCheck(town.storage, town.clock, lambda: None)
    assert await alone.look() is Doubt.ROWS_AHEAD
    assert await ClockCheck(town.storage, town.clock, town.clock.now).look() is None
    assert await alone.look() is None


async def test_health_has_the_clock(town: Town) -> None:
    """Named, with what is the matter."""
    check = ClockCheck(town.storage, town.clock, lambda: town.clock.now() + timedelta(hours=1))
    health = Health.__new__(Health)
    health._clock_check = check
    assert health._clock_checked()["clock"].is_ok
    await check.look()
    assert "Telegram says" in health._clock_checked()["clock"].problem


def test_the_time_that_was_heard_goes_on() -> None:
    """By its header; what cannot be read is not heard."""
    heard = HeardTime()
    for odd in (None, "", "now", "Sat, 99 Nov 2026 20:05:00 GMT", "\x00"):
        heard.hear(odd)
        assert heard.now() is None
    heard.hear("Sat, 21 Nov 2026 20:05:00 GMT")
    now = heard.now()
    assert now is not None
    assert timedelta() <= now - NOW < timedelta(minutes=1)


def test_the_clock_that_is_followed_does_not_tremble() -> None:
    """Less than a second is the way to the server and back."""
    clock = FollowingClock()
    clock.follow(datetime.now(UTC) + timedelta(seconds=0.5))
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=0.4)
    clock.follow(datetime.now(UTC) + timedelta(days=400))
    assert timedelta(days=399) < clock.now() - datetime.now(UTC) < timedelta(days=401)
    clock.follow(datetime.now(UTC))
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=0.4)


@pytest.mark.usefixtures("own_logs")
def test_the_command_line_asks_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`retention` refuses, its dry run does not, and the doctor says it."""
    asyncio.run(make_database(tmp_path / "wees-alert.db"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WEES_ALERT_TELEGRAM_TOKEN", "1:test")
    monkeypatch.setenv("WEES_ALERT_TELEGRAM_API_URL", "http://127.0.0.1:9")
    run = CliRunner()
    assert 0 == run.invoke(app, ["retention"]).exit_code
    _write_fact(tmp_path, datetime.now(UTC) + timedelta(days=2))
    refused = run.invoke(app, ["retention"])
    assert (2, True) == (refused.exit_code, "nothing was removed: the clock says" in refused.stderr)
    assert 0 == run.invoke(app, ["retention", "--dry-run"]).exit_code
    assert "the database has seen" in run.invoke(app, ["doctor"]).output


def _write_fact(folder: Path, moment: datetime) -> None:
    with sqlite3.connect(folder / "wees-alert.db") as there:
        there.execute("UPDATE facts SET value = ? WHERE name = ?", [moment.isoformat(), NEWEST_FACT])
    there.close()
