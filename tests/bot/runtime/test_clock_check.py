"""Tests that a clock in doubt is reported, and removes nothing."""

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
from bot.program import Program, Reception
from bot.runtime.clock_check import NEWEST_FACT, SETTLED_SECONDS, ClockCheck
from bot.runtime.health import Health
from bot.runtime.leadership import Leadership
from bot.telegram_api.server_time import HeardTime
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
    """Telegram and the server are believed, but a time days ahead of the rows is a doubt, because they may run on the
    same machine."""
    assert doubt is doubt_of(NOW, telegram=telegram, server=server, newest=newest)


async def test_a_clock_that_jumps_ahead_for_a_minute_removes_nothing(town: Town) -> None:
    """When the clock jumps 400 days ahead for a minute while Telegram says the right time, nothing is removed, and what
    is due goes afterwards."""
    els = await jeweller(town, 1)
    await reports(els)
    right = town.clock.now()
    check = ClockCheck(town.storage, town.clock, lambda: right)
    house = Housekeeping(town.storage, town.clock, Retention(), check)
    await check.check()
    town.clock.pass_by(days=400)
    with capture_logs() as logs:
        for _ in range(3):
            await house.clean_if_due()
            await check.check()
    assert ["clock_doubted", "retention_refused"] == sorted(str(line["event"]) for line in logs)
    assert (await report_of(town)).member_id is not None
    assert "Telegram says" in check.problem
    right = town.clock.now()  # the time of a server on the same machine
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
    """After a jump between two looks queued deliveries are held, not dropped, and all are sent when it is over."""
    check, outbox = ClockCheck(world.storage, world.clock, lambda: START), world.outbox()
    outbox.policy_check.is_time_doubted = check.is_doubted
    assert await check.check() is None
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
    assert await check.check() is None
    assert SHOPS == (await world.deliver(outbox=outbox)).sent


async def test_a_process_that_only_sends_doubts_its_clock_too(world: World) -> None:
    """A process that does not lead doubts its clock too and expires nothing; storing the time and releasing misdated
    rows are the leader's work."""
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
    """The clock check goes on when the database is away."""
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
    """Jobs that depend on the clock wait for it: no reminder, no tip and no end; jobs that only count run."""
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
    """Rows that were queued by a clock ahead are due at the next look at the right time, also in a process that started
    later."""
    ahead = START + timedelta(days=400)
    async with world.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", "1")
        assert member is not None
        row = NewDelivery("ahead", member.address.id, Notice("reports-many"), ahead + timedelta(days=1))
        assert await uow.deliveries.enqueue([row], ahead)
    async with world.storage.reading() as uow:
        assert 1 == (await uow.deliveries.depth(START)).held
    assert await ClockCheck(world.storage, world.clock, lambda: START).check() is None
    async with world.storage.reading() as uow:
        assert 0 == (await uow.deliveries.depth(START)).held


async def test_a_jump_that_nobody_else_sees_removes_nothing(town: Town) -> None:
    """Without Telegram's time the time of the last look in the database shows a jump, and nothing is removed."""
    await reports(await jeweller(town, 1))
    check = ClockCheck(town.storage, town.clock, lambda: None)
    await check.check()
    town.clock.pass_by(days=400)
    await Housekeeping(town.storage, town.clock, Retention(), check).clean_if_due()
    assert (await report_of(town)).member_id is not None
    assert "" == check.problem
    assert "last looked at" in check.reason


async def test_a_clock_behind_its_rows_is_said(town: Town) -> None:
    """A clock behind its rows is logged once, shown by health and by a process that starts later, and over when it is
    right."""
    await ClockCheck(town.storage, town.clock, lambda: None).check()
    town.clock.pass_by(days=-2)
    check = ClockCheck(town.storage, town.clock, lambda: None)
    with capture_logs() as logs:
        for _ in range(2):
            assert await check.check() is Doubt.ROWS_AHEAD
    assert ["clock_doubted"] == [line["event"] for line in logs]
    assert "the database has seen" in check.problem
    town.clock.pass_by(days=2)
    assert await check.check() is None


async def test_who_knows_the_time_sets_the_record_right(town: Town) -> None:
    """After a jump ahead that was believed, Telegram's or the server's time corrects the stored time."""
    town.clock.pass_by(days=400)
    await ClockCheck(town.storage, town.clock, lambda: None).check()
    town.clock.pass_by(days=-400)
    alone = ClockCheck(town.storage, town.clock, lambda: None)
    assert await alone.check() is Doubt.ROWS_AHEAD
    assert await ClockCheck(town.storage, town.clock, town.clock.now).check() is None
    assert await alone.check() is None


async def test_health_has_the_clock(town: Town) -> None:
    """/healthz names the clock with what is wrong."""
    check = ClockCheck(town.storage, town.clock, lambda: town.clock.now() + timedelta(hours=1))
    health = Health.__new__(Health)
    health._clock_check = check
    assert health._clock_checked()["clock"].is_ok
    await check.check()
    assert "Telegram says" in health._clock_checked()["clock"].problem


def test_the_time_that_was_heard_goes_on() -> None:
    """Telegram's time is read from its header and goes on from there; an unreadable header is ignored."""
    heard = HeardTime()
    for odd in (None, "", "now", "Sat, 99 Nov 2026 20:05:00 GMT", "\x00"):
        heard.hear(odd)
        assert heard.now() is None
    heard.hear("Sat, 21 Nov 2026 20:05:00 GMT")
    now = heard.now()
    assert now is not None
    assert timedelta() <= now - NOW < timedelta(minutes=1)


def test_the_clock_that_is_followed_does_not_tremble() -> None:
    """The server's clock is followed without jitter: a difference below a second is the network's time."""
    clock = FollowingClock()
    clock.follow(datetime.now(UTC) + timedelta(seconds=0.5))
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=0.4)
    clock.follow(datetime.now(UTC) + timedelta(days=400))
    assert timedelta(days=399) < clock.now() - datetime.now(UTC) < timedelta(days=401)
    clock.follow(datetime.now(UTC))
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=0.4)


@pytest.mark.usefixtures("own_logs")
def test_the_command_line_asks_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`retention` refuses while the clock is in doubt, its dry run does not, and the doctor reports it."""
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
