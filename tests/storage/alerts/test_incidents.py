"""Tests of incidents on both databases: what is stored, what police decide, and what hangs on one."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from alerts.alert import AlertContent, AlertState, IncidentKind, Revision, RevisionKind
from alerts.area import Place
from alerts.audit import AuditFilter
from alerts.errors import Conflict, IllegalTransition, NotAllowed, NotFound
from alerts.ids import IncidentId
from alerts.incident import ROBBERIES, Incident, IncidentFilter, IncidentState, IncidentStep, read_number
from alerts.member import Member
from alerts.point import Point
from alerts.ports import Storage, UnitOfWork
from alerts.report import NewReport, Outcome, Report, ReportContent, ReportKind, ReportState
from alerts.retention import Kind
from alerts.role import Actor, Role, parse_scope
from alerts.services.alert.change_alert import close_alert
from alerts.services.alert.submit_alert import submit_alert
from alerts.services.incident.confirm_incident import confirm_incident
from alerts.services.incident.correct_kind import correct_kind
from alerts.services.incident.join_incidents import join_incidents
from alerts.services.incident.list_incidents import list_incidents
from alerts.services.incident.read_incident import incident_in_scope, read_incident, sees_only_outline
from alerts.services.incident.refute_incident import refute_incident
from alerts.services.incident.release_drafts import release_drafts
from alerts.services.report.submit_report import submit_report
from alerts.services.report.take_back_report import take_back_report

NewMember = Callable[..., Awaitable[Member]]
ZONE = ZoneInfo("Europe/Amsterdam")
HERE, ELSEWHERE = Place("2903", None, Point(1, 2, 3)), Place("3011", None, Point(9_000, 2, 3))


@dataclass(frozen=True)
class World:
    """A reporter with a role by which they may report, an officer of 2903, and an officer of the country."""

    reporter: Member
    officer: Actor
    colleague: Actor


async def _actor(uow: UnitOfWork, member: Member, role: Role, scope: str, now: datetime) -> Actor:
    await uow.roles.grant(member=member.id, role=role, scope=parse_scope(scope), label=None, granted_by=None, now=now)
    return Actor(member, tuple(await uow.roles.of_member(member.id)))


@pytest.fixture
async def world(storage: Storage, now: datetime, new_member: NewMember) -> World:
    """Return the people."""
    reporter, officer, colleague = [await new_member() for _ in range(3)]
    async with storage.transaction() as uow:
        await _actor(uow, reporter, Role.SAFETY_DIRECTOR, "national", now)
        return World(
            reporter,
            await _actor(uow, officer, Role.POLICE, "2903", now),
            await _actor(uow, colleague, Role.POLICE, "national", now),
        )


async def _reported(
    uow: UnitOfWork, member: Member, now: datetime, *, place: Place = HERE, kind: ReportKind = ReportKind.ROBBERY
) -> Report:
    told = NewReport(kind, ReportContent(), place, member.id, None, is_confirmed=True)
    return await submit_report(uow, told, now, zone=ZONE)


async def _incident(uow: UnitOfWork, report: Report) -> Incident:
    assert report.incident_id is not None
    return await uow.incidents.get(report.incident_id)


async def test_a_robbery_opens_an_incident(storage: Storage, now: datetime, world: World) -> None:
    """The report of a robbery or an attempt has an incident from its own transaction on; a sighting has none."""
    async with storage.transaction() as uow:
        report = await _reported(uow, world.reporter, now)
        sighting = await _reported(uow, world.reporter, now, kind=ReportKind.RECONNAISSANCE)
    async with storage.reading() as uow:
        assert (await uow.reports.get(sighting.id)).incident_id is None
        incident = await _incident(uow, await uow.reports.get(report.id))
        assert ("I-2026-0001", IncidentKind.ROBBERY, IncidentState.UNCONFIRMED, HERE, now, 1) == (
            *(incident.number, incident.kind, incident.state),
            *(incident.place, incident.created_at, incident.version),
        )
        assert [report.id] == await uow.incidents.reports_of(incident.id)
        assert [IncidentStep.OPENED] == [one.step for one in await uow.incidents.events(incident.id)]
        assert incident.id == await uow.incidents.by_number("I-2026-0001")


async def test_what_fails_opens_nothing(storage: Storage, now: datetime, world: World) -> None:
    """A report that is not stored leaves no incident."""

    class BrokenError(Exception):
        """The machine stops."""

    async def breaks() -> None:
        async with storage.transaction() as uow:
            await _reported(uow, world.reporter, now)
            raise BrokenError

    with pytest.raises(BrokenError):
        await breaks()
    async with storage.reading() as uow:
        assert await uow.incidents.by_number("I-2026-0001") is None


async def test_an_old_version_is_refused(storage: Storage, now: datetime, world: World) -> None:
    """Of two who decide at once one gets Conflict, and an incident that is not there is NotFound."""
    async with storage.transaction() as uow:
        incident = await _incident(uow, await _reported(uow, world.reporter, now))
        changed = replace(incident, frozen_at=now, kind=IncidentKind.RAM_RAID)
        saved = await uow.incidents.save(changed)
        assert replace(changed, version=2) == saved == await uow.incidents.get(incident.id)
        with pytest.raises(Conflict):
            await uow.incidents.save(changed)
        with pytest.raises(NotFound):
            await uow.incidents.save(replace(saved, id=IncidentId(99)))


async def test_police_confirm_once(storage: Storage, now: datetime, world: World) -> None:
    """Police confirm, and their step is in the history and on the record; a second time is too late."""
    async with storage.transaction() as uow:
        incident = await _incident(uow, await _reported(uow, world.reporter, now))
        confirmed = await confirm_incident(uow, world.officer, incident.id, version=1, now=now)
        assert (IncidentState.CONFIRMED, now, 2) == (confirmed.state, confirmed.confirmed_at, confirmed.version)
        with pytest.raises(Conflict):
            await confirm_incident(uow, world.officer, incident.id, version=1, now=now)
        with pytest.raises(IllegalTransition, match="incident-confirmed"):
            await confirm_incident(uow, world.officer, incident.id, version=2, now=now)
        steps = [(one.step, one.actor_id) for one in await uow.incidents.events(incident.id)]
        assert (IncidentStep.CONFIRMED, world.officer.member.id) == steps[-1]
        wanted = AuditFilter(frozenset({"incident"}), incident.id, world.officer.member.id, "incident.confirmed")
        assert 1 == len(await uow.audit.latest(wanted, before=None, limit=5))


async def test_who_is_elsewhere_learns_nothing(
    storage: Storage, now: datetime, world: World, new_member: NewMember
) -> None:
    """An incident elsewhere and one that is not there get the same answer; without any role it is the right that is
    missing."""
    stranger = Actor(await new_member(), ())
    async with storage.transaction() as uow:
        incident = await _incident(uow, await _reported(uow, world.reporter, now, place=ELSEWHERE))
        for asked in (incident.id, IncidentId(99)):
            with pytest.raises(NotFound):
                await incident_in_scope(uow, world.officer, asked, now)
            with pytest.raises(NotFound):
                await confirm_incident(uow, world.officer, asked, version=1, now=now)
            with pytest.raises(NotAllowed, match="read_incidents"):
                await incident_in_scope(uow, stranger, asked, now)


async def test_nobody_decides_alone_about_what_they_reported(storage: Storage, now: datetime, world: World) -> None:
    """Police who alone reported it leave the decision to a colleague."""
    async with storage.transaction() as uow:
        incident = await _incident(uow, await _reported(uow, world.officer.member, now))
        with pytest.raises(NotAllowed, match="own-report"):
            await confirm_incident(uow, world.officer, incident.id, version=1, now=now)
        await confirm_incident(uow, world.colleague, incident.id, version=1, now=now)


async def test_who_reads_is_on_the_record_once_a_day(
    storage: Storage, now: datetime, world: World, new_member: NewMember
) -> None:
    """A reading is recorded with its purpose, again after twelve hours; prosecution sees an outline only."""
    reader = await new_member()
    async with storage.transaction() as uow:
        prosecutor = await _actor(uow, reader, Role.PROSECUTION, "2903", now)
        incident = await _incident(uow, await _reported(uow, world.reporter, now))
        for hours in (0, 11, 13):
            await read_incident(uow, prosecutor, incident.id, now + timedelta(hours=hours))
        wanted = AuditFilter(frozenset({"incident"}), incident.id, prosecutor.member.id, "incident.read")
        rows = await uow.audit.latest(wanted, before=None, limit=5)
        assert [{"purpose": "triage"}] * 2 == [one.details for one in rows]
        assert [True, False] == [
            await sees_only_outline(uow, one, incident, now) for one in (prosecutor, world.officer)
        ]


async def test_a_corrected_kind_is_that_of_the_reports_too(storage: Storage, now: datetime, world: World) -> None:
    """A robbery becomes an attempt, with its report; a kind that no report has stays with the incident."""
    async with storage.transaction() as uow:
        report = await _reported(uow, world.reporter, now)
        incident = await _incident(uow, report)
        with pytest.raises(NotFound):
            await correct_kind(uow, world.officer, incident.id, IncidentKind.OTHER, version=1, now=now)
        with pytest.raises(IllegalTransition, match="incident-kind"):
            await correct_kind(uow, world.officer, incident.id, IncidentKind.ROBBERY, version=1, now=now)
        attempt = IncidentKind.ROBBERY_ATTEMPT
        corrected = await correct_kind(uow, world.officer, incident.id, attempt, version=1, now=now)
        assert (attempt, ReportKind.ROBBERY_ATTEMPT) == (corrected.kind, (await uow.reports.get(report.id)).kind)
        assert attempt.value == (await uow.incidents.events(incident.id))[-1].comment


async def test_two_that_are_one_are_joined(
    storage: Storage, now: datetime, world: World, content: AlertContent
) -> None:
    """Reports, notices and what was joined before go on with the main incident; a confirmed one is the main one."""
    async with storage.transaction() as uow:
        reports = [await _reported(uow, world.reporter, now) for _ in range(3)]
        first, second, third = [await _incident(uow, one) for one in reports]
        alert = await uow.alerts.add(world.officer.member.id, content, now)
        await uow.incidents.hang_alert(third.id, alert.id)
        await join_incidents(uow, world.officer, third.id, second.id, version=1, now=now)
        second = await confirm_incident(uow, world.officer, second.id, version=2, now=now)
        with pytest.raises(IllegalTransition, match="incident-itself"):
            await join_incidents(uow, world.officer, second.id, third.id, version=second.version, now=now)
        main = await join_incidents(uow, world.officer, second.id, first.id, version=second.version, now=now)
        assert (second.id, IncidentState.CONFIRMED) == (main.id, main.state)
        assert [one.id for one in reports] == await uow.incidents.reports_of(main.id)
        assert ([alert.id], main.id) == (await uow.incidents.alerts_of(main.id), await uow.incidents.of_alert(alert.id))
        assert {first.id, third.id} == {one.id for one in await uow.incidents.joined_to(main.id)}
        with pytest.raises(IllegalTransition, match="incident-joined"):
            await confirm_incident(uow, world.officer, first.id, version=2, now=now)


async def test_a_refuted_incident_takes_back_what_went_out(
    storage: Storage,
    now: datetime,
    world: World,
    content: AlertContent,
    new_live_alert: Callable[..., Awaitable[Revision]],
) -> None:
    """Its drafts are dropped, its live notice is retracted with the reason, and its report ends as unfounded."""
    live = await new_live_alert()
    async with storage.transaction() as uow:
        report = await _reported(uow, world.reporter, now)
        incident = await _incident(uow, report)
        draft = await uow.alerts.add(world.reporter.id, content, now)
        for alert in (live.alert_id, draft.id):
            await uow.incidents.hang_alert(incident.id, alert)
        refuted = await refute_incident(uow, world.colleague, incident.id, "Het was een grap.", version=1, now=now)
        assert (IncidentState.REFUTED, now) == (refuted.state, refuted.closed_at)
        states = [(await uow.alerts.get(one)).state for one in (live.alert_id, draft.id)]
        assert [AlertState.RETRACTED] * 2 == states
        last = await uow.alerts.latest_revision(live.alert_id)
        assert last is not None
        assert "Het was een grap." == last.content.what
        ended = await uow.reports.get(report.id)
        assert (ReportState.CLOSED, Outcome.UNFOUNDED) == (ended.state, ended.outcome)
        assert "Het was een grap." == (await uow.incidents.events(incident.id))[-1].comment
        with pytest.raises(IllegalTransition, match="incident-refuted"):
            await refute_incident(uow, world.colleague, incident.id, "Nog eens", version=refuted.version, now=now)


async def test_a_retraction_freezes_the_other_drafts(
    storage: Storage,
    now: datetime,
    world: World,
    content: AlertContent,
    new_live_alert: Callable[..., Awaitable[Revision]],
) -> None:
    """After a notice is retracted, drafts on its incident cannot be submitted until police release them."""
    live = await new_live_alert()
    async with storage.transaction() as uow:
        incident = await _incident(uow, await _reported(uow, world.reporter, now))
        draft = await uow.alerts.add(world.colleague.member.id, content, now)
        for alert in (live.alert_id, draft.id):
            await uow.incidents.hang_alert(incident.id, alert)
        by, retraction = world.colleague.member.id, RevisionKind.RETRACTION
        await close_alert(uow, live.alert_id, 1, by, retraction, now, note="place")
        frozen = await uow.incidents.get(incident.id)
        assert (now, IncidentStep.FROZEN) == (frozen.frozen_at, (await uow.incidents.events(incident.id))[-1].step)
        with pytest.raises(IllegalTransition, match="incident-frozen"):
            await submit_alert(uow, draft.id, draft.version, by, now, reason="alleen", grounds="x")
        released = await release_drafts(uow, world.officer, incident.id, version=frozen.version, now=now)
        assert released.frozen_at is None
        with pytest.raises(IllegalTransition, match="incident-not-frozen"):
            await release_drafts(uow, world.officer, incident.id, version=released.version, now=now)
        asked = await submit_alert(uow, draft.id, draft.version, by, now)
        assert AlertState.PENDING is asked.alert.state


async def test_what_is_taken_back_refutes_its_incident(storage: Storage, now: datetime, world: World) -> None:
    """A report that is taken back takes its unconfirmed incident along; a confirmed one stays."""
    async with storage.transaction() as uow:
        lone, sure = [await _reported(uow, world.reporter, now) for _ in range(2)]
        await confirm_incident(uow, world.officer, (await _incident(uow, sure)).id, version=1, now=now)
        for report in (lone, sure):
            await take_back_report(uow, report.id, world.reporter.id, now + timedelta(minutes=1))
        states = [(await _incident(uow, one)).state for one in (lone, sure)]
    assert [IncidentState.REFUTED, IncidentState.CONFIRMED] == states


async def test_a_list_has_what_is_in_scope(storage: Storage, now: datetime, world: World) -> None:
    """The list has the incidents of one's own ground, newest first, by state and age, in pages."""
    async with storage.transaction() as uow:
        places = (HERE, ELSEWHERE, HERE, HERE)
        made = [
            await _incident(uow, await _reported(uow, world.reporter, now + timedelta(hours=hour), place=place))
            for hour, place in enumerate(places)
        ]
        first = await list_incidents(uow, world.officer, IncidentFilter(), now, limit=2)
        assert ([made[3].id, made[2].id], made[2].id) == ([one.id for one in first.incidents], first.after)
        rest = await list_incidents(uow, world.officer, IncidentFilter(), now, after=first.after, limit=2)
        assert ([made[0].id], None) == ([one.id for one in rest.incidents], rest.after)
        late = IncidentFilter(frozenset({IncidentState.UNCONFIRMED}), since=now + timedelta(hours=3))
        assert (made[3],) == (await list_incidents(uow, world.officer, late, now)).incidents
        confirmed = IncidentFilter(frozenset({IncidentState.CONFIRMED}))
        assert () == (await list_incidents(uow, world.officer, confirmed, now)).incidents
        around = await uow.incidents.around(HERE, 500, now, now + timedelta(hours=2), 10)
        assert [made[2].id, made[0].id] == [one.id for one in around]


