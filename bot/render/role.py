"""A coordinator's role in words: what it is, and where."""

from collections.abc import Iterable

from alerts.ids import MemberId
from alerts.role import Grant, Role, Scope, ScopeKind
from bot.message import Html
from bot.texts import Phrases


def role_words(role: Role, scope: Scope, t: Phrases, text: str = "role-granted", **more: str) -> Html:
    """The role with its scope, in a sentence."""
    return t(text, role=t.plain(f"role-{role}"), scope=scope_words(scope, t), **more)


def roles_held(grants: tuple[Grant, ...], member: MemberId, t: Phrases) -> list[Html]:
    """A line for each of these grants, which are the member's own or those of which they are the deputy."""
    return [
        role_words(grant.role, grant.scope, t, "mine-role" if grant.member_id == member else "mine-deputy")
        for grant in grants
    ]


def function_words(grants: Iterable[Grant], t: Phrases) -> str:
    """What others see of a coordinator instead of a name: the label of these grants, else the role."""
    held = list(grants)
    labels = (grant.label for grant in held if grant.label)
    return next(labels, None) or next((t.plain(f"role-{grant.role}") for grant in held), t.plain("role-unknown"))


def scope_words(scope: Scope, t: Phrases) -> str:
    """What a role covers, for people."""
    match scope.kind:
        case ScopeKind.POSTCODES if scope.first == scope.last:
            return t.plain("scope-postcode", first=scope.first or "")
        case ScopeKind.POSTCODES:
            return t.plain("scope-postcodes", first=scope.first or "", last=scope.last or "")
        case ScopeKind.MUNICIPALITY:
            return t.plain("scope-municipality", name=scope.name or "")
        case ScopeKind.BRANCH:
            return t.plain("scope-branch", branch=t.plain(f"branch-{scope.branch}"))
        case ScopeKind.KVO_GROUP:
            return t.plain("scope-kvo-group")
        case ScopeKind.NATIONAL:
            return t.plain("scope-national")
