"""Alerts and their deliveries in storage."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from alerts.alert import Alert, AlertContent, Approval, ApprovalKind, Revision, RevisionKind
from alerts.branch import Branch
from alerts.delivery import Claimed, DeliveryState, NewDelivery, Notice, Outcome, Priority, Sent, Told
from alerts.ids import (
    AddressId,
    AlertId,
    ApprovalId,
    DeliveryId,
    MemberId,
    RevisionId,
    TemplateId,
)
from alerts.severity import Severity
from alerts.targeting import Target


@dataclass(frozen=True, slots=True)
class BranchCount:
    """How many members get an alert because of a premises of this branch (None: coordinators)."""

    branch: Branch | None
    members: int


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom an alert would reach now: members by the branch of their nearest premises, and distances in metres."""

    by_branch: tuple[BranchCount, ...]
    nearest_m: int | None
    farthest_m: int | None

    @property
    def members(self) -> int:
        """All members, coordinators included."""
        return sum(count.members for count in self.by_branch)


@dataclass(frozen=True, slots=True)
class DeliveryCount:
    """How many deliveries of one text are in a state, for a reason (why it was settled, or why a queued one is held;
    or empty). `is_chat`: in group chats."""

    state: DeliveryState
    reason: str
    count: int
    revision: int = 1
    kind: RevisionKind = RevisionKind.FIRST
    is_chat: bool = False


@dataclass(frozen=True, slots=True)
class QueueDepth:
    """How many deliveries are due, held back until later, or under way; since when the oldest is due that may go."""

    queued: int
    held: int
    sending: int
    oldest_due: datetime | None


@dataclass(frozen=True, slots=True)
class InChat:
    """A text of an alert in a group's chat: how many pressed Gezien there, and whether it is being changed just now.

    `is_one_line`: the chat got one line about it.
    """

    id: DeliveryId
    address_id: AddressId
    revision_id: RevisionId
    is_one_line: bool
    seen: int
    is_changing: bool


@dataclass(frozen=True, slots=True)
class Received:
    """At how many addresses an alert is, group chats included, and the metres to the nearest member's shop."""

    count: int
    nearest_m: int | None


class Alerts(Protocol):
    """Alerts with their revisions and approvals."""

    async def add(self, author: MemberId, content: AlertContent, now: datetime) -> Alert:
        """A new draft."""

    async def get(self, alert: AlertId) -> Alert:
        """One alert."""

    async def save(self, alert: Alert) -> Alert:
        """Store state, content, number and times if the version is still current; return it with the next version."""

    async def next_number(self, year: int) -> str:
        """The next number of the year, as `2026-0001`."""

    async def by_number(self, number: str) -> AlertId | None:
        """The alert with this number."""

    async def remove_draft(self, alert: AlertId) -> None:
        """Erase a draft that has no number."""

    async def drafts_of(self, member: MemberId) -> list[Alert]:
        """Drafts of a member, newest first."""

    async def pending(self) -> list[Alert]:
        """All that wait for approval, oldest first."""

    async def due_to_end(self, now: datetime) -> list[Alert]:
        """Live alerts whose time has come."""

    async def live_for(self, member: MemberId, now: datetime) -> list[tuple[Revision, int | None]]:
        """The latest revision of each live alert that concerns the member, with metres from the nearest premises."""

    async def concerned(
        self, pairs: Collection[tuple[AlertId, MemberId]], now: datetime
    ) -> set[tuple[AlertId, MemberId]]:
        """Those pairs of which the alert is live and concerns the member by a shop: the same as in `live_for`."""

    async def live_by_place(self, now: datetime) -> list[Alert]:
        """Every live alert, newest first; the caller asks the scope."""

    async def closed_since(self, since: datetime) -> list[Alert]:
        """Alerts that somebody ended or retracted after that, newest first."""

    async def add_revision(
        self, alert: Alert, kind: RevisionKind, approval: ApprovalId, by: MemberId, now: datetime
    ) -> Revision:
        """The alert's content, fixed, with the next revision number."""

    async def revision(self, revision: RevisionId) -> Revision:
        """One revision."""

    async def revision_by(self, approval: ApprovalId) -> Revision:
        """The text that left by this approval. Raises NotFound."""

    async def latest_revision(self, alert: AlertId) -> Revision | None:
        """The newest text sent."""

    async def request_approval(
        self,
        alert: Alert,
        kind: ApprovalKind,
        by: MemberId,
        reason: str | None,
        now: datetime,
        *,
        revision_kind: RevisionKind = RevisionKind.FIRST,
        content: AlertContent | None = None,
        template: TemplateId | None = None,
    ) -> Approval:
        """Ask for (or, decided at once, record) the approval of this version; a change comes with its words."""

    async def approval_of(self, alert: AlertId, version: int) -> Approval | None:
        """The request for this version of the alert."""

    async def latest_approval(self, alert: AlertId) -> Approval | None:
        """The newest request for any version of the alert."""

    async def latest_approved(self, alert: AlertId) -> Approval | None:
        """The newest request for any version of the alert that was approved."""

    async def unreviewed(self) -> list[Approval]:
        """What went out without other eyes and was not looked at afterwards, the oldest first."""

    async def review(self, approval: Approval) -> None:
        """Store who looked at it afterwards, when, and what they object. Raises Conflict when somebody did already."""

    async def undecided(self) -> list[Approval]:
        """Requests for alerts as they are now that nobody has decided on, the longest waiting first."""

    async def decide(self, approval: Approval) -> None:
        """Store the decision with its comment. Raises Conflict when there is one already."""

    async def mark_reminded(self, approval: ApprovalId, now: datetime) -> None:
        """The approvers were asked once more."""

    async def mark_escalated(self, approval: ApprovalId, now: datetime) -> None:
        """Their deputies were asked, or who asked was told that nobody looks."""

    async def mark_seen(
        self, alert: AlertId, member: MemberId, now: datetime, *, chat: AddressId | None = None
    ) -> bool:
        """The member has seen it, in private or in this group's chat; whether that is new. Raises NotFound if it was
        not sent there."""

    async def seen_count(self, alert: AlertId) -> int:
        """How many members pressed Gezien."""


