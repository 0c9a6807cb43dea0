"""The port for deliveries: the outbox, whom it reaches, and what became of each delivery."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from alerts.alert import Revision, RevisionKind
from alerts.area import Place
from alerts.branch import Branch
from alerts.delivery import (
    Claimed,
    DeliveryState,
    ForDigest,
    NewDelivery,
    Notice,
    Objected,
    Outcome,
    Priority,
    Sent,
    ShownText,
    Told,
    Unread,
)
from alerts.ids import AddressId, AlertId, DeliveryId, KvoGroupId, MemberId, RevisionId
from alerts.targeting import Target

CHAT_SPACING = timedelta(seconds=1)  # between two deliveries in one chat (docs/telegram.md)


@dataclass(frozen=True, slots=True)
class BranchCount:
    """The number of members who get an alert because of a premises of this branch (None: coordinators)."""

    branch: Branch | None
    members: int


@dataclass(frozen=True, slots=True)
class RingCount:
    """The number of members whose nearest premises lies within so many metres, beyond the ring before it (None: farther
    than the last ring, or where is not known, as of coordinators without a shop)."""

    within_m: int | None
    members: int


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom an alert would reach now: members by the branch of their nearest premises, and by the ring around the place
    in which it lies; distances in metres. Rings are those of REACH_CHOICES_KM, the nearest first."""

    by_branch: tuple[BranchCount, ...]
    nearest_m: int | None
    farthest_m: int | None
    by_ring: tuple[RingCount, ...] = ()

    @property
    def members(self) -> int:
        """The number of all members, coordinators included."""
        return sum(count.members for count in self.by_branch)


@dataclass(frozen=True, slots=True)
class DeliveryCount:
    """The number of deliveries of one revision in one state and for one reason (why settled, or why a queued one is
    held; may be empty). `is_chat`: those in group chats."""

    state: DeliveryState
    reason: str
    count: int
    revision: int = 1
    kind: RevisionKind = RevisionKind.FIRST
    is_chat: bool = False


@dataclass(frozen=True, slots=True)
class Sending:
    """How many deliveries of an alert's first text have arrived, and how many wait or are under way."""

    sent: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class QueueDepth:
    """The numbers of deliveries that are due, held until later, and under way; `oldest_due`: since when the oldest is
    due that may go."""

    queued: int
    held: int
    sending: int
    oldest_due: datetime | None


@dataclass(frozen=True, slots=True)
class InChat:
    """An alert's text in a group's chat: how many pressed Gelezen there, and whether a change of it is under way.

    `is_one_line`: the chat got only one line about the alert.
    """

    id: DeliveryId
    address_id: AddressId
    kvo_group_id: KvoGroupId
    revision_id: RevisionId
    is_one_line: bool
    seen: int
    is_changing: bool


@dataclass(frozen=True, slots=True)
class Received:
    """The number of addresses that have an alert, group chats included, and metres to the nearest member's shop."""

    count: int
    nearest_m: int | None


