"""Meetings in words: what, when, where, and who comes."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from alerts.duty_roster import Span
from alerts.ids import MemberId
from alerts.meeting import Answer, Guest, Meeting
from alerts.ports import UnitOfWork
from texts.html import Html, lines
from texts.phrases import Phrases
from texts.rosters import span_words
from texts.tasks import owner_words


def meeting_when(meeting: Meeting, t: Phrases, zone: ZoneInfo) -> str:
    """The day and the times of a meeting."""
    return span_words(Span(meeting.starts_at, meeting.ends_at), t, zone)


def meeting_line(meeting: Meeting, t: Phrases, zone: ZoneInfo) -> Html:
    """A meeting in a list."""
    text = "meeting-line-cancelled" if meeting.is_cancelled else "meeting-line"
    return t(text, kind=t.plain(f"meeting-kind-{meeting.kind}"), when=meeting_when(meeting, t, zone))


def meeting_words(meeting: Meeting, t: Phrases, zone: ZoneInfo) -> Html:
    """A meeting as every guest reads it: what, when and where."""
    return lines(
        t("meeting-title", kind=t.plain(f"meeting-kind-{meeting.kind}")),
        t("meeting-when", when=meeting_when(meeting, t, zone)),
        t("meeting-place", place=meeting.place),
        t("meeting-is-cancelled") if meeting.is_cancelled else Html(""),
    )


async def guest_lines(
    uow: UnitOfWork, guests: Sequence[Guest], t: Phrases, reader: MemberId | None
) -> tuple[Html, ...]:
    """A line for each guest with the answer; victims are not named."""
    return tuple([await _guest_line(uow, one, t, reader) for one in guests])


async def guest_words(uow: UnitOfWork, member: MemberId, is_victim: bool, t: Phrases, reader: MemberId | None) -> str:
    """Who can be invited, as a choice: a victim by number alone."""
    if is_victim:
        return t.plain("meeting-victim-choice", number=member)
    return await owner_words(uow, member, t, reader)


async def _guest_line(uow: UnitOfWork, guest: Guest, t: Phrases, reader: MemberId | None) -> Html:
    who = t.plain("meeting-victim") if guest.is_victim else await owner_words(uow, guest.member_id, t, reader)
    answer = {None: "open", Answer.YES: "yes", Answer.NO: "no"}[guest.answer]
    return t("meeting-guest", who=who, answer=t.plain(f"meeting-guest-{answer}"))
