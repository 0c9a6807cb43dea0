"""Plan a visit or a meeting about an incident, and invite people to it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import NotAllowed, Rejected
from alerts.ids import MeetingId, MemberId
from alerts.incident import Incident
from alerts.meeting import PLACE_LENGTH, Guest, Meeting, NewMeeting, check_start
from alerts.ports import UnitOfWork
from alerts.role import Actor
from alerts.services.meeting.find_guests import possible_guests
from alerts.services.meeting.find_meetings import may_arrange, meeting_in_scope
from alerts.services.task.find_tasks import incident_for_tasks
from alerts.services.task.make_task import check_goes_on
from alerts.services.tell import tell
from alerts.typed_text import checked, tidied


async def check_place(typed: str) -> str:
    """Return the place of a meeting in words as it is stored. Raises InvalidText."""
    return " ".join((await checked(tidied(typed), PLACE_LENGTH)).split())


async def plan_meeting(
    uow: UnitOfWork, actor: Actor, new: NewMeeting, guests: Sequence[MemberId], now: datetime
) -> Meeting:
    """Store a meeting and invite these people; who plans it comes. Raises NotAllowed, NotFound, IllegalTransition,
    InvalidText for the place or the moment, and Rejected for who cannot be invited."""
    incident = await incident_for_tasks(uow, actor, new.incident_id, now)
    check_goes_on(incident)
    place = await check_place(new.place)
    check_start(new.starts_at, now)
    meeting = await uow.meetings.add(replace(new, place=place), str(uuid4()), actor.member.id, now)
    await record_meeting(uow, "planned", meeting, actor, now)
    await _invite(uow, incident, meeting, guests, actor, now)
    return meeting


async def invite_guests(
    uow: UnitOfWork, actor: Actor, meeting_id: MeetingId, guests: Sequence[MemberId], now: datetime
) -> Meeting:
    """Invite more people to a meeting ahead. Raises as `plan_meeting`, and NotAllowed for a meeting of others."""
    meeting, incident = await meeting_in_scope(uow, actor, meeting_id, now)
    meeting.check_is_ahead(now)
    if not await may_arrange(uow, actor, meeting, incident, now):
        raise NotAllowed("others-meeting")
    await _invite(uow, incident, meeting, guests, actor, now)
    return meeting


async def record_meeting(uow: UnitOfWork, step: str, meeting: Meeting, actor: Actor, now: datetime) -> None:
    """Record a step of a meeting."""
    details: dict[str, str | int] = {"incident": meeting.incident_id, "kind": meeting.kind.value}
    await uow.audit.append(AuditEvent(f"meeting.{step}", "meeting", meeting.id, actor.member.id, details), now)


async def _invite(
    uow: UnitOfWork, incident: Incident, meeting: Meeting, guests: Sequence[MemberId], actor: Actor, now: datetime
) -> None:
    possible = await possible_guests(uow, actor, incident, meeting.kind, now)
    there = {one.member_id for one in await uow.meetings.guests(meeting.id)}
    new = [one for one in dict.fromkeys(guests) if one not in there]
    if not set(new) <= set(possible):
        raise Rejected("meeting-guest")
    await uow.meetings.invite([Guest(meeting.id, one, possible[one]) for one in new])
    others = [one for one in new if one != actor.member.id]
    await tell(uow, others, Notice("meeting-invited", {"meeting": meeting.id}), f"meeting-invited:{meeting.id}", now)
