"""The port for alerts, their revisions and their approvals."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from alerts.alert import Alert, AlertContent, Approval, ApprovalKind, Revision, RevisionKind, SentText
from alerts.delivery import ReachedShop
from alerts.ids import AddressId, AlertId, ApprovalId, MemberId, RevisionId, TemplateId
from alerts.severity import Severity


@dataclass(frozen=True, slots=True)
class ReadersToRemind:
    """An alert that lasts until `until`, and when its readers were last reminded."""

    alert_id: AlertId
    severity: Severity
    until: datetime
    is_drill: bool
    reminded_at: datetime | None


@dataclass(frozen=True, slots=True)
class SentFilter:
    """Which sent alerts are wanted: those that went to this member, whose number ends so, and that were sent within
    these moments; None and empty leave nothing out."""

    to: MemberId | None = None
    number: str = ""
    since: datetime | None = None
    until: datetime | None = None


class Alerts(Protocol):
    """The repository of alerts, with their revisions and approvals."""

    async def add(self, author: MemberId, content: AlertContent, now: datetime) -> Alert:
        """Store a new alert, as a draft."""

    async def get(self, alert: AlertId) -> Alert:
        """The alert with this id. Raises NotFound."""

    async def save(self, alert: Alert) -> Alert:
        """Store state, content, number and times; return the alert with its next version. Raises Conflict when the
        version is not current any more, NotFound when there is no such alert."""

    async def next_number(self, year: int, *, is_drill: bool = False) -> str:
        """Take the next alert number of the year, as `2026-0001`."""

    async def by_number(self, number: str) -> AlertId | None:
        """The id of the alert with this number, if there is one."""

    async def remove_draft(self, alert: AlertId) -> None:
        """Erase a draft that has no number. Raises Conflict for any other alert, NotFound when there is none."""

    async def drafts_of(self, member: MemberId) -> list[Alert]:
        """The drafts that this member wrote, newest first."""

    async def pending(self) -> list[Alert]:
        """The alerts that wait for approval, oldest first."""

    async def due_to_end(self, now: datetime) -> list[Alert]:
        """The live alerts whose `until` has passed, the earliest first."""

    async def live_for(self, member: MemberId, now: datetime) -> list[tuple[Revision, int | None]]:
        """The latest revision of each live alert that concerns the member, newest alert first, with the distance in
        metres to the member's nearest premises (None: not known)."""

    async def concerned(
        self, pairs: Collection[tuple[AlertId, MemberId]], now: datetime
    ) -> set[tuple[AlertId, MemberId]]:
        """Those of the pairs whose alert is live and concerns the member by one of their shops, by the rule of
        `live_for`."""

    async def shops_reached(
        self, pairs: Collection[tuple[AlertId, MemberId]], now: datetime
    ) -> dict[tuple[AlertId, MemberId], tuple[ReachedShop, ...]]:
        """The shops by which each live alert concerns the member, nearest first, by the rule of `live_for`; only for
        members with several shops."""

    async def live_by_place(self, now: datetime) -> list[Alert]:
        """Every live alert, newest first; the caller checks the scope."""

    async def live_by_urgency(
        self, now: datetime, limit: int, *, after: tuple[Severity, AlertId] | None = None
    ) -> list[Alert]:
        """Up to `limit` live alerts, the most urgent first and of those the newest; only those that follow `after` in
        this order, if it is given. The caller checks the scope."""

    async def closed_since(self, since: datetime) -> list[Alert]:
        """The alerts that somebody ended or retracted after this moment, newest first."""

    async def sent_before(self, alert: AlertId | None, limit: int, which: SentFilter) -> list[Alert]:
        """Up to `limit` such alerts that were sent, the newest first: those older than this one (None: from the newest
        on)."""

    async def sent_since(self, since: datetime) -> list[Alert]:
        """The alerts that went out at this moment or later and were not retracted, oldest first."""

    async def add_revision(
        self, alert: Alert, kind: RevisionKind, approval: ApprovalId, by: MemberId, now: datetime
    ) -> Revision:
        """Store the alert's present content as its next revision. Raises Conflict for an alert without a number."""

    async def revision(self, revision: RevisionId) -> Revision:
        """The revision with this id. Raises NotFound."""

    async def revision_by(self, approval: ApprovalId) -> Revision:
        """The revision that this approval let out. Raises NotFound."""

    async def revision_before(self, revision: Revision) -> Revision | None:
        """The newest revision of the same alert with a lower number; None for the first. `revision` may be one that is
        not stored yet."""

    async def latest_revision(self, alert: AlertId) -> Revision | None:
        """The newest revision of the alert; None when nothing was sent."""

    async def texts_of(self, alert: AlertId) -> list[SentText]:
        """Every text of the alert that was sent, the first one first."""

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
        """Store a request to approve this version of the alert; a request to change a live alert comes with `content`.

        Raises Conflict when there is a request for this version already; the transaction cannot go on after that.
        """

    async def approval_of(self, alert: AlertId, version: int) -> Approval | None:
        """The approval request for this version of the alert."""

    async def latest_approval(self, alert: AlertId) -> Approval | None:
        """The newest approval request for any version of the alert."""

    async def latest_approved(self, alert: AlertId) -> Approval | None:
        """The newest approval request of the alert that was approved."""

    async def first_approved(self, alert: AlertId) -> Approval | None:
        """The oldest approval request of the alert that was approved: the first text went out by it."""

    async def unreviewed(self) -> list[Approval]:
        """The approvals by which a text left without a second pair of eyes, and which nobody has reviewed since, oldest
        first."""

    async def review(self, approval: Approval) -> None:
        """Store who reviewed the approval afterwards, when, and their objection. Raises Conflict when it was reviewed
        already."""

    async def undecided(self) -> list[Approval]:
        """The undecided approval requests for the current version of an alert, the longest waiting first."""

    async def decide(self, approval: Approval) -> None:
        """Store the decision on an approval request, with its comment. Raises Conflict when it was decided already."""

    async def mark_reminded(self, approval: ApprovalId, now: datetime) -> None:
        """Note that the approvers were reminded of the request."""

    async def mark_escalated(self, approval: ApprovalId, now: datetime) -> None:
        """Note that the request was escalated: the deputies were asked, or the requester was told that nobody
        responds."""

    async def with_readers_to_remind(
        self, severity: Severity, *, sent_before: datetime, reminded_before: datetime, now: datetime
    ) -> list[ReadersToRemind]:
        """The live alerts of this severity that were sent and whose readers were last reminded so long ago."""

    async def mark_readers_reminded(self, alert: AlertId, now: datetime) -> None:
        """Note that the readers of the alert were reminded, as far as it had arrived at them in time."""

    async def mark_seen(
        self, alert: AlertId, member: MemberId, now: datetime, *, chat: AddressId | None = None
    ) -> bool:
        """Note that the member has seen the alert, in private or in this group's chat; return whether that is new.
        Raises NotFound when the alert was not sent there."""

    async def has_seen(self, alert: AlertId, member: MemberId) -> bool:
        """Whether the member pressed Gelezen (seen) under the alert."""

    async def seen_count(self, alert: AlertId) -> int:
        """How many members pressed Gelezen (seen) under the alert."""
