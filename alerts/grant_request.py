"""Grant requests: what one person gives another takes effect once a second holder has confirmed it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from alerts.ids import GrantRequestId, MemberId, RoleId
from alerts.role import Function, Role, Scope

GRANT_REMINDER = timedelta(days=1)
GRANT_WAITS = timedelta(days=7)  # ours: a request that nobody confirmed by then lapses


class GrantKind(StrEnum):
    """The kinds of things that are given."""

    ROLE = "role"
    DEPUTY = "deputy"
    LONGER = "longer"  # a later end date for a role, or none
    RECOVERY = "recovery"  # a new link to the console for who lost the passkeys


# Whose role stays as it is if nobody confirms.
ABOUT_A_HELD_ROLE = frozenset({GrantKind.LONGER, GrantKind.RECOVERY})


class GrantDecision(StrEnum):
    """The outcome of a request."""

    CONFIRMED = "confirmed"
    REFUSED = "refused"
    LAPSED = "lapsed"  # nobody confirmed it in time, or who gave it can give it no longer


@dataclass(frozen=True, slots=True)
class GrantRequest:
    """A request to give `member_id` something, by `given_by`. `role_id` is the role that gets a deputy or is extended;
    `ends_at` is the end date that the role is to have."""

    id: GrantRequestId
    kind: GrantKind
    member_id: MemberId
    given_by: MemberId
    role: Role
    scope: Scope
    label: str | None
    role_id: RoleId | None
    ends_at: datetime | None
    asked_at: datetime
    expires_at: datetime
    reminded_at: datetime | None = None
    decision: GrantDecision | None = None
    decided_by: MemberId | None = None
    decided_at: datetime | None = None
    function: Function | None = None

    def is_open(self, now: datetime) -> bool:
        """Whether the request can still be confirmed."""
        return self.decision is None and now < self.expires_at


@dataclass(frozen=True, slots=True)
class NewGrantRequest:
    """A request that is not stored yet."""

    kind: GrantKind
    member_id: MemberId
    given_by: MemberId
    role: Role
    scope: Scope
    label: str | None = None
    role_id: RoleId | None = None
    ends_at: datetime | None = None
    function: Function | None = None
