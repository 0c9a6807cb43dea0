"""A coordinator's role in words: what it is, and where."""

from collections.abc import Iterable

from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Grant, Role, Scope, ScopeKind
from bot.message import Html
from bot.texts import Phrases


def role_words(role: Role, scope: Scope, t: Phrases, text: str = "role-granted", **more: str) -> Html:
    """The role with its scope, in a sentence; `group` is the name of the KVO group that it may be for."""
    words = scope_words(scope, t, more.pop("group", ""))
    return t(text, role=t.plain(f"role-{role}"), scope=words, **more)


async def roles_held(uow: UnitOfWork, grants: tuple[Grant, ...], member: MemberId, t: Phrases) -> list[Html]:
    """A line for each of these grants, which are the member's own or those of which they are the deputy."""
    return [
        role_words(
            grant.role,
            grant.scope,
            t,
            "mine-role" if grant.member_id == member else "mine-deputy",
            group=await group_of(uow, grant.scope),
        )
        for grant in grants
    ]


async def group_of(uow: UnitOfWork, scope: Scope) -> str:
    """The name of the KVO group of a scope; empty for any other."""
    return "" if scope.kvo_group_id is None else (await uow.kvo_groups.get(scope.kvo_group_id)).name


def function_words(grants: Iterable[Grant], t: Phrases) -> str:
    """What others see of a coordinator instead of a name: the label of these grants, else the role."""
    held = list(grants)
    labels = (grant.label for grant in held if grant.label)
    return next(labels, None) or next((t.plain(f"role-{grant.role}") for grant in held), t.plain("role-unknown"))


def scope_words(scope: Scope, t: Phrases, group: str = "") -> str:
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
            return t.plain("scope-kvo-group", name=group)
        case ScopeKind.NATIONAL:
            return t.plain("scope-national")
