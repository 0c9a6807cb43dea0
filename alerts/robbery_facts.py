"""Robbery facts: what a victim tells of a robbery by tapping, each by itself, in any order and none of them needed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from alerts.errors import NotFound
from alerts.modus_operandi import MO_FIELDS
from alerts.report import Report, ReportKind

YES, NO = "yes", "no"
JUST_NOW = "0"  # minutes ago
UNKNOWN = "unknown"


class Fact(StrEnum):
    """The facts, in the order in which they are asked."""

    KIND = "kind"
    WHEN = "when"
    PERSONS = "persons"
    WEAPON = "weapon"
    INJURED = "injured"
    EXIT_MODE = "exit_mode"
    EXIT_DIRECTION = "exit_direction"


def _known(field: str) -> tuple[str, ...]:
    return tuple(value for value in MO_FIELDS[field] if value != UNKNOWN)


# The values of each fact, in the order of the buttons; a moment is told in minutes ago. What is unknown is left open.
VALUES: Mapping[Fact, tuple[str, ...]] = {
    Fact.KIND: tuple(kind for kind in ReportKind if kind.is_robbery),
    Fact.WHEN: (JUST_NOW, "10", "30", "60"),
    Fact.PERSONS: _known("offender_count"),
    Fact.WEAPON: MO_FIELDS["weapon"],
    Fact.INJURED: (NO, YES),
    Fact.EXIT_MODE: _known("exit_mode"),
    Fact.EXIT_DIRECTION: MO_FIELDS["exit_direction"],
}


def is_told(report: Report, fact: Fact) -> bool:
    """Whether the report tells this fact; a robbery that was not called anything else tells no kind."""
    match fact:
        case Fact.KIND:
            return report.kind is not ReportKind.ROBBERY
        case Fact.WHEN:
            return report.occurred_at is not None
        case Fact.INJURED:
            return report.content.is_injured is not None
        case _:
            return getattr(report.content, fact) is not None


def next_open(report: Report, fact: Fact) -> Fact | None:
    """Return the first fact after this one that the report does not tell; None at the end."""
    facts = tuple(Fact)
    return next((one for one in facts[facts.index(fact) + 1 :] if not is_told(report, one)), None)


def with_fact(report: Report, fact: Fact, value: str | None, now: datetime) -> Report:
    """Return the report with this value of the fact, or without the fact for None. Raises NotFound for a value that
    there is not."""
    if value is not None and value not in VALUES[fact]:
        raise NotFound
    content = report.content
    match fact:
        case Fact.KIND:
            return replace(report, kind=ReportKind.ROBBERY if value is None else ReportKind(value))
        case Fact.WHEN:
            return _at(report, value, now)
        case Fact.INJURED:
            return replace(report, content=replace(content, is_injured=None if value is None else value == YES))
        case Fact.EXIT_DIRECTION:
            return replace(report, content=replace(content, exit_direction=value, exit_goal=None))
        case Fact.EXIT_MODE:
            return replace(report, content=replace(content, exit_mode=value))
        case Fact.PERSONS:
            return replace(report, content=replace(content, persons=value))
        case Fact.WEAPON:
            return replace(report, content=replace(content, weapon=value))


def _at(report: Report, value: str | None, now: datetime) -> Report:
    """Return the report with the moment of so many minutes ago, to the minute, and no part of a day beside it."""
    told = None if value is None else (now - timedelta(minutes=int(value))).replace(second=0, microsecond=0)
    return replace(report, occurred_at=told, content=replace(report.content, time_of_day=None))
