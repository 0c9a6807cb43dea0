"""Tests of stored tallies: one for each report or notice, tied to it while it is whole, and then to nothing."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from alerts.alert import AlertState, IncidentKind, Revision
from alerts.area import Place
from alerts.branch import Branch
from alerts.ids import AlertId, MunicipalityId, ReportId
from alerts.member import Member
from alerts.ports import Storage
from alerts.premises import Following
from alerts.report import NewReport, Outcome, Report, ReportContent, ReportKind, ReportState, Signal
from alerts.retention import Retention
from alerts.services.privacy.apply_retention import apply_retention, what_is_due
from alerts.tally import Ground, HourBand, NoticeCount, Tally, TallyCount, TallyOutcome, TallySubject

NewMember = Callable[..., Awaitable[Member]]
NewShop = Callable[..., Awaitable[Following]]
NewAlert = Callable[..., Awaitable[Revision]]
Query = Callable[[str], list[Any]]
KEEP = Retention()
DAY = date(2026, 1, 14)
TALLY = Tally(
    subject=TallySubject.REPORT,
    day=DAY,
    hour_band=HourBand.H16,
    kind=IncidentKind.ROBBERY,
    outcome=TallyOutcome.HANDLED,
    branches=frozenset({Branch.JEWELLER}),
    ground=Ground("2903", MunicipalityId("0502")),
    persons="2",
    weapon="knife",
    loot_type="cash",
    approach="as_customer",
    exit_mode="scooter",
    signals=frozenset({Signal.PHOTOS, Signal.LOOKOUT}),
    answered_in_time=True,
)
NOTICE = replace(TALLY, subject=TallySubject.NOTICE, outcome=TallyOutcome.SENT, answered_in_time=None)
COUNT = TallyCount(TALLY.ground, IncidentKind.ROBBERY, TallyOutcome.HANDLED, True, 1)


@pytest.fixture
async def report(storage: Storage, now: datetime, new_member: NewMember, new_shop: NewShop) -> Report:
    """Return an open report of a jeweller."""
    member = await new_member()
    shop = await new_shop(member)
    told = NewReport(
        kind=ReportKind.ROBBERY,
        content=ReportContent(persons="2", weapon="knife", what="Ze kwamen op een scooter."),
        place=Place("2903", "2903AB"),
        member_id=member.id,
        premises_id=shop.premises.id,
        is_confirmed=True,
    )
    async with storage.transaction() as uow:
        return await uow.reports.add(told, "M-2026-0001", now)


async def _counts(storage: Storage, subject: TallySubject = TallySubject.REPORT) -> list[TallyCount]:
    async with storage.reading() as uow:
        return list(await uow.tallies.counts(subject, DAY, DAY))


async def test_every_field_is_stored(storage: Storage, query: Query) -> None:
    """A tally is stored with each of its fields, sets as sorted words."""
    async with storage.transaction() as uow:
        await uow.tallies.put(TALLY, ReportId(1))
    [row] = query("SELECT * FROM tallies")
    stored = {
        name: str(value)
        for name, value in row._mapping.items()
        if name not in ("id", "answered_in_time", "is_satisfied")
    }
    expected = "report 2026-01-14 16-20 robbery handled jeweller 2903 0502 None 2 knife cash as_customer scooter"
    assert [*expected.split(), "lookout,photos"] == list(stored.values())
    assert row.answered_in_time in (True, 1)
    assert None is row.is_satisfied


async def test_an_hour_that_nobody_told_is_none(storage: Storage, query: Query) -> None:
    """A tally of which only the day is known is stored and counted with that."""
    async with storage.transaction() as uow:
        await uow.tallies.put(replace(TALLY, hour_band=None), ReportId(1))
    assert [(None,)] == query("SELECT hour_band FROM tallies")
    assert [COUNT] == await _counts(storage)


async def test_put_twice_there_is_one(storage: Storage, query: Query) -> None:
    """A second tally of the same report takes the place of the first; a notice with the same number has its own."""
    async with storage.transaction() as uow:
        await uow.tallies.put(TALLY, ReportId(1))
        await uow.tallies.put(replace(TALLY, outcome=TallyOutcome.ESCALATED), ReportId(1))
        await uow.tallies.put(NOTICE, AlertId(1))
    assert [replace(COUNT, outcome=TallyOutcome.ESCALATED)] == await _counts(storage)
    assert [replace(COUNT, outcome=TallyOutcome.SENT, answered_in_time=None)] == await _counts(
        storage, TallySubject.NOTICE
    )
    assert [(2, 2)] == query("SELECT (SELECT count(*) FROM tallies), (SELECT count(*) FROM tally_sources)")


async def test_only_what_is_known_is_mended(storage: Storage) -> None:
    """Mending replaces the tally of that report, and makes none where none is tied to it."""
    async with storage.transaction() as uow:
        await uow.tallies.put(TALLY, ReportId(1))
        await uow.tallies.mend(replace(TALLY, outcome=TallyOutcome.ESCALATED), ReportId(2))
        await uow.tallies.mend(replace(NOTICE, outcome=TallyOutcome.RETRACTED), AlertId(1))
    assert [COUNT] == await _counts(storage)
    assert [] == await _counts(storage, TallySubject.NOTICE)
    async with storage.transaction() as uow:
        await uow.tallies.mend(replace(TALLY, outcome=TallyOutcome.ESCALATED), ReportId(1))
    assert [replace(COUNT, outcome=TallyOutcome.ESCALATED)] == await _counts(storage)


async def test_days_are_counted_from_the_first_to_the_last(storage: Storage) -> None:
    """Both days belong to the period, what agrees is one count, and the earliest day is known."""
    async with storage.transaction() as uow:
        assert None is await uow.tallies.first_day(TallySubject.REPORT)
        for number, days in enumerate((-1, 0, 0, 1, 2)):
            await uow.tallies.put(replace(TALLY, day=DAY + timedelta(days=days)), ReportId(number))
        found = await uow.tallies.counts(TallySubject.REPORT, DAY, DAY + timedelta(days=1))
        assert [replace(COUNT, count=3)] == list(found)
        assert DAY - timedelta(days=1) == await uow.tallies.first_day(TallySubject.REPORT)
        assert None is await uow.tallies.first_day(TallySubject.NOTICE)


async def test_notices_are_counted_with_their_branches(storage: Storage) -> None:
    """Notices of the days that agree in place, kind, outcome and branches are one count; those for all branches are
    another, and reports are none."""
    async with storage.transaction() as uow:
        for number, tally in enumerate((NOTICE, NOTICE, replace(NOTICE, branches=frozenset()), TALLY)):
            await uow.tallies.put(tally, AlertId(number) if tally.subject is TallySubject.NOTICE else ReportId(number))
        await uow.tallies.put(replace(NOTICE, day=DAY + timedelta(days=1)), AlertId(9))
        found = await uow.tallies.notice_counts(DAY, DAY)
    alike = NoticeCount(NOTICE.ground, IncidentKind.ROBBERY, TallyOutcome.SENT, NOTICE.branches, 2)
    assert [replace(alike, branches=frozenset(), count=1), alike] == sorted(found, key=lambda one: one.count)


async def test_ids_do_not_tell_the_order(storage: Storage, query: Query) -> None:
    """The ids of tallies do not count up with the reports of which they are left."""
    async with storage.transaction() as uow:
        for number in range(20):
            await uow.tallies.put(TALLY, ReportId(number))
    in_order = [row[0] for row in query("SELECT tally_id FROM tally_sources ORDER BY source_id")]
    assert in_order != sorted(in_order)


async def test_what_is_rolled_back_leaves_none(storage: Storage, query: Query) -> None:
    """A transaction that fails after a tally was written leaves none, as a kill does."""

    async def fail() -> None:
        async with storage.transaction() as uow:
            await uow.tallies.put(TALLY, ReportId(1))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()
    assert [(0, 0)] == query("SELECT (SELECT count(*) FROM tallies), (SELECT count(*) FROM tally_sources)")


# Erasure and export.


async def test_an_erasure_leaves_the_tally_and_nothing_that_leads_to_it(
    storage: Storage, now: datetime, report: Report, query: Query
) -> None:
    """After an erasure the person's tally is still counted, and nothing ties it to the report; that of somebody else
    stays tied."""
    assert report.member_id is not None
    async with storage.transaction() as uow:
        await uow.tallies.put(TALLY, report.id)
        await uow.tallies.put(TALLY, ReportId(report.id + 1))
        await uow.tallies.put(NOTICE, AlertId(report.id))
        held = await uow.personal.export_of(report.member_id)
        await uow.personal.erase(report.member_id, now)
    numbers = [str(row[0]) for row in query("SELECT id FROM tallies")]
    assert not any(number in str(held) for number in numbers), "an export has no tally"
    assert "tall" not in str(held)
    assert [replace(COUNT, count=2)] == await _counts(storage)
    left = query("SELECT subject, source_id FROM tally_sources ORDER BY subject")
    assert [("notice", report.id), ("report", report.id + 1)] == [tuple(row) for row in left]


# Retention.


async def test_a_report_that_nobody_dealt_with_leaves_a_whole_tally(
    storage: Storage, now: datetime, report: Report, query: Query
) -> None:
    """The tally is written before the content goes, in the transaction in which it goes; nothing ties it to the report
    afterwards."""
    await apply_retention(storage, KEEP, now + KEEP.reports)
    [row] = query("SELECT kind, outcome, branches, pc4, persons, weapon, day, hour_band FROM tallies")
    assert ("robbery", "unanswered", "jeweller", "2903", "2", "knife", "2026-01-14", "16-20") == tuple(map(str, row))
    assert [(0,)] == query("SELECT count(*) FROM tally_sources")
    async with storage.reading() as uow:
        emptied = await uow.reports.get(report.id)
    assert (ReportState.CLOSED, None, None) == (emptied.state, emptied.content.weapon, emptied.premises_id)
    await apply_retention(storage, KEEP, now + KEEP.reports + timedelta(days=1))
    assert [(1,)] == query("SELECT count(*) FROM tallies")


async def test_a_closed_report_is_not_counted_again_when_it_is_emptied(
    storage: Storage, now: datetime, report: Report, query: Query
) -> None:
    """Emptying a closed report leaves its tally as it was, and cuts what tied it to the report."""
    async with storage.transaction() as uow:
        closed = replace(report, state=ReportState.CLOSED, closed_at=now, outcome=Outcome.HANDLED)
        await uow.reports.save(closed)
        await uow.tallies.put(TALLY, report.id)
    await apply_retention(storage, KEEP, now + KEEP.reports)
    assert [COUNT] == await _counts(storage)
    assert [(0,)] == query("SELECT count(*) FROM tally_sources")


async def test_a_notice_is_untied_when_it_is_emptied(
    storage: Storage, now: datetime, new_live_alert: NewAlert, query: Query
) -> None:
    """When the words of a notice go, nothing leads from it to its tally any more."""
    revision = await new_live_alert()
    async with storage.transaction() as uow:
        await uow.tallies.put(NOTICE, revision.alert_id)
        alert = await uow.alerts.get(revision.alert_id)
        await uow.alerts.save(replace(alert, state=AlertState.ENDED, ended_at=now))
    await apply_retention(storage, KEEP, now + KEEP.alerts)
    assert [(1, 0)] == query("SELECT (SELECT count(*) FROM tallies), (SELECT count(*) FROM tally_sources)")


async def test_tallies_are_kept_for_five_years(storage: Storage, now: datetime, query: Query) -> None:
    """A tally stays for five years from its day, and goes in the night after, with what tied it; not one day early."""
    async with storage.transaction() as uow:
        await uow.tallies.put(TALLY, ReportId(1))
        await uow.tallies.put(replace(TALLY, day=DAY + timedelta(days=1)), ReportId(2))
    assert 0 == (await apply_retention(storage, KEEP, now + KEEP.tallies))["tallies"]
    later = now + KEEP.tallies + timedelta(days=1)
    assert date(2031, 1, 15) == later.date()
    assert 1 == (await what_is_due(storage, KEEP, later))["tallies"]
    assert 1 == (await apply_retention(storage, KEEP, later))["tallies"]
    assert [(2,)] == query("SELECT source_id FROM tally_sources")
    short = replace(KEEP, tallies=timedelta(days=1))
    assert 1 == (await apply_retention(storage, short, later))["tallies"], "the setting decides"
