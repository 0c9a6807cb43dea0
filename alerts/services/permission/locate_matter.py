"""Locate a matter: the municipalities in which its place may lie, what its region holds, and whose branch or KVO group
it is."""

from dataclasses import replace

from alerts.alert import AlertContent
from alerts.area import Place
from alerts.branch import Branch
from alerts.extent import Extent
from alerts.ids import MunicipalityId
from alerts.kvo_group import KvoGroup
from alerts.ports import UnitOfWork
from alerts.postcode import Pc4Place
from alerts.role import Matter, Scope, ScopeKind


async def located(uow: UnitOfWork, about: Matter | Place) -> Matter:
    """Return the matter with the municipalities in which its place may lie, and with what its region holds."""
    matter = Matter(about) if isinstance(about, Place) else about
    extent = None if matter.region is None else await extent_of(uow, matter.region)
    return replace(matter, municipalities=await municipalities_of(uow, matter.place), extent=extent)


async def extent_of(uow: UnitOfWork, region: Scope) -> Extent:
    """Return what a municipality, a range of postcodes or the country holds, as the postcode table tells."""
    if region.kind is ScopeKind.NATIONAL:
        return Extent(is_country=True)
    if region.municipality is not None:
        pc4s = await uow.postcodes.pc4s_of(region.municipality)
        return Extent(
            first=pc4s[0] if pc4s else "",
            last=pc4s[-1] if pc4s else "",
            pc4s=frozenset(pc4s),
            municipalities=frozenset({region.municipality}),
            touched=frozenset(await uow.postcodes.beside(region.municipality)),
        )
    first, last = region.first or "", region.last or ""
    ids = frozenset(one.id for one in await uow.postcodes.municipalities(first, last))
    return Extent(first, last, municipalities=ids, touched=ids)


async def part_of(uow: UnitOfWork, place: Place) -> Pc4Place | None:
    """Return the part of its PC4 in which a place lies: by its PC6 where the table has it, else as somebody chose, else
    the first; None when the table lacks the PC4."""
    parts = await uow.postcodes.parts(place.pc4) if place.pc4 else []
    told = await uow.postcodes.of_pc6(place.pc6) if place.pc6 and len(parts) > 1 else None
    chosen = (part for part in parts if part.municipality_id == place.municipality)
    return told or next(chosen, next(iter(parts), None))


async def municipalities_of(uow: UnitOfWork, place: Place) -> frozenset[MunicipalityId]:
    """Return the municipalities of the place's PC4; only the one of its PC6 where the table has that, else the one that
    somebody chose, if it is among them."""
    parts = await uow.postcodes.parts(place.pc4) if place.pc4 else []
    found = frozenset(part.municipality_id for part in parts)
    if len(found) < 2:
        return found
    part = await uow.postcodes.of_pc6(place.pc6) if place.pc6 else None
    if part is not None:
        return frozenset({part.municipality_id})
    return frozenset({place.municipality}) if place.municipality in found else found


def alert_matter(content: AlertContent) -> Matter:
    """Return the matter of an alert: those of its place may deal with it, and of its branches or the group that it is
    for; of an alert to a region those who cover all of that too."""
    if content.kvo_group_id is not None:  # an alert to a group does not concern its branch elsewhere
        return Matter(content.place, kvo_groups=frozenset({content.kvo_group_id}))
    return Matter(content.place, branches=content.branches, region=content.region)


async def shop_matter(uow: UnitOfWork, place: Place, branch: Branch) -> Matter:
    """Return the matter of a shop: those of its place, of its branch, or of a group that it belongs to may deal with
    it."""
    groups = await uow.kvo_groups.holding(place, branch)
    return Matter(place, branches=frozenset({branch}), kvo_groups=frozenset(one.id for one in groups))


def group_matters(group: KvoGroup) -> list[Matter]:
    """Return a matter for each code of the group: its manager and coordinators of any place on its ground may deal with
    it."""
    groups = frozenset({group.id})
    return [Matter(Place(code[:4], code if len(code) > 4 else None), kvo_groups=groups) for code in sorted(group.codes)]
