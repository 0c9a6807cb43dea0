"""Tests of reports with their signals, versions and events."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from alerts.alert import AlertContent
from alerts.area import Place
from alerts.branch import Branch
from alerts.errors import Conflict, NotFound
from alerts.ids import MemberId, ReportId
from alerts.member import Member
from alerts.point import Point
from alerts.ports import Storage
from alerts.postcode import Pc4Place
from alerts.premises import Following
from alerts.report import (
    NewReport,
    OpenReport,
    Outcome,
    Report,
    ReportContent,
    ReportFilter,
    ReportKind,
    ReportMark,
    ReportState,
    ReportStep,
    Signal,
)
from alerts.role import parse_scope

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


async def test_what_is_told_later_is_stored_without_a_new_version(
    storage: Storage, now: datetime, told: NewReport
) -> None:
    """Kind, moment and content are replaced; who holds the report as it was can still save what they decide."""
    async with storage.transaction() as uow:
        report = await uow.reports.add(told, "M-2026-0001", now)
        content = replace(report.content, weapon="knife", exit_direction="north")
        retold = replace(report, kind=ReportKind.RAM_RAID, occurred_at=now, content=content)
        await uow.reports.retell(retold)
        assert retold == await uow.reports.get(report.id)
        await uow.reports.save(replace(retold, state=ReportState.TRIAGE, taken_by=told.member_id, taken_at=now))
        with pytest.raises(NotFound):
            await uow.reports.retell(replace(report, id=ReportId(99)))


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
            asked_at=now,
            answered_at=now + timedelta(hours=1),
            main_id=(await uow.reports.add(told, "M-2026-0002", now)).id,
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


async def test_open_reports_are_told_without_their_content(storage: Storage, now: datetime, told: NewReport) -> None:
    """What is open in a scope is told by its place, time and people; what is closed or elsewhere is not."""
    async with storage.transaction() as uow:
        here = await uow.reports.add(told, "M-2026-0001", now)
        far = replace(told, place=Place("9711", None, Point(4, 5, 6)))
        there = await uow.reports.add(far, "M-2026-0002", now + timedelta(minutes=1))
        closed = await uow.reports.add(told, "M-2026-0003", now)
        await uow.reports.save(replace(closed, state=ReportState.CLOSED, closed_at=now, outcome=Outcome.HANDLED))
        await uow.reports.save(replace(here, state=ReportState.TRIAGE, taken_by=told.member_id, taken_at=now))
        taken = OpenReport(told.place, now, told.member_id, told.member_id, None)
        waiting = OpenReport(far.place, there.created_at, told.member_id, None, None)
        assert [taken, waiting] == await uow.reports.open_in([parse_scope("national")])
        assert [taken] == await uow.reports.open_in([parse_scope("2900-2999")])
        assert [] == await uow.reports.open_in([])


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


COUNTRY = (parse_scope("national"),)


async def every_page(storage: Storage, wanted: ReportFilter) -> list[Report]:
    """Return what pages of two reports give, one after another."""
    found: list[Report] = []
    after: ReportMark | None = None
    async with storage.reading() as uow:
        while batch := await uow.reports.page(wanted, COUNTRY, after=after, limit=2):
            found += batch
            after = ReportMark(batch[-1].urgency, batch[-1].id)
    return found


async def test_the_most_urgent_report_comes_first(storage: Storage, now: datetime, told: NewReport) -> None:
    """Pages follow each other without a gap: robberies first, those of a verified shop before others, then the oldest;
    closed reports newest first."""
    robbery = replace(told, kind=ReportKind.ROBBERY)
    kinds = [
        told,
        replace(told, is_confirmed=False),
        replace(robbery, is_confirmed=False),
        replace(robbery, kind=ReportKind.ROBBERY_ATTEMPT),
        robbery,
        told,
    ]
    async with storage.transaction() as uow:
        made = [await uow.reports.add(one, await uow.reports.next_number(2026), now) for one in kinds]
    open_ones = await every_page(storage, ReportFilter(ReportState.RECEIVED))
    assert [made[number] for number in (3, 4, 2, 0, 5, 1)] == open_ones
    async with storage.transaction() as uow:
        for one in made:
            await uow.reports.save(replace(one, state=ReportState.CLOSED, closed_at=now, outcome=Outcome.HANDLED))
    assert [] == await every_page(storage, ReportFilter(ReportState.RECEIVED))
    closed = await every_page(storage, ReportFilter(ReportState.CLOSED))
    assert [one.id for one in reversed(made)] == [one.id for one in closed]


async def test_a_page_has_only_what_fits(
    storage: Storage, now: datetime, told: NewReport, new_member: NewMember, new_shop: NewShop
) -> None:
    """A kind, the branch of the shop and a moment narrow the page down, each by itself and together."""
    optician = (await new_shop(await new_member(), branch=Branch.OPTICIAN)).premises
    others = [
        replace(told, kind=ReportKind.ROBBERY),
        replace(told, premises_id=optician.id),
        replace(told, premises_id=None),
    ]
    async with storage.transaction() as uow:
        old = await uow.reports.add(told, "M-2026-0001", now - timedelta(days=2))
        robbery, glasses, street = [
            await uow.reports.add(one, f"M-2026-000{number}", now) for number, one in enumerate(others, start=2)
        ]
    state = ReportState.RECEIVED
    assert [robbery] == await every_page(storage, ReportFilter(state, kind=ReportKind.ROBBERY))
    assert [glasses] == await every_page(storage, ReportFilter(state, branch=Branch.OPTICIAN))
    assert [robbery, old] == await every_page(storage, ReportFilter(state, branch=Branch.JEWELLER))
    assert [robbery, glasses, street] == await every_page(storage, ReportFilter(state, since=now))
    both = ReportFilter(state, kind=ReportKind.RECONNAISSANCE, branch=Branch.JEWELLER, since=now)
    assert [] == await every_page(storage, both)


@pytest.mark.parametrize(
    ("scopes", "numbers"),
    [
        ([], []),
        (["branch:jeweller"], []),
        (["2903"], [1]),
        (["3000-3099"], [2]),
        (["2903", "3000-3099"], [1, 2]),
        (["municipality:Rotterdam"], [2]),
        (["national"], [1, 2, 3]),
    ],
)
async def test_a_page_has_only_what_may_lie_in_scope(
    storage: Storage, now: datetime, told: NewReport, scopes: list[str], numbers: list[int]
) -> None:
    """A range of postcodes and a municipality have the reports of their PC4s, the country has those without a place
    too, and a branch has none."""
    places = Place("2903"), Place("3011"), Place(None)
    rows = [
        Pc4Place("2903", "Capelle aan den IJssel", Point(1, 2, 3), "Capelle aan den IJssel"),
        Pc4Place("3011", "Rotterdam", Point(4, 5, 6), "Rotterdam"),
    ]
    async with storage.transaction() as uow:
        await uow.postcodes.replace_all(rows)
        for place in places:
            await uow.reports.add(replace(told, place=place), await uow.reports.next_number(2026), now)
        wanted, in_scope = ReportFilter(ReportState.RECEIVED), [parse_scope(one) for one in scopes]
        found = await uow.reports.page(wanted, in_scope, after=None, limit=9)
    assert [f"M-2026-000{number}" for number in numbers] == [one.number for one in found]


async def test_a_duplicate_is_not_open(storage: Storage, now: datetime, told: NewReport) -> None:
    """A duplicate is in no list of what somebody has to deal with, is found by its main report also after its end, and
    is not closed for retention."""
    async with storage.transaction() as uow:
        main, report, other = [await uow.reports.add(told, f"M-2026-000{one}", now) for one in (1, 2, 3)]
        joined = await uow.reports.save(replace(report, state=ReportState.DUPLICATE, main_id=main.id))
        ended = replace(other, state=ReportState.CLOSED, outcome=Outcome.DUPLICATE, closed_at=now, main_id=main.id)
        ended = await uow.reports.save(ended)
        assert [joined, ended] == await uow.reports.duplicates_of(main.id)
        assert [] == await uow.reports.duplicates_of(report.id)
        assert [main] == await uow.reports.still_open()
        assert 1 == len(await uow.reports.open_in([parse_scope("national")]))
        assert [main, joined] == await uow.reports.open_among([main.id, report.id, other.id])
        wanted = ReportFilter(ReportState.DUPLICATE)
        assert [joined] == await uow.reports.page(wanted, [parse_scope("national")], after=None, limit=9)


async def test_reports_around_a_place(storage: Storage, now: datetime, told: NewReport) -> None:
    """Within the distance along each axis, or of the same PC4; made in the period, newest first, and no more than
    asked for."""
    here, hour = Place("2903", None, Point(1_000, 2_000, 3_000)), timedelta(hours=1)
    places = {
        "at the bound": Place("2904", None, Point(1_500, 1_500, 3_500)),
        "beyond it": Place("2904", None, Point(1_501, 2_000, 3_000)),
        "without a point": Place("2903"),
        "elsewhere without a point": Place("2904"),
        "far in the same PC4": Place("2903", None, Point(9_000, 2_000, 3_000)),
    }
    async with storage.transaction() as uow:
        made = {
            name: await uow.reports.add(replace(told, place=place), f"M-2026-{number:04}", now)
            for number, (name, place) in enumerate(places.items())
        }
        old = await uow.reports.add(replace(told, place=here), "M-2026-0098", now - hour)
        await uow.reports.add(replace(told, place=here), "M-2026-0099", now + timedelta(seconds=1))

        async def found(place: Place, *, since: datetime = now, limit: int = 9) -> list[Report]:
            return await uow.reports.around(place, 500, since, now, limit)

        near = [made[name] for name in ("far in the same PC4", "without a point", "at the bound")]
        assert near == await found(here)
        assert near[:2] == await found(here, limit=2)
        assert old in await found(here, since=now - hour)
        assert [made["far in the same PC4"], made["without a point"]] == await found(Place("2903"))
        assert [] == await found(Place("1011"))
        assert [] == await found(Place(None))
