"""Compare scopes: whether one holds all of another, and in which municipality a scope lies."""

from datetime import datetime

from alerts.errors import NotAllowed, OutOfReach
from alerts.ids import MunicipalityId
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, Matter, Scope, ScopeKind
from alerts.services.permission.check_may import refused_as
from alerts.services.permission.locate_matter import group_matters, located


async def check_covers(uow: UnitOfWork, actor: Actor, action: Action, scope: Scope, now: datetime) -> None:
    """Raise NotAllowed unless one role of the actor allows the action in all of this scope; OutOfReach for that of a
    group, which is named by its number."""
    if not await may_in_all_of(uow, actor, action, scope, now):
        refused = NotAllowed if scope.kvo_group_id is None else OutOfReach
        raise refused(refused_as(actor, action, now))


async def may_in_all_of(uow: UnitOfWork, actor: Actor, action: Action, scope: Scope, now: datetime) -> bool:
    """Whether one role of the actor allows the action in all of this scope."""
    able = [one for one in actor.grants if one.is_active(now) and action in one.actions]
    return any([await covers_scope(uow, one.scope, scope) for one in able])


async def covers_scope(uow: UnitOfWork, outer: Scope, inner: Scope) -> bool:
    """Whether all of `inner` lies in `outer`, by the postcode table; ground that the table does not know does not count
    as inside."""
    if outer == inner or outer.kind is ScopeKind.NATIONAL:
        return True
    match inner.kind, outer.kind:
        case ScopeKind.BRANCH, ScopeKind.BRANCH:
            return inner.branch == outer.branch and (outer.is_whole_branch or _holds_range(outer, inner))
        case ((ScopeKind.POSTCODES | ScopeKind.BRANCH), ScopeKind.POSTCODES):
            return _holds_range(outer, inner)
        case ((ScopeKind.POSTCODES | ScopeKind.BRANCH), ScopeKind.MUNICIPALITY):
            return await municipality_of(uow, inner) == outer.municipality
        case ScopeKind.MUNICIPALITY, ScopeKind.POSTCODES:
            codes = await uow.postcodes.pc4s_of(inner.municipality) if inner.municipality else []
            return bool(codes) and (outer.first or "") <= codes[0] and codes[-1] <= (outer.last or "")
        case ScopeKind.KVO_GROUP, ScopeKind.MUNICIPALITY:
            ground = await _ground_of(uow, inner)
            return bool(ground) and all(matter.municipalities == {outer.municipality} for matter in ground)
        case ScopeKind.KVO_GROUP, _:
            ground = await _ground_of(uow, inner)
            return bool(ground) and all(outer.covers(matter) for matter in ground)
        case _:
            return False


def _holds_range(outer: Scope, inner: Scope) -> bool:
    """Whether the postcode range of `inner` lies in that of `outer`; False when one has no range, as a branch in the
    whole country."""
    if not (outer.first and outer.last and inner.first and inner.last):
        return False
    return outer.first <= inner.first and inner.last <= outer.last


async def municipality_of(uow: UnitOfWork, scope: Scope) -> MunicipalityId | None:
    """Return the only municipality in which a scope lies; None for several, for a whole branch, and for the country."""
    match scope.kind:
        case ScopeKind.MUNICIPALITY:
            return scope.municipality
        case ScopeKind.POSTCODES | ScopeKind.BRANCH if not scope.is_whole_branch:
            found = {one.id for one in await uow.postcodes.municipalities(scope.first or "", scope.last or "")}
        case ScopeKind.KVO_GROUP:
            found = {one for matter in await _ground_of(uow, scope) for one in matter.municipalities}
        case _:
            found = set()
    return found.pop() if len(found) == 1 else None


async def _ground_of(uow: UnitOfWork, scope: Scope) -> list[Matter]:
    assert scope.kvo_group_id is not None, "the scope is a group"
    return [await located(uow, matter) for matter in group_matters(await uow.kvo_groups.get(scope.kvo_group_id))]
