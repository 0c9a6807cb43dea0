"""Delivery (bezorging): one effect at one address, and the pure decisions about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from alerts.alert import AlertState, RevisionKind
from alerts.errors import (
    DeliveryError,
    Migrated,
    RecipientGone,
    Temporary,
    Throttled,
    TopicGone,
    Undeliverable,
    Unknown,
    Unreachable,
)
from alerts.ids import AddressId, AlertId, DeliveryId, KvoGroupId, MemberId, RevisionId
from alerts.member import Language
from alerts.severity import Severity, Tlp


class DeliveryState(StrEnum):
    """What became of a delivery so far."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    FAILED = "failed"
    SKIPPED = "skipped"


ONE_LINE = "one-line"  # the reason of a text that a group's chat may not read: it got one line about it
OPEN_STATES = (DeliveryState.QUEUED, DeliveryState.SENDING)


class Operation(StrEnum):
    """What is done at the address."""

    SEND = "send"
    EDIT = "edit"
    DELETE = "delete"
    ADMIT = "admit"  # somebody at the door of a group's chat; the notice says who
    DECLINE = "decline"


class OnUnknown(StrEnum):
    """What to do when nobody can tell whether it was sent."""

    RESEND = "resend"
    GIVE_UP = "give_up"


class Priority(StrEnum):
    """The order of the queue, by its stored value: what waits for a person comes before what is broadcast."""

    P1 = "0-p1"
    PERSON = "1-person"
    P2 = "2-p2"
    P3 = "3-p3"
    P4 = "4-p4"
    BACKGROUND = "5-background"


PRIORITY_OF = {
    Severity.P1: Priority.P1,
    Severity.P2: Priority.P2,
    Severity.P3: Priority.P3,
    Severity.P4: Priority.P4,
}


@dataclass(frozen=True, slots=True)
class Notice:
    """A message other than an alert: the name of a view and what it needs to be written, in any language."""

    view: str
    fields: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NewDelivery:
    """A row for the outbox. `target`: the earlier delivery whose message it changes, or to which it is a reply."""

    effect_key: str
    address_id: AddressId
    notice: Notice
    deadline: datetime
    operation: Operation = Operation.SEND
    on_unknown: OnUnknown = OnUnknown.RESEND
    priority: Priority = Priority.PERSON
    alert_id: AlertId | None = None
    target: DeliveryId | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A notice that was queued for an address, to be changed there later."""

    id: DeliveryId
    address_id: AddressId
    notice: Notice


@dataclass(frozen=True, slots=True)
class Claimed:
    """A delivery that is now `sending`, with all that is needed to decide about it and to write it.

    `target_message` (in the chat `target_ref`) is the one that it changes or answers: for a later text of an alert the
    newest earlier one that arrived there. `may_have_earlier`: of an earlier text nobody can tell whether it did.
    `is_meant`: its reader may read the words now, by the shop, the role and the label.
    `kvo_group_id`: it goes to a group's chat, in this `topic` (0: none).
    """

    id: DeliveryId
    address_id: AddressId
    channel: str
    ref: str
    is_active: bool
    operation: Operation
    on_unknown: OnUnknown
    attempts: int
    deadline: datetime
    notice: Notice | None
    revision_id: RevisionId | None
    distance_m: int | None
    target_ref: str | None
    target_message: str | None
    language: Language
    paused_until: datetime | None
    muted: frozenset[Severity]
    p1_at_night: bool
    severity: Severity | None
    tlp: Tlp | None
    alert_state: AlertState | None
    is_protected: bool
    member_id: MemberId | None = None
    alert_id: AlertId | None = None
    is_meant: bool = True
    revision_kind: RevisionKind | None = None
    kvo_group_id: KvoGroupId | None = None
    topic: int = 0
    may_have_earlier: bool = False

    @property
    def is_change(self) -> bool:
        """Whether it changes what was read there: it goes to all who may have the earlier text (DOMAIN §3)."""
        return self.revision_id is not None and (self.target_message is not None or self.may_have_earlier)

    @property
    def may_have_arrived(self) -> bool:
        """Whether an earlier try of this text was perhaps read: nobody could tell what became of it."""
        return self.revision_id is not None and self.attempts > 0

    @property
    def within_reach(self) -> str | None:
        """The message that it changes or answers, unless that is out of reach since the chat moved."""
        return self.target_message if self.target_ref == self.ref else None


@dataclass(frozen=True, slots=True)
class Sent:
    """It arrived as this message in this chat; `reason`: why with less than all of it."""

    message_ref: str
    chat_ref: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Retry:
    """Try again at this time. `is_fault` counts it as an attempt."""

    at: datetime
    is_fault: bool = True


@dataclass(frozen=True, slots=True)
class Settled:
    """No more tries: the state, the reason as a key, and what the platform said."""

    state: DeliveryState
    reason: str
    detail: str = ""


Outcome = Sent | Retry | Settled

_FIRST_WAIT = timedelta(seconds=1)
_LONGEST_WAIT = timedelta(minutes=5)
_LONGEST_OUT_OF_REACH = timedelta(seconds=4)


def after_error(error: DeliveryError, claimed: Claimed, now: datetime) -> Outcome:
    """What to do after a request failed: try again (doubling waits up to five minutes) or settle."""
    match error:
        case Throttled():
            return Retry(now + timedelta(seconds=error.retry_after), is_fault=False)
        case Migrated() | TopicGone():  # at once, as the address is another one by now; but it may not be
            return Retry(now + _wait(claimed.attempts) if claimed.attempts else now)
        case Unreachable():  # the nearest, which were tried first, go first again
            return Retry(now + min(_wait(claimed.attempts), _LONGEST_OUT_OF_REACH))
        case Temporary():
            return Retry(now + _wait(claimed.attempts))
        case Unknown():
            if claimed.on_unknown is OnUnknown.GIVE_UP:
                return Settled(DeliveryState.UNKNOWN, "no-answer")
            return Retry(now + _wait(claimed.attempts))
        case RecipientGone():
            return Settled(DeliveryState.FAILED, "gone", str(error))
        case Undeliverable():
            return Settled(DeliveryState.FAILED, "refused", str(error))
        case _:
            raise error


def _wait(attempts: int) -> timedelta:
    return min(_FIRST_WAIT * (1 << min(attempts, 10)), _LONGEST_WAIT)
