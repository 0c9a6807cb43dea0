"""Find the source of a grant: by which roles somebody can give a role, and how long what they give can last."""

from collections.abc import Iterable
from datetime import datetime

from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action, Grant, Role, Scope, ScopeKind, may
from alerts.services.permission.locate_matter import group_matters, located
from alerts.services.scope.cover_scope import covers_scope


async def giving_grants(uow: UnitOfWork, giver: MemberId, scope: Scope, now: datetime) -> list[Grant]:
    """Return the grants by which this member can give a role for the scope: as its administrator; for a KVO group also
    as who manages it."""
    return [
        one for one in await uow.roles.of_member(giver) if one.is_active(now) and await _gives(uow, one, scope, now)
    ]


async def recovering_grants(uow: UnitOfWork, giver: MemberId, role: Role, scope: Scope, now: datetime) -> list[Grant]:
    """Return the grants by which this member can ask for a new link for whoever holds this role: as who could give it,
    and as police of all its scope, unless it is an administrator's."""
    by_giving = await giving_grants(uow, giver, scope, now)
    if by_giving or role is Role.ADMINISTRATOR:
        return by_giving
    held = [
        one for one in await uow.roles.of_member(giver) if one.is_active(now) and Action.APPROVE_ALERT in one.actions
    ]
    return [one for one in held if await covers_scope(uow, one.scope, scope)]


def source_of(grants: Iterable[Grant]) -> Grant | None:
    """Return the grant that lasts longest, the oldest of several without an end date; None for none."""
    found = sorted(grants, key=lambda one: one.id)
    lasting = next((one for one in found if one.ends_at is None), None)
    ending = [(one.ends_at, one) for one in found if one.ends_at is not None]
    return lasting or (max(ending, key=lambda pair: pair[0])[1] if ending else None)


async def descends_from(uow: UnitOfWork, grant: Grant, other: Grant) -> bool:
    """Whether a grant is the other one, or was given by it, directly or through others."""
    seen: set[int] = set()
    while grant.id != other.id:
        if grant.derived_from is None or grant.id in seen:
            return False
        seen.add(grant.id)
        grant = await uow.roles.get(grant.derived_from)
    return True


def no_later(ends_at: datetime | None, source: Grant | None) -> datetime | None:
    """Return the earlier of this end date and that of the source (None: no end)."""
    if source is None or source.ends_at is None:
        return ends_at
    return source.ends_at if ends_at is None else min(ends_at, source.ends_at)


async def _gives(uow: UnitOfWork, grant: Grant, scope: Scope, now: datetime) -> bool:
    if Action.ADMINISTER in grant.actions and await covers_scope(uow, grant.scope, scope):
        return True
    if scope.kind is not ScopeKind.KVO_GROUP or scope.kvo_group_id is None:
        return False
    matters = group_matters(await uow.kvo_groups.get(scope.kvo_group_id))
    return bool(matters) and all(
        [may([grant], Action.MANAGE_KVO_GROUP, await located(uow, one), now=now) for one in matters]
    )
