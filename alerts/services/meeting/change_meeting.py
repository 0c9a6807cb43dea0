"""Change a meeting or call it off; everybody who did not say no is told, and their calendars hear of it. A victim who
stopped the aftercare meanwhile is told nothing."""

from dataclasses import replace
from datetime import datetime

from alerts.delivery import Notice
from alerts.errors import Conflict, NotAllowed
from alerts.ids import MeetingId
from alerts.meeting import Answer, Meeting, check_start
from alerts.ports import UnitOfWork
from alerts.role import Actor
from alerts.services.meeting.find_guests import victims_of
from alerts.services.meeting.find_meetings import may_arrange, meeting_in_scope
from alerts.services.meeting.plan_meeting import check_place, record_meeting
from alerts.services.tell import tell


async def meeting_to_arrange(
    uow: UnitOfWork, actor: Actor, meeting_id: MeetingId, now: datetime, *, version: int | None = None
) -> Meeting:
    """Return a meeting ahead that this coordinator may change. Raises NotAllowed, NotFound, IllegalTransition, and
    Conflict when it changed since it was shown in this `version`."""
    meeting, incident = await meeting_in_scope(uow, actor, meeting_id, now)
    meeting.check_is_ahead(now)
    if not await may_arrange(uow, actor, meeting, incident, now):
        raise NotAllowed("others-meeting")
    if version is not None and meeting.version != version:
        raise Conflict
    return meeting


async def change_meeting(
    uow: UnitOfWork,
    actor: Actor,
    meeting_id: MeetingId,
    *,
    starts_at: datetime,
    place: str,
    version: int,
    now: datetime,
) -> Meeting:
    """Move a meeting to another time or place; answers stay. Raises as `meeting_to_arrange`, and InvalidText."""
    meeting = await meeting_to_arrange(uow, actor, meeting_id, now, version=version)
    check_start(starts_at, now)
    words = await check_place(place)
    if (starts_at, words) == (meeting.starts_at, meeting.place):
        return meeting
    changed = replace(meeting, starts_at=starts_at, place=words, sequence=meeting.sequence + 1)
    saved = await uow.meetings.save(changed)
    await record_meeting(uow, "moved", saved, actor, now)
    await _tell_guests(uow, "meeting-moved", saved, actor, now)
    return saved


async def cancel_meeting(
    uow: UnitOfWork, actor: Actor, meeting_id: MeetingId, *, version: int, now: datetime
) -> Meeting:
    """Call a meeting off. Raises as `meeting_to_arrange`."""
    meeting = await meeting_to_arrange(uow, actor, meeting_id, now, version=version)
    saved = await uow.meetings.save(replace(meeting, cancelled_at=now, sequence=meeting.sequence + 1))
    await record_meeting(uow, "cancelled", saved, actor, now)
    await _tell_guests(uow, "meeting-cancelled", saved, actor, now)
    return saved


async def _tell_guests(uow: UnitOfWork, view: str, meeting: Meeting, actor: Actor, now: datetime) -> None:
    guests = [one for one in await uow.meetings.guests(meeting.id) if one.answer is not Answer.NO]
    victims = await victims_of(uow, await uow.incidents.get(meeting.incident_id))
    wanted = [one for one in guests if not one.is_victim or one.member_id in victims]
    others = [one.member_id for one in wanted if one.member_id != actor.member.id]
    await tell(uow, others, Notice(view, {"meeting": meeting.id}), f"{view}:{meeting.id}:{meeting.sequence}", now)
