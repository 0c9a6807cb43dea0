"""What the domain asks of storage. One unit of work is one transaction; nothing here does I/O itself.

Repositories speak in domain values. A save with a version that is no longer current raises Conflict, a missing id
raises NotFound. Times are aware UTC.
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from alerts.alert import Alert, AlertContent, Approval, ApprovalKind, Revision, RevisionKind
from alerts.area import Area
from alerts.audit import AuditEvent
from alerts.branch import Branch
from alerts.delivery import Claimed, DeliveryState, NewDelivery, Outcome
from alerts.ids import (
    AlertId,
    ApprovalId,
    AreaId,
    DeliveryId,
    InviteId,
    MemberId,
    PremisesId,
    RevisionId,
)
from alerts.invite import Invite, NewInvite
from alerts.member import Language, Member
from alerts.point import Point
from alerts.postcode import Pc4Place
from alerts.premises import FollowedArea, Following, NewPremises, Premises, Verification
from alerts.role import Grant, Role, Scope
from alerts.severity import Severity
from alerts.targeting import Target


@dataclass(frozen=True, slots=True)
class RawUpdate:
    """One update as the platform sent it. `lane` is what keeps its order: the chat, or the person without one."""

    update_id: int
    lane: str
    body: str


@dataclass(frozen=True, slots=True)
class StoredUpdate:
    """An update that waits to be handled; `attempts` counts failures so far."""

    id: int
    update_id: int
    lane: str
    body: str
    attempts: int


class Updates(Protocol):
    """Raw updates, stored before they are acknowledged; a body is erased in the commit that marks it done."""

    async def store(self, bot_id: int, updates: Sequence[RawUpdate], now: datetime) -> int:
        """Keep those that are new for this bot; return how many."""

    async def lanes(self) -> list[str]:
        """Lanes in which something waits, oldest first."""

    async def next_in(self, lane: str) -> StoredUpdate | None:
        """The oldest that waits in the lane."""

    async def mark_done(self, update: int, now: datetime) -> None:
        """It had its effect; erase the body."""

    async def record_failure(self, update: int) -> int:
        """Count one failure; return how many there are now."""

    async def set_aside(self, update: int, now: datetime) -> None:
        """Give up on it; erase the body, keep the row."""

    async def prune(self, before: datetime) -> int:
        """Forget settled updates received before; return how many."""


@dataclass(frozen=True, slots=True)
class DialogueKey:
    """One person in one chat and topic (0 without topics)."""

    chat_ref: str
    person_ref: str
    topic: int = 0


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Where somebody is in a form. `trail` are the steps gone through, for Back. `prompt_due`: the question is not
    known to have been sent. `prompt_message` is the message whose buttons count. `version` rises at every step.
    `language` is that in which a stranger is asked again.
    """

    key: DialogueKey
    form: str
    step: str
    draft: Mapping[str, Any]
    trail: tuple[str, ...]
    version: int
    prompt_due: bool
    prompt_message: str | None
    expires_at: datetime
    language: Language = Language.DUTCH


class Dialogues(Protocol):
    """Forms under way: one for each key."""

    async def get(self, key: DialogueKey) -> Dialogue | None:
        """The one under way, expired or not."""

    async def put(self, dialogue: Dialogue) -> None:
        """Insert or replace."""

    async def prompt_sent(self, key: DialogueKey, version: int, message: str | None) -> None:
        """The question of this version reached the person (as this message, if it has buttons); later ones stay due."""

    async def remove(self, key: DialogueKey) -> None:
        """Erase it with its draft."""

    async def prompts_due(self) -> list[Dialogue]:
        """Those whose question is not known to have been sent."""

    async def remove_expired(self, now: datetime) -> int:
        """Erase what expired; return how many."""


