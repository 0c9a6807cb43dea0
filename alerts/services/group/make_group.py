"""Make, change and close a KVO group: for those who may manage groups in the place itself.

A group's manager may do none of these: widening the ground of the own group would widen the own role.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from alerts.area import Place
from alerts.audit import AuditEvent
from alerts.errors import Conflict, NotAllowed
from alerts.ids import KvoGroupId
from alerts.kvo_group import KvoGroup, NewKvoGroup
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, Scope, ScopeKind, may
from alerts.services.group.find_groups import group_for
from alerts.services.permission.locate_matter import located
from alerts.services.role.end_role import end_roles_over


def may_make_groups(actor: Actor, now: datetime) -> bool:
    """Whether a role of the actor allows making groups somewhere."""
    of_places = [grant for grant in actor.grants if grant.scope.kind is not ScopeKind.KVO_GROUP]
    return may(of_places, Action.MANAGE_KVO_GROUP, None, now=now)


async def may_make_at(uow: UnitOfWork, actor: Actor, code: str, now: datetime) -> bool:
    """Whether the actor may give this ground (a PC4 or PC6) to a group."""
    matter = await located(uow, Place(code[:4], code if len(code) > 4 else None))
    return may(actor.grants, Action.MANAGE_KVO_GROUP, matter, now=now)


async def may_change(uow: UnitOfWork, actor: Actor, group: KvoGroup, now: datetime) -> bool:
    """Whether the actor may give some of the group's ground."""
    return any([await may_make_at(uow, actor, code, now) for code in sorted({code[:4] for code in group.codes})])


async def make_group(uow: UnitOfWork, actor: Actor, new: NewKvoGroup, now: datetime) -> KvoGroup:
    """Add a group. Raises NotAllowed when some of its ground lies outside the actor's scope."""
    await _check_ground(uow, actor, new.codes, now)
    group = await uow.kvo_groups.add(new, actor.member.id, now)
    await uow.audit.append(AuditEvent("group.made", "kvo_group", group.id, actor.member.id), now)
    return group


async def changeable_group(
    uow: UnitOfWork, actor: Actor, group_id: KvoGroupId, *, version: int | None = None, now: datetime
) -> KvoGroup:
    """Return the group if the actor may change and close it. Raises NotAllowed; Conflict when the version is not
    current."""
    group = await group_for(uow, actor, Action.MANAGE_KVO_GROUP, group_id, now=now)
    if not await may_change(uow, actor, group, now):
        raise NotAllowed("change-group")
    if version is not None and version != group.version:
        raise Conflict
    return group


async def change_group(
    uow: UnitOfWork, actor: Actor, group_id: KvoGroupId, changed: NewKvoGroup, *, version: int, now: datetime
) -> KvoGroup:
    """Change name, ground or branches. Ground that the group has already may stay, wherever it lies. Raises NotAllowed,
    Conflict."""
    group = await changeable_group(uow, actor, group_id, version=version, now=now)
    await _check_ground(uow, actor, changed.codes - group.codes, now)
    await uow.audit.append(AuditEvent("group.changed", "kvo_group", group.id, actor.member.id), now)
    return await uow.kvo_groups.save(replace(group, name=changed.name, codes=changed.codes, branches=changed.branches))


async def close_group(uow: UnitOfWork, actor: Actor, group_id: KvoGroupId, *, version: int, now: datetime) -> KvoGroup:
    """Close the group: untie its chat and end the roles over it. Raises NotAllowed, Conflict."""
    group = await changeable_group(uow, actor, group_id, version=version, now=now)
    closed = await uow.kvo_groups.save(replace(group, closed_at=now, join_link=None))
    await uow.kvo_groups.set_code(group.id, None, None)
    await uow.kvo_groups.untie(group.id, now)
    await uow.audit.append(AuditEvent("group.closed", "kvo_group", group.id, actor.member.id), now)
    await end_roles_over(uow, Scope(ScopeKind.KVO_GROUP, kvo_group_id=group.id), actor.member.id, now)
    return closed


async def _check_ground(uow: UnitOfWork, actor: Actor, codes: Iterable[str], now: datetime) -> None:
    for code in codes:
        if not await may_make_at(uow, actor, code, now):
            raise NotAllowed("outside-scope")
