"""Answer an invitation to a meeting; who planned it hears who does not come."""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.ids import MeetingId, MemberId
from alerts.meeting import Answer, Meeting
from alerts.ports import UnitOfWork
from alerts.services.meeting.find_meetings import invitation_of
from alerts.services.tell import tell


async def answer_meeting(
    uow: UnitOfWork, member: MemberId, meeting_id: MeetingId, answer: Answer, now: datetime
) -> Meeting:
    """Store whether this guest comes; they may change their mind until it is over. Raises NotFound for who is not
    invited, and IllegalTransition for a meeting that was called off or is over."""
    earlier = await invitation_of(uow, member, meeting_id)
    meeting = await uow.meetings.get(meeting_id)
    meeting.check_is_ahead(now)
    if earlier.answer is answer:
        return meeting
    await uow.meetings.answer(meeting_id, member, answer, now)
    await uow.audit.append(AuditEvent("meeting.answered", "meeting", meeting_id, member, {"answer": answer.value}), now)
    if answer is Answer.NO and meeting.made_by not in (None, member):
        assert meeting.made_by is not None, "somebody planned it"
        notice = Notice("meeting-declined", {"meeting": meeting_id, "member": member})
        key = f"meeting-declined:{meeting_id}:{member}:{int(now.timestamp())}"
        await tell(uow, [meeting.made_by], notice, key, now)
    return meeting
