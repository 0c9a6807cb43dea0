"""Find the ground that a notice reaches: its place, every postcode in reach, and where the shops lie that get it; or
its region.

A rule that looked only at the point of an alert could be evaded by placing the point elsewhere (docs/architecture.md,
rule 17).
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from alerts.alert import AlertContent
from alerts.area import Place
from alerts.ids import MemberId, MunicipalityId
from alerts.ports import UnitOfWork
from alerts.region import touches
from alerts.role import Action, Grant, Matter, ScopeKind, may
from alerts.services.permission.locate_matter import alert_matter, group_matters, located
from alerts.targeting import target_of

_FIRST, _LAST = "0000", "9999"  # PC4s of the whole country


async def ground_of(uow: UnitOfWork, content: AlertContent, now: datetime) -> list[Matter]:
    """Return the matters of the ground, that of the place first. Shops that get it by a member's own wider radius or
    area do not count. The ground of an alert to a region is one matter: who covers it covers all of that."""
    here = alert_matter(content)
    if content.region is not None:
        return [await located(uow, here)]
    found = [here, *(replace(here, place=place) for place in await _others(uow, content, now))]
    if content.kvo_group_id is not None:
        found += group_matters(await uow.kvo_groups.get(content.kvo_group_id))
    matters = [await located(uow, one) for one in found]
    return list({(one.place.pc4, one.municipalities): one for one in reversed(matters)}.values())[::-1]


async def municipalities_on(uow: UnitOfWork, content: AlertContent, now: datetime) -> frozenset[MunicipalityId] | None:
    """Return the municipalities of the ground; None when that of some place on it is not known."""
    ground = await ground_of(uow, content, now)
    if content.region is not None and content.region.kind is ScopeKind.MUNICIPALITY:
        reached = await uow.deliveries.places_reached(target_of(content), now)
        ground += [await located(uow, place) for place in reached]
    elif content.region is not None:
        first, last = content.region.first or _FIRST, content.region.last or _LAST
        known = frozenset(one.id for one in await uow.postcodes.municipalities(first, last))
        return known | ground[0].municipalities if known and ground[0].municipalities else None
    if not all(one.municipalities for one in ground):
        return None
    whole = frozenset[MunicipalityId]() if ground[0].extent is None else ground[0].extent.municipalities
    return whole.union(*(one.municipalities for one in ground))


async def may_somewhere_on(
    uow: UnitOfWork, member: MemberId, action: Action, content: AlertContent, now: datetime
) -> bool:
    """Whether this member may do the action anywhere on the ground that the content reaches."""
    grants = await uow.roles.of_member(member)
    if may(grants, action, await located(uow, alert_matter(content)), now=now):
        return True
    return bool(await _allowing(uow, grants, action, content, now=now))


async def police_on(uow: UnitOfWork, content: AlertContent, now: datetime) -> list[Grant]:
    """Return the roles of all police whose scope has some of the ground that the content reaches."""
    return await _allowing(uow, await uow.roles.active(now), Action.APPROVE_ALERT, content, now=now)


async def _allowing(
    uow: UnitOfWork, grants: Iterable[Grant], action: Action, content: AlertContent, *, now: datetime
) -> list[Grant]:
    """Return the grants that allow the action anywhere on the ground. A tip for a branch reaches the whole country, and
    so all police except those for another branch."""
    if content.is_tip and content.kvo_group_id is None and action is Action.APPROVE_ALERT:
        able = [one for one in grants if may([one], action, None, now=now)]
        return [one for one in able if one.scope.branch is None or content.branches == {one.scope.branch}]
    able = [one for one in grants if may([one], action, None, now=now)]
    if content.region is not None:
        able = [one for one in able if one.scope.branch is None or content.branches == {one.scope.branch}]
    ground = await ground_of(uow, content, now) if able else []
    return [
        one
        for one in able
        if any(may([one], action, matter, now=now) or touches(one.scope, matter) for matter in ground)
    ]


async def _others(uow: UnitOfWork, content: AlertContent, now: datetime) -> Iterable[Place]:
    if content.kvo_group_id is not None:
        return []
    point = content.place.point
    rows = [] if point is None else await uow.postcodes.within(point, content.reach_m)
    covered = [Place(row.pc4, municipality=row.municipality_id) for row in rows]
    return [*covered, *await uow.deliveries.places_reached(replace(target_of(content), is_widened=False), now)]
