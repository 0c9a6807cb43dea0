"""Duty roster: the shifts of coordinators by week, who is on duty at a moment, and where the roster has gaps."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from alerts.ids import MemberId, RosterId, ShiftId
from alerts.role import Scope

DAYS_OF_WEEK = 7
ONCE = 0  # a shift that does not recur
MOST_WEEKS = 4  # the longest rhythm: a shift that comes back every fourth week
SHOWN_AHEAD = timedelta(days=60)  # ours: how far a calendar feed looks ahead
KEPT = timedelta(days=30)  # ours: how long what is past stays on the roster


@dataclass(frozen=True, slots=True)
class Roster:
    """The duty roster of one scope; there is at most one for each."""

    id: RosterId
    scope: Scope


@dataclass(frozen=True, slots=True)
class NewShift:
    """A shift that is not stored yet: `every` so many weeks from the day `first_on` (ONCE: on that day alone), through
    the day `last_on` where there is one.

    `begins` and `ends` are local times, in whole minutes. A shift that ends no later than it begins ends on the next
    day. `deputy_id` hears of a report next when it is not taken.
    """

    roster_id: RosterId
    member_id: MemberId
    deputy_id: MemberId | None
    first_on: date
    every: int
    begins: time
    ends: time
    last_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift(NewShift):
    """A stored shift."""

    id: ShiftId
    version: int = 1

    def falls_on(self, day: date) -> bool:
        """Whether the shift begins on this day."""
        passed = (day - self.first_on).days
        if passed < 0 or (self.last_on is not None and day > self.last_on):
            return False
        return passed == 0 if self.every == ONCE else passed % (self.every * DAYS_OF_WEEK) == 0


@dataclass(frozen=True, slots=True)
class ShiftChange:
    """An exception to a shift on one day: who has it instead (None: the shift is cancelled that day)."""

    shift_id: ShiftId
    day: date
    member_id: MemberId | None


@dataclass(frozen=True, slots=True)
class Span:
    """The time from `begins` up to, and not including, `ends`; aware UTC."""

    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Duty:
    """A shift on one day, in UTC. `member_id` is None where it is cancelled that day; `is_changed`: an exception
    counts."""

    shift: Shift
    day: date
    span: Span
    member_id: MemberId | None
    deputy_id: MemberId | None
    is_changed: bool

    def covers(self, at: datetime) -> bool:
        """Whether somebody is on duty by it at this moment."""
        return self.member_id is not None and self.span.begins <= at < self.span.ends


def local_moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Return the moment of a local time, in UTC.

    A time that the clock passes twice is the first of both; one that it skips is the moment at which it jumps. So two
    shifts of which one ends as the other begins never leave a gap, and never overlap.
    """
    first = datetime.combine(day, at, zone).astimezone(UTC)
    second = datetime.combine(day, at, zone).replace(fold=1).astimezone(UTC)
    if second >= first:
        return first
    before, after = second, first  # the clock jumps between these two
    while after - before > timedelta(minutes=1):
        middle = before + (after - before) // 2
        has_jumped = middle.astimezone(zone).utcoffset() == first.astimezone(zone).utcoffset()
        before, after = (before, middle) if has_jumped else (middle, after)
    return after.replace(second=0, microsecond=0)


def monday_of(day: date) -> date:
    """Return the Monday of the week in which a day lies."""
    return day - timedelta(days=day.weekday())


def week_span(monday: date, zone: ZoneInfo) -> Span:
    """Return a local week as a span: 167, 168 or 169 hours."""
    return Span(local_moment(monday, time(), zone), local_moment(monday + timedelta(days=DAYS_OF_WEEK), time(), zone))


def duties_in(shifts: Iterable[Shift], changes: Iterable[ShiftChange], span: Span, zone: ZoneInfo) -> list[Duty]:
    """Return the duties of which any part lies in the span, the earliest first; cancelled ones too."""
    exceptions = {(one.shift_id, one.day): one for one in changes}
    first = span.begins.astimezone(zone).date() - timedelta(days=1)
    last = span.ends.astimezone(zone).date()
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    found = [_duty(shift, day, exceptions, zone) for shift in shifts for day in days if shift.falls_on(day)]
    touching = [one for one in found if one.span.begins < span.ends and span.begins < one.span.ends]
    real = [one for one in touching if one.span.begins < one.span.ends]  # the clock can skip a whole shift
    return sorted(real, key=lambda one: (one.span.begins, one.span.ends, one.shift.id))


def _duty(shift: Shift, day: date, exceptions: Mapping[tuple[ShiftId, date], ShiftChange], zone: ZoneInfo) -> Duty:
    change = exceptions.get((shift.id, day))
    member = shift.member_id if change is None else change.member_id
    end_day = day if shift.ends > shift.begins else day + timedelta(days=1)
    span = Span(local_moment(day, shift.begins, zone), local_moment(end_day, shift.ends, zone))
    deputy = None if shift.deputy_id == member else shift.deputy_id
    return Duty(shift, day, span, member, deputy, is_changed=change is not None)


def on_duty(duties: Iterable[Duty], at: datetime) -> list[Duty]:
    """Return the duties by which somebody is on duty at this moment."""
    return [one for one in duties if one.covers(at)]


def next_duties(duties: Iterable[Duty], at: datetime) -> list[Duty]:
    """Return the duties that begin first after this moment; several where they begin together."""
    later = [one for one in duties if one.member_id is not None and one.span.begins > at]
    first = min((one.span.begins for one in later), default=None)
    return [one for one in later if one.span.begins == first]


def gaps(duties: Sequence[Duty], span: Span) -> list[Span]:
    """Return where nobody is on duty within the span, the earliest first."""
    found, reached = [], span.begins
    for one in sorted((one for one in duties if one.member_id is not None), key=lambda one: one.span.begins):
        if one.span.begins > reached:
            found.append(Span(reached, min(one.span.begins, span.ends)))
        reached = max(reached, one.span.ends)
        if reached >= span.ends:
            return found
    return [*found, Span(reached, span.ends)]


def doubles(duties: Sequence[Duty], span: Span) -> list[Span]:
    """Return where two or more shifts run at once within the span, the earliest first."""
    found: list[Span] = []
    held = sorted((one for one in duties if one.member_id is not None), key=lambda one: one.span.begins)
    reached = span.begins
    for one in held:
        begins, ends = max(one.span.begins, span.begins), min(one.span.ends, span.ends)
        if begins < min(reached, ends):
            found.append(Span(begins, min(reached, ends)))
        reached = max(reached, ends)
    return _joined(found)


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for one in sorted(spans, key=lambda one: one.begins):
        if joined and one.begins <= joined[-1].ends:
            joined[-1] = Span(joined[-1].begins, max(joined[-1].ends, one.ends))
        else:
            joined.append(one)
    return joined
