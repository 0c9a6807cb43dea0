"""Alert (wees-alertbericht): a notice with its content, states, revisions and approvals."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from alerts.area import Area, Place, circle
from alerts.branch import Branch
from alerts.errors import IllegalTransition
from alerts.ids import AlertId, ApprovalId, KvoGroupId, MemberId, RevisionId, TemplateId
from alerts.role import Scope
from alerts.sender import Sender
from alerts.severity import Severity
from alerts.time_of_day import TimeOfDay
from alerts.tlp import Tlp

WHAT_LENGTH = 1_000  # UTF-16 units; leaves room for the rest of the notice within Telegram's 4096
REACH_CHOICES_KM = (1, 2, 3, 5, 10, 25)
MOST_REACH_KM = 100
LONGEST_LIVE = timedelta(days=90)


class IncidentKind(StrEnum):
    """The kind of incident; docs/domain.md §3 defines each."""

    ROBBERY = "robbery"
    ROBBERY_ATTEMPT = "robbery_attempt"
    RECONNAISSANCE = "reconnaissance"
    SUSPICIOUS_SITUATION = "suspicious_situation"
    STREET_ROBBERY = "street_robbery"
    RAM_RAID = "ram_raid"
    ATM_BLAST = "atm_blast"
    ROBBERY_DELIVERY = "robbery_delivery"
    ROBBERY_HOME = "robbery_home"
    OTHER = "other"
    PREVENTION = "prevention"  # a tip, not an incident: it has a form of its own


class AlertState(StrEnum):
    """The states of an alert."""

    DRAFT = "draft"
    PENDING = "pending"
    LIVE = "live"
    ENDED = "ended"
    RETRACTED = "retracted"


_TRANSITIONS: Mapping[AlertState, frozenset[AlertState]] = {
    AlertState.DRAFT: frozenset({AlertState.PENDING, AlertState.LIVE, AlertState.RETRACTED}),
    AlertState.PENDING: frozenset({AlertState.DRAFT, AlertState.LIVE, AlertState.RETRACTED}),
    AlertState.LIVE: frozenset({AlertState.ENDED, AlertState.RETRACTED}),
    AlertState.ENDED: frozenset({AlertState.RETRACTED}),
    AlertState.RETRACTED: frozenset(),
}


class RevisionKind(StrEnum):
    """The kinds of sent texts, by what each does to the text before it."""

    FIRST = "first"
    CORRECTION = "correction"  # what was said was not right
    UPDATE = "update"  # more is known
    EXTENSION = "extension"  # the same holds for longer
    ALL_CLEAR = "all_clear"
    RETRACTION = "retraction"

    @property
    def ends(self) -> bool:
        """Whether it says that there is nothing to look out for any more."""
        return self in (RevisionKind.ALL_CLEAR, RevisionKind.RETRACTION)

    @property
    def replaces(self) -> bool:
        """Whether it is a whole text that takes the place of the one before it."""
        return self in (RevisionKind.CORRECTION, RevisionKind.UPDATE, RevisionKind.EXTENSION)


_CHANGEABLE: Mapping[RevisionKind, frozenset[AlertState]] = {
    RevisionKind.CORRECTION: frozenset({AlertState.LIVE}),
    RevisionKind.UPDATE: frozenset({AlertState.LIVE}),
    RevisionKind.EXTENSION: frozenset({AlertState.LIVE}),
    RevisionKind.ALL_CLEAR: frozenset({AlertState.LIVE}),
    RevisionKind.RETRACTION: frozenset({AlertState.LIVE, AlertState.ENDED}),
}


@dataclass(frozen=True, slots=True)
class AlertContent:
    """The content of an alert. No `branches` means all; `reach_m`: metres around `place`; `place_words` never name a
    victim. `region`: the municipality, range of postcodes or country that it reaches instead of a circle.

    `named`: the coordinators who get it though it is TLP:RED; without effect with another label. `sender` is the
    function by which its author sends it: fixed when it is composed, the same in corrections; None for notices from
    before it was kept. `is_drill`: it practises, and nothing happened; fixed too. `time_of_day`: no time was told, and
    `occurred_at` stands for that part of its day.
    """

    kind: IncidentKind
    what: str
    place: Place
    place_words: str
    reach_m: int
    branches: frozenset[Branch]
    severity: Severity
    tlp: Tlp
    until: datetime
    occurred_at: datetime | None = None
    mo: Mapping[str, str] = field(default_factory=dict)
    is_drill: bool = False
    kvo_group_id: KvoGroupId | None = None
    named: frozenset[MemberId] = frozenset()
    sender: Sender | None = None
    time_of_day: TimeOfDay | None = None
    region: Scope | None = None

    @property
    def goes_as(self) -> Severity:
        """The severity by whose rules it reaches people: a drill of a P1 wakes nobody, so it goes as a P2."""
        return max(self.severity, Severity.P2) if self.is_drill else self.severity

    @property
    def is_tip(self) -> bool:
        """Whether it is a tip for prevention, about nothing that happened."""
        return self.kind is IncidentKind.PREVENTION

    @property
    def area(self) -> Area:
        """The ground that the sender chose."""
        return circle(self.place, self.reach_m)


@dataclass(frozen=True, slots=True)
class Alert:
    """A notice. `number` is given when it is first composed for sending, as `2026-0001`, and never reused."""

    id: AlertId
    number: str | None
    state: AlertState
    content: AlertContent
    author_id: MemberId
    version: int
    created_at: datetime
    sent_at: datetime | None = None
    ended_at: datetime | None = None

    def check_can_become(self, state: AlertState) -> None:
        """Raise IllegalTransition unless an alert may go from its state to this one."""
        if state not in _TRANSITIONS[self.state]:
            raise IllegalTransition("alert", state=self.state)

    def check_is_sent(self) -> None:
        """Raise IllegalTransition unless the alert was sent and not retracted."""
        if self.state not in (AlertState.LIVE, AlertState.ENDED) or self.sent_at is None:
            raise IllegalTransition("change")

    def can_be_changed(self, kind: RevisionKind) -> bool:
        """Return whether a text of this kind can still follow the one that was sent."""
        is_possible = self.sent_at is not None and self.state in _CHANGEABLE[kind]
        is_tip = self.content.kind is IncidentKind.PREVENTION
        # A tip can only be retracted: sending another one is as quick as correcting it.
        return is_possible and (not is_tip or kind is RevisionKind.RETRACTION)

    def check_can_be_changed(self, kind: RevisionKind) -> None:
        """Raise IllegalTransition unless a text of this kind can still follow the one that was sent."""
        if not self.can_be_changed(kind):
            raise IllegalTransition("change")


@dataclass(frozen=True, slots=True)
class Revision:
    """A text of an alert as it was sent."""

    id: RevisionId
    alert_id: AlertId
    number: int
    kind: RevisionKind
    alert_number: str
    content: AlertContent


@dataclass(frozen=True, slots=True)
class SentText:
    """A revision with when it was sent, and who let it out."""

    revision: Revision
    sent_at: datetime
    sent_by: MemberId


class ApprovalKind(StrEnum):
    """The kinds of approval by which a text may be sent (docs/architecture.md, rule 4)."""

    FOUR_EYES = "four_eyes"
    TEMPLATE = "template"
    SOLE_ON_DUTY = "sole_on_duty"
    # Approved by somebody whom a deputy ties to the author, or by the only other police where one gave the other the
    # role; reviewed afterwards.
    BY_DEPUTY = "by_deputy"
    CLOSING = "closing"  # police end, retract or extend what was approved before; reviewed afterwards
    PREVENTION = "prevention"  # a tip with the words of an approved template (docs/domain.md §2), or the end of a tip
    HELD_TIP = "held_tip"  # a tip in words of its own: held back so that police can stop it; reviewed afterwards


class Decision(StrEnum):
    """The outcome of a request for approval."""

    APPROVED = "approved"
    RETURNED = "returned"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    OVERTAKEN = "overtaken"


@dataclass(frozen=True, slots=True)
class Approval:
    """A request to send one version of one alert, and its outcome.

    `reason` is why it was sent without another's approval; `comment` is what who decided says to who asked; `grounds`
    is what lets it be shared. A change of a sent alert has its words in `content`; those of the alert stay as they are
    until it is approved. What was sent without another's approval is reviewed afterwards: `objection` is why a
    colleague disagrees.
    """

    id: ApprovalId
    alert_id: AlertId
    alert_version: int
    kind: ApprovalKind
    requested_by: MemberId
    requested_at: datetime
    reason: str | None = None
    decision: Decision | None = None
    decided_by: MemberId | None = None
    decided_at: datetime | None = None
    comment: str | None = None
    reminded_at: datetime | None = None
    escalated_at: datetime | None = None
    revision_kind: RevisionKind = RevisionKind.FIRST
    content: AlertContent | None = None
    grounds: str | None = None
    reviewed_by: MemberId | None = None
    reviewed_at: datetime | None = None
    objection: str | None = None
    template_id: TemplateId | None = None

    @property
    def is_asked(self) -> bool:
        """Whether somebody else than the author decides."""
        return self.kind in (ApprovalKind.FOUR_EYES, ApprovalKind.BY_DEPUTY)

    @property
    def is_change(self) -> bool:
        """Whether it changes an alert that was sent already."""
        return self.revision_kind is not RevisionKind.FIRST

    def check_lets_out(self, content: AlertContent) -> MemberId:
        """Return who approved the content. Raises IllegalTransition unless it is approved by somebody and, except for a
        tip, on grounds."""
        if self.decision is not Decision.APPROVED or self.decided_by is None or not (content.is_tip or self.grounds):
            raise IllegalTransition("approval")
        return self.decided_by


WITHOUT_OTHER_EYES = frozenset(
    {ApprovalKind.SOLE_ON_DUTY, ApprovalKind.BY_DEPUTY, ApprovalKind.CLOSING, ApprovalKind.HELD_TIP}
)


def as_asked(alert: Alert, approval: Approval) -> Alert:
    """Return the alert with the content of the request; its author is who asked, as they cannot approve it."""
    return replace(alert, content=approval.content or alert.content, author_id=approval.requested_by)


def corrected(said: AlertContent, wanted: AlertContent) -> AlertContent:
    """Return what was said with the wanted words; whom it reaches and its label were fixed when it was sent."""
    return replace(
        said,
        kind=wanted.kind,
        what=wanted.what,
        occurred_at=wanted.occurred_at,
        time_of_day=wanted.time_of_day,
        mo=wanted.mo,
        severity=wanted.severity,
        until=wanted.until,
    )
