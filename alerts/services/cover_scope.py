"""Cover a scope: whether one role's scope holds all of another, and in which municipality a scope lies."""

from datetime import datetime

from alerts.errors import NotAllowed
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, Matter, Scope, ScopeKind, may
from alerts.services.find_coordinators import located
from alerts.services.find_groups import group_matters


async def check_covers(uow: UnitOfWork, actor: Actor, action: Action, scope: Scope, now: datetime) -> None:
    """Raise NotAllowed unless a role of theirs allows the action in all of this scope."""
    for grant in actor.grants:
        is_able = grant.is_active(now) and action in grant.actions
        if is_able and await covers_scope(uow, grant.scope, scope):
            return
    raise NotAllowed("outside-scope" if may(actor.grants, action, None, now=now) else action)


async def covers_scope(uow: UnitOfWork, outer: Scope, inner: Scope) -> bool:
    """Whether all of `inner` lies in `outer`, as far as the postcode table tells; what it does not tell does not."""
    if outer == inner or outer.kind is ScopeKind.NATIONAL:
        return True
    match inner.kind, outer.kind:
        case ScopeKind.POSTCODES, ScopeKind.POSTCODES:
            return (outer.first or "") <= (inner.first or "") and (inner.last or "") <= (outer.last or "")
        case ScopeKind.POSTCODES, ScopeKind.MUNICIPALITY:
            return await municipality_of(uow, inner) == outer.name
        case ScopeKind.MUNICIPALITY, ScopeKind.POSTCODES:
            codes = await uow.postcodes.pc4s_of(inner.name or "")
            return bool(codes) and (outer.first or "") <= codes[0] and codes[-1] <= (outer.last or "")
        case ScopeKind.KVO_GROUP, _:
            ground = await _ground_of(uow, inner)
            return bool(ground) and all(outer.covers(matter) for matter in ground)
        case _:
            return False


async def municipality_of(uow: UnitOfWork, scope: Scope) -> str | None:
    """The only municipality in which a scope lies; None for several, for a branch, and for the country."""
    match scope.kind:
        case ScopeKind.MUNICIPALITY:
            return scope.name
        case ScopeKind.POSTCODES:
            found = await uow.postcodes.municipalities(scope.first or "", scope.last or "")
        case ScopeKind.KVO_GROUP:
            found = list({matter.municipality or "" for matter in await _ground_of(uow, scope)})
        case _:
            found = []
    return (found[0] or None) if len(found) == 1 else None


async def _ground_of(uow: UnitOfWork, scope: Scope) -> list[Matter]:
    assert scope.kvo_group_id is not None, "the scope is a group"
    return [await located(uow, matter) for matter in group_matters(await uow.kvo_groups.get(scope.kvo_group_id))]
