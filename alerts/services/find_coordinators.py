"""Find coordinators: who may do something in a matter."""

from dataclasses import replace
from datetime import datetime

from alerts.alert import AlertContent
from alerts.area import Place
from alerts.branch import Branch
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action, Matter, may


async def find_coordinators(uow: UnitOfWork, action: Action, about: Matter | Place, now: datetime) -> list[MemberId]:
    """Members whose role and scope allow the action there, longest in office first."""
    matter = await located(uow, about)
    grants = await uow.roles.active(now)
    return list(dict.fromkeys(grant.member_id for grant in grants if may([grant], action, matter, now=now)))


async def located(uow: UnitOfWork, about: Matter | Place) -> Matter:
    """The matter with the municipality of its place, as the postcode table has it."""
    matter = Matter(about) if isinstance(about, Place) else about
    row = await uow.postcodes.get(matter.place.pc4) if matter.place.pc4 else None
    return replace(matter, municipality=(row.municipality or row.place) if row else None)


def alert_matter(content: AlertContent) -> Matter:
    """Who may deal with an alert: those of its place, and of its only branch or of the group that it is for."""
    if content.kvo_group_id is not None:  # what is said to a group is no business of a branch elsewhere
        return Matter(content.place, kvo_groups=frozenset({content.kvo_group_id}))
    return Matter(content.place, branches=content.branches)


async def shop_matter(uow: UnitOfWork, place: Place, branch: Branch) -> Matter:
    """Who may deal with a shop: those of its place, of its branch, or of a group that it belongs to."""
    groups = await uow.kvo_groups.holding(place, branch)
    return Matter(place, branches=frozenset({branch}), kvo_groups=frozenset(one.id for one in groups))
