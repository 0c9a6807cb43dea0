"""Who gets an alert, in SQL. `alerts/targeting.py` has the same rule as a pure predicate; a property test compares the
two.

The target is either values (an alert about to be sent) or the columns of `alerts` (the alerts that are live), so that
the rule is written once. Each way in which an alert can concern a member is a SELECT of its own, because each has an
index of its own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

import sqlalchemy as sa

from alerts.area import Area, AreaKind
from alerts.branch import Branch
from alerts.point import Point
from alerts.role import Scope, ScopeKind
from alerts.targeting import Target
from alerts.tlp import NEW_UP_TO, Route, Tlp
from storage.tables import (
    FARTHEST,
    alert_branches,
    alerts,
    area_codes,
    areas,
    followed_areas,
    kvo_group_premises,
    members,
    postcode_letters,
    postcodes,
)
from storage.tables import premises as shops
from storage.tables import premises_member_branches as extras
from storage.tables import premises_members as belonging

Condition = sa.ColumnElement[bool]


class Coordinates(Protocol):
    """Three columns with a point in whole metres, or a table that has such columns."""

    @property
    def x(self) -> Any:
        """The first coordinate, in metres."""

    @property
    def y(self) -> Any:
        """The second coordinate, in metres."""

    @property
    def z(self) -> Any:
        """The third coordinate, in metres."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in SQL, as values or columns. `has_point`: whether distance in metres decides, or else the PC4."""

    pc4: Any
    pc6: Any
    point: Coordinates | None
    has_point: Condition


@dataclass(frozen=True, slots=True)
class SqlTarget:
    """A target in SQL. `own_areas`: the ways in which the sender's area covers a shop; `now`: the moment for which the
    question is asked. `is_region`: it has no circle, so that its shops are found by their branch."""

    tlp: Any
    now: Any
    is_for_all_branches: Condition
    includes: Callable[[sa.ColumnElement[Branch]], Condition]
    place: Spot
    own_areas: Sequence[Condition]
    is_widened: Condition
    is_region: bool = False


def squared_chord(one: Coordinates, other: Coordinates) -> sa.ColumnElement[int]:
    """The squared length in square metres of the straight line between two points; integers, so that every database
    agrees."""
    dx, dy, dz = one.x - other.x, one.y - other.y, one.z - other.z
    result: sa.ColumnElement[int] = dx * dx + dy * dy + dz * dz
    return result


def _is_within(centre: Spot, radius_m: Any, reach: Any = None) -> list[Condition]:
    """Match the shops within so many metres of a place; where points are not known, those with the same PC4.

    `reach` is the largest value that `radius_m` can have: an index finds the box of that size.
    """
    same_pc4 = sa.and_(shops.c.pc4 == centre.pc4, sa.or_(shops.c.x.is_(None), sa.not_(centre.has_point)))
    if centre.point is None:
        return [same_pc4]
    reach = radius_m if reach is None else reach
    box = [
        getattr(shops.c, axis).between(getattr(centre.point, axis) - reach, getattr(centre.point, axis) + reach)
        for axis in "xyz"
    ]
    return [sa.and_(*box, squared_chord(shops.c, centre.point) <= radius_m * radius_m), same_pc4]


# The widest radius that anybody chose. It is read beforehand: with a value PostgreSQL can estimate how many shops lie
# within it, and plan how to find those that matter.
WIDEST = sa.select(sa.func.max(belonging.c.wider_m).label("wider_m")).where(belonging.c.wider_m.is_not(None))


def ways(target: SqlTarget, widest: int | None) -> list[sa.Select[Any]]:
    """Select member, premises, branch and squared distance for each way in which the target concerns a member.

    A member may come more than once. The distance is that to the place of the incident; FARTHEST when it is not known.
    `widest` is what WIDEST finds, in metres.
    """
    if target.is_region:
        return [_way(target, *target.own_areas, *which) for which in _by_branch(target)]
    in_own_area, from_afar = _conditions(target)
    chosen = [] if widest is None else _chosen_around(target.place, widest)
    wider_areas = [*chosen, belonging.c.member_id.in_(_followers(target.place))]
    return [
        *(_way(target, area, in_own_area) for area in target.own_areas),
        *(_way(target, area, from_afar) for area in wider_areas),
    ]


def alerts_for(*which: Condition) -> sa.Select[Any]:
    """Select the same for stored alerts, each with its id; `which` limits the members or the alerts, and the parameter
    `now` is the moment.

    All ways are one condition here, because the index of a shop's members finds the rows.
    """
    target = _from_alerts()
    in_own_area, from_afar = _conditions(target)
    follows = _followers(target.place).where(followed_areas.c.member_id == belonging.c.member_id)
    wider_areas = sa.or_(*_chosen_around(target.place), follows.correlate_except(followed_areas, areas).exists())
    is_concerned = sa.or_(sa.and_(sa.or_(*target.own_areas), in_own_area), sa.and_(wider_areas, from_afar))
    found = _way(target, is_concerned, *which).join(alerts, sa.true())
    return found.add_columns(alerts.c.id.label("alert_id"))


