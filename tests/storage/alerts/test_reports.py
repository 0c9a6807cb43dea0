"""Tests of reports with their signals, versions and events."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from alerts.alert import AlertContent
from alerts.area import Place
from alerts.errors import Conflict, NotFound
from alerts.ids import MemberId, ReportId
from alerts.member import Member
from alerts.point import Point
from alerts.ports import Storage
from alerts.premises import Following
from alerts.report import NewReport, Outcome, ReportContent, ReportKind, ReportState, ReportStep, Signal

NewMember = Callable[..., Awaitable[Member]]
NewShop = Callable[..., Awaitable[Following]]


@pytest.fixture
async def told(now: datetime, new_member: NewMember, new_shop: NewShop) -> NewReport:
    """Return a report of reconnaissance at a shop, with every field filled in."""
    member = await new_member()
    shop = await new_shop(member)
    return NewReport(
        kind=ReportKind.RECONNAISSANCE,
        content=ReportContent(
            place_words="Capelle aan den IJssel",
            signals=frozenset({Signal.PHOTOS, Signal.LOOKOUT}),
            persons="2",
            weapon="knife",
            loot_type="cash",
            is_injured=False,
            clothing="zwarte jas",
            vehicle="scooter",
            what="Ze kwamen twee keer langs.",
        ),
        place=Place("2903", "2903AB", Point(1, 2, 3)),
        member_id=member.id,
        premises_id=shop.premises.id,
        is_confirmed=True,
        occurred_at=now - timedelta(minutes=30),
    )


async def test_a_report_comes_back_as_it_was_told(storage: Storage, now: datetime, told: NewReport) -> None:
    """A saved report is read back with every field, signals included."""
    async with storage.transaction() as uow:
        report = await uow.reports.add(told, await uow.reports.next_number(2026), now)
        assert told == NewReport(
            report.kind,
            report.content,
            report.place,
            told.member_id,
            report.premises_id,
            report.is_confirmed,
            report.occurred_at,
        )
        assert ("M-2026-0001", ReportState.RECEIVED, 1, now) == (
            report.number,
            report.state,
            report.version,
            report.created_at,
        )
        assert report == await uow.reports.get(report.id)
        with pytest.raises(NotFound):
            await uow.reports.get(ReportId(99))


async def test_numbers_of_reports_count_by_themselves(storage: Storage) -> None:
    """Reports are numbered per year, separately from alerts."""
    async with storage.transaction() as uow:
        await uow.alerts.next_number(2026)
        assert ["M-2026-0001", "M-2026-0002"] == [await uow.reports.next_number(2026) for _ in range(2)]
        assert "M-2027-0001" == await uow.reports.next_number(2027)


async def test_an_old_version_of_a_report_is_refused(
    storage: Storage, now: datetime, told: NewReport, content: AlertContent
) -> None:
    """An old version of a report is refused: of two people who take it at once, one gets Conflict."""
    async with storage.transaction() as uow:
        report = await uow.reports.add(told, "M-2026-0001", now)
        alert = await uow.alerts.add(told.member_id, content, now)
        taken = replace(
            report,
            state=ReportState.CLOSED,
            taken_by=told.member_id,
            taken_at=now,
            closed_at=now,
            outcome=Outcome.ESCALATED,
            alert_id=alert.id,
        )
        saved = await uow.reports.save(taken)
        assert replace(taken, version=2) == saved == await uow.reports.get(report.id)
        assert [saved] == await uow.reports.of_alert(alert.id)
        with pytest.raises(Conflict):
            await uow.reports.save(taken)
        with pytest.raises(NotFound):
            await uow.reports.save(replace(saved, id=ReportId(99)))
        with pytest.raises(Conflict):
            await uow.reports.add(told, "M-2026-0001", now)


async def test_lists_of_reports(storage: Storage, now: datetime, told: NewReport, new_member: NewMember) -> None:
    """Open reports are listed oldest first and a member's own newest first, each with its signals."""
    other = await new_member()
    async with storage.transaction() as uow:
        first = await uow.reports.add(told, "M-2026-0001", now)
        quiet = replace(told, member_id=other.id, premises_id=None, content=ReportContent())
        second = await uow.reports.add(quiet, "M-2026-0002", now)
        third = await uow.reports.add(told, "M-2026-0003", now)
        assert [first, second, third] == await uow.reports.still_open()
        assert [third, first] == await uow.reports.of_member(told.member_id)
        await uow.reports.save(replace(second, state=ReportState.CLOSED, closed_at=now, outcome=Outcome.HANDLED))
        assert [first, third] == await uow.reports.still_open()


async def test_what_happened_is_kept_in_order(storage: Storage, now: datetime, told: NewReport) -> None:
    """The events of a report are stored in order, with who did it, and what was added."""
    async with storage.transaction() as uow:
        report = await uow.reports.add(told, "M-2026-0001", now)
        received = await uow.reports.add_event(report.id, ReportStep.RECEIVED, None, now)
        added = await uow.reports.add_event(report.id, ReportStep.ADDED, told.member_id, now, comment="Ook een rugzak.")
        assert [received, added] == await uow.reports.events(report.id)
        assert (ReportStep.ADDED, told.member_id, now, "Ook een rugzak.") == (
            added.step,
            added.actor_id,
            added.at,
            added.comment,
        )


async def test_how_much_was_reported_is_known(storage: Storage, now: datetime, told: NewReport) -> None:
    """The number of recent reports is known for one member, newest first, and for all; the moment itself counts as the
    past."""
    times = [now, now + timedelta(minutes=1), now + timedelta(hours=1)]
    async with storage.transaction() as uow:
        for at in times:
            await uow.reports.add(told, await uow.reports.next_number(2026), at)
        assert times[:0:-1] == await uow.reports.times_of(told.member_id, now)
        assert [] == await uow.reports.times_of(MemberId(told.member_id + 1), now)
        assert (1, 2) == (await uow.reports.count(now, times[1]), await uow.reports.count(now, times[2]))
