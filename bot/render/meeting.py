"""Meetings in the chat: an invitation with its answer, the calendar file, and the notices about it."""

from collections.abc import Mapping

from alerts.ids import MeetingId, MemberId
from alerts.meeting import Answer, Guest, Meeting
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Document, Message
from bot.conversation.view import View, WriteView
from texts.html import Html, lines, paragraphs
from texts.meeting_calendar import calendar_file, file_name
from texts.meetings import guest_lines, meeting_words
from texts.tasks import owner_words

_SAID = {Answer.YES: "meeting-you-come", Answer.NO: "meeting-you-stay"}


async def meeting_card(meeting: Meeting, view: View, *, head: str = "", sees_guests: bool = False) -> Message:
    """Render a meeting for its reader; a guest answers here. `head`: the id of the text of a notice above it;
    `sees_guests`: the reader may have tasks there, and reads who comes."""
    t, guests = view.t, await view.uow.meetings.guests(meeting.id)
    own = next((one for one in guests if one.member_id == view.reader), None)
    text = paragraphs(
        t(head) if head else Html(""),
        meeting_words(meeting, t, view.zone),
        lines(*await guest_lines(view.uow, guests, t, view.reader)) if sees_guests else Html(""),
        t(_SAID[own.answer]) if own is not None and own.answer is not None else Html(""),
    )
    return Message(text, is_protected=True).with_keyboard(*_buttons(meeting, own, view))


def calendar_message(meeting: Meeting, view: View) -> Message:
    """Render the calendar file of a meeting. It can be saved: it names no incident, no shop and no person."""
    t = view.t
    told = t("meeting-file-gone" if meeting.is_cancelled else "meeting-file-told")
    document = Document(file_name(meeting, t), calendar_file(meeting, t, view.now))
    return Message(told, document=document)


def _buttons(meeting: Meeting, own: Guest | None, view: View) -> tuple[tuple[Button, ...], ...]:
    t = view.t
    if own is None:
        return ((button(t.plain("meeting-calendar"), "meeting-file", meeting.id),),)
    if meeting.is_cancelled or meeting.ends_at <= view.now:
        rows: tuple[tuple[Button, ...], ...] = ()
    else:
        yes = button(t.plain("meeting-yes"), "meeting-yes", meeting.id)
        no = button(t.plain("meeting-no"), "meeting-no", meeting.id)
        rows = ((yes, no),)
    return (*rows, (button(t.plain("meeting-calendar"), "meeting-file", meeting.id),)) if own.answer else rows


async def _of(view: View) -> Meeting:
    return await view.uow.meetings.get(MeetingId(view.number("meeting")))


async def invited(view: View) -> Message:
    """Ask somebody whether they come."""
    return await meeting_card(await _of(view), view, head="meeting-invited")


async def moved(view: View) -> Message:
    """Tell a guest that the meeting has another time or place."""
    return await meeting_card(await _of(view), view, head="meeting-moved")


async def cancelled(view: View) -> Message:
    """Tell a guest that the meeting is called off, with the file that takes it out of a calendar."""
    meeting = await _of(view)
    told = paragraphs(view.t("meeting-cancelled"), meeting_words(meeting, view.t, view.zone))
    return Message(told, document=calendar_message(meeting, view).document)


async def declined(view: View) -> Message:
    """Tell who planned a meeting that a guest does not come."""
    meeting, who = await _of(view), MemberId(view.number("member"))
    guest = next((one for one in await view.uow.meetings.guests(meeting.id) if one.member_id == who), None)
    is_victim = guest is not None and guest.is_victim
    name = view.t.plain("meeting-victim") if is_victim else await owner_words(view.uow, who, view.t, view.reader)
    told = paragraphs(view.t("meeting-declined", who=name), meeting_words(meeting, view.t, view.zone))
    return Message(told, is_protected=True)


MEETING_VIEWS: Mapping[str, WriteView] = {
    "meeting-invited": invited,
    "meeting-moved": moved,
    "meeting-cancelled": cancelled,
    "meeting-declined": declined,
}
