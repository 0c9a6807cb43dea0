"""Find the KVO groups for which a member may do something."""

from datetime import datetime

from alerts.errors import IllegalTransition, OutOfReach
from alerts.ids import KvoGroupId
from alerts.kvo_group import KvoGroup
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, may
from alerts.services.permission.check_may import check_has
from alerts.services.permission.locate_matter import group_matters, located


async def find_groups(uow: UnitOfWork, actor: Actor, action: Action, now: datetime) -> list[KvoGroup]:
    """Return the open groups for which the actor's roles allow the action, oldest first."""
    return [group for group in await uow.kvo_groups.all_open() if await _may(uow, actor, action, group, now)]


async def groups_after(
    uow: UnitOfWork, actor: Actor, action: Action, behind: KvoGroupId, now: datetime, *, most: int
) -> list[KvoGroup]:
    """Return up to `most` open groups for which the actor's roles allow the action and that are newer than this one,
    oldest first. Raises NotAllowed without the action."""
    check_has(actor, action, now)
    found: list[KvoGroup] = []
    for group in await uow.kvo_groups.all_open():
        if len(found) == most:
            break
        if group.id > behind and await _may(uow, actor, action, group, now):
            found.append(group)
    return found


async def group_for(uow: UnitOfWork, actor: Actor, action: Action, group_id: KvoGroupId, *, now: datetime) -> KvoGroup:
    """Return one open group. Raises NotAllowed without the action, OutOfReach when it is not allowed for this group,
    IllegalTransition when it is closed, NotFound when there is no such group."""
    check_has(actor, action, now)
    group = await uow.kvo_groups.get(group_id)
    if not await _may(uow, actor, action, group, now):
        raise OutOfReach("outside-scope")
    if group.closed_at is not None:
        raise IllegalTransition("group-closed")
    return group


async def _may(uow: UnitOfWork, actor: Actor, action: Action, group: KvoGroup, now: datetime) -> bool:
    for matter in group_matters(group):
        if may(actor.grants, action, await located(uow, matter), now=now):
            return True
    return False
