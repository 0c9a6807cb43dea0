"""Alert (wees-alertbericht): one notice with a life, and what is said in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from alerts.area import Area, Place, circle
from alerts.branch import Branch
from alerts.errors import IllegalTransition
from alerts.ids import AlertId, ApprovalId, KvoGroupId, MemberId, RevisionId, TemplateId
from alerts.severity import Severity, Tlp

WHAT_LENGTH = 1_000  # UTF-16 units; leaves room for the rest of the notice within Telegram's 4096
REACH_CHOICES_KM = (1, 2, 3, 5, 10, 25)


class IncidentKind(StrEnum):
    """DOMAIN §3."""

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
    """The life of an alert."""

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
    """What a sent text does to the one before it."""

    FIRST = "first"
    UPDATE = "update"
    CORRECTION = "correction"
    ALL_CLEAR = "all_clear"
    RETRACTION = "retraction"

    @property
    def ends(self) -> bool:
        """Whether it says that there is nothing to look out for any more."""
        return self in (RevisionKind.ALL_CLEAR, RevisionKind.RETRACTION)


_CHANGEABLE: Mapping[RevisionKind, frozenset[AlertState]] = {
    RevisionKind.CORRECTION: frozenset({AlertState.LIVE}),
    RevisionKind.ALL_CLEAR: frozenset({AlertState.LIVE}),
    RevisionKind.RETRACTION: frozenset({AlertState.LIVE, AlertState.ENDED}),
}


@dataclass(frozen=True, slots=True)
class AlertContent:
    """What is said. No `branches` means all; `reach_m`: metres around `place`; `place_words` never name a victim.

    `named`: the coordinators who get it though it is TLP:RED; of no use with another label.
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

    @property
    def area(self) -> Area:
        """The ground that the sender chose."""
        return circle(self.place, self.reach_m)


@dataclass(frozen=True, slots=True)
class Alert:
    """One notice. `number` is given when it is first put together for sending, as `2026-0001`, and never reused."""

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
        """Raise IllegalTransition unless the step is in the life of an alert."""
        if state not in _TRANSITIONS[self.state]:
            raise IllegalTransition("alert", state=self.state)

    def check_is_sent(self) -> None:
        """Raise IllegalTransition unless it went out and was not taken back."""
        if self.state not in (AlertState.LIVE, AlertState.ENDED) or self.sent_at is None:
            raise IllegalTransition("change")

    def check_can_be_changed(self, kind: RevisionKind) -> None:
        """Raise IllegalTransition unless what was sent can still be followed by a text of this kind."""
        is_possible = self.sent_at is not None and self.state in _CHANGEABLE[kind]
        is_tip = self.content.kind is IncidentKind.PREVENTION
        # A tip is only taken back: another one is as quickly sent.
        if not is_possible or (is_tip and kind is not RevisionKind.RETRACTION):
            raise IllegalTransition("change")


@dataclass(frozen=True, slots=True)
class Revision:
    """One sent text of an alert, as it was said."""

    id: RevisionId
    alert_id: AlertId
    number: int
    kind: RevisionKind
    alert_number: str
    content: AlertContent


class ApprovalKind(StrEnum):
    """On what ground a text may leave (DESIGN, rule 4)."""

    FOUR_EYES = "four_eyes"
    TEMPLATE = "template"
    SOLE_ON_DUTY = "sole_on_duty"
    CLOSING = "closing"  # police ends or retracts what was approved before; looked at afterwards
    PREVENTION = "prevention"  # no incident data, so nobody's approval is needed (DOMAIN §2)


class Decision(StrEnum):
    """What became of a request for approval."""

    APPROVED = "approved"
    RETURNED = "returned"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    OVERTAKEN = "overtaken"


@dataclass(frozen=True, slots=True)
class Approval:
    """One request to send one version of one alert, and its answer.

    `reason` is why it was sent without other eyes; `comment` is what who decided says to who asked; `grounds` is what
    lets it be shared. A change of what was sent has its words in `content`; those of the alert stay as they are until
    it is approved. What went without other eyes is looked at afterwards: `objection` is why a colleague disagrees.
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
        """Whether somebody else was to decide."""
        return self.kind is ApprovalKind.FOUR_EYES

    @property
    def is_change(self) -> bool:
        """Whether it is about what was sent already."""
        return self.revision_kind is not RevisionKind.FIRST

    def check_lets_out(self, content: AlertContent) -> MemberId:
        """Who decided that this may leave. Raises IllegalTransition unless somebody approved it, and on what grounds: a
        tip alone needs none."""
        is_tip = content.kind is IncidentKind.PREVENTION
        if self.decision is not Decision.APPROVED or self.decided_by is None or not (is_tip or self.grounds):
            raise IllegalTransition("approval")
        return self.decided_by


WITHOUT_OTHER_EYES = frozenset({ApprovalKind.SOLE_ON_DUTY, ApprovalKind.CLOSING})


def as_asked(alert: Alert, approval: Approval) -> Alert:
    """The alert with the words of the request, and with who asked as the one who cannot approve them."""
    return replace(alert, content=approval.content or alert.content, author_id=approval.requested_by)


def corrected(said: AlertContent, wanted: AlertContent) -> AlertContent:
    """What was said with other words; whom it reaches and how far it may travel was fixed when it was sent."""
    return replace(
        said,
        kind=wanted.kind,
        what=wanted.what,
        occurred_at=wanted.occurred_at,
        mo=wanted.mo,
        severity=wanted.severity,
        until=wanted.until,
    )
