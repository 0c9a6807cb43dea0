"""Find the managers who answer for a KVO group."""

from datetime import datetime

from alerts.ids import MemberId
from alerts.kvo_group import KvoGroup
from alerts.ports import UnitOfWork
from alerts.role import Action, Grant, Role, may
from alerts.services.permission.locate_matter import group_matters, located


async def grants_over(uow: UnitOfWork, group: KvoGroup, now: datetime) -> list[Grant]:
    """Return the active grants that allow managing the group, longest in office first."""
    matters = [await located(uow, matter) for matter in group_matters(group)]
    return [
        grant
        for grant in await uow.roles.active(now)
        if any(may([grant], Action.MANAGE_KVO_GROUP, matter, now=now) for matter in matters)
    ]


async def managers_to_ask(uow: UnitOfWork, group: KvoGroup, now: datetime) -> list[MemberId]:
    """Return the group's managers; without any its maker; when that one is not in office any more, all who may manage
    it."""
    grants = await grants_over(uow, group, now)
    managers = [grant.member_id for grant in grants if grant.role is Role.KVO_MANAGER]
    maker = [grant.member_id for grant in grants if grant.member_id == group.created_by]
    return list(dict.fromkeys(managers or maker or [grant.member_id for grant in grants]))


async def managers_to_tell(uow: UnitOfWork, group: KvoGroup, now: datetime) -> list[MemberId]:
    """Return the group's managers and maker; when none of them is in office any more, all who may manage it."""
    grants = await grants_over(uow, group, now)
    near = [one.member_id for one in grants if one.role is Role.KVO_MANAGER or one.member_id == group.created_by]
    return list(dict.fromkeys(near or [grant.member_id for grant in grants]))