async def test_what_is_left_after_the_retention(storage: Storage, now: datetime, world: World) -> None:
    """After its time an incident keeps its number, kind, PC4 and times, and its steps without who took them."""
    async with storage.transaction() as uow:
        report = await _reported(uow, world.reporter, now)
        incident = await _incident(uow, report)
        await confirm_incident(uow, world.officer, incident.id, version=1, now=now)
        assert [] == await uow.expired.due(Kind.INCIDENTS, now - timedelta(seconds=1), 10)
        due = await uow.expired.due(Kind.INCIDENTS, now, 10)
        assert (1, 1) == (len(due), await uow.expired.remove(Kind.INCIDENTS, due, now))
        left = await uow.incidents.get(incident.id)
        assert (Place("2903"), IncidentState.CLOSED, incident.number) == (left.place, left.state, left.number)
        events = await uow.incidents.events(incident.id)
        assert {(None, None)} == {(one.actor_id, one.comment) for one in events}
        assert [] == await uow.expired.due(Kind.INCIDENTS, now, 10)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("I-2026-0012", "I-2026-0012"), ("i12", "I-2026-0012"), ("I-2025-3", "I-2025-0003"), ("12", None), ("M-12", None)],
)
def test_a_number_is_read_as_it_is_typed(typed: str, number: str | None) -> None:
    """A number is read whole or in part; without the letter it is that of a report."""
    assert number == read_number(typed, 2026)


def test_six_kinds_open_an_incident() -> None:
    """Robberies in the wide sense are six of the kinds."""
    assert {"robbery", "robbery_attempt", "street_robbery", "robbery_delivery", "ram_raid", "atm_blast"} == set(
        ROBBERIES
    )


async def test_a_moment_that_is_told_later_keeps_the_version(storage: Storage, now: datetime, world: World) -> None:
    """The moment follows the report; police who have the incident as it was can still decide."""
    async with storage.transaction() as uow:
        new = NewReport(
            ReportKind.ROBBERY, ReportContent(), HERE, world.reporter.id, None, is_confirmed=True, occurred_at=None
        )
        report = await submit_report(uow, new, now, zone=ZONE)
        assert report.incident_id is not None
        before = await uow.incidents.get(report.incident_id)
        await uow.incidents.tell_moment(before.id, now)
        assert replace(before, occurred_at=now) == await uow.incidents.get(before.id)
        await confirm_incident(uow, world.officer, before.id, version=before.version, now=now)
