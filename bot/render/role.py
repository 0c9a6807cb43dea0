"""A coordinator's role in words: what it is, and where."""

from collections.abc import Iterable

from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Grant, Role, Scope, ScopeKind
from alerts.services.set_municipality import label_of
from bot.message import Html
from bot.texts import Phrases


async def role_name(uow: UnitOfWork, role: Role, scope: Scope, t: Phrases) -> str:
    """What the role is called where this scope lies."""
    return await label_of(uow, role, scope) or t.plain(f"role-{role}")


async def role_words(
    uow: UnitOfWork, role: Role, scope: Scope, t: Phrases, text: str = "role-granted", **more: str
) -> Html:
    """The role with its scope, in a sentence."""
    words = scope_words(scope, t, await group_of(uow, scope))
    return t(text, role=await role_name(uow, role, scope, t), scope=words, **more)


async def roles_held(uow: UnitOfWork, grants: tuple[Grant, ...], member: MemberId, t: Phrases) -> list[Html]:
    """A line for each of these grants, which are the member's own or those of which they are the deputy."""
    texts = ["mine-role" if grant.member_id == member else "mine-deputy" for grant in grants]
    return [await role_words(uow, grant.role, grant.scope, t, text) for grant, text in zip(grants, texts, strict=True)]


async def group_of(uow: UnitOfWork, scope: Scope) -> str:
    """The name of the KVO group of a scope; empty for any other."""
    return "" if scope.kvo_group_id is None else (await uow.kvo_groups.get(scope.kvo_group_id)).name


async def function_words(uow: UnitOfWork, grants: Iterable[Grant], t: Phrases) -> str:
    """What others see of a coordinator instead of a name: the label of these grants, else the role."""
    held = list(grants)
    label = next((grant.label for grant in held if grant.label), None)
    if label is not None or not held:
        return label or t.plain("role-unknown")
    return await role_name(uow, held[0].role, held[0].scope, t)


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
