"""A coordinator's role in words: what it is, and where."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from alerts.ids import MemberId
from alerts.invite import LABEL_LENGTH
from alerts.ports import UnitOfWork
from alerts.role import Action, Function, Grant, Role, Scope, ScopeKind
from alerts.services.place.set_municipality import label_of
from texts.html import Html
from texts.phrases import Phrases


class ScopedRole(Protocol):
    """A role with its scope and function: a grant, a request for one, or `RoleOffer`."""

    @property
    def role(self) -> Role:
        """What its holder is."""

    @property
    def scope(self) -> Scope:
        """Where the role holds."""

    @property
    def function(self) -> Function | None:
        """The function that was chosen; None for the usual one."""


@dataclass(frozen=True, slots=True)
class RoleOffer:
    """A role that nobody holds yet."""

    role: Role
    scope: Scope
    function: Function | None = None


async def role_name(uow: UnitOfWork, given: ScopedRole, t: Phrases) -> str:
    """The name of a role: with its function, such as *wijkagent (politie)*, or as the role is called where this scope
    lies."""
    if given.function is not None:
        words = t.plain(f"function-{given.function}")
        return t.plain("role-with-function", function=words, role=t.plain(f"role-of-{given.role}"))
    return await label_of(uow, given.role, given.scope) or t.plain(f"role-{given.role}")


def role_choice(role: Role, t: Phrases) -> str:
    """The role on the button by which it is chosen, before a function is chosen."""
    return t.plain("role-choice-police" if role is Role.POLICE else f"role-{role}")


async def role_words(uow: UnitOfWork, given: ScopedRole, t: Phrases, text: str = "role-granted", **more: str) -> Html:
    """The role with its scope, in a sentence."""
    return t(text, **await role_and_scope(uow, given, t), **more)


async def role_and_scope(uow: UnitOfWork, given: ScopedRole, t: Phrases) -> dict[str, str]:
    """The variables `role` and `scope` of a sentence."""
    scope = scope_words(given.scope, t, await group_of(uow, given.scope))
    return {"role": await role_name(uow, given, t), "scope": scope}


async def roles_held(uow: UnitOfWork, grants: tuple[Grant, ...], member: MemberId, t: Phrases) -> list[Html]:
    """A line for each of these grants, which are the member's own or those of which they are the deputy."""
    texts = ["mine-role" if grant.member_id == member else "mine-deputy" for grant in grants]
    return [await role_words(uow, grant, t, text) for grant, text in zip(grants, texts, strict=True)]


async def group_of(uow: UnitOfWork, scope: Scope) -> str:
    """The name of the KVO group of a scope; empty for any other scope."""
    return "" if scope.kvo_group_id is None else (await uow.kvo_groups.get(scope.kvo_group_id)).name


async def function_words(uow: UnitOfWork, grants: Iterable[Grant], t: Phrases) -> str:
    """The words that others see in place of a coordinator's name: the label of these grants, else their function, else
    the role."""
    held = list(grants)
    label = next((grant.label for grant in held if grant.label), None)
    if label is not None or not held:
        return (label or t.plain("role-unknown"))[:LABEL_LENGTH]  # it may be older than the limit
    function = next((grant.function for grant in held if grant.function), None)
    if function is not None:
        return t.plain(f"function-{function}")
    return await role_name(uow, held[0], t)


async def function_of(uow: UnitOfWork, member: MemberId, action: Action, t: Phrases) -> str:
    """The function in which this member does the action, never a person's name."""
    grants = await uow.roles.of_member(member)
    return await function_words(uow, (one for one in grants if action in one.actions), t)


def scope_words(scope: Scope, t: Phrases, group: str = "") -> str:
    """The scope of a role in words."""
    match scope.kind:
        case ScopeKind.POSTCODES if scope.first == scope.last:
            return t.plain("scope-postcode", first=scope.first or "")
        case ScopeKind.POSTCODES:
            return t.plain("scope-postcodes", first=scope.first or "", last=scope.last or "")
        case ScopeKind.MUNICIPALITY:
            return t.plain("scope-municipality", name=scope.name or "")
        case ScopeKind.BRANCH if scope.is_whole_branch:
            return t.plain("scope-branch", branch=t.plain(f"branch-{scope.branch}"))
        case ScopeKind.BRANCH:
            range_words = scope_words(Scope(ScopeKind.POSTCODES, first=scope.first, last=scope.last), t)
            return t.plain("scope-branch-within", branch=t.plain(f"branch-{scope.branch}"), postcodes=range_words)
        case ScopeKind.KVO_GROUP:
            return t.plain("scope-kvo-group", name=group)
        case ScopeKind.NATIONAL:
            return t.plain("scope-national")
