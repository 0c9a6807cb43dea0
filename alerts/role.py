"""Coordinators: members with a role and a scope, and what each role may do (DOMAIN §2)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from alerts.area import Place
from alerts.branch import Branch
from alerts.errors import Rejected
from alerts.ids import KvoGroupId, MemberId, RoleId
from alerts.member import Member


class Role(StrEnum):
    """What a coordinator is."""

    POLICE = "police"
    CITY_MARSHAL = "city_marshal"
    KVO_MANAGER = "kvo_manager"
    SAFETY_DIRECTOR = "safety_director"
    MUNICIPALITY = "municipality"
    TRADE_ASSOCIATION = "trade_association"
    PROSECUTION = "prosecution"
    ADMINISTRATOR = "administrator"


class Action(StrEnum):
    """What is asked about on every press and every command; `docs/roles.md` says of each who may.

    Who may draft an alert may propose to change it; who may approve one decides on that. Copies are sent as an alert
    is; who may only read finds it under /actueel. Who hears of sign-ups is told, who only verifies looks them up.
    """

    RECEIVE_COPIES = "receive_copies"
    READ_ALERTS = "read_alerts"
    REPORT = "report"
    SEE_REPORTS = "see_reports"
    DRAFT_ALERT = "draft_alert"
    APPROVE_ALERT = "approve_alert"
    STOP_SENDING = "stop_sending"
    SEND_PREVENTION = "send_prevention"
    VERIFY_PREMISES = "verify_premises"
    HEAR_SIGNUPS = "hear_signups"
    INVITE_PREMISES = "invite_premises"
    MANAGE_KVO_GROUP = "manage_kvo_group"
    READ_AUDIT = "read_audit"
    ADMINISTER = "administer"


_POLICE_AND_MARSHAL = frozenset({Role.POLICE, Role.CITY_MARSHAL})
_AND_OF_A_GROUP_OR_BRANCH = _POLICE_AND_MARSHAL | {Role.KVO_MANAGER, Role.TRADE_ASSOCIATION}
_AND_SAFETY_DIRECTOR = _AND_OF_A_GROUP_OR_BRANCH | {Role.SAFETY_DIRECTOR}

ALLOWED: dict[Action, frozenset[Role]] = {
    Action.RECEIVE_COPIES: _AND_SAFETY_DIRECTOR,
    Action.READ_ALERTS: _AND_SAFETY_DIRECTOR | {Role.MUNICIPALITY, Role.PROSECUTION},
    Action.REPORT: _AND_SAFETY_DIRECTOR,
    Action.SEE_REPORTS: _POLICE_AND_MARSHAL,
    Action.DRAFT_ALERT: _AND_OF_A_GROUP_OR_BRANCH,
    Action.APPROVE_ALERT: frozenset({Role.POLICE}),
    Action.STOP_SENDING: frozenset({Role.ADMINISTRATOR}),
    Action.SEND_PREVENTION: _AND_SAFETY_DIRECTOR,
    Action.VERIFY_PREMISES: _AND_OF_A_GROUP_OR_BRANCH | {Role.ADMINISTRATOR},
    Action.HEAR_SIGNUPS: _AND_OF_A_GROUP_OR_BRANCH,
    Action.INVITE_PREMISES: _AND_OF_A_GROUP_OR_BRANCH | {Role.ADMINISTRATOR},
    Action.MANAGE_KVO_GROUP: _POLICE_AND_MARSHAL | {Role.KVO_MANAGER},
    Action.READ_AUDIT: frozenset({Role.POLICE, Role.ADMINISTRATOR}),
    Action.ADMINISTER: frozenset({Role.ADMINISTRATOR}),
}


class ScopeKind(StrEnum):
    """What a scope is measured in."""

    POSTCODES = "postcodes"
    MUNICIPALITY = "municipality"
    BRANCH = "branch"
    KVO_GROUP = "kvo_group"
    NATIONAL = "national"

    def fits(self, role: Role) -> bool:
        """Whether a role can have a scope of this kind: managers have a group, associations a branch."""
        match role:
            case Role.KVO_MANAGER:
                return self is ScopeKind.KVO_GROUP
            case Role.TRADE_ASSOCIATION:
                return self is ScopeKind.BRANCH
            case _:
                return self not in (ScopeKind.BRANCH, ScopeKind.KVO_GROUP)


@dataclass(frozen=True, slots=True)
class Matter:
    """What a permission is asked for: where it is, for which branches, in which KVO groups.

    `municipality` is that of the place, as the postcode table writes it; no `branches` means all of them.
    """

    place: Place
    municipality: str | None = None
    branches: frozenset[Branch] = frozenset()
    kvo_groups: frozenset[KvoGroupId] = frozenset()


@dataclass(frozen=True, slots=True)
class Scope:
    """What a role covers. `first` and `last` are PC4s, inclusive; `name` is a municipality as the table writes it."""

    kind: ScopeKind
    first: str | None = None
    last: str | None = None
    name: str | None = None
    branch: Branch | None = None
    kvo_group_id: KvoGroupId | None = None

    def covers(self, matter: Matter) -> bool:
        """Whether it lies in this scope; a branch covers only what is for that branch and no other."""
        match self.kind:
            case ScopeKind.NATIONAL:
                return True
            case ScopeKind.POSTCODES:
                pc4 = matter.place.pc4
                return bool(pc4 and self.first and self.last and self.first <= pc4 <= self.last)
            case ScopeKind.MUNICIPALITY:
                return matter.municipality is not None and matter.municipality == self.name
            case ScopeKind.BRANCH:
                return matter.branches == {self.branch}
            case ScopeKind.KVO_GROUP:
                return self.kvo_group_id in matter.kvo_groups

    def __str__(self) -> str:
        match self.kind:
            case ScopeKind.POSTCODES:
                return f"{self.first}-{self.last}"
            case ScopeKind.MUNICIPALITY:
                return f"municipality:{self.name}"
            case ScopeKind.BRANCH:
                return f"branch:{self.branch}"
            case ScopeKind.KVO_GROUP:
                return f"kvo_group:{self.kvo_group_id}"
            case ScopeKind.NATIONAL:
                return "national"


def parse_scope(text: str) -> Scope:
    """Read `2900-2999`, `2903`, `municipality:NAME`, `branch:KEY`, `kvo_group:ID` or `national`. Raises Rejected."""
    text = text.strip()
    if text == "national":
        return Scope(ScopeKind.NATIONAL)
    if match := re.fullmatch(r"([1-9]\d{3})(?:-([1-9]\d{3}))?", text):
        first, last = match[1], match[2] or match[1]
        if first <= last:
            return Scope(ScopeKind.POSTCODES, first=first, last=last)
    kind, _, name = text.partition(":")
    if kind == "municipality" and name.strip():
        return Scope(ScopeKind.MUNICIPALITY, name=name.strip())
    if kind == "branch" and name in set(Branch):
        return Scope(ScopeKind.BRANCH, branch=Branch(name))
    if kind == "kvo_group" and re.fullmatch(r"[1-9]\d{0,17}", name):
        return Scope(ScopeKind.KVO_GROUP, kvo_group_id=KvoGroupId(int(name)))
    raise Rejected("scope", scope=text)


def actions_of(role: Role, scope: Scope) -> frozenset[Action]:
    """What this role may do in this scope; nothing where the scope does not fit the role."""
    if not scope.kind.fits(role):
        return frozenset()
    return frozenset(action for action, roles in ALLOWED.items() if role in roles)


@dataclass(frozen=True, slots=True)
class Grant:
    """One role of one member. `label` is what others see of the person (a function, not a name)."""

    id: RoleId
    member_id: MemberId
    role: Role
    scope: Scope
    label: str | None
    starts_at: datetime
    ends_at: datetime | None = None
    deputy_id: MemberId | None = None

    @property
    def actions(self) -> frozenset[Action]:
        """What it allows in its scope, while it is active."""
        return actions_of(self.role, self.scope)

    def is_of(self, member: MemberId | None) -> bool:
        """Whether this member holds it or stands in."""
        return member is not None and member in (self.member_id, self.deputy_id)

    def is_active(self, now: datetime) -> bool:
        """Whether it has begun and not ended."""
        return self.starts_at <= now and (self.ends_at is None or now < self.ends_at)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: a member with what they were granted."""

    member: Member
    grants: tuple[Grant, ...]


def may(grants: Iterable[Grant], action: Action, matter: Matter | None, *, now: datetime) -> bool:
    """Whether one of these grants allows the action in this matter; without one: anywhere at all."""
    return any(
        action in grant.actions and grant.is_active(now) and (matter is None or grant.scope.covers(matter))
        for grant in grants
    )
