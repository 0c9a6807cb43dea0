"""A meeting as a calendar file (iCalendar, RFC 5545 and 5546), the same for the chat and the console."""

from datetime import datetime

from alerts.meeting import Meeting
from texts.phrases import Phrases

PRODID = "-//Wees Alert//afspraken//NL"


def calendar_file(meeting: Meeting, t: Phrases, now: datetime) -> bytes:
    """Write a meeting as a calendar app reads it: published, or cancelled once it was called off. It names no incident,
    no shop and no person; a higher SEQUENCE with the same UID takes the place of what was there."""
    from icalendar import Calendar, Event  # a sixteenth of a second, which few chats ever need

    event = Event()
    event.add("uid", f"{meeting.uid}@wees-alert")
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", now)
    event.add("dtstart", meeting.starts_at)
    event.add("dtend", meeting.ends_at)
    event.add("summary", t.plain(f"meeting-kind-{meeting.kind}"))
    event.add("location", meeting.place)
    event.add("organizer", f"urn:uuid:{meeting.uid}", parameters={"CN": "Wees Alert"})
    event.add("status", "CANCELLED" if meeting.is_cancelled else "CONFIRMED")
    written = Calendar()
    written.add("prodid", PRODID)
    written.add("version", "2.0")
    written.add("method", "CANCEL" if meeting.is_cancelled else "PUBLISH")
    written.add_component(event)
    return bytes(written.to_ical())


def file_name(meeting: Meeting, t: Phrases) -> str:
    """Return the name of the file, by the language of the reader."""
    return t.plain("meeting-file", number=meeting.id)
