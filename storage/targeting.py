"""Who gets an alert, in SQL. `alerts/targeting.py` has the same as a pure predicate; a property test compares.

The target is either values (an alert about to be sent) or the columns of `alerts` (the alerts that are live), so that
the rule is written once. Each way to be concerned is a SELECT of its own, because each has an index of its own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import sqlalchemy as sa

from alerts.area import Area, AreaKind
from alerts.branch import Branch
from alerts.point import Point
from alerts.severity import Route, Tlp
from alerts.targeting import Target
from storage.tables import (
    FARTHEST,
    alert_branches,
    alerts,
    area_codes,
    areas,
    followed_areas,
    kvo_group_premises,
    members,
)
from storage.tables import premises as shops
from storage.tables import premises_member_branches as extras
from storage.tables import premises_members as belonging

Condition = sa.ColumnElement[bool]


class Coordinates(Protocol):
    """Three columns, or the columns of a table that has them."""

    @property
    def x(self) -> Any:
        """Metres."""

    @property
    def y(self) -> Any:
        """Metres."""

    @property
    def z(self) -> Any:
        """Metres."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in SQL: values or columns. `has_point` decides whether metres or the PC4 count."""

    pc4: Any
    pc6: Any
    point: Coordinates | None
    has_point: Condition


@dataclass(frozen=True, slots=True)
class SqlTarget:
    """A target in SQL. `own_areas`: the ways in which the sender's area covers a shop."""

    tlp: Any
    is_for_all_branches: Condition
    includes: Callable[[sa.ColumnElement[Branch]], Condition]
    place: Spot
    own_areas: Sequence[Condition]
    is_widened: Condition


def squared_chord(one: Coordinates, other: Coordinates) -> sa.ColumnElement[int]:
    """Square metres of the straight line between; whole numbers, so that every database agrees."""
    dx, dy, dz = one.x - other.x, one.y - other.y, one.z - other.z
    result: sa.ColumnElement[int] = dx * dx + dy * dy + dz * dz
    return result


def _is_within(centre: Spot, radius_m: Any, reach: Any = None) -> list[Condition]:
    """The shops within so many metres of a place; without points those that share its PC4.

    `reach` is the largest that `radius_m` can be; the box around it is what the index can find.
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


def ways(target: SqlTarget) -> list[sa.Select[Any]]:
    """Member, premises, branch and squared distance for each way to be concerned: some come more than once.

    The distance is that to where it happened; FARTHEST when it is not known.
    """
    in_own_area, from_afar = _conditions(target)
    all_choices = belonging.alias()
    widest = sa.select(sa.func.max(all_choices.c.wider_m)).where(all_choices.c.wider_m.is_not(None)).scalar_subquery()
    wider_areas = [*_chosen_around(target.place, widest), belonging.c.member_id.in_(_followers(target.place))]
    return [
        *(_way(target, area, in_own_area) for area in target.own_areas),
        *(_way(target, area, from_afar) for area in wider_areas),
    ]


def alerts_for(*which: Condition) -> sa.Select[Any]:
    """The same for alerts as they are stored, each with its id, for which `which` names the members or the alerts.

    All ways at once, because what finds the shops is the index of their members.
    """
    target = _from_alerts()
    in_own_area, from_afar = _conditions(target)
    follows = _followers(target.place).where(followed_areas.c.member_id == belonging.c.member_id)
    wider_areas = sa.or_(*_chosen_around(target.place), follows.correlate_except(followed_areas, areas).exists())
    is_concerned = sa.or_(sa.and_(sa.or_(*target.own_areas), in_own_area), sa.and_(wider_areas, from_afar))
    found = _way(target, is_concerned, *which).join(alerts, sa.true())
    return found.add_columns(alerts.c.id.label("alert_id"))


def _conditions(target: SqlTarget) -> tuple[Condition, Condition]:
    """What must hold of a shop besides: in the sender's area, and in a wider one."""
    own_branch = sa.or_(target.is_for_all_branches, target.includes(shops.c.branch))
    any_branch = sa.or_(own_branch, _has_extra_branch(target))
    as_extra = _admits_extras(target)
    in_own_area = sa.or_(sa.and_(own_branch, _admits_own(target)), sa.and_(any_branch, as_extra))
    return in_own_area, sa.and_(target.is_widened, any_branch, as_extra)


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
    """Within the radius that the member chose around the shop."""
    return [sa.and_(belonging.c.wider_m.is_not(None), way) for way in _is_within(place, belonging.c.wider_m, reach)]


def _followers(place: Spot) -> sa.Select[Any]:
    """Members who follow an area that covers the place."""
    return sa.select(followed_areas.c.member_id).select_from(followed_areas.join(areas)).where(_covers(place))


def _covers(place: Spot) -> Condition:
    """Whether a followed area covers a place."""
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
    """CLEAR is for all, GREEN and AMBER for verified shops."""
    shops_only = target.tlp.in_([tlp for tlp in Tlp if tlp.admits(Route.CONCERNED)])
    return sa.or_(target.tlp == Tlp.CLEAR, sa.and_(shops_only, shops.c.verified_at.is_not(None)))


def _admits_extras(target: SqlTarget) -> Condition:
    """As for one's own, and no narrower than was allowed for extras."""
    allowed = [
        sa.and_(target.tlp == tlp, belonging.c.extras_up_to.in_([limit for limit in Tlp if limit.rank >= tlp.rank]))
        for tlp in Tlp
        if tlp.admits(Route.CONCERNED)
    ]
    return sa.or_(target.tlp == Tlp.CLEAR, sa.and_(shops.c.verified_at.is_not(None), sa.or_(*allowed)))


# The target as values.


def from_values(target: Target) -> SqlTarget:
    """A target that is known here."""
    branches = sorted(target.branches)
    return SqlTarget(
        tlp=sa.literal(target.tlp, belonging.c.extras_up_to.type),
        is_for_all_branches=sa.false() if branches else sa.true(),
        includes=lambda branch: branch.in_(branches) if branches else sa.false(),
        place=_spot(target.place.pc4, target.place.pc6, target.place.point),
        own_areas=_own_areas(target.area),
        is_widened=sa.true() if target.is_widened else sa.false(),
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


# The target as rows of `alerts`.


def _from_alerts() -> SqlTarget:
    def has_branch(*which: Condition) -> Condition:
        of_alert = alert_branches.c.alert_id == alerts.c.id
        return sa.exists().where(of_alert, *which).correlate_except(alert_branches)

    place = Spot(alerts.c.pc4, alerts.c.pc6, alerts.c, alerts.c.x.is_not(None))
    in_no_group = alerts.c.kvo_group_id.is_(None)
    return SqlTarget(
        tlp=alerts.c.tlp,
        is_for_all_branches=~has_branch(),
        includes=lambda branch: has_branch(alert_branches.c.branch == branch),
        place=place,
        own_areas=[
            *(sa.and_(in_no_group, way) for way in _is_within(place, alerts.c.reach_m)),
            _is_in_group(alerts.c.kvo_group_id),
        ],
        is_widened=in_no_group,
    )