def _conditions(target: SqlTarget) -> tuple[Condition, Condition]:
    """The other conditions for a shop: in the sender's area, and in an area that the member chose."""
    own_branch = sa.or_(target.is_for_all_branches, target.includes(shops.c.branch))
    any_branch = sa.or_(own_branch, _has_extra_branch(target))
    as_extra = _admits_extras(target)
    in_own_area = sa.or_(sa.and_(own_branch, _admits_own(target)), sa.and_(any_branch, as_extra))
    return in_own_area, sa.and_(target.is_widened, any_branch, as_extra)


def _by_branch(target: SqlTarget) -> list[tuple[Condition, ...]]:
    """The other conditions for a shop in a region: of its own branch, and of one that a member added for it."""
    own_branch = sa.or_(target.is_for_all_branches, target.includes(shops.c.branch))
    added = shops.c.id.in_(sa.select(extras.c.premises_id).where(target.includes(extras.c.branch)))
    return [(own_branch, _admits_own(target)), (added, _has_extra_branch(target), _admits_extras(target))]


def _way(target: SqlTarget, *where: Condition) -> sa.Select[Any]:
    point = target.place.point
    distance = sa.null() if point is None else squared_chord(shops.c, point)
    columns = (
        belonging.c.member_id,
        shops.c.id.label("premises_id"),
        shops.c.branch,
        sa.func.coalesce(distance, FARTHEST).label("distance_sq"),
    )
    rows = shops.join(belonging).join(members, members.c.id == belonging.c.member_id)
    belongs = (shops.c.closed_at.is_(None), belonging.c.left_at.is_(None), members.c.stopped_at.is_(None))
    return sa.select(*columns).select_from(rows).where(*belongs, *where)


def _chosen_around(place: Spot, reach: Any = None) -> list[Condition]:
    """Match shops that lie within the radius that the member chose around them."""
    return [sa.and_(belonging.c.wider_m.is_not(None), way) for way in _is_within(place, belonging.c.wider_m, reach)]


def _followers(place: Spot) -> sa.Select[Any]:
    """Select the members who follow an area that covers the place."""
    return sa.select(followed_areas.c.member_id).select_from(followed_areas.join(areas)).where(_covers(place))


def _covers(place: Spot) -> Condition:
    """Match followed areas that cover the place."""
    has_points = sa.and_(areas.c.x.is_not(None), place.has_point)
    is_near: Condition = sa.false()
    if place.point is not None:
        is_near = squared_chord(areas.c, place.point) <= areas.c.radius_m * areas.c.radius_m
    in_circle = sa.or_(sa.and_(has_points, is_near), sa.and_(sa.not_(has_points), areas.c.pc4 == place.pc4))
    of_area = area_codes.c.area_id == areas.c.id
    is_here = sa.or_(area_codes.c.code == place.pc4, area_codes.c.code == place.pc6)
    in_list = sa.exists().where(of_area, is_here).correlate_except(area_codes)
    return sa.or_(
        sa.and_(areas.c.kind == AreaKind.CIRCLE, in_circle),
        sa.and_(areas.c.kind == AreaKind.POSTCODES, in_list),
    )


def _has_extra_branch(target: SqlTarget) -> Condition:
    return sa.exists().where(
        extras.c.premises_id == belonging.c.premises_id,
        extras.c.member_id == belonging.c.member_id,
        target.includes(extras.c.branch),
    )


def _admits_own(target: SqlTarget) -> Condition:
    """Match where the label admits the shop: CLEAR admits all, GREEN and AMBER verified shops."""
    shops_only = target.tlp.in_([tlp for tlp in Tlp if tlp.admits(Route.CONCERNED)])
    return sa.or_(target.tlp == Tlp.CLEAR, sa.and_(shops_only, *_is_trusted(target)))


def _is_trusted(target: SqlTarget) -> tuple[Condition, ...]:
    """Match verified shops; a colleague who is new there gets at most GREEN."""
    up_to = target.tlp.in_([tlp for tlp in Tlp if tlp.rank <= NEW_UP_TO.rank])
    is_known = sa.or_(belonging.c.new_until.is_(None), belonging.c.new_until <= target.now)
    return shops.c.verified_at.is_not(None), sa.or_(up_to, is_known)


def _admits_extras(target: SqlTarget) -> Condition:
    """Match where the label admits extras: as for one's own shop, and within what was allowed for extras."""
    allowed = [
        sa.and_(target.tlp == tlp, belonging.c.extras_up_to.in_([limit for limit in Tlp if limit.rank >= tlp.rank]))
        for tlp in Tlp
        if tlp.admits(Route.CONCERNED)
    ]
    return sa.or_(target.tlp == Tlp.CLEAR, sa.and_(*_is_trusted(target), sa.or_(*allowed)))