class Members(Protocol):
    """People and their addresses."""

    async def by_ref(self, channel: str, ref: str) -> Member | None:
        """The member with this address."""

    async def get(self, member: MemberId) -> Member:
        """One member."""

    async def add(self, *, channel: str, ref: str, language: Language, now: datetime) -> Member:
        """A new member with one active address."""

    async def save(self, member: Member) -> None:
        """Store the member's choices (language, p1_at_night, muted, paused_until, stopped_at)."""

    async def set_active(self, channel: str, ref: str, *, active: bool, now: datetime) -> None:
        """An address can be written to, or not any more. Unknown addresses are ignored."""

    async def migrate(self, channel: str, old_ref: str, new_ref: str) -> None:
        """A group got a new address; idempotent."""

    async def followed_areas(self, member: MemberId) -> list[FollowedArea]:
        """Areas that the member follows besides their own."""

    async def follow_area(self, member: MemberId, area: Area, words: str, now: datetime) -> AreaId:
        """Follow one more."""

    async def unfollow_area(self, member: MemberId, area: AreaId) -> None:
        """Follow it no longer."""


class PremisesRepository(Protocol):
    """Shops and who belongs to them."""

    async def add(self, premises: NewPremises, now: datetime) -> Premises:
        """A new shop, not verified, without members."""

    async def get(self, premises: PremisesId) -> Premises:
        """One shop."""

    async def save(self, premises: Premises) -> Premises:
        """Store its facts if the version is still current; return it with the next version."""

    async def verify(
        self, premises: PremisesId, version: int, how: Verification, by: MemberId | None, now: datetime
    ) -> Premises:
        """Mark it verified if the version is still current."""

    async def join(self, premises: PremisesId, member: MemberId, *, is_owner: bool, now: datetime) -> None:
        """The member belongs to it from now on; joining again is harmless."""

    async def leave(self, premises: PremisesId, member: MemberId, now: datetime) -> None:
        """The member belongs to it no longer."""

    async def followings(self, member: MemberId) -> list[Following]:
        """The open premises of a member with their choices, oldest first."""

    async def members_of(self, premises: PremisesId) -> list[Following]:
        """Who belongs to it, owners first."""

    async def save_choices(self, following: Following) -> None:
        """Store wider_m, extra_branches and extras_up_to of one member at one premises."""

    async def same_shop(self, pc6: str, branch: Branch, name: str, other_than: PremisesId) -> Premises | None:
        """An open premises with this PC6, branch and name (case and spaces aside), with at least one member."""

    async def unverified(self) -> list[Premises]:
        """Open premises that could be verified and are not, oldest first."""


class Postcodes(Protocol):
    """The imported PC4 table."""

    async def get(self, pc4: str) -> Pc4Place | None:
        """One row."""

    async def count(self) -> int:
        """How many rows there are; 0 when nothing was imported."""

    async def nearest(self, point: Point) -> Pc4Place | None:
        """The row whose point is nearest."""

    async def within(self, point: Point, radius_m: int) -> list[Pc4Place]:
        """Rows whose point lies within so many metres, nearest first."""

    async def replace_all(self, rows: Sequence[Pc4Place]) -> None:
        """The whole table anew."""


class Roles(Protocol):
    """Who is a coordinator, of what."""

    async def grant(
        self,
        *,
        member: MemberId,
        role: Role,
        scope: Scope,
        label: str | None,
        granted_by: MemberId | None,
        now: datetime,
    ) -> Grant:
        """Give a role."""

    async def of_member(self, member: MemberId) -> list[Grant]:
        """All grants of a member, ended ones too."""

    async def active(self, now: datetime) -> list[Grant]:
        """Every grant that is active."""


class Invites(Protocol):
    """Invitations by the hash of their secret."""

    async def add(self, secret_hash: str, invite: NewInvite, now: datetime) -> InviteId:
        """A new one."""

    async def by_hash(self, secret_hash: str) -> Invite | None:
        """The one with this secret."""

    async def use(self, invite: InviteId, member: MemberId, now: datetime) -> None:
        """Count one use."""


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
    """How many deliveries are in a state, for a reason (why it was settled, or why a queued one is held; or empty)."""

    state: DeliveryState
    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class KeptForm:
    """A form put aside half filled, so that nothing has to be typed again."""

    id: int
    form: str
    draft: Mapping[str, Any]
    kept_at: datetime


