"""Report (melding): what a member saw, its states and its outcome."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar

from alerts.alert import IncidentKind
from alerts.area import Place
from alerts.branch import Branch
from alerts.errors import IllegalTransition
from alerts.ids import AlertId, IncidentId, MemberId, PremisesId, ReportId
from alerts.modus_operandi import NO_LOOT

CLOTHING_LENGTH, VEHICLE_LENGTH, GOAL_LENGTH = 150, 60, 60  # UTF-16 units
WHAT_LENGTH = 1_000  # UTF-16 units; as much as an alert takes
MOST_ADDITIONS, ADDITION_LENGTH = 5, 300  # ours: a card with all of them has to fit in one message
QUESTION_LENGTH = ANSWER_LENGTH = 300  # UTF-16 units: one question, and one line that answers it
QUESTION_HOLDS = timedelta(hours=24)  # ours: who asks waits no longer than a day of shop hours for the answer
TAKES_BACK_WITHIN = timedelta(minutes=2)  # ours: long enough for a mistake, too short for a change of mind


class ReportKind(StrEnum):
    """The kinds of reports; each is the kind of an incident too."""

    RECONNAISSANCE = "reconnaissance"
    SUSPICIOUS_SITUATION = "suspicious_situation"
    ROBBERY = "robbery"
    ROBBERY_ATTEMPT = "robbery_attempt"
    STREET_ROBBERY = "street_robbery"
    ROBBERY_DELIVERY = "robbery_delivery"
    RAM_RAID = "ram_raid"
    ATM_BLAST = "atm_blast"

    @property
    def is_robbery(self) -> bool:
        """Whether it is a robbery in the wide sense, also an attempt, a ram raid or a blast: then it is about
        offenders, not about signals."""
        return self not in (ReportKind.RECONNAISSANCE, ReportKind.SUSPICIOUS_SITUATION)

    @property
    def depends_on_loot(self) -> bool:
        """Whether what was taken decides between a robbery and an attempt."""
        return self in (ReportKind.ROBBERY, ReportKind.ROBBERY_ATTEMPT)

    @property
    def incident(self) -> IncidentKind:
        """The kind of an alert about it."""
        return IncidentKind(self.value)


def kind_by_loot(kind: ReportKind, loot_type: str | None) -> ReportKind:
    """Return the kind of a report in view of what was taken, a value of the MO field `loot_type`.

    Police count a robbery at which nothing was taken as an attempt, and one at which anything was, however little, as
    completed (docs/domain.md §3). While nobody said what was taken, the kind stays as it was told.
    """
    if loot_type is None or not kind.depends_on_loot:
        return kind
    return ReportKind.ROBBERY_ATTEMPT if loot_type == NO_LOOT else ReportKind.ROBBERY


class Signal(StrEnum):
    """Behaviour that can be seen (docs/domain.md §3); a signal never says who somebody is."""

    INTEREST_LAYOUT = "interest_layout"
    QUESTIONS_SECURITY = "questions_security"
    NO_PURCHASE_LOOP = "no_purchase_loop"
    PHOTOS = "photos"
    WATCHING_FROM_VEHICLE = "watching_from_vehicle"
    LOOKOUT = "lookout"
    CLOSING_TIME = "closing_time"
    TESTING_DOOR = "testing_door"
    FACE_HIDDEN = "face_hidden"
    HIGH_VALUE_REQUEST = "high_value_request"
    ROUTE_CHECK = "route_check"
    STARTLE = "startle"
    MULTI_SHOP = "multi_shop"


# How somebody came or left, to the `exit_mode` of an alert; anything else is typed.
VEHICLES: Mapping[str, str] = {
    "on_foot": "on_foot",
    "bicycle": "bicycle",
    "scooter": "scooter",
    "car": "car",
    "van": "car",
}


class ReportState(StrEnum):
    """The states of a report. Asked: who took it asked the reporter a question, which is not answered yet. Duplicate:
    it follows its main report, which is about the same, and ends with it."""

    RECEIVED = "received"
    TRIAGE = "triage"
    ASKED = "asked"
    DUPLICATE = "duplicate"
    CLOSED = "closed"


# A report goes back when the draft that was made of it is dropped, or who made it was not helped well, and on when a
# colleague takes it over.
_TRANSITIONS: Mapping[ReportState, frozenset[ReportState]] = {
    ReportState.RECEIVED: frozenset({ReportState.TRIAGE, ReportState.ASKED, ReportState.DUPLICATE, ReportState.CLOSED}),
    ReportState.TRIAGE: frozenset(ReportState),
    ReportState.ASKED: frozenset(ReportState),
    ReportState.DUPLICATE: frozenset({ReportState.RECEIVED, ReportState.DUPLICATE, ReportState.CLOSED}),
    ReportState.CLOSED: frozenset({ReportState.RECEIVED}),
}


class Outcome(StrEnum):
    """Why a report was closed. Unconfirmed: nobody could establish what it was. Unfounded: nothing was wrong.
    Forwarded: another team of police or municipality goes on with it. Duplicate: the report that it is a duplicate of
    was closed. Escalated: an alert was sent about it. Withdrawn: its reporter took it back."""

    HANDLED = "handled"
    UNCONFIRMED = "unconfirmed"
    UNFOUNDED = "unfounded"
    FORWARDED = "forwarded"
    DUPLICATE = "duplicate"
    LINKED = "linked"
    ESCALATED = "escalated"
    WITHDRAWN = "withdrawn"


CHOSEN_OUTCOMES = (Outcome.HANDLED, Outcome.UNCONFIRMED, Outcome.UNFOUNDED, Outcome.FORWARDED, Outcome.LINKED)


class ReportStep(StrEnum):
    """The steps in the life of a report."""

    RECEIVED = "received"
    TAKEN = "taken"
    DRAFTED = "drafted"
    REOPENED = "reopened"
    CLOSED = "closed"
    ADDED = "added"
    TOLD = "told"  # the reporter tapped a fact, which is in the content
    WITHDRAWN = "withdrawn"
    ASKED = "asked"
    ANSWERED = "answered"
    JOINED = "joined"
    RELEASED = "released"
    PASSED_TO_NEXT = "passed_to_next"
    PASSED_TO_ALL = "passed_to_all"
    SENT_AGAIN = "sent_again"
    CONTESTED = "contested"  # its reporter, who was not helped well, had it reopened


STEPS_OF_REPORTER = (
    *(ReportStep.RECEIVED, ReportStep.ADDED, ReportStep.TOLD, ReportStep.ANSWERED, ReportStep.WITHDRAWN),
    ReportStep.CONTESTED,
)
# The steps that the program takes with a report that nobody took in time.
CLOCK_STEPS = (ReportStep.PASSED_TO_NEXT, ReportStep.PASSED_TO_ALL, ReportStep.SENT_AGAIN)


@dataclass(frozen=True, slots=True)
class ReportContent:
    """The content of a report. `persons`, `weapon`, `loot_type` and the fields from `approach` to `exit_direction` are
    values of MO fields; `vehicle` is a key of VEHICLES or typed; `place_words` is a town, never a shop. `time_of_day`
    is a `TimeOfDay` where no time was told, `exit_goal` where they went, as it was typed."""

    place_words: str = ""
    signals: frozenset[Signal] = frozenset()
    persons: str | None = None
    weapon: str | None = None
    loot_type: str | None = None
    is_injured: bool | None = None
    clothing: str | None = None
    vehicle: str | None = None
    what: str | None = None
    approach: str | None = None
    violence: str | None = None
    face_cover: str | None = None
    exit_mode: str | None = None
    exit_direction: str | None = None
    time_of_day: str | None = None
    exit_goal: str | None = None

    @property
    def mo(self) -> dict[str, str]:
        """The content as MO fields of an alert, as far as it is known."""
        told = {
            "offender_count": self.persons,
            "weapon": self.weapon,
            "loot_type": self.loot_type,
            "approach": self.approach,
            "violence": self.violence,
            "face_cover": self.face_cover,
            "exit_mode": self.exit_mode or VEHICLES.get(self.vehicle or ""),
            "exit_direction": self.exit_direction,
        }
        return {field: value for field, value in told.items() if value is not None}


@dataclass(frozen=True, slots=True)
class NewReport:
    """A report that is not stored yet. `is_confirmed`: it is about a verified shop of the member's."""

    kind: ReportKind
    content: ReportContent
    place: Place
    member_id: MemberId
    premises_id: PremisesId | None
    is_confirmed: bool
    occurred_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A report. `number` is `M-2026-0001`, never reused; `member_id` is None once the person was erased. `asked_at`:
    when its reporter was asked a question, at most once. `main_id`: of the report that this one is a duplicate of,
    which is never a duplicate itself. `incident_id`: of the incident that a robbery belongs to."""

    id: ReportId
    number: str
    kind: ReportKind
    state: ReportState
    content: ReportContent
    place: Place
    member_id: MemberId | None
    premises_id: PremisesId | None
    is_confirmed: bool
    occurred_at: datetime | None
    created_at: datetime
    version: int
    taken_by: MemberId | None = None
    taken_at: datetime | None = None
    closed_at: datetime | None = None
    outcome: Outcome | None = None
    alert_id: AlertId | None = None
    asked_at: datetime | None = None
    answered_at: datetime | None = None
    main_id: ReportId | None = None
    incident_id: IncidentId | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody has to deal with the report itself: it is neither closed nor a duplicate of another."""
        return self.state not in (ReportState.CLOSED, ReportState.DUPLICATE)

    @property
    def is_closed(self) -> bool:
        """Whether the report has ended."""
        return self.state is ReportState.CLOSED

    @property
    def urgency(self) -> int:
        """The place of its kind in a list, 0 first: robberies before other reports, and of each those that a verified
        shop made before those that nobody vouches for."""
        return (0 if self.kind.is_robbery else 2) + (0 if self.is_confirmed else 1)

    @property
    def has_victim(self) -> bool:
        """Whether the reporter is a victim: it was a robbery in the wide sense at their own shop."""
        return self.kind.is_robbery and self.premises_id is not None

    @property
    def has_question(self) -> bool:
        """Whether the report has not ended, and somebody was asked a question about it and did not answer."""
        is_asked = self.asked_at is not None and self.answered_at is None
        return is_asked and not self.is_closed and self.member_id is not None

    def awaits_reporter(self, now: datetime) -> bool:
        """Whether the clock of the report stands, because its reporter is to answer a question."""
        return self.has_question and self.asked_at is not None and now < self.asked_at + QUESTION_HOLDS

    def waited(self, until: datetime) -> timedelta:
        """Return how long the reporter has waited for the coordinators: the time since the report was made, without
        that in which the coordinators waited for an answer. An answer that nobody can give stops no clock."""
        waited = until - self.created_at
        if self.asked_at is None or until <= self.asked_at or (self.answered_at is None and self.member_id is None):
            return waited
        return waited - (min(self.answered_at or until, until, self.asked_at + QUESTION_HOLDS) - self.asked_at)

    def check_can_become(self, state: ReportState) -> None:
        """Raise IllegalTransition unless a report may go from its state to this one."""
        if state not in _TRANSITIONS[self.state]:
            raise IllegalTransition("report-closed" if self.is_closed else "report-duplicate")

    def check_is_open(self) -> None:
        """Raise IllegalTransition when the report is closed, or a duplicate of another."""
        if not self.is_open:
            raise IllegalTransition("report-closed" if self.is_closed else "report-duplicate")


