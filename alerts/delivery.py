"""Delivery (bezorging): one message to one address, and the pure decisions about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from alerts.alert import AlertContent, AlertState, RevisionKind
from alerts.branch import Branch
from alerts.errors import (
    ChatRefuses,
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
from alerts.quiet_hours import QuietHours
from alerts.severity import Severity
from alerts.tlp import Tlp


class DeliveryState(StrEnum):
    """The states of a delivery."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    FAILED = "failed"
    SKIPPED = "skipped"


ONE_LINE = "one-line"  # reason: a group's chat may not read the text, and got one line about it
CLOCK_DOUBTED = "clock-doubted"  # reason: it looks expired by a clock that may be wrong
REPLACED = "alert-replaced"  # the notice in place of a text that a newer one replaces
CHAT_REFUSED = "chat-refused"  # reason: it waits for a group's chat that cannot be written to
# Reasons: it waits, as its reader chose, for the end of a pause, an open shop, or the end of quiet hours.
PAUSED, CLOSED, QUIET = "paused", "closed", "quiet"
HELD = (PAUSED, CLOSED, QUIET)
DIGEST = "digest"  # reason: its reader gets it in the digest of the day
DIGESTED = "digested"  # reason: it stood in a digest
SHOWN = "shown"  # reason: the member asked to read the text, so it counts as no delivery
OPEN_STATES = (DeliveryState.QUEUED, DeliveryState.SENDING)


class Operation(StrEnum):
    """What a delivery does at the address."""

    SEND = "send"
    EDIT = "edit"
    DELETE = "delete"
    ADMIT = "admit"  # let in somebody who asked to join a group's chat; the notice says who
    DECLINE = "decline"


class OnUnknown(StrEnum):
    """What to do when nobody can tell whether a message was sent. One that was sent again once is given up then."""

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


class WaitsFor(StrEnum):
    """What a queued delivery waits for before it is looked at again."""

    NOTHING = "nothing"  # ready to be claimed
    TIME = "time"  # a later try, the end of a pause, or another delivery that goes first
    CHAT = "chat"  # its turn in its chat, in the order of the queue


FOR_DIGEST = (Severity.P3, Severity.P4)
PRIORITY_OF = {
    Severity.P1: Priority.P1,
    Severity.P2: Priority.P2,
    Severity.P3: Priority.P3,
    Severity.P4: Priority.P4,
}


def priority_of(content: AlertContent) -> Priority:
    """Return the priority of the texts of a notice: a drill goes behind all that is real."""
    return Priority.P4 if content.is_drill else PRIORITY_OF[content.severity]


@dataclass(frozen=True, slots=True)
class Notice:
    """A message other than an alert: the name of a view, and the fields that render it in any language."""

    view: str
    fields: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NewDelivery:
    """A row for the outbox. `target`: the earlier delivery whose message it changes, or to which it replies."""

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
class Unread:
    """The delivery of an alert's first text to somebody who has not seen it; `hears_p1`: they let a P1 sound at
    night."""

    delivery_id: DeliveryId
    address_id: AddressId
    hears_p1: bool


