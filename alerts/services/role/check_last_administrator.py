"""Keep an administrator: the last one cannot leave, or nobody could let the next one in."""

from collections.abc import Iterable
from datetime import datetime

from alerts.errors import NotAllowed
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Grant, Role
from alerts.services.permission.find_reachable import able_to_answer
from alerts.services.scope.cover_scope import covers_scope


async def check_not_last_administrator(uow: UnitOfWork, member: MemberId, now: datetime) -> None:
    """Raise NotAllowed when the member is the only administrator of some scope, and so cannot stop or be erased."""
    active = await _administrators(uow, now)
    others = [one for one in active if one.member_id != member]
    for grant in active:
        if grant.member_id == member:
            await _check_kept(uow, grant, others)


async def check_can_end(uow: UnitOfWork, grant: Grant, now: datetime) -> None:
    """Raise NotAllowed when this role is that of the only administrator of its scope."""
    if grant.role is Role.ADMINISTRATOR:
        await _check_kept(uow, grant, [one for one in await _administrators(uow, now) if one.id != grant.id])


async def _administrators(uow: UnitOfWork, now: datetime) -> list[Grant]:
    return [one for one in await uow.roles.active(now) if one.role is Role.ADMINISTRATOR]


async def _check_kept(uow: UnitOfWork, grant: Grant, others: Iterable[Grant]) -> None:
    """Raise NotAllowed unless one of the others covers the scope. Who has an end date, stopped, or can be reached
    neither in the chat nor by the console does not count."""
    for other in others:
        stays = other.ends_at is None and await able_to_answer(uow, [other.member_id], None)
        if stays and await covers_scope(uow, other.scope, grant.scope):
            return
    raise NotAllowed("last-administrator")
