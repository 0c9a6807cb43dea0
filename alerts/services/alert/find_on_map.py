"""Find what stands on the map: live notices with their ground, open reports, and the ground of one's own roles.

Nothing is placed more precisely than its PC4: that is what the lists say too.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from alerts.alert import Alert, IncidentKind
from alerts.area import Place
from alerts.branch import Branch
from alerts.ids import KvoGroupId, MunicipalityId
from alerts.kvo_group import KvoGroup
from alerts.point import Point
from alerts.ports import UnitOfWork
from alerts.report import Report, ReportFilter, ReportKind, ReportState
from alerts.role import Action, Actor, Scope, ScopeKind, may
from alerts.services.alert.find_running import find_running
from alerts.services.permission.check_may import check_has
from alerts.services.permission.locate_matter import part_of
from alerts.services.report.list_reports import list_reports

MOST = 100  # notices on one map, and as many reports
_BATCH = 200
_NEAR_M = 8_000  # how far around a place its surroundings are drawn at least
_OPEN = (ReportState.RECEIVED, ReportState.TRIAGE, ReportState.ASKED)


@dataclass(frozen=True, slots=True)
class MapFilter:
    """What is wanted on the map: of a kind, for a branch (reports: from its shops), since a moment; None: any."""

    kind: IncidentKind | None = None
    branch: Branch | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class NoticeOnMap:
    """A live notice. `point`: of its PC4 (None: the table does not have it); of a notice to a `group` or a region the
    `ground` are the points of its postcodes (of the country none), else it is the circle of `alert.content.reach_m`
    around the point."""

    alert: Alert
    point: Point | None
    group: KvoGroup | None = None
    ground: tuple[Point, ...] = ()

    @property
    def has_circle(self) -> bool:
        """Whether its ground is a circle."""
        return self.group is None and self.alert.content.region is None


@dataclass(frozen=True, slots=True)
class ReportOnMap:
    """An open report and the point of its PC4; None: the table does not have it, or the report has no PC4."""

    report: Report
    point: Point | None


@dataclass(frozen=True, slots=True)
class OnMap:
    """What stands on the map. `reports` is None for who may read none; `has_more`: there is more than a map holds;
    `scope` has the points of one's own ground."""

    notices: tuple[NoticeOnMap, ...]
    reports: tuple[ReportOnMap, ...] | None
    has_more: bool
    scope: tuple[Point, ...]


class PointTable:
    """The postcode table as points, for who looks up many of them."""

    def __init__(self, rows: Collection[tuple[str, MunicipalityId, Point]]) -> None:
        self._rows = rows
        self._first: Mapping[str, Point] = {pc4: point for pc4, _, point in reversed(list(rows))}
        self._parts = {(pc4, municipality): point for pc4, municipality, point in reversed(list(rows))}

    @property
    def points(self) -> tuple[Point, ...]:
        """The point of each PC4."""
        return tuple(self._first.values())

    def point_of(self, place: Place) -> Point | None:
        """Return the point of the PC4, of the part in the municipality that was chosen."""
        if place.pc4 is None:
            return None
        chosen = self._parts.get((place.pc4, place.municipality)) if place.municipality else None
        return chosen or self._first.get(place.pc4)

    def of_codes(self, codes: Iterable[str]) -> tuple[Point, ...]:
        """Return the points of these PC4s and PC6s, a PC4 once."""
        pc4s = sorted({code[:4] for code in codes})
        return tuple(self._first[pc4] for pc4 in pc4s if pc4 in self._first)

    def of_scope(self, scope: Scope) -> tuple[Point, ...]:
        """Return the points of a range of postcodes or a municipality; none for the whole country."""
        if scope.kind is ScopeKind.MUNICIPALITY:
            return tuple(point for _, municipality, point in self._rows if municipality == scope.municipality)
        first, last = scope.first, scope.last
        if first is None or last is None:
            return ()
        return tuple(point for pc4, _, point in self._rows if first <= pc4 <= last)


async def read_points(uow: UnitOfWork) -> PointTable:
    """Return the postcode table as it is now."""
    return PointTable(await uow.postcodes.points())


async def find_on_map(uow: UnitOfWork, actor: Actor, wanted: MapFilter, now: datetime, *, table: PointTable) -> OnMap:
    """Return what this person may see on the map, the most urgent first, at its place in the table. Raises NotAllowed
    for who may read neither notices nor reports."""
    sees_reports = may(actor.grants, Action.SEE_REPORTS, None, now=now)
    if not sees_reports:
        check_has(actor, Action.READ_ALERTS, now)
    notices, reports = await _notices(uow, actor, wanted, now), await _reports(uow, actor, wanted, now)
    groups = _Groups(uow)
    return OnMap(
        notices=tuple([await _placed(one, groups, table) for one in notices[:MOST]]),
        reports=tuple(ReportOnMap(one, table.point_of(one.place)) for one in reports[:MOST]) if sees_reports else None,
        has_more=len(notices) > MOST or len(reports) > MOST,
        scope=await _scope(actor, groups, table, now),
    )


