"""Find coordinators: the members who may do something in a matter."""

from datetime import datetime

from alerts.area import Place
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action, Matter, may
from alerts.services.permission.locate_matter import located


async def find_coordinators(uow: UnitOfWork, action: Action, about: Matter | Place, now: datetime) -> list[MemberId]:
    """Return the members whose role and scope allow the action there, longest in office first."""
    matter = await located(uow, about)
    grants = await uow.roles.active(now)
    return list(dict.fromkeys(grant.member_id for grant in grants if may([grant], action, matter, now=now)))