class Deliveries(Protocol):
    """The outbox: deliveries are queued, claimed under a lease, and settled.

    A claim marks a row `sending` in the name of an owner. Its lease is how long the owner may take: on a server,
    `void_claims` frees the row when the lease has run out or the owner is gone.
    """

    async def enqueue(self, rows: Sequence[NewDelivery], now: datetime) -> int:
        """Queue the rows whose effect key is new; return how many."""

    async def reach(self, target: Target, coordinators: Sequence[MemberId] = (), *, now: datetime) -> Reach:
        """Whom the target and the listed coordinators reach now: the same people as `fan_out`."""

    async def nearest(self, target: Target, *, now: datetime) -> MemberId | None:
        """The member with the shop nearest to the place among those whom the target reaches; None for none."""

    async def places_reached(self, target: Target, now: datetime) -> list[Place]:
        """The places of the shops that the target reaches: each PC4 once for each municipality that a PC6 in it lies
        in, or that a shop in it named."""

    async def fan_out(
        self,
        revision: Revision,
        target: Target,
        coordinators: Sequence[MemberId],
        *,
        priority: Priority,
        deadline: datetime,
        now: datetime,
    ) -> int:
        """Queue the revision once for each member whom the target or the list of coordinators reaches, nearest first;
        return how many."""

    async def fan_out_to_chats(
        self, revision: Revision, chats: Sequence[AddressId], *, deadline: datetime, now: datetime
    ) -> int:
        """Queue the revision for each of these group chats, ahead of all members of the same priority; return how
        many."""

    async def fan_out_change(self, revision: Revision, *, priority: Priority, deadline: datetime, now: datetime) -> int:
        """Queue the revision for each address where an earlier one arrived or is under way; return how many.

        An earlier one that still waits in the queue is skipped; a correction is queued there in its place.
        """

    async def remove_earlier(self, revision: Revision, stub: Notice, *, deadline: datetime, now: datetime) -> int:
        """Queue the deletion of each earlier text, behind this revision at the same address; return how many.

        `stub` replaces a text that the platform does not let us delete.
        """

    async def mark_earlier(self, revision: Revision, *, due_at: datetime, deadline: datetime, now: datetime) -> int:
        """Queue an edit of each earlier text that says that another one replaces it, behind this revision at the same
        address and from `due_at` on; return how many. A change that comes later says it in place of an edit that still
        waits."""

    async def received(self, alert: AlertId) -> Received:
        """Count the addresses where a text of the alert arrived or is under way."""

    async def in_chats(self, alert: AlertId) -> list[InChat]:
        """The newest text of the alert in each group chat where one arrived and the bot still is: the message that a
        reply goes to."""

    async def chat_with(self, alert: AlertId, channel: str, ref: str) -> AddressId | None:
        """The group chat with this platform address, now or when a text of the alert arrived, to which the alert was
        sent; None when there is none."""

    async def claim(
        self,
        limit: int,
        owner: str,
        lease: timedelta,
        now: datetime,
        *,
        with_groups: bool = True,
        priorities: Collection[Priority] | None = None,
        spacing: timedelta = CHAT_SPACING,
    ) -> list[DeliveryId]:
        """Mark up to `limit` due rows `sending` for this owner; return their ids by priority, distance and age.

        `lease` is how long the owner may take before others may take the rows over (see `void_claims`). `priorities`:
        claim only these. At most one row for each address is under way. Others for that address are spaced in order:
        the next one is looked at `spacing` later, the one after that twice as much. A later revision of an alert is not
        claimed for an address while an earlier one is open there, nor a change before the message that it changes.
        """

    async def claimed(self, ids: Sequence[DeliveryId], owner: str) -> list[Claimed]:
        """Those of these rows that the owner still has claimed, by priority, distance and age."""

    async def settle(self, delivery: DeliveryId, outcome: Outcome, now: datetime) -> None:
        """Store the outcome of a claimed row. Raises Conflict when it was settled before."""

    async def settle_all(self, outcomes: Sequence[tuple[DeliveryId, Outcome]], now: datetime) -> set[DeliveryId]:
        """Store the outcomes of claimed rows; return the rows that were not settled before."""

    async def settle_sent(self, arrived: Sequence[tuple[DeliveryId, Sent]], now: datetime) -> None:
        """Store in one go that these claimed rows arrived; a row that was settled before stays as it is."""

    async def hold(self, delivery: DeliveryId, until: datetime, reason: str) -> None:
        """Put a claimed row back in the queue until this moment. Raises Conflict when it was settled before."""

    async def hold_all(self, held: Sequence[tuple[DeliveryId, datetime, str]]) -> set[DeliveryId]:
        """Put claimed rows back in the queue, each until its moment and with its reason; return the rows that were not
        settled before."""

    async def waiting(self, alert: AlertId) -> int:
        """How many texts of the alert wait in the queue."""

    async def skip_waiting(self, alert: AlertId, reason: str, now: datetime) -> int:
        """Skip the alert's texts that still wait in the queue, for this reason; return how many. What is under way goes
        on."""

    async def release_held(self, member: MemberId, now: datetime) -> int:
        """Make due now what waits as this member chose, so that the policies are asked again; return how many."""

    async def release_closed(self, now: datetime, ref: str | None = None) -> int:
        """Make due now what still waits long for a chat that a 429 closed and that is open again (this one, or any);
        return how many."""

    async def release_misdated(self, now: datetime) -> int:
        """Make due now what waits for a moment that came from a wrong clock; return how many.

        Those rows are queued in the future, held for a doubted clock, or put back for longer than any retry is.
        """

    async def release_refused(self, group: KvoGroupId, now: datetime) -> int:
        """Make due now what waits because this group's chat refused messages; return how many."""

    async def void_claims(self, now: datetime, *, keep: str | None = None) -> int:
        """Release rows left `sending` by an owner that is gone: back to the queue, or `unknown` where the row gives up.

        With SQLite every owner but `keep` is gone; on a server, an owner that is not alive, or whose lease has run out.
        """

    async def next_due(
        self, *, with_groups: bool = True, priorities: Collection[Priority] | None = None
    ) -> datetime | None:
        """When the next queued row is due, None when there is none; `priorities`: only of these."""

    async def depth(self, now: datetime) -> QueueDepth:
        """Count what is due, held, and under way."""

    async def late_p1(self, now: datetime, before: datetime) -> datetime | None:
        """Since when the longest waiting P1 waits, if that is since `before` or earlier; its reader's own pause does
        not count.

        A P1 whose creation time lies ahead, by a clock in doubt, counts as late: nobody knows how long it waits.
        """

    async def due(self, now: datetime) -> Mapping[Priority, datetime]:
        """Since when the oldest delivery of each priority is due.

        Only the first hundred ready, the first hundred put back, those under way, and the oldest of all are looked at.
        """

    async def misdated(self, now: datetime) -> int:
        """Count the rows that wait for a moment that came from a wrong clock, among those that wait longest; 0 when
        there are none."""

    async def waiting_by_priority(self) -> Mapping[Priority, int]:
        """Count the rows in the queue by priority, due or held."""

    async def counts(self, alert: AlertId) -> list[DeliveryCount]:
        """Count the alert's texts by state and reason; notices to coordinators about the alert are not counted."""

    async def sending_of(self, alerts: Collection[AlertId]) -> dict[AlertId, Sending]:
        """How far the first text of each of these alerts is; alerts without recipients are left out."""

    async def arrived_by(self, alert: AlertId, moments: Sequence[datetime]) -> list[int]:
        """How many deliveries of the alert's first text had arrived at each of these moments, those in group chats
        included. Rows past their retention, of which only totals are kept, are not counted."""

    async def to_recount(self) -> list[AlertId]:
        """The alerts of which something was settled, held or seen since they were last counted."""

    async def mark_counted(self, alerts: Collection[AlertId]) -> None:
        """Note that these alerts were counted in this transaction."""

    async def times_counted(self) -> int:
        """How many times `mark_counted` was called for any alert, by any process."""

    async def is_changing(self, delivery: DeliveryId) -> bool:
        """Whether an edit or deletion of this message waits or is under way."""

    async def addressed_to(self, alert: AlertId, member: MemberId) -> bool:
        """Whether a text of the alert was queued for the member. One that the member asked to read does not count."""

    async def add_shown(self, revision: Revision, address: AddressId, now: datetime) -> ShownText:
        """Store that this text is about to be shown at the address, because its member asked for it.

        A later revision goes to this address too, and a retraction removes the message. It counts as no delivery.
        """

    async def settle_shown(self, shown: DeliveryId, sent: Sent) -> None:
        """Store as which message a text that was asked for arrived."""

    async def told(self, alert: AlertId, key: str) -> list[Told]:
        """The notices about the alert that were queued under effect keys that begin with this one, one for each
        address, oldest first."""

    async def cards(self, keys: Collection[str]) -> list[Told]:
        """The notices that were queued under effect keys that begin with one of these, one for each address, oldest
        first."""

    async def unread(self, alert: AlertId, now: datetime, *, since: datetime, until: datetime) -> list[Unread]:
        """The first texts of the alert that arrived after `since` and up to `until` at members who have not seen it and
        have no pause now."""

    async def newest_for(self, address: AddressId) -> AlertId | None:
        """The newest alert of which a text came to an address."""

    async def objected(self, member: MemberId, since: datetime, most: int) -> list[Objected]:
        """The first texts of alerts sent since then that a policy dropped or holds for the member, newest first."""

    async def has_for_digest(self, hours: Mapping[int, datetime]) -> bool:
        """Whether something waits for a digest that is due: `hours` are the last moments of each hour of the clock at
        which digests go; of whoever turned the digest off all is due."""

    async def for_digest(self, hours: Mapping[int, datetime], most: int) -> list[ForDigest]:
        """What was put aside for the members whose digest is due, as `has_for_digest`, at most so many members."""

    async def mark_digested(self, address: AddressId) -> None:
        """Note that what was put aside for this address stood in a digest."""

    async def count_singles(self, address: AddressId, since: datetime) -> int:
        """Count the first texts of P3 and P4 that came to an address by themselves since then."""

    async def by_key(self, effect_key: str) -> tuple[DeliveryId, DeliveryState] | None:
        """The id and state of the row with this effect key."""
