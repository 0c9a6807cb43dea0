"""Tests of meetings and of visits to neighbours on both databases: invitations, changes, and what time removes."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from alerts.aftercare.case import CasePerson, Consent, NewCase
from alerts.area import Place
from alerts.errors import Conflict, IllegalTransition, InvalidText, NotAllowed, NotFound, Rejected
from alerts.ids import CasePersonId, MeetingId
from alerts.incident import IncidentState
from alerts.meeting import Answer, Guest, Meeting, MeetingKind, NewMeeting
from alerts.member import Member
from alerts.neighbour import ADJACENT_M, Visit
from alerts.ports import Storage, UnitOfWork
from alerts.premises import Following
from alerts.retention import Kind
from alerts.role import Actor, Role
from alerts.services.meeting.answer_meeting import answer_meeting
from alerts.services.meeting.change_meeting import cancel_meeting, change_meeting
from alerts.services.meeting.find_guests import possible_guests
from alerts.services.meeting.find_meetings import meeting_to_read, own_invitations
from alerts.services.meeting.plan_meeting import invite_guests, plan_meeting
from alerts.services.neighbour.find_neighbours import find_neighbours
from alerts.services.neighbour.plan_visit import note_visited, plan_visit
from alerts.services.privacy.erase_member import erase_member
from tests.storage.alerts.test_tasks import World, granted, robbed, told, world
from tests.storage.conftest import CENTRE

__all__ = ["world"]

NewMember = Callable[..., Awaitable[Member]]
NewShop = Callable[..., Awaitable[Following]]


def _new(world: World, now: datetime, **more: object) -> NewMeeting:
    said = NewMeeting(world.incident.id, MeetingKind.VISIT, now + timedelta(days=2), "bij de zaak")
    return replace(said, **more)  # type: ignore[arg-type]


async def _planned(uow: UnitOfWork, world: World, now: datetime, *guests: Actor) -> Meeting:
    return await plan_meeting(uow, world.marshal, _new(world, now), [one.member.id for one in guests], now)


async def test_guests_are_invited_once(storage: Storage, now: datetime, world: World) -> None:
    """A meeting is read as it was planned; each guest is told once, also when invited again, and its planner not."""
    async with storage.transaction() as uow:
        meeting = await _planned(uow, world, now, world.officer, world.marshal)
        await invite_guests(uow, world.marshal, meeting.id, [world.officer.member.id, world.civil.member.id], now)
    async with storage.reading() as uow:
        assert meeting == await uow.meetings.get(meeting.id)
        assert [meeting] == await uow.meetings.of_incidents([world.incident.id])
        invited = [one.member_id for one in await uow.meetings.guests(meeting.id)]
        assert [world.officer.member.id, world.marshal.member.id, world.civil.member.id] == invited
        assert await told(uow, world.officer, f"meeting-invited:{meeting.id}")
        assert await told(uow, world.civil, f"meeting-invited:{meeting.id}")
        assert not await told(uow, world.marshal, f"meeting-invited:{meeting.id}")
        assert [(meeting, Guest(meeting.id, world.civil.member.id))] == await own_invitations(
            uow, world.civil.member.id, now
        )
        assert [] == await own_invitations(uow, world.civil.member.id, now + timedelta(days=3))


async def test_what_cannot_be_planned_is_not(storage: Storage, now: datetime, world: World) -> None:
    """Who is elsewhere plans nothing and is not invited; a moment that is past and a plate in the place are refused; so
    is a meeting about what turned out otherwise."""
    async with storage.transaction() as uow:
        with pytest.raises(NotFound):
            await plan_meeting(uow, world.elsewhere, _new(world, now), [], now)
        with pytest.raises(Rejected, match="meeting-guest"):
            await _planned(uow, world, now, world.elsewhere)
        for wrong in ({"starts_at": now}, {"place": "bij auto 12-ABC-3"}, {"place": ""}):
            with pytest.raises(InvalidText):
                await plan_meeting(uow, world.marshal, _new(world, now, **wrong), [], now)
        await uow.incidents.save(replace(world.incident, state=IncidentState.REFUTED))
        with pytest.raises(IllegalTransition):
            await _planned(uow, world, now)


async def test_a_change_is_told_to_all_who_did_not_decline(storage: Storage, now: datetime, world: World) -> None:
    """Who said yes or nothing hears of a change and of the cancellation, who said no does not; each raises the
    sequence, and what changes nothing does not."""
    async with storage.transaction() as uow:
        meeting = await _planned(uow, world, now, world.officer, world.civil)
        await answer_meeting(uow, world.officer.member.id, meeting.id, Answer.NO, now)
        await answer_meeting(uow, world.civil.member.id, meeting.id, Answer.YES, now)
        assert await told(uow, world.marshal, f"meeting-declined:{meeting.id}:{world.officer.member.id}:{_at(now)}")
        with pytest.raises(NotFound):
            await answer_meeting(uow, world.elsewhere.member.id, meeting.id, Answer.YES, now)
        same = {"starts_at": meeting.starts_at, "place": meeting.place}
        assert meeting == await change_meeting(uow, world.marshal, meeting.id, version=1, now=now, **same)  # type: ignore[arg-type]
        later = meeting.starts_at + timedelta(hours=3)
        with pytest.raises(NotAllowed, match="others-meeting"):
            await change_meeting(uow, world.civil, meeting.id, starts_at=later, place="elders", version=1, now=now)
        moved = await change_meeting(
            uow, world.officer, meeting.id, starts_at=later, place="elders", version=1, now=now
        )
        assert (1, 2, later) == (moved.sequence, moved.version, moved.starts_at)
        with pytest.raises(Conflict):
            await cancel_meeting(uow, world.marshal, meeting.id, version=1, now=now)
        gone = await cancel_meeting(uow, world.marshal, meeting.id, version=2, now=now)
        assert (2, now) == (gone.sequence, gone.cancelled_at)
        for key in (f"meeting-moved:{meeting.id}:1", f"meeting-cancelled:{meeting.id}:2"):
            assert await told(uow, world.civil, key)
            assert not await told(uow, world.officer, key)
        for too_late in (Answer.YES, Answer.NO):
            with pytest.raises(IllegalTransition):
                await answer_meeting(uow, world.civil.member.id, meeting.id, too_late, now)
        assert [] == await own_invitations(uow, world.civil.member.id, now)


def _at(now: datetime) -> int:
    return int(now.timestamp())


async def test_who_reads_a_meeting(storage: Storage, now: datetime, world: World) -> None:
    """Coordinators of the place and guests read a meeting; for others it is not there. An erasure takes the
    invitation."""
    async with storage.transaction() as uow:
        meeting = await _planned(uow, world, now, world.civil)
        guest = Actor(world.elsewhere.member, ())
        with pytest.raises(NotFound):
            await meeting_to_read(uow, guest, meeting.id, now)
        await uow.meetings.invite([Guest(meeting.id, guest.member.id, is_victim=True)])
        assert meeting == (await meeting_to_read(uow, guest, meeting.id, now))[0]
        await erase_member(uow, world.civil.member, now)
        assert [guest.member.id] == [one.member_id for one in await uow.meetings.guests(meeting.id)]
        with pytest.raises(NotFound):
            await uow.meetings.get(MeetingId(99))


async def test_old_meetings_and_visits_go(storage: Storage, now: datetime, world: World, new_shop: NewShop) -> None:
    """A meeting with its guests and a visit are removed when their time is over."""
    shop = (await new_shop(world.civil.member)).premises
    async with storage.transaction() as uow:
        meeting = await _planned(uow, world, now, world.civil)
        await uow.visits.put(Visit(world.incident.id, shop.id), now)
        assert [] == await uow.expired.due(Kind.MEETINGS, now, 9)
        assert [meeting.id] == await uow.expired.due(Kind.MEETINGS, now + timedelta(days=2), 9)
        for kind, until in ((Kind.MEETINGS, now + timedelta(days=2)), (Kind.VISITS, now)):
            numbers = await uow.expired.due(kind, until, 9)
            assert 1 == await uow.expired.remove(kind, numbers, now)
        assert ([], []) == (await uow.meetings.guests(meeting.id), await uow.visits.of_incidents([world.incident.id]))


async def test_neighbours_are_near_and_named_by_role(
    storage: Storage, now: datetime, world: World, new_shop: NewShop
) -> None:
    """Open shops within the distance are neighbours, nearest first and to the metre; police read their names, the
    municipality does not."""
    for metres in (ADJACENT_M, 40, ADJACENT_M + 1):
        await new_shop(world.civil.member, metres=metres)
    reporter = world.elsewhere.member
    async with storage.transaction() as uow:
        await granted(uow, reporter, Role.SAFETY_DIRECTOR, "national", now)
        incident = await robbed(uow, reporter, now, Place("2903", "2903AB", CENTRE))
        seen = await find_neighbours(uow, world.officer, incident, now)
        assert [40, ADJACENT_M] == [one.neighbour.metres for one in seen]
        assert all(one.is_named for one in seen)
        assert not any(one.is_named for one in await find_neighbours(uow, world.civil, incident, now))
        assert [] == await find_neighbours(uow, world.officer, world.incident, now), "its point is not known"
        day, shop = date(2026, 1, 16), seen[0].neighbour.premises
        plan = {"planned_on": day, "measures": ["one_piece"], "version": 0, "now": now}
        visit = await plan_visit(uow, world.marshal, incident.id, shop.id, **plan)  # type: ignore[arg-type]
        assert (day, frozenset({"one_piece"}), 1) == (visit.planned_on, visit.measures, visit.version)
        with pytest.raises(Conflict):
            await plan_visit(uow, world.marshal, incident.id, shop.id, **plan)  # type: ignore[arg-type]
        made = await note_visited(uow, world.officer, incident.id, shop.id, version=1, now=now)
        assert (now, world.officer.member.id) == (made.visited_at, made.visited_by)
        with pytest.raises(IllegalTransition):
            await note_visited(uow, world.officer, incident.id, shop.id, version=2, now=now)
        with pytest.raises(Conflict):
            await uow.visits.put(visit, now)


async def test_victims_who_said_yes_are_guests_of_a_visit(
    storage: Storage, now: datetime, world: World, new_member: NewMember
) -> None:
    """Somebody of the shop who said yes to aftercare can be invited to a visit, and to nothing else; who was asked and
    did not answer cannot, and nobody while police object. Who stops is told nothing any more."""
    yes, asked = await new_member(), await new_member()
    async with storage.transaction() as uow:
        tally = await uow.cases.add_tally(None, now.date(), is_prompt=True)
        case = await uow.cases.add(
            NewCase(world.incident.id, None, world.marshal.member.id, tally.id), steps=[], now=now
        )
        people = [
            await uow.cases.add_person(CasePerson(CasePersonId(0), case.id, one.id, consent, now))
            for one, consent in ((yes, Consent.YES), (asked, Consent.ASKED))
        ]
        victim = Actor(yes, ())
        for actor, kind in ((world.marshal, MeetingKind.SCAN), (world.elsewhere, MeetingKind.VISIT)):
            assert yes.id not in await possible_guests(uow, actor, world.incident, kind, now)
        found = await possible_guests(uow, world.marshal, world.incident, MeetingKind.VISIT, now)
        assert (True, False, False) == (found[yes.id], found[world.civil.member.id], asked.id in found)
        meeting = await _planned(uow, world, now, victim, world.civil)
        assert await told(uow, victim, f"meeting-invited:{meeting.id}")
        [guest, _] = await uow.meetings.guests(meeting.id)
        assert guest.is_victim
        with pytest.raises(Rejected):
            await _planned(uow, world, now, Actor(asked, ()))
        with pytest.raises(Rejected):
            await plan_meeting(uow, world.marshal, _new(world, now, kind=MeetingKind.SCAN), [yes.id], now)
        later = meeting.starts_at + timedelta(hours=1)
        change = {"starts_at": later, "place": meeting.place, "version": 1, "now": now}
        moved = await change_meeting(uow, world.marshal, meeting.id, **change)  # type: ignore[arg-type]
        assert await told(uow, victim, f"meeting-moved:{meeting.id}:1")
        await uow.cases.save_person(replace(people[0], consent=Consent.STOPPED))
        await cancel_meeting(uow, world.marshal, meeting.id, version=moved.version, now=now)
        assert not await told(uow, victim, f"meeting-cancelled:{meeting.id}:2")
        assert await told(uow, world.civil, f"meeting-cancelled:{meeting.id}:2")
        await uow.cases.save_person(replace(people[0], consent=Consent.YES))
        await uow.cases.save(replace(case, objected_at=now))
        assert yes.id not in await possible_guests(uow, world.marshal, world.incident, MeetingKind.VISIT, now)
