"""Region: the ground of a notice without a circle: a municipality, a range of postcodes, or the country
(docs/domain.md §3, early warning to a branch)."""

from collections.abc import Collection

from alerts.alert import AlertContent
from alerts.branch import Branch
from alerts.errors import Rejected
from alerts.role import Matter, Scope, ScopeKind, parse_scope
from alerts.severity import Severity

REGION_KINDS = frozenset({ScopeKind.MUNICIPALITY, ScopeKind.POSTCODES, ScopeKind.NATIONAL})
COUNTRY = Scope(ScopeKind.NATIONAL)


def region_of(text: str) -> Scope:
    """Return the region that was stored as a text (`str` of a scope). Raises Rejected for any other scope."""
    region = parse_scope(text)
    if region.kind not in REGION_KINDS:
        raise Rejected("scope", scope=text)
    return region


def check_region(content: AlertContent) -> None:
    """Raise Rejected for a notice without a circle that is for everybody there, or that is acute."""
    check_urgency(content.region, content.severity)
    check_branches(content.region, content.branches)


def check_urgency(region: Scope | None, severity: Severity | None) -> None:
    """Raise Rejected for a P1 without a circle: it wakes people and goes before all else, for offenders who are
    near."""
    if region is not None and severity is Severity.P1:
        raise Rejected("region-acute")


def check_branches(region: Scope | None, branches: Collection[Branch]) -> None:
    """Raise Rejected where a notice without a circle names no branch: it would go to every shop of the region."""
    if region is not None and not branches:
        raise Rejected("region-branches")


def touches(scope: Scope, matter: Matter) -> bool:
    """Whether some of the region of a notice lies in the scope, or its KVO groups or one of its branches there."""
    extent, first, last = matter.extent, scope.first or "", scope.last or ""
    if extent is None:
        return False
    match scope.kind:
        case ScopeKind.NATIONAL:
            return True
        case ScopeKind.MUNICIPALITY:
            return extent.is_country or scope.municipality in extent.touched
        case ScopeKind.KVO_GROUP:
            return scope.kvo_group_id in matter.kvo_groups
        case ScopeKind.BRANCH if scope.is_whole_branch or scope.branch not in matter.branches:
            return scope.branch in matter.branches
        case _:
            return extent.has_some_between(first, last)