class Deliveries(Protocol):
    """The outbox."""

    async def enqueue(self, rows: Sequence[NewDelivery], now: datetime) -> int:
        """Queue those whose effect key is new; return how many."""

    async def reach(self, target: Target, coordinators: Sequence[MemberId] = ()) -> Reach:
        """Whom the target and the list reach now: the same people as `fan_out`."""

    async def fan_out(
        self,
        revision: Revision,
        target: Target,
        coordinators: Sequence[MemberId],
        *,
        severity: Severity,
        deadline: datetime,
        now: datetime,
    ) -> int:
        """One row for each member whom the target or the list reaches, nearest first; return how many."""

    async def fan_out_to_chats(
        self, revision: Revision, chats: Sequence[AddressId], *, deadline: datetime, now: datetime
    ) -> int:
        """One row for each of these group chats, before any member's of this severity; return how many."""

    async def fan_out_change(self, revision: Revision, *, priority: Priority, deadline: datetime, now: datetime) -> int:
        """One row for each address where an earlier text of the alert arrived or is under way; return how many.

        Where one waits in the queue, it is skipped; a correction goes there in its place.
        """

    async def remove_earlier(self, revision: Revision, stub: Notice, *, deadline: datetime, now: datetime) -> int:
        """Delete each earlier text where it stands, after this one went there; `stub` is for what cannot be deleted."""

    async def received(self, alert: AlertId) -> Received:
        """Where a text of the alert arrived or is under way."""

    async def in_chats(self, alert: AlertId) -> list[InChat]:
        """The newest text of the alert in each group chat where it arrived and can be answered."""

    async def chat_with(self, alert: AlertId, channel: str, ref: str) -> AddressId | None:
        """The group's chat where the alert was sent and that has this address, or had it when a text arrived; None
        where there is none."""

    async def claim(
        self, limit: int, owner: str, lease: timedelta, now: datetime, *, with_groups: bool = True
    ) -> list[DeliveryId]:
        """Mark up to so many due rows `sending`, by priority, distance and age.

        A later revision of an alert is not claimed for an address while an earlier one is open there.
        """

    async def claimed(self, ids: Sequence[DeliveryId], owner: str) -> list[Claimed]:
        """Those of these rows that the owner still has claimed, by priority, distance and age."""

    async def settle(self, delivery: DeliveryId, outcome: Outcome, now: datetime) -> None:
        """Store what became of a claimed row."""

    async def settle_sent(self, arrived: Sequence[tuple[DeliveryId, Sent]], now: datetime) -> None:
        """Store that these claimed rows arrived, at once; one that was settled before stays as it is."""

    async def hold(self, delivery: DeliveryId, until: datetime, reason: str) -> None:
        """Put a claimed row back until then."""

    async def waiting(self, alert: AlertId) -> int:
        """How many of its texts wait in the queue."""

    async def skip_waiting(self, alert: AlertId, reason: str, now: datetime) -> int:
        """Those are not sent any more, for this reason; return how many. What is under way goes on."""

    async def release_held(self, member: MemberId, now: datetime) -> int:
        """Rows that wait for the end of this member's pause are due now, so that the policies are asked again."""

    async def void_claims(self, now: datetime, *, keep: str | None = None) -> int:
        """Rows left `sending` by an owner that is gone: back to the queue, or unknown where they give up.

        With a file every owner but `keep` is gone; on a server who is not alive, and whose lease has run out.
        """

    async def next_due(self, *, with_groups: bool = True) -> datetime | None:
        """When the next queued row is due."""

    async def depth(self, now: datetime) -> QueueDepth:
        """How much waits."""

    async def counts(self, alert: AlertId) -> list[DeliveryCount]:
        """The alert's texts by state and reason (its recipients; not what coordinators are told about it)."""

    async def to_recount(self) -> list[AlertId]:
        """Alerts of which something was settled, held back or seen since they were last counted."""

    async def mark_counted(self, alerts: Collection[AlertId]) -> None:
        """They were counted in this transaction."""

    async def addressed_to(self, alert: AlertId, member: MemberId) -> bool:
        """Whether the alert was sent to the member."""

    async def told(self, alert: AlertId, key: str) -> list[Told]:
        """The notices about the alert that were queued to be sent under this key, at each address, oldest first."""

    async def by_key(self, effect_key: str) -> tuple[DeliveryId, DeliveryState] | None:
        """A row by its effect key."""
