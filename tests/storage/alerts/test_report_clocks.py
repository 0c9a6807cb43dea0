"""Tests of the stored clocks of reports: which are due, in which order, and that a question moves them."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import pytest

from alerts.area import Place
from alerts.ids import ReportId
from alerts.member import Member
from alerts.ports import Storage
from alerts.report import NewReport, ReportContent, ReportKind
from alerts.report_clock import Pause, ReportClock, Stage
from alerts.retention import Kind
from alerts.services.report.set_clock import hold_clock, release_clock

NewMember = Callable[..., Awaitable[Member]]
MINUTE = timedelta(minutes=1)


@pytest.fixture
async def reports(storage: Storage, now: datetime, new_member: NewMember) -> list[ReportId]:
    """Return three reports of one member."""
    member = await new_member()
    new = NewReport(ReportKind.ROBBERY, ReportContent(), Place("2903"), member.id, None, is_confirmed=False)
    async with storage.transaction() as uow:
        return [(await uow.reports.add(new, f"M-2026-{n:04d}", now)).id for n in (1, 2, 3)]


async def test_a_clock_is_read_as_it_was_stored(storage: Storage, now: datetime, reports: list[ReportId]) -> None:
    """A clock keeps its stage, its wait, and the times in which it stood."""
    pauses = (Pause(now + MINUTE, now + 2 * MINUTE), Pause(now + 3 * MINUTE))
    clock = ReportClock(reports[0], Stage.NEXT, now, 15 * MINUTE, pauses)
    async with storage.transaction() as uow:
        await uow.report_clocks.put(ReportClock(reports[0], Stage.DUTY, now, MINUTE))
        await uow.report_clocks.put(clock)
        assert clock == await uow.report_clocks.get(reports[0])
        await uow.report_clocks.remove(reports[0])
        await uow.report_clocks.remove(reports[0])
        assert await uow.report_clocks.get(reports[0]) is None


async def test_what_waits_shortest_is_passed_on_first(storage: Storage, now: datetime, reports: list[ReportId]) -> None:
    """Of the clocks that are due those with the shortest wait come first; what is not due does not."""
    waits = [15 * MINUTE, 3 * MINUTE, 60 * MINUTE]
    clocks = [ReportClock(one, Stage.DUTY, now, wait) for one, wait in zip(reports, waits, strict=True)]
    async with storage.transaction() as uow:
        for clock in clocks:
            await uow.report_clocks.put(clock)
        assert [] == await uow.report_clocks.due(now + 3 * MINUTE - timedelta(microseconds=1), 10)
        assert [clocks[1]] == await uow.report_clocks.due(now + 3 * MINUTE, 10)
        assert [clocks[1], clocks[0]] == await uow.report_clocks.due(now + 20 * MINUTE, 10)
        assert [clocks[1]] == await uow.report_clocks.due(now + 20 * MINUTE, 1)


async def test_a_question_to_the_reporter_moves_the_clock(
    storage: Storage, now: datetime, reports: list[ReportId]
) -> None:
    """While a question is open nothing is due; the answer lets the clock run on. Without a clock both do nothing."""
    async with storage.transaction() as uow:
        await uow.report_clocks.put(ReportClock(reports[0], Stage.DUTY, now, 15 * MINUTE))
        await hold_clock(uow, reports[0], now + 5 * MINUTE)
        assert [] == await uow.report_clocks.due(now + 600 * MINUTE, 1)
        await release_clock(uow, reports[0], now + 65 * MINUTE)
        assert [] == await uow.report_clocks.due(now + 74 * MINUTE, 1)
        assert 1 == len(await uow.report_clocks.due(now + 75 * MINUTE, 1))
        await hold_clock(uow, reports[1], now)
        await release_clock(uow, reports[1], now)
        assert await uow.report_clocks.get(reports[1]) is None


async def test_a_report_that_is_emptied_has_no_clock(storage: Storage, now: datetime, reports: list[ReportId]) -> None:
    """With the content of a report its clock goes, also one that stands."""
    async with storage.transaction() as uow:
        await uow.report_clocks.put(ReportClock(reports[0], Stage.DUTY, now, MINUTE, (Pause(now),)))
        await uow.expired.remove(Kind.REPORTS, [reports[0]], now)
        assert await uow.report_clocks.get(reports[0]) is None
