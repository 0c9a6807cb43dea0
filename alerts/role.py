"""Coordinators: members with a role and a scope, and what each role may do (docs/domain.md §2)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from alerts.area import Place
from alerts.branch import Branch
from alerts.errors import Rejected
from alerts.extent import Extent
from alerts.ids import KvoGroupId, MemberId, MunicipalityId, RoleId
from alerts.member import Member
from alerts.place_names import named_id, slug

# An id (a code, or a name with a province or a PC4), then the name to show.
_IDENTIFIED = re.compile(r"(\d{4}|[a-z0-9-]+[/@][a-z0-9-]+)(?:\s+(.+))?")


class Role(StrEnum):
    """The roles of coordinators."""

    POLICE = "police"
    CITY_MARSHAL = "city_marshal"
    KVO_MANAGER = "kvo_manager"
    SAFETY_DIRECTOR = "safety_director"
    MAYORS_OFFICE = "mayors_office"
    ALDERMAN = "alderman"
    ENFORCEMENT = "enforcement"
    SPOKESPERSON = "spokesperson"
    MUNICIPALITY = "municipality"
    TRADE_ASSOCIATION = "trade_association"
    PROSECUTION = "prosecution"
    ADMINISTRATOR = "administrator"


class Function(StrEnum):
    """The function under which others see the holder of a role, where it differs from the usual name of the role;
    `alerts/role_function.py` says which role carries which."""

    NATIONAL_COORDINATOR = "national_coordinator"
    COMMUNITY_OFFICER = "community_officer"
    TEAM_CHIEF = "team_chief"
    BRANCH_OFFICER = "branch_officer"
    DUTY_OFFICER = "duty_officer"
    AFTERCARE_COORDINATOR = "aftercare_coordinator"
    SAFETY_ADVISER = "safety_adviser"
    MAYOR = "mayor"
    ALDERMAN = "alderman"
    ENFORCER = "enforcer"
    STREET_MANAGER = "street_manager"
    PARK_MANAGER = "park_manager"
    PROSECUTOR = "prosecutor"


class Action(StrEnum):
    """The actions that are checked on every press and command; `docs/roles.md` says who may do each.

    Who may draft an alert may propose to change it; who may approve one decides on that. Copies are sent as an alert
    is; who may only read finds it under /actueel. Who hears of sign-ups is told, who only verifies looks them up.
    """

    RECEIVE_COPIES = "receive_copies"
    READ_ALERTS = "read_alerts"
    REPORT = "report"
    SEE_REPORTS = "see_reports"
    SEE_FIGURES = "see_figures"
    SEE_SHARES = "see_shares"
    WORD_OUTCOMES = "word_outcomes"
    EDIT_SUPPORT = "edit_support"
    SEE_PATTERNS = "see_patterns"
    READ_INCIDENTS = "read_incidents"
    DECIDE_INCIDENTS = "decide_incidents"
    HAVE_TASKS = "have_tasks"
    OPEN_AFTERCARE = "open_aftercare"
    READ_AFTERCARE = "read_aftercare"
    SEE_CASCADE = "see_cascade"
    SET_CASCADE = "set_cascade"
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
_GOVERNING = frozenset({Role.MUNICIPALITY, Role.MAYORS_OFFICE, Role.ALDERMAN})
_OF_THE_MUNICIPALITY = _GOVERNING | {Role.ENFORCEMENT, Role.SPOKESPERSON}

ALLOWED: dict[Action, frozenset[Role]] = {
    Action.RECEIVE_COPIES: _AND_SAFETY_DIRECTOR,
    Action.READ_ALERTS: _AND_SAFETY_DIRECTOR | _OF_THE_MUNICIPALITY | {Role.PROSECUTION},
    Action.REPORT: _AND_SAFETY_DIRECTOR,
    Action.SEE_REPORTS: _POLICE_AND_MARSHAL,
    Action.SEE_FIGURES: _POLICE_AND_MARSHAL,
    Action.SEE_SHARES: _POLICE_AND_MARSHAL | _GOVERNING | {Role.KVO_MANAGER},
    Action.WORD_OUTCOMES: frozenset({Role.POLICE}),
    Action.EDIT_SUPPORT: frozenset({Role.CITY_MARSHAL, Role.SAFETY_DIRECTOR, Role.MUNICIPALITY}),
    Action.SEE_PATTERNS: frozenset({Role.POLICE}),
    Action.READ_INCIDENTS: _POLICE_AND_MARSHAL | _OF_THE_MUNICIPALITY | {Role.SAFETY_DIRECTOR, Role.PROSECUTION},
    Action.DECIDE_INCIDENTS: frozenset({Role.POLICE}),
    Action.HAVE_TASKS: _POLICE_AND_MARSHAL | _GOVERNING | {Role.SAFETY_DIRECTOR, Role.ENFORCEMENT},
    Action.OPEN_AFTERCARE: _POLICE_AND_MARSHAL,
    Action.READ_AFTERCARE: _POLICE_AND_MARSHAL | {Role.SAFETY_DIRECTOR, Role.MUNICIPALITY},
    Action.SEE_CASCADE: frozenset({Role.POLICE, Role.SAFETY_DIRECTOR}),
    Action.SET_CASCADE: frozenset({Role.SAFETY_DIRECTOR, Role.ADMINISTRATOR}),
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
    """The kinds of scopes."""

    POSTCODES = "postcodes"
    MUNICIPALITY = "municipality"
    BRANCH = "branch"
    KVO_GROUP = "kvo_group"
    NATIONAL = "national"

    def fits(self, role: Role) -> bool:
        """Whether a role can have a scope of this kind: managers have a group, associations a branch; police anything
        but a group; others neither a branch nor a group."""
        match role:
            case Role.KVO_MANAGER:
                return self is ScopeKind.KVO_GROUP
            case Role.TRADE_ASSOCIATION:
                return self is ScopeKind.BRANCH
            case Role.POLICE:
                return self is not ScopeKind.KVO_GROUP
            case _:
                return self not in (ScopeKind.BRANCH, ScopeKind.KVO_GROUP)


@dataclass(frozen=True, slots=True)
class Matter:
    """The subject of a permission: where it is, for which branches, in which KVO groups.

    `municipalities` are those in which the place may lie, as the postcode table tells; no `branches` means all of them.
    `region`: the ground of a notice without a circle, and `extent` what it holds, once that was looked up.
    """

    place: Place
    municipalities: frozenset[MunicipalityId] = frozenset()
    branches: frozenset[Branch] = frozenset()
    kvo_groups: frozenset[KvoGroupId] = frozenset()
    region: "Scope | None" = None
    extent: Extent | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """The ground or branch that a role covers. `first` and `last` are PC4s, inclusive, with which a branch can be
    narrowed to a part of the country; `name` is how the municipality is shown."""

    kind: ScopeKind
    first: str | None = None
    last: str | None = None
    name: str | None = field(default=None, compare=False)
    branch: Branch | None = None
    kvo_group_id: KvoGroupId | None = None
    municipality: MunicipalityId | None = None

    def covers(self, matter: Matter) -> bool:
        """Whether the matter lies in this scope, with all of its region; a branch covers only what is for that branch
        and no other."""
        if matter.region is not None and not self._holds(matter.extent or Extent()):
            return False
        match self.kind:
            case ScopeKind.NATIONAL:
                return True
            case ScopeKind.POSTCODES:
                return self._has_pc4(matter.place.pc4)
            case ScopeKind.MUNICIPALITY:
                return self.municipality in matter.municipalities
            case ScopeKind.BRANCH:
                return matter.branches == {self.branch} and (self.is_whole_branch or self._has_pc4(matter.place.pc4))
            case ScopeKind.KVO_GROUP:
                return self.kvo_group_id in matter.kvo_groups

    def _holds(self, extent: Extent) -> bool:
        match self.kind:
            case ScopeKind.MUNICIPALITY:
                return extent.municipalities == {self.municipality}
            case ScopeKind.POSTCODES | ScopeKind.BRANCH if not self.is_whole_branch:
                return extent.lies_between(self.first or "", self.last or "")
            case _:
                return True

    @property
    def is_whole_branch(self) -> bool:
        """Whether the scope is a branch in the whole country, not within a range of postcodes."""
        return self.kind is ScopeKind.BRANCH and self.first is None

    def fits(self, role: Role) -> bool:
        """Whether the role can have this scope: a branch within a range of postcodes is for police only."""
        is_part = self.kind is ScopeKind.BRANCH and not self.is_whole_branch
        return self.kind.fits(role) and (role is Role.POLICE or not is_part)

    def _has_pc4(self, pc4: str | None) -> bool:
        return bool(pc4 and self.first and self.last and self.first <= pc4 <= self.last)

    def __str__(self) -> str:
        match self.kind:
            case ScopeKind.POSTCODES:
                return f"{self.first}-{self.last}"
            case ScopeKind.MUNICIPALITY if self.municipality == named_id(self.name or ""):
                return f"municipality:{self.name}"
            case ScopeKind.MUNICIPALITY:
                return f"municipality:{self.municipality} {self.name or ''}".rstrip()
            case ScopeKind.BRANCH if self.is_whole_branch:
                return f"branch:{self.branch}"
            case ScopeKind.BRANCH:
                return f"branch:{self.branch}:{self.first}-{self.last}"
            case ScopeKind.KVO_GROUP:
                return f"kvo_group:{self.kvo_group_id}"
            case ScopeKind.NATIONAL:
                return "national"


def municipality_scope(municipality: MunicipalityId, name: str) -> Scope:
    """Return the scope of a whole municipality."""
    return Scope(ScopeKind.MUNICIPALITY, name=name, municipality=municipality)


def parse_scope(text: str) -> Scope:
    """Parse `2900-2999`, `2903`, `municipality:NAME`, `branch:KEY`, `branch:KEY:2900-2999`, `kvo_group:ID` or
    `national`. Raises Rejected.

    Before the name of a municipality may stand its id (`municipality:0502 Capelle aan den IJssel`).
    """
    text = text.strip()
    if text == "national":
        return Scope(ScopeKind.NATIONAL)
    if pc4s := _pc4s(text):
        return Scope(ScopeKind.POSTCODES, first=pc4s[0], last=pc4s[1])
    kind, _, name = text.partition(":")
    if kind == "municipality" and slug(name):
        if match := _IDENTIFIED.fullmatch(name.strip()):
            return municipality_scope(MunicipalityId(match[1]), match[2] or match[1])
        return municipality_scope(named_id(name), name.strip())
    key, separator, part = name.partition(":")
    if kind == "branch" and key in set(Branch):
        if not separator:
            return Scope(ScopeKind.BRANCH, branch=Branch(key))
        if pc4s := _pc4s(part):
            return Scope(ScopeKind.BRANCH, first=pc4s[0], last=pc4s[1], branch=Branch(key))
    if kind == "kvo_group" and re.fullmatch(r"[1-9]\d{0,17}", name):
        return Scope(ScopeKind.KVO_GROUP, kvo_group_id=KvoGroupId(int(name)))
    raise Rejected("scope", scope=text)


def _pc4s(text: str) -> tuple[str, str] | None:
    """Return the first and last PC4 of a written range, or a single PC4 twice; None for anything else."""
    match = re.fullmatch(r"([1-9]\d{3})(?:-([1-9]\d{3}))?", text)
    if match is None or match[1] > (match[2] or match[1]):
        return None
    return match[1], match[2] or match[1]


# Actions about a place or a group whatever the branch: no role with a branch as scope may do them.
_SEEN_BY_PLACE = frozenset({Action.SEE_REPORTS, Action.SEE_FIGURES, Action.SEE_SHARES, Action.SEE_PATTERNS})
_OF_AFTERCARE = frozenset({Action.OPEN_AFTERCARE, Action.READ_AFTERCARE, Action.HAVE_TASKS})
_OF_INCIDENTS = _OF_AFTERCARE | {Action.READ_INCIDENTS, Action.DECIDE_INCIDENTS, Action.SEE_CASCADE}
_OF_PLACES = _SEEN_BY_PLACE | _OF_INCIDENTS | {Action.WORD_OUTCOMES, Action.MANAGE_KVO_GROUP}


def actions_of(role: Role, scope: Scope) -> frozenset[Action]:
    """Return the actions of this role in this scope; none where the scope does not fit the role."""
    if not scope.fits(role):
        return frozenset()
    allowed = frozenset(action for action, roles in ALLOWED.items() if role in roles)
    return allowed - _OF_PLACES if scope.kind is ScopeKind.BRANCH else allowed


@dataclass(frozen=True, slots=True)
class Grant:
    """A role of a member. Others see `label` where one was typed (never a name), else `function`, else the name of the
    role.

    `granted_by` gave it and `confirmed_by` was the second person; both are None for a link of the command line.
    """

    id: RoleId
    member_id: MemberId
    role: Role
    scope: Scope
    label: str | None
    starts_at: datetime
    ends_at: datetime | None = None
    deputy_id: MemberId | None = None
    granted_by: MemberId | None = None
    confirmed_by: MemberId | None = None
    derived_from: RoleId | None = None
    function: Function | None = None

    @property
    def actions(self) -> frozenset[Action]:
        """The actions that the grant allows in its scope, while it is active."""
        return actions_of(self.role, self.scope)

    def is_of(self, member: MemberId | None) -> bool:
        """Whether this member is the holder or the deputy."""
        return member is not None and member in (self.member_id, self.deputy_id)

    def is_active(self, now: datetime) -> bool:
        """Whether the grant has begun and not ended."""
        return self.starts_at <= now and (self.ends_at is None or now < self.ends_at)


@dataclass(frozen=True, slots=True)
class Actor:
    """The member who makes a request, with their grants."""

    member: Member
    grants: tuple[Grant, ...]


def is_police(grants: Iterable[Grant], now: datetime) -> bool:
    """Tell whether any of the grants is of the police now."""
    return any(one.role is Role.POLICE and one.is_active(now) for one in grants)


def may(grants: Iterable[Grant], action: Action, matter: Matter | None, *, now: datetime) -> bool:
    """Whether one of these grants allows the action in this matter; for None: anywhere at all."""
    return any(
        action in grant.actions and grant.is_active(now) and (matter is None or grant.scope.covers(matter))
        for grant in grants
    )
