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
    """What is asked about on every press and every command."""

    DRAFT_ALERT = "draft_alert"
    APPROVE_ALERT = "approve_alert"
    VERIFY_PREMISES = "verify_premises"
    INVITE_PREMISES = "invite_premises"
    RECEIVE_COPIES = "receive_copies"


ALLOWED: dict[Action, frozenset[Role]] = {
    Action.DRAFT_ALERT: frozenset({Role.POLICE, Role.CITY_MARSHAL}),
    Action.APPROVE_ALERT: frozenset({Role.POLICE}),
    Action.VERIFY_PREMISES: frozenset({Role.POLICE, Role.CITY_MARSHAL}),
    Action.INVITE_PREMISES: frozenset({Role.POLICE, Role.CITY_MARSHAL}),
    Action.RECEIVE_COPIES: frozenset({Role.POLICE, Role.CITY_MARSHAL, Role.SAFETY_DIRECTOR}),
}


class ScopeKind(StrEnum):
    """What a scope is measured in."""

    POSTCODES = "postcodes"
    MUNICIPALITY = "municipality"
    BRANCH = "branch"
    KVO_GROUP = "kvo_group"
    NATIONAL = "national"

    @property
    def covers_places(self) -> bool:
        """Whether a scope of this kind covers places, which is where everything is done so far."""
        return self not in (ScopeKind.BRANCH, ScopeKind.KVO_GROUP)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a role covers. `first` and `last` are PC4s, inclusive; `name` is a municipality as the table writes it."""

    kind: ScopeKind
    first: str | None = None
    last: str | None = None
    name: str | None = None
    branch: Branch | None = None
    kvo_group_id: KvoGroupId | None = None

    def covers(self, place: Place, municipality: str | None = None) -> bool:
        """Whether a place lies in it. Branches and KVO groups are no places, so they cover none."""
        match self.kind:
            case ScopeKind.NATIONAL:
                return True
            case ScopeKind.POSTCODES:
                return bool(place.pc4 and self.first and self.last and self.first <= place.pc4 <= self.last)
            case ScopeKind.MUNICIPALITY:
                return municipality is not None and municipality == self.name
            case ScopeKind.BRANCH | ScopeKind.KVO_GROUP:
                return False

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
    """Read `2900-2999`, `2903`, `municipality:NAME`, `branch:KEY` or `national`. Raises Rejected."""
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
    raise Rejected("scope", scope=text)


def actions_of(role: Role, scope: Scope) -> frozenset[Action]:
    """What this role may do in this scope; nothing where the scope covers no places."""
    if not scope.kind.covers_places:
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

    def is_active(self, now: datetime) -> bool:
        """Whether it has begun and not ended."""
        return self.starts_at <= now and (self.ends_at is None or now < self.ends_at)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: a member with what they were granted."""

    member: Member
    grants: tuple[Grant, ...]


def may(
    grants: Iterable[Grant],
    action: Action,
    *,
    now: datetime,
    place: Place | None = None,
    municipality: str | None = None,
) -> bool:
    """Whether one of these grants allows the action at the place; without a place: anywhere at all."""
    return any(
        grant.role in ALLOWED[action]
        and grant.is_active(now)
        and (place is None or grant.scope.covers(place, municipality))
        for grant in grants
    )
