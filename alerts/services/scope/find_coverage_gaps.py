"""Find gaps in coverage: roles whose scope covers nothing, shops whose reports would reach nobody, roles of which it is
unknown by which role they were given, and shops of which it is unknown in which of several places they lie."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from alerts.ports import UnitOfWork
from alerts.postcode_table import is_ambiguous
from alerts.role import Action, Grant, Matter
from alerts.services.permission.locate_matter import located
from alerts.services.scope.find_scope import has_ground


@dataclass(frozen=True, slots=True)
class Uncovered:
    """How many shops, out of `of`, lie where nobody sees their reports, and in which PC4s, those with most shops
    first."""

    shops: int
    of: int
    by_pc4: tuple[tuple[str | None, int], ...]


async def roles_without_ground(uow: UnitOfWork, now: datetime) -> list[Grant]:
    """Active roles whose scope covers nothing, as far as the postcode table tells; oldest first."""
    return [one for one in await uow.roles.active(now) if not await has_ground(uow, one.scope)]


async def roles_without_source(uow: UnitOfWork, now: datetime) -> list[Grant]:
    """Active roles that somebody gave before it was stored by which role, where several could be that one: they end
    with none of them. Oldest first."""
    return [
        one
        for one in await uow.roles.active(now)
        if one.granted_by is not None and one.confirmed_by is None and one.derived_from is None
    ]


async def uncovered_shops(uow: UnitOfWork, now: datetime) -> Uncovered:
    """Count open shops in whose place no active role may see reports. Counted by place, so that a million shops cost
    little."""
    seers = [one for one in await uow.roles.active(now) if Action.SEE_REPORTS in one.actions]
    missing: Counter[str | None] = Counter()
    of = 0
    for place, count in await uow.premises.count_by_place():
        of += count
        matter = await located(uow, Matter(place))
        if not any(one.scope.covers(matter) for one in seers):
            missing[place.pc4] += count
    return Uncovered(missing.total(), of, tuple(missing.most_common()))


async def unsettled_shops(uow: UnitOfWork) -> int:
    """Count open shops whose PC4 has several places, and that neither said which nor have a PC6 that tells."""
    count = 0
    for place, shops in await uow.premises.count_by_place():
        parts = await uow.postcodes.parts(place.pc4) if place.pc4 else []
        told = await uow.postcodes.of_pc6(place.pc6) if place.pc6 and len(parts) > 1 else None
        if place.municipality is None and told is None and is_ambiguous(parts):
            count += shops
    return count