class KeptForms(Protocol):
    """Forms that members put aside; what they hold has passed the guard."""

    async def keep(self, member: MemberId, form: str, draft: Mapping[str, Any], now: datetime) -> int:
        """Put one aside."""

    async def of_member(self, member: MemberId, form: str) -> list[KeptForm]:
        """The member's, newest first."""

    async def get(self, kept: int, member: MemberId) -> KeptForm:
        """One of the member's. Raises NotFound, also when it is somebody else's."""

    async def forget(self, kept: int, member: MemberId) -> None:
        """Erase it; harmless when it is gone."""


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

    async def live_by_place(self, now: datetime) -> list[Alert]:
        """Every live alert, newest first; the caller asks the scope."""

    async def add_revision(
        self, alert: Alert, kind: RevisionKind, approval: ApprovalId, by: MemberId, now: datetime
    ) -> Revision:
        """The alert's content, fixed, with the next revision number."""

    async def revision(self, revision: RevisionId) -> Revision:
        """One revision."""

    async def latest_revision(self, alert: AlertId) -> Revision | None:
        """The newest text sent."""

    async def request_approval(
        self, alert: Alert, kind: ApprovalKind, by: MemberId, reason: str | None, now: datetime
    ) -> Approval:
        """Ask for (or, decided at once, record) the approval of this version."""

    async def approval_of(self, alert: AlertId, version: int) -> Approval | None:
        """The request for this version of the alert."""

    async def decide(self, approval: Approval) -> None:
        """Store the decision. Raises Conflict when there is one already."""

    async def mark_seen(self, alert: AlertId, member: MemberId, now: datetime) -> bool:
        """The member has seen it; whether that is new. Raises NotFound if it was not sent to the member."""

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

    async def claim(self, limit: int, owner: str, lease: timedelta, now: datetime) -> list[Claimed]:
        """Mark up to so many due rows `sending`, by priority, distance and age, and return them in that order.

        A later revision of an alert is not claimed for an address while an earlier one is open there.
        """

    async def settle(self, delivery: DeliveryId, outcome: Outcome, now: datetime) -> None:
        """Store what became of a claimed row."""

    async def hold(self, delivery: DeliveryId, until: datetime, reason: str) -> None:
        """Put a claimed row back until then."""

    async def void_claims(self, now: datetime) -> int:
        """Rows left `sending` by an owner that is gone: back to the queue, or unknown where they give up."""

    async def next_due(self) -> datetime | None:
        """When the next queued row is due."""

    async def counts(self, alert: AlertId) -> list[DeliveryCount]:
        """The alert's notices by state and reason (its recipients; not what coordinators are told about it)."""

    async def addressed_to(self, alert: AlertId, member: MemberId) -> bool:
        """Whether the alert was sent to the member."""

    async def by_key(self, effect_key: str) -> tuple[DeliveryId, DeliveryState] | None:
        """A row by its effect key."""


class Facts(Protocol):
    """Small things to remember between runs, by name."""

    async def get(self, name: str) -> str | None:
        """The value."""

    async def put(self, name: str, value: str) -> None:
        """Insert or replace."""


class Audit(Protocol):
    """The append-only record."""

    async def append(self, event: AuditEvent, now: datetime) -> None:
        """Add one row."""


class UnitOfWork(Protocol):
    """One transaction with everything in it."""

    updates: Updates
    dialogues: Dialogues
    members: Members
    premises: PremisesRepository
    postcodes: Postcodes
    roles: Roles
    invites: Invites
    alerts: Alerts
    deliveries: Deliveries
    kept_forms: KeptForms
    facts: Facts
    audit: Audit


class Storage(Protocol):
    """A database that is open and migrated."""

    def transaction(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """A unit of work that commits at the end, or rolls back on an error; writers queue in order."""

    def reading(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """A unit of work for reads only, beside any writer."""

    async def backup(self, path: str) -> None:
        """A consistent copy in a new file."""

    async def problems(self) -> list[str]:
        """What an integrity check finds; empty when all is well."""

    async def close(self) -> None:
        """Give everything back."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: a member with what they were granted."""

    member: Member
    grants: tuple[Grant, ...]
