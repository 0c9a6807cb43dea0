"""Find coordinators: who may do something at a place."""

from datetime import datetime

from alerts.area import Place
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action, may


async def find_coordinators(uow: UnitOfWork, action: Action, place: Place, now: datetime) -> list[MemberId]:
    """Members whose role and scope allow the action at the place, longest in office first."""
    municipality = await municipality_of(uow, place)
    grants = await uow.roles.active(now)
    allowed = (
        grant.member_id for grant in grants if may([grant], action, now=now, place=place, municipality=municipality)
    )
    return list(dict.fromkeys(allowed))


async def municipality_of(uow: UnitOfWork, place: Place) -> str | None:
    """The municipality of a place, as the postcode table has it."""
    row = await uow.postcodes.get(place.pc4) if place.pc4 else None
    return (row.municipality or row.place) if row else None
