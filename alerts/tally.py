"""Tally (telling): a row to count that is left of a report or a notice, without a person, a shop or words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from alerts.alert import Alert, IncidentKind, RevisionKind
from alerts.branch import Branch
from alerts.ids import KvoGroupId, MunicipalityId
from alerts.modus_operandi import MO_FIELDS
from alerts.report import Outcome, Report, Signal

NETHERLANDS = ZoneInfo("Europe/Amsterdam")  # unless the operator's setting says otherwise
IN_TIME = timedelta(hours=48)  # ours: within two days whoever reported should know what became of it
_HOURS = 4  # of one band


class TallySubject(StrEnum):
    """What a tally is left of. An incident is the report of a robbery in the wide sense, without a tally of its own."""

    REPORT = "report"
    NOTICE = "notice"


class HourBand(StrEnum):
    """Parts of four hours of a day, by the local clock; each begins at its first hour and ends before its last."""

    H00 = "00-04"
    H04 = "04-08"
    H08 = "08-12"
    H12 = "12-16"
    H16 = "16-20"
    H20 = "20-24"


_BANDS = tuple(HourBand)


class TallyOutcome(StrEnum):
    """What became of a report (from handled to unanswered) or of a notice (the rest). A duplicate is counted as that,
    and never with the outcome of its main report too.

    Unanswered: nobody dealt with the report before its content was erased. Sent: the notice is live, or its time ended.
    """

    HANDLED = "handled"
    UNCONFIRMED = "unconfirmed"
    UNFOUNDED = "unfounded"
    FORWARDED = "forwarded"
    DUPLICATE = "duplicate"
    LINKED = "linked"
    ESCALATED = "escalated"
    UNANSWERED = "unanswered"
    SENT = "sent"
    ALL_CLEAR = "all_clear"
    RETRACTED = "retracted"


OF_REPORTS = (
    *(TallyOutcome.HANDLED, TallyOutcome.UNCONFIRMED, TallyOutcome.UNFOUNDED, TallyOutcome.FORWARDED),
    *(TallyOutcome.DUPLICATE, TallyOutcome.LINKED, TallyOutcome.ESCALATED, TallyOutcome.UNANSWERED),
)
HAPPENED = (TallyOutcome.HANDLED, TallyOutcome.FORWARDED, TallyOutcome.ESCALATED)
"""The outcomes of a report about something that happened and that no other report is counted for."""
_OF_NOTICE: Mapping[RevisionKind, TallyOutcome] = {
    RevisionKind.FIRST: TallyOutcome.SENT,
    RevisionKind.CORRECTION: TallyOutcome.SENT,
    RevisionKind.UPDATE: TallyOutcome.SENT,
    RevisionKind.EXTENSION: TallyOutcome.SENT,
    RevisionKind.ALL_CLEAR: TallyOutcome.ALL_CLEAR,
    RevisionKind.RETRACTION: TallyOutcome.RETRACTED,
}


@dataclass(frozen=True, slots=True)
class Ground:
    """Where something was, as far as figures need it: the PC4, one municipality, and one KVO group."""

    pc4: str | None = None
    municipality: MunicipalityId | None = None
    kvo_group_id: KvoGroupId | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """A row to count. `day` and `hour_band` are when it happened (not known: when it was reported or sent), by the
    local clock; no hour band where only a part of the day was told.

    `branches`: of the shop that the report is about (none: not known), or for which the notice is (none: all). The
    fields from `persons` to `exit_mode` are values of MO fields. `answered_in_time`: whether who reported knew within
    48 hours what became of it; None for a notice.
    """

    subject: TallySubject
    day: date
    hour_band: HourBand | None
    kind: IncidentKind
    outcome: TallyOutcome
    branches: frozenset[Branch]
    ground: Ground
    persons: str | None = None
    weapon: str | None = None
    loot_type: str | None = None
    approach: str | None = None
    exit_mode: str | None = None
    signals: frozenset[Signal] = frozenset()
    answered_in_time: bool | None = None

    @property
    def weekday(self) -> int:
        """The day of the week, from 1 for Monday to 7 for Sunday."""
        return self.day.isoweekday()


@dataclass(frozen=True, slots=True)
class TallyCount:
    """How many tallies agree in these fields. `is_satisfied`: whether who reported was helped well; None without an
    answer."""

    ground: Ground
    kind: IncidentKind
    outcome: TallyOutcome
    answered_in_time: bool | None
    count: int
    is_satisfied: bool | None = None


@dataclass(frozen=True, slots=True)
class NoticeCount:
    """How many tallies of notices agree in these fields; no branches: for all."""

    ground: Ground
    kind: IncidentKind
    outcome: TallyOutcome
    branches: frozenset[Branch]
    count: int


@dataclass(frozen=True, slots=True)
class PlacedTally:
    """What figures about places take of a tally that has a PC4."""

    kind: IncidentKind
    day: date
    pc4: str
    branches: frozenset[Branch]


def report_leaves_tally(report: Report) -> bool:
    """Whether a report is counted: it is closed, and nobody took it back as a mistake."""
    return report.is_closed and report.outcome is not Outcome.WITHDRAWN


def notice_leaves_tally(alert: Alert) -> bool:
    """Whether a notice is counted: it was sent, and is no drill."""
    return alert.sent_at is not None and not alert.content.is_drill


def tally_of_report(report: Report, branch: Branch | None, ground: Ground, zone: ZoneInfo) -> Tally:
    """Return the tally of a closed report that is about a shop of this branch (None: not known)."""
    at = report.occurred_at
    day, band = _when(at or report.created_at, report.content.time_of_day if at else None, zone)
    tally = Tally(
        subject=TallySubject.REPORT,
        day=day,
        hour_band=band,
        kind=report.kind.incident,
        outcome=TallyOutcome.UNANSWERED if report.outcome is None else TallyOutcome(report.outcome),
        branches=frozenset() if branch is None else frozenset({branch}),
        ground=ground,
        signals=report.content.signals,
        answered_in_time=_is_in_time(report),
    )
    return _with_method(tally, report.content.mo)


def tally_of_notice(alert: Alert, last: RevisionKind, ground: Ground, zone: ZoneInfo) -> Tally:
    """Return the tally of a notice that was sent, whose newest text is of this kind."""
    content = alert.content
    at = content.occurred_at
    day, band = _when(at or alert.sent_at or alert.created_at, content.time_of_day if at else None, zone)
    tally = Tally(
        subject=TallySubject.NOTICE,
        day=day,
        hour_band=band,
        kind=content.kind,
        outcome=_OF_NOTICE[last],
        branches=content.branches,
        ground=ground,
    )
    return _with_method(tally, content.mo)


def local_time(at: datetime, zone: ZoneInfo) -> tuple[date, HourBand]:
    """Return the local day of a moment and the band of its hour."""
    local = at.astimezone(zone)
    return local.date(), _BANDS[local.hour // _HOURS]


def _when(at: datetime, time_of_day: str | None, zone: ZoneInfo) -> tuple[date, HourBand | None]:
    day, band = local_time(at, zone)
    return day, None if time_of_day else band


def _is_in_time(report: Report) -> bool:
    if report.outcome is None or report.closed_at is None:
        return False
    return report.waited(report.closed_at) <= IN_TIME


def _with_method(tally: Tally, mo: Mapping[str, str]) -> Tally:
    """Return the tally with the MO fields that are counted; nothing typed gets through."""
    return replace(
        tally,
        persons=_listed(mo, "offender_count"),
        weapon=_listed(mo, "weapon"),
        loot_type=_listed(mo, "loot_type"),
        approach=_listed(mo, "approach"),
        exit_mode=_listed(mo, "exit_mode"),
    )


def _listed(mo: Mapping[str, str], field: str) -> str | None:
    """Return the value of a field if it is in the field's list."""
    value = mo.get(field)
    return value if value in MO_FIELDS[field] else None
