"""What the pages of the duty roster show."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from console.choice import Choice
from texts.html import Html


@dataclass(frozen=True, slots=True)
class RosterLine:
    """A roster in the list."""

    path: str
    scope: str


@dataclass(frozen=True, slots=True)
class RostersView:
    """The rosters that this person keeps, and their own scopes (as the form sends them, and in words) without one."""

    template: ClassVar[str] = "pages/roster/rosters.html"
    lines: tuple[RosterLine, ...]
    without: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A shift on a day: its times, who has it, and where it is changed (empty: it is over)."""

    hours: str
    who: str
    path: str


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day of the week with its shifts."""

    day: str
    iso: str
    is_today: bool
    duties: tuple[DutyLine, ...]


@dataclass(frozen=True, slots=True)
class ShiftForm:
    """The form of a new shift, as it was sent; `wrong` is what is wrong with a field, by its name."""

    day: str
    begins: str
    ends: str
    last: str
    people: tuple[Choice, ...]
    deputies: tuple[Choice, ...]
    rhythms: tuple[Choice, ...]
    wrong: Mapping[str, Html]


@dataclass(frozen=True, slots=True)
class WeekView:
    """A week of a roster. `faults`: its gaps and double shifts from now on; `is_kept`: a change was stored just now."""

    template: ClassVar[str] = "pages/roster/week.html"
    path: str
    scope: str
    title: Html
    earlier: str
    later: str
    days: tuple[DayRow, ...]
    faults: tuple[str, ...]
    has_gap: bool
    is_empty: bool
    form: ShiftForm
    is_kept: bool


@dataclass(frozen=True, slots=True)
class DutyView:
    """A shift on a day, with what can be done about it. `had`: who had it when the page was made; `problem`: why the
    last form changed nothing; `people` and `others`: to whom it can go, and with which shift it can be exchanged."""

    template: ClassVar[str] = "pages/roster/duty.html"
    path: str
    back: str
    when: str
    who: str
    had: str
    version: int
    people: tuple[Choice, ...]
    others: tuple[Choice, ...]
    may_cancel: bool
    may_restore: bool
    is_once: bool
    problem: Html | None = None


@dataclass(frozen=True, slots=True)
class CalendarView:
    """One's own calendar feed: since when there is one (empty: there is none), and the link if it was made just now."""

    template: ClassVar[str] = "pages/roster/calendar.html"
    since: Html
    link: str = ""
