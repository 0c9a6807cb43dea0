"""Sequence of aftercare: its steps, their owners and days (docs/domain.md §6, scenario 6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

MOST_DAYS = 183  # the latest day that a municipality can choose for a step
SENT_AT = time(10)  # ours: local time, as for the question whether a reporter was helped well
FIRST_HOUR, LAST_HOUR = 9, 20  # ours: nobody is written to at night, by the local clock
LATEST = timedelta(days=7)  # ours: a message later than this would tell people of a time that has passed
PROMPT = timedelta(days=3)  # ours: a step that is done by then counts as done in time


class StepOwner(StrEnum):
    """Who sees to a step: the program sends a message, or the city marshal does something and says so."""

    PROGRAM = "program"
    MARSHAL = "marshal"


class StepKind(StrEnum):
    """The steps, in the order of their days."""

    SAME_DAY = "same_day"
    SCAN = "scan"
    VISIT = "visit"
    WEEK_1 = "week_1"
    MEETING = "meeting"
    POLICE_CONTACT = "police_contact"
    MONTH_1 = "month_1"
    SIX_WEEKS = "six_weeks"
    CLOSING = "closing"
    JOINING = "joining"
    VICTIM_TALK = "victim_talk"
    RIGHT_TO_SPEAK = "right_to_speak"


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step by default: after how many days, and whose it is. `after_arrest`: counted from an arrest, and only there
    when somebody was arrested; else from the robbery."""

    kind: StepKind
    days: int
    owner: StepOwner = StepOwner.PROGRAM
    after_arrest: bool = False


# The days of the scan, the visit, the talk with the police and what follows an arrest are ours, as is the meeting.
SEQUENCE = (
    PlannedStep(StepKind.SAME_DAY, 0),
    PlannedStep(StepKind.SCAN, 1, StepOwner.MARSHAL),
    PlannedStep(StepKind.VISIT, 3, StepOwner.MARSHAL),
    PlannedStep(StepKind.WEEK_1, 7),
    PlannedStep(StepKind.MEETING, 14, StepOwner.MARSHAL),
    PlannedStep(StepKind.POLICE_CONTACT, 21, StepOwner.MARSHAL),
    PlannedStep(StepKind.MONTH_1, 30),
    PlannedStep(StepKind.SIX_WEEKS, 42),
    PlannedStep(StepKind.CLOSING, 90),
    PlannedStep(StepKind.JOINING, 0, after_arrest=True),
    PlannedStep(StepKind.VICTIM_TALK, 7, after_arrest=True),
    PlannedStep(StepKind.RIGHT_TO_SPEAK, 14, after_arrest=True),
)
PLANNED: Mapping[StepKind, PlannedStep] = {one.kind: one for one in SEQUENCE}
AT_THE_SHOP = frozenset({StepKind.SCAN, StepKind.VISIT, StepKind.MEETING})  # pointless once the shop has closed


@dataclass(frozen=True, slots=True)
class DueStep:
    """A step with the moment from which it is due."""

    kind: StepKind
    due_at: datetime


def plan(
    happened_at: datetime, opened_at: datetime, days: Mapping[StepKind, int], zone: ZoneInfo
) -> tuple[DueStep, ...]:
    """Return the steps of a case that is opened now, in the order of their days; `days` stand in for the defaults.

    Of days that have passed no message is sent any more; what the city marshal does is due at once.
    """
    begun = happened_at.astimezone(zone).date()
    found = []
    for one in SEQUENCE:
        if one.after_arrest:
            continue
        due = _at(begun, days.get(one.kind, one.days), zone)
        if one.kind is StepKind.SAME_DAY:
            due = opened_at
        elif due < opened_at:
            if one.owner is StepOwner.PROGRAM and one.kind is not StepKind.CLOSING:
                continue
            due = opened_at
        found.append(DueStep(one.kind, due))
    return tuple(sorted(found, key=lambda one: one.due_at))


def plan_after_arrest(arrested_at: datetime, days: Mapping[StepKind, int], zone: ZoneInfo) -> tuple[DueStep, ...]:
    """Return the steps that follow an arrest."""
    begun = arrested_at.astimezone(zone).date()
    after = (one for one in SEQUENCE if one.after_arrest)
    return tuple(DueStep(one.kind, max(arrested_at, _at(begun, days.get(one.kind, one.days), zone))) for one in after)


def is_by_day(now: datetime, zone: ZoneInfo) -> bool:
    """Whether it is day by the local clock, when people can be written to."""
    return FIRST_HOUR <= now.astimezone(zone).hour < LAST_HOUR


def _at(begun: date, days: int, zone: ZoneInfo) -> datetime:
    return datetime.combine(begun + timedelta(days=days), SENT_AT, tzinfo=zone)