# A target made of values.


def from_values(target: Target, now: datetime) -> SqlTarget:
    """Express a target of known values in SQL."""
    branches = sorted(target.branches)
    return SqlTarget(
        now=sa.literal(now, belonging.c.new_until.type),
        tlp=sa.literal(target.tlp, belonging.c.extras_up_to.type),
        is_for_all_branches=sa.false() if branches else sa.true(),
        includes=lambda branch: branch.in_(branches) if branches else sa.false(),
        place=_spot(target.place.pc4, target.place.pc6, target.place.point),
        own_areas=_own_areas(target.area) if target.region is None else [_in_region(target.region)],
        is_widened=sa.true() if target.is_widened else sa.false(),
        is_region=target.region is not None,
    )


def _own_areas(area: Area) -> list[Condition]:
    match area.kind:
        case AreaKind.CIRCLE:
            return _is_within(_spot(area.centre.pc4, area.centre.pc6, area.centre.point), area.radius_m)
        case AreaKind.POSTCODES:
            codes = sorted(area.codes)
            return [shops.c.pc4.in_(codes), shops.c.pc6.in_(codes)]
        case AreaKind.KVO_GROUP:
            return [_is_in_group(sa.literal(area.kvo_group_id, sa.BigInteger()))]


def _in_region(region: Scope) -> Condition:
    match region.kind:
        case ScopeKind.MUNICIPALITY:
            return _lies_in(sa.literal(region.municipality, sa.String()))
        case ScopeKind.POSTCODES:
            return shops.c.pc4.between(region.first, region.last)
        case _:
            # Always true, and asks for the PC4: the index of points lacks it, in which SQLite would read every shop.
            return sa.func.coalesce(shops.c.pc4, "") >= ""


def _lies_in(municipality: Any) -> Condition:
    """Match the shops in a municipality: where their PC4 lies in several, as their PC6 tells or else as somebody chose;
    a shop of which neither is known lies in each."""
    its = sa.select(postcodes.c.pc4).where(postcodes.c.municipality_id == municipality).correlate_except(postcodes)
    of_part = sa.and_(postcodes.c.pc4 == shops.c.pc4, postcodes.c.part == postcode_letters.c.part)
    told = sa.select(postcodes.c.municipality_id).select_from(postcode_letters.join(postcodes, of_part))
    told = told.where(postcode_letters.c.pc6 == shops.c.pc6).correlate(shops)
    of_choice = (postcodes.c.pc4 == shops.c.pc4, postcodes.c.municipality_id == shops.c.municipality_id)
    is_one = sa.exists().where(*of_choice).correlate_except(postcodes)
    chosen = sa.case((is_one, shops.c.municipality_id))
    settled = sa.func.coalesce(told.scalar_subquery(), chosen, municipality)
    return sa.and_(shops.c.pc4.in_(its), settled == municipality)


def _spot(pc4: str | None, pc6: str | None, point: Point | None) -> Spot:
    return Spot(
        pc4=sa.literal(pc4, sa.String()),
        pc6=sa.literal(pc6, sa.String()),
        point=point,
        has_point=sa.false() if point is None else sa.true(),
    )


def _is_in_group(group: Any) -> Condition:
    in_group = sa.select(kvo_group_premises.c.premises_id).where(kvo_group_premises.c.kvo_group_id == group)
    return shops.c.id.in_(in_group)


# A target made of rows of `alerts`.


def _from_alerts() -> SqlTarget:
    def has_branch(*which: Condition) -> Condition:
        of_alert = alert_branches.c.alert_id == alerts.c.id
        return sa.exists().where(of_alert, *which).correlate_except(alert_branches)

    place = Spot(alerts.c.pc4, alerts.c.pc6, alerts.c, alerts.c.x.is_not(None))
    has_circle = sa.and_(alerts.c.kvo_group_id.is_(None), alerts.c.region_kind.is_(None))
    return SqlTarget(
        now=sa.bindparam("now", type_=belonging.c.new_until.type),
        tlp=alerts.c.tlp,
        is_for_all_branches=~has_branch(),
        includes=lambda branch: has_branch(alert_branches.c.branch == branch),
        place=place,
        own_areas=[
            *(sa.and_(has_circle, way) for way in _is_within(place, alerts.c.reach_m)),
            _is_in_group(alerts.c.kvo_group_id),
            *_in_stored_region(),
        ],
        is_widened=has_circle,
    )


def _in_stored_region() -> list[Condition]:
    def of_kind(kind: ScopeKind, *where: Condition) -> Condition:
        return sa.and_(alerts.c.region_kind == kind, *where)

    in_range = shops.c.pc4.between(alerts.c.region_first, alerts.c.region_last)
    return [
        of_kind(ScopeKind.MUNICIPALITY, _lies_in(alerts.c.region_municipality_id)),
        of_kind(ScopeKind.POSTCODES, in_range),
        of_kind(ScopeKind.NATIONAL),
    ]