async def ground_to_draft(uow: UnitOfWork, actor: Actor, now: datetime, *, table: PointTable) -> tuple[Point, ...]:
    """Return the points of one's own ground. Raises NotAllowed for who may not draft."""
    check_has(actor, Action.DRAFT_ALERT, now)
    return await _scope(actor, _Groups(uow), table, now)


@dataclass(frozen=True, slots=True)
class Nearby:
    """The surroundings of one place: the point of its PC4, the `ground` of a KVO group or a region, and the points of
    the postcodes around it."""

    point: Point
    ground: tuple[Point, ...]
    land: tuple[Point, ...]


async def find_nearby(
    uow: UnitOfWork, place: Place, *, reach_m: int = 0, group: KvoGroupId | None = None, region: Scope | None = None
) -> Nearby | None:
    """Return the surroundings of a place as far as the reach (metres), or of the ground of a group or a region; None
    when the table does not have its PC4."""
    part = await part_of(uow, place)
    if part is None:
        return None
    if region is not None:
        table = await read_points(uow)
        return Nearby(part.point, table.of_scope(region), table.points)
    codes = (await uow.kvo_groups.get(group)).codes if group is not None else ()
    parts = [await uow.postcodes.get(pc4) for pc4 in sorted({code[:4] for code in codes})]
    land = await uow.postcodes.within(part.point, max(2 * reach_m, _NEAR_M))
    return Nearby(part.point, tuple(one.point for one in parts if one), tuple(one.point for one in land))


async def _notices(uow: UnitOfWork, actor: Actor, wanted: MapFilter, now: datetime) -> list[Alert]:
    """Return one more than a map holds, if there are as many. Tips have no place."""
    found: list[Alert] = []
    if not may(actor.grants, Action.READ_ALERTS, None, now=now):
        return found
    after = None
    while len(found) <= MOST:
        page = await find_running(uow, actor, now, most=_BATCH, after=after)
        found += [one.alert for one in page.running if _fits(one.alert, wanted)]
        after = page.following
        if after is None:
            break
    return found[: MOST + 1]


def _fits(alert: Alert, wanted: MapFilter) -> bool:
    content = alert.content
    is_new = wanted.since is None or (alert.sent_at is not None and alert.sent_at >= wanted.since)
    is_for = wanted.branch is None or not content.branches or wanted.branch in content.branches
    return is_new and is_for and not content.is_tip and wanted.kind in (None, content.kind)


async def _reports(uow: UnitOfWork, actor: Actor, wanted: MapFilter, now: datetime) -> list[Report]:
    """Return one more than a map holds, if there are as many; the most urgent first, then the oldest."""
    found: list[Report] = []
    kinds = [one for one in ReportKind if wanted.kind in (None, one.incident)]
    if not (kinds and may(actor.grants, Action.SEE_REPORTS, None, now=now)):
        return found
    kind = None if wanted.kind is None else kinds[0]
    for state in _OPEN:
        fits = ReportFilter(state, kind=kind, branch=wanted.branch, since=wanted.since)
        found += (await list_reports(uow, actor, fits, now, most=MOST + 1))[0]
    return sorted(found, key=lambda one: (one.urgency, one.id))[: MOST + 1]


@dataclass
class _Groups:
    """KVO groups, each looked up once."""

    uow: UnitOfWork
    known: dict[KvoGroupId, KvoGroup] = field(default_factory=dict)

    async def get(self, group: KvoGroupId) -> KvoGroup:
        if group not in self.known:
            self.known[group] = await self.uow.kvo_groups.get(group)
        return self.known[group]


async def _placed(alert: Alert, groups: _Groups, table: PointTable) -> NoticeOnMap:
    content = alert.content
    point = table.point_of(content.place)
    if content.region is not None:
        return NoticeOnMap(alert, point, ground=table.of_scope(content.region))
    if content.kvo_group_id is None:
        return NoticeOnMap(alert, point)
    group = await groups.get(content.kvo_group_id)
    return NoticeOnMap(alert, point, group, table.of_codes(group.codes))


async def _scope(actor: Actor, groups: _Groups, table: PointTable, now: datetime) -> tuple[Point, ...]:
    found: dict[Point, None] = {}
    for scope in {one.scope for one in actor.grants if one.is_active(now)}:
        if scope.kvo_group_id is None:
            found.update(dict.fromkeys(table.of_scope(scope)))
        else:
            found.update(dict.fromkeys(table.of_codes((await groups.get(scope.kvo_group_id)).codes)))
    return tuple(sorted(found, key=lambda one: (one.x, one.y, one.z)))
