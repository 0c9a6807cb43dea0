"""Find meetings: those about an incident, one's own invitations, and one by its number; and who can be invited."""

from datetime import datetime

from alerts.errors import NotFound
from alerts.ids import MeetingId, MemberId
from alerts.incident import Incident
from alerts.meeting import Guest, Meeting
from alerts.ports import UnitOfWork
from alerts.role import Actor, may
from alerts.services.permission.check_may import check_has
from alerts.services.permission.locate_matter import located
from alerts.services.task.find_tasks import HAVES, incident_for_tasks, may_lead


async def invitation_of(uow: UnitOfWork, member: MemberId, meeting: MeetingId) -> Guest:
    """Return the invitation of this member to a meeting. Raises NotFound alike for a meeting that is not there."""
    guest = next((one for one in await uow.meetings.guests(meeting) if one.member_id == member), None)
    if guest is None:
        raise NotFound
    return guest


async def meeting_to_read(uow: UnitOfWork, actor: Actor, meeting: MeetingId, now: datetime) -> tuple[Meeting, Incident]:
    """Return a meeting with its incident, to a guest and to who may have tasks there. Raises NotFound."""
    found = await uow.meetings.get(meeting)
    incident = await uow.incidents.get(found.incident_id)
    if not may(actor.grants, HAVES, await located(uow, incident.place), now=now):
        await invitation_of(uow, actor.member.id, meeting)
    return found, incident


async def meeting_in_scope(
    uow: UnitOfWork, actor: Actor, meeting: MeetingId, now: datetime
) -> tuple[Meeting, Incident]:
    """Return a meeting with its incident, to who may have tasks there. Raises NotAllowed and NotFound."""
    check_has(actor, HAVES, now)
    found = await uow.meetings.get(meeting)
    return found, await incident_for_tasks(uow, actor, found.incident_id, now)


async def may_arrange(uow: UnitOfWork, actor: Actor, meeting: Meeting, incident: Incident, now: datetime) -> bool:
    """Whether this coordinator may change or call off the meeting: who planned it, and who leads there."""
    return actor.member.id == meeting.made_by or await may_lead(uow, actor, incident, now)


async def own_invitations(uow: UnitOfWork, member: MemberId, now: datetime) -> list[tuple[Meeting, Guest]]:
    """Return the meetings ahead to which this member is invited with their answer, the earliest first."""
    found = await uow.meetings.of_guest(member, now)
    return [(one, await invitation_of(uow, member, one.id)) for one in found]
