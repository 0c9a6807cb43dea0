"""A duty roster in words: who has a shift, when, and what is wrong with a week."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from alerts.duty_roster import Duty, Span
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.services.duty.read_roster import READS, Week
from texts.phrases import Phrases
from texts.roles import function_of

MOST_FAULTS = 5  # gaps, or double shifts, that are named in one place


async def person_on(uow: UnitOfWork, member: MemberId, t: Phrases, reader: MemberId | None) -> str:
    """The person as colleagues see them on the roster: by function and number, never by name; *jij* for the reader."""
    if member == reader:
        return t.plain("roster-you")
    return t.plain("audit-person", function=await function_of(uow, member, READS, t), number=member)


def day_words(day: date, t: Phrases) -> str:
    """The day of the week with the date."""
    weekday = t.plain(f"roster-weekday-{day.weekday()}")
    return t.plain("roster-day", weekday=weekday, day=str(day.day), month=t.plain(f"month-{day.month}"))


def hours_words(span: Span, zone: ZoneInfo) -> str:
    """The local times at which a span begins and ends."""
    return f"{span.begins.astimezone(zone):%H:%M}–{span.ends.astimezone(zone):%H:%M}"


def span_words(span: Span, t: Phrases, zone: ZoneInfo) -> str:
    """The day and the times of a span, with the day on which it ends where that is another one."""
    begins, ends = span.begins.astimezone(zone), span.ends.astimezone(zone)
    day, clock = day_words(begins.date(), t), f"{begins:%H:%M}"
    if begins.date() == ends.date():
        return t.plain("roster-span-day", day=day, begins=clock, ends=f"{ends:%H:%M}")
    return t.plain("roster-span", day=day, begins=clock, end_day=day_words(ends.date(), t), ends=f"{ends:%H:%M}")


async def duty_words(uow: UnitOfWork, duty: Duty, week: Week, t: Phrases, reader: MemberId | None) -> str:
    """Who has a duty, with the deputy, and what is unusual about it."""
    if duty.member_id is None:
        return t.plain("roster-cancelled")
    who = await person_on(uow, duty.member_id, t, reader)
    if duty.deputy_id is not None:
        who = t.plain("roster-with-deputy", who=who, deputy=await person_on(uow, duty.deputy_id, t, reader))
    if duty.member_id in week.gone:
        return t.plain("roster-gone", who=who)
    return t.plain("roster-changed", who=who) if duty.is_changed else who


def fault_words(week: Week, t: Phrases, zone: ZoneInfo) -> list[str]:
    """A sentence for each gap and each double shift of the week from now on, up to MOST_FAULTS of both."""
    return [
        *_named("roster-gap", "roster-gap-more", week.gaps, t, zone),
        *_named("roster-double", "roster-double-more", week.doubles, t, zone),
    ]


def _named(text: str, rest: str, spans: Sequence[Span], t: Phrases, zone: ZoneInfo) -> list[str]:
    told = [t.plain(text, when=span_words(one, t, zone)) for one in spans[:MOST_FAULTS]]
    more = len(spans) - MOST_FAULTS
    return [*told, t.plain(rest, count=more)] if more > 0 else told