@dataclass(frozen=True, slots=True)
class OpenReport:
    """A report that somebody has to deal with, without its content: where and since when it is, whose it is, and who
    took it."""

    is_open: ClassVar[bool] = True
    place: Place
    created_at: datetime
    member_id: MemberId | None
    taken_by: MemberId | None
    alert_id: AlertId | None


@dataclass(frozen=True, slots=True)
class ReportEvent:
    """A step in the life of a report; `comment` is what was asked, or what the reporter added or answered."""

    id: int
    step: ReportStep
    actor_id: MemberId | None
    at: datetime
    comment: str | None = None


_NUMBER = re.compile(r"(?:M[- ]?)?(?:(20\d\d)[- ])?0*([1-9]\d{0,8})", re.ASCII | re.IGNORECASE)


def read_number(typed: str, year: int) -> str | None:
    """Return the number of a report as it was typed, whole (`M-2026-0012`) or in part (`12`, of this year); None for
    anything else."""
    match = _NUMBER.fullmatch(typed.strip())
    return None if match is None else f"M-{match[1] or year}-{int(match[2]):04d}"


class Purpose(StrEnum):
    """The purposes for which a report is read; the reader is asked, and the answer is kept in the audit record
    (docs/domain.md §2: reports are read by who deals with them)."""

    TRIAGE = "triage"
    PATTERN = "pattern"
    AFTERCARE = "aftercare"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class ReportFilter:
    """The reports of a list: those in one state, and of a kind, from shops of a branch and made since a moment where
    these are given."""

    state: ReportState
    kind: ReportKind | None = None
    branch: Branch | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReportMark:
    """A position in a list of reports: what follows comes after the report of this urgency with this id."""

    urgency: int
    report: ReportId
