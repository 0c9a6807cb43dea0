"""Find the example texts with which somebody can begin a notice."""

from datetime import datetime

from alerts.branch import Branch
from alerts.example_text import READY, ExampleText, ReadyExample
from alerts.ids import MunicipalityId
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, Scope, ScopeKind
from alerts.services.permission.locate_matter import group_matters, located


def ready_examples(actor: Actor, now: datetime) -> list[ReadyExample]:
    """Return the examples of the program that this person can use: for any branch, or for one of theirs."""
    branches = _branches(actor, now)
    return [one for one in READY if branches is None or one.branch is None or one.branch in branches]


async def own_examples(uow: UnitOfWork, actor: Actor, now: datetime) -> list[ExampleText]:
    """Return the examples of municipalities in which this person may write notices somewhere, newest first."""
    branches, scopes = _branches(actor, now), _scopes(actor, now)
    found = [
        one
        for one in await uow.example_texts.all()
        if branches is None or one.content.branch is None or one.content.branch in branches
    ]
    places = {one.content.municipality for one in found}
    near = {which for which in places if any([await _touches(uow, scope, which) for scope in scopes])}
    return [one for one in found if one.content.municipality in near]


async def _touches(uow: UnitOfWork, scope: Scope, municipality: MunicipalityId) -> bool:
    """Whether some of the scope lies in the municipality."""
    match scope.kind:
        case ScopeKind.MUNICIPALITY:
            return scope.municipality == municipality
        case ScopeKind.POSTCODES | ScopeKind.BRANCH if not scope.is_whole_branch:
            found = await uow.postcodes.municipalities(scope.first or "", scope.last or "")
            return municipality in {one.id for one in found}
        case ScopeKind.KVO_GROUP:
            assert scope.kvo_group_id is not None, "the scope is a group"
            ground = group_matters(await uow.kvo_groups.get(scope.kvo_group_id))
            return any([municipality in (await located(uow, matter)).municipalities for matter in ground])
        case _:
            return True


def _scopes(actor: Actor, now: datetime) -> list[Scope]:
    """Return the scopes in which this person writes notices."""
    return [one.scope for one in actor.grants if one.is_active(now) and Action.DRAFT_ALERT in one.actions]


def _branches(actor: Actor, now: datetime) -> frozenset[Branch] | None:
    """Return the branches for which this person writes notices; None for whoever writes for any."""
    scopes = _scopes(actor, now)
    if any(one.kind is not ScopeKind.BRANCH for one in scopes):
        return None
    return frozenset(one.branch for one in scopes if one.branch is not None)