@dataclass(frozen=True, slots=True)
class ForDigest:
    """What waits for the digest of a member that is due."""

    member_id: MemberId
    address_id: AddressId
    alerts: tuple[AlertId, ...]


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text of an alert that a member asked to read, stored before it is sent to this address."""

    id: DeliveryId
    alert_id: AlertId
    address_id: AddressId


@dataclass(frozen=True, slots=True)
class Told:
    """A notice that was queued for an address, to be edited there later."""

    id: DeliveryId
    address_id: AddressId
    notice: Notice
    state: DeliveryState
    settled_at: datetime | None

    @property
    def arrived_at(self) -> datetime | None:
        """When it arrived; None while it waits, and when it did not arrive."""
        return self.settled_at if self.state is DeliveryState.SENT else None

    @property
    def is_lost(self) -> bool:
        """Whether it did not arrive, or may not have, and is not tried again."""
        return self.state not in (DeliveryState.QUEUED, DeliveryState.SENDING, DeliveryState.SENT)


@dataclass(frozen=True, slots=True)
class Objected:
    """A first text of an alert, sent at `sent_at`, that a policy dropped for a member, or holds (`is_waiting`), and the
    reason stored with it."""

    number: str
    sent_at: datetime
    is_waiting: bool
    reason: str


@dataclass(frozen=True, slots=True)
class ReachedShop:
    """A shop of a reader for which an alert came: its name if it has one, and metres to the place if known."""

    name: str | None
    branch: Branch
    metres: int | None


@dataclass(frozen=True, slots=True)
class Claimed:
    """A delivery in state `sending`, with all that is needed to decide about it and to render it.

    `target_message` (in the chat `target_ref`) is the one that it changes or answers: for a later text of an alert the
    newest earlier one that arrived there. `may_have_earlier`: it is unknown whether an earlier text arrived.
    `is_meant`: its reader may read the words now, by the shop, the role and the label. `kvo_group_id`: it goes to a
    group's chat, in this `topic` (0: none). `is_busy`: it is a reminder, and its reader fills in a form about a P1.
    `branches`: those of the reader's shops, for a notice that says what fits them (P3). `at_opening`, `digest_hour`,
    `most_singles` and `quiet` are the reader's rules (`alerts/member.py`); `opens_at`: when the first of their shops
    opens, None while one is open; `singles`: how many texts for the digest came by themselves today; `quiet_until`:
    when the quiet hours end that this text or reminder waits for, None when it does not. `shops`: where the reader has
    several, those for which the text came, the nearest first. `severity` is the one by
    whose rules it goes (`AlertContent.goes_as`).
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
    is_busy: bool = False
    priority: Priority = Priority.PERSON
    branches: frozenset[Branch] = frozenset()
    at_opening: frozenset[Severity] = frozenset()
    digest_hour: int | None = None
    most_singles: int = 0
    opens_at: datetime | None = None
    singles: int = 0
    quiet: QuietHours | None = None
    quiet_until: datetime | None = None
    shops: tuple[ReachedShop, ...] = ()

    @property
    def is_first_text(self) -> bool:
        """Whether it is the text of an alert for somebody who has none of it yet."""
        return self.revision_id is not None and not self.is_change

    @property
    def waits_for_opening(self) -> bool:
        """Whether its reader wants such a text only while a shop of theirs is open."""
        return self.is_first_text and self.severity in self.at_opening

    @property
    def waits_in_quiet(self) -> bool:
        """Whether its reader wants such a text only outside quiet hours."""
        return self.is_first_text and self.quiet is not None and self.severity in self.quiet.waits

    @property
    def is_for_digest(self) -> bool:
        """Whether its reader wants such texts together in one message a day."""
        return self.is_first_text and self.digest_hour is not None and self.severity in FOR_DIGEST

    @property
    def is_change(self) -> bool:
        """Whether it changes an earlier text: it goes to all who may have that one (docs/domain.md §3)."""
        return self.revision_id is not None and (self.target_message is not None or self.may_have_earlier)

    @property
    def may_have_arrived(self) -> bool:
        """Whether an earlier try of this text may have arrived: its outcome is unknown."""
        return self.revision_id is not None and self.attempts > 0

    @property
    def within_reach(self) -> str | None:
        """The message that it changes or answers; None when the chat has moved, which puts it out of reach."""
        return self.target_message if self.target_ref == self.ref else None


@dataclass(frozen=True, slots=True)
class Sent:
    """The outcome of a delivery that arrived, as this message in this chat; `reason`: why in a shortened form;
    `picture_ref`: by which the platform sends its picture again."""

    message_ref: str
    chat_ref: str
    reason: str = ""
    picture_ref: str = ""


@dataclass(frozen=True, slots=True)
class Retry:
    """The outcome of a delivery to try again at this time. `is_fault` counts it as an attempt; `is_last`: this message
    may have arrived already, so if the next try is unknown too, the delivery stays unknown."""

    at: datetime
    is_fault: bool = True
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """The outcome of a delivery that is not tried again: the state, the reason as a key, and what the platform said."""

    state: DeliveryState
    reason: str
    detail: str = ""


Outcome = Sent | Retry | Settled

LONGEST_CLOSURE = timedelta(minutes=15)  # the longest that a 429 is obeyed; then it is tried all the same
BETWEEN_REFUSALS = timedelta(minutes=5)  # between tries in a chat that refuses messages; sooner when that may be mended
_FIRST_WAIT = timedelta(seconds=1)
_LONGEST_WAIT = timedelta(minutes=5)
_LONGEST_OUT_OF_REACH = timedelta(seconds=4)
_BEFORE_REPEAT = timedelta(seconds=10)  # the only repeat outlasts a restart of the server on the other side


def after_error(error: DeliveryError, claimed: Claimed, now: datetime) -> Outcome:
    """Decide what to do after a request failed: try again (doubling waits up to five minutes) or settle. Raises the
    error if it is of no known kind."""
    match error:
        case Throttled():
            closed = min(timedelta(seconds=error.retry_after), LONGEST_CLOSURE)
            return Retry(now + closed, is_fault=False)
        case Migrated() | TopicGone():  # at once, as the address is another one by now; but it may not be
            return Retry(now + _wait(claimed.attempts) if claimed.attempts else now)
        case Unreachable():  # the nearest, which were tried first, go first again
            return Retry(now + min(_wait(claimed.attempts), _LONGEST_OUT_OF_REACH))
        case Temporary():
            return Retry(now + _wait(claimed.attempts))
        case Unknown():
            if claimed.on_unknown is OnUnknown.GIVE_UP:
                return Settled(DeliveryState.UNKNOWN, "no-answer")
            is_message = claimed.operation is Operation.SEND  # all else can be repeated without harm
            return Retry(now + max(_wait(claimed.attempts), _BEFORE_REPEAT), is_last=is_message)
        case RecipientGone():
            return Settled(DeliveryState.FAILED, "gone", str(error))
        case ChatRefuses() if claimed.kvo_group_id is not None:  # its managers hear it, and may mend it
            return Retry(now + BETWEEN_REFUSALS, is_fault=False)
        case Undeliverable():
            return Settled(DeliveryState.FAILED, "refused", str(error))
        case _:
            raise error


def _wait(attempts: int) -> timedelta:
    return min(_FIRST_WAIT * (1 << min(attempts, 10)), _LONGEST_WAIT)
