"""Sightings and patterns in SQL."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import product
from typing import Any

import sqlalchemy as sa

from alerts.errors import Conflict
from alerts.ids import MemberId, PatternId, PremisesId, ReportId
from alerts.patterns import NO_GROUND, Pattern, PatternState, Sighting
from alerts.point import Point
from alerts.ports.patterns import Step
from alerts.reading import Colour, VehicleClass
from alerts.report import Signal
from alerts.tally import HourBand
from storage.database.transactions import Transaction, insert
from storage.tables import pattern_reports, patterns, premises, premises_members, report_events, reports, sightings
from storage.tables.places import point_of

_CELL_M, _CELLS = 10_000, 1 << 12  # cubes of 10 km, more than there are along an axis
# `may_be_compared` in SQL.
_outcome = reports.c.outcome
_compared = sa.and_(
    *(reports.c.is_confirmed, reports.c.member_id.is_not(None), reports.c.x.is_not(None), reports.c.main_id.is_(None)),
    *(premises.c.verified_at.is_not(None), premises.c.closed_at.is_(None)),
    sa.or_(_outcome.is_(None), _outcome.not_in(NO_GROUND)),
)


class SqlPatterns:
    """`alerts.ports.Patterns` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def steps(self, after: int, limit: int) -> list[Step]:
        """The steps of reports after this number, in order."""
        events = report_events.c
        taken = sa.select(events.id, events.report_id).where(events.id > after).order_by(events.id).limit(limit)
        return [Step(row.id, row.report_id) for row in await self._transaction.rows(taken)]

    async def owners(self, premises: PremisesId) -> list[MemberId]:
        """The members who own this shop now."""
        return sorted((await self._owners([premises]))[premises])

    async def keep(self, sighting: Sighting) -> None:
        """Store what a report says, in place of what was stored of it before."""
        values = {"at": sighting.at, "cell": _cell(sighting.point), "told": _told(sighting)}
        new = insert(sightings).values(report_id=sighting.report, **values)
        await self._transaction.execute(new.on_conflict_do_update(index_elements=["report_id"], set_=values))

    async def near(self, point: Point, at: datetime, *, metres: int, within: timedelta) -> list[Sighting]:
        """The sightings that may lie within so many metres of a point, and within the time before or after; the caller
        checks the distance."""
        is_soon = sightings.c.at.between(at - within, at + within)
        return await self._sightings(sightings.c.cell.in_(_cells(point, metres)), is_soon)

    async def sightings(self, reports: Collection[ReportId]) -> list[Sighting]:
        """The sightings of these reports, oldest first."""
        return await self._sightings(sightings.c.report_id.in_(reports)) if reports else []

    async def get(self, pattern: PatternId) -> Pattern:
        """The pattern with this id. Raises NotFound."""
        row = await self._transaction.one(sa.select(patterns).where(patterns.c.id == pattern))
        return (await self._whole([row]))[0]

    async def holding(self, reports: Collection[ReportId]) -> list[Pattern]:
        """The patterns with at least one of these reports, in the order in which they were found."""
        held = sa.select(pattern_reports.c.pattern_id).where(pattern_reports.c.report_id.in_(reports))
        return await self._patterns(patterns.c.id.in_(held), patterns.c.id)

    async def all(self, state: PatternState) -> list[Pattern]:
        """The patterns in this state, the last changed first."""
        return await self._patterns(patterns.c.state == state, patterns.c.changed_at.desc())

    async def withered(self) -> list[Pattern]:
        """The patterns with a report that may not be compared any more."""
        held = pattern_reports.c
        kept = sa.select(reports.c.id).join(premises, premises.c.id == reports.c.premises_id)
        kept = kept.where(reports.c.id == held.report_id, _compared).correlate(pattern_reports)
        gone = sa.select(held.pattern_id).where(~kept.exists())
        return await self._patterns(patterns.c.id.in_(gone), patterns.c.id)

    async def add(self, reports: Collection[ReportId], now: datetime) -> Pattern:
        """Store a new pattern, in state `open`."""
        values = {"state": PatternState.OPEN, "found_at": now, "changed_at": now, "version": 1}
        row = await self._transaction.one(sa.insert(patterns).values(values).returning(*patterns.c))
        await self._hold(row.id, reports)
        return (await self._whole([row]))[0]

    async def save(self, pattern: Pattern) -> Pattern:
        """Store a pattern and its reports; return it with its next version. Raises Conflict when the version is not
        current any more, NotFound when there is no such pattern."""
        saved = replace(pattern, version=pattern.version + 1)
        names = ("state", "changed_at", "version", "reason", "dismissed_by", "dismissed_at")
        current = sa.update(patterns).where(patterns.c.id == pattern.id, patterns.c.version == pattern.version)
        if not await self._transaction.changed(current.values({name: getattr(saved, name) for name in names})):
            await self.get(pattern.id)
            raise Conflict
        await self._transaction.execute(sa.delete(pattern_reports).where(pattern_reports.c.pattern_id == pattern.id))
        await self._hold(pattern.id, pattern.reports)
        return saved

    async def remove(self, pattern: PatternId) -> None:
        """Remove a pattern. Its reports stay."""
        await self._transaction.execute(sa.delete(pattern_reports).where(pattern_reports.c.pattern_id == pattern))
        await self._transaction.execute(sa.delete(patterns).where(patterns.c.id == pattern))

    async def _hold(self, pattern: PatternId, reports: Iterable[ReportId]) -> None:
        held = [{"pattern_id": pattern, "report_id": report} for report in reports]
        await self._transaction.execute(sa.insert(pattern_reports), held)

    async def _patterns(self, which: sa.ColumnElement[bool], order: sa.ColumnElement[Any]) -> list[Pattern]:
        return await self._whole(await self._transaction.rows(sa.select(patterns).where(which).order_by(order)))

    async def _whole(self, rows: Sequence[sa.Row[Any]]) -> list[Pattern]:
        held: dict[int, list[ReportId]] = defaultdict(list)
        theirs = sa.select(pattern_reports).where(pattern_reports.c.pattern_id.in_([row.id for row in rows]))
        for row in await self._transaction.rows(theirs.order_by(pattern_reports.c.report_id)) if rows else ():
            held[row.pattern_id].append(row.report_id)
        return [
            Pattern(
                id=row.id,
                state=row.state,
                reports=tuple(held[row.id]),
                found_at=row.found_at,
                changed_at=row.changed_at,
                version=row.version,
                reason=row.reason,
                dismissed_by=row.dismissed_by,
                dismissed_at=row.dismissed_at,
            )
            for row in rows
        ]

    async def _sightings(self, *which: sa.ColumnElement[bool]) -> list[Sighting]:
        columns = (reports.c[name] for name in ("premises_id", "member_id", "kind", "x", "y", "z"))
        found = sa.select(sightings, *columns, premises.c.branch).join_from(sightings, reports)
        found = found.join(premises, premises.c.id == reports.c.premises_id).where(_compared, *which)
        rows = await self._transaction.rows(found.order_by(sightings.c.at, sightings.c.report_id))
        owners = await self._owners([row.premises_id for row in rows])
        return [_sighting(row, owners[row.premises_id]) for row in rows]

    async def _owners(self, shops: Collection[PremisesId]) -> dict[PremisesId, set[MemberId]]:
        members = premises_members.c
        owning = (members.premises_id.in_(set(shops)), members.is_owner, members.left_at.is_(None))
        owners: dict[PremisesId, set[MemberId]] = defaultdict(set)
        for row in await self._transaction.rows(sa.select(members.premises_id, members.member_id).where(*owning)):
            owners[row.premises_id].add(row.member_id)
        return owners


async def forget_reports(transaction: Transaction, which: sa.ColumnElement[bool]) -> None:
    """Forget what was compared of these reports, and take them out of patterns; one with fewer than three left is
    removed."""
    numbers = sa.select(reports.c.id).where(which)
    await transaction.execute(sa.delete(sightings).where(sightings.c.report_id.in_(numbers)))
    held = sa.select(pattern_reports.c.pattern_id).where(pattern_reports.c.report_id.in_(numbers))
    touched = [row.pattern_id for row in await transaction.rows(held.distinct())]
    if not touched:
        return
    await transaction.execute(sa.delete(pattern_reports).where(pattern_reports.c.report_id.in_(numbers)))
    whole = sa.select(pattern_reports.c.pattern_id).group_by(pattern_reports.c.pattern_id).having(sa.func.count() >= 3)
    broken = [
        pattern for pattern in touched if pattern not in {row.pattern_id for row in await transaction.rows(whole)}
    ]
    await transaction.execute(sa.delete(pattern_reports).where(pattern_reports.c.pattern_id.in_(broken)))
    await transaction.execute(sa.delete(patterns).where(patterns.c.id.in_(broken)))


def _cell(point: Point) -> int:
    return _key(point.x // _CELL_M, point.y // _CELL_M, point.z // _CELL_M)


def _cells(point: Point, metres: int) -> list[int]:
    """Return the cubes that hold every point within so many metres."""
    axes = (range((axis - metres) // _CELL_M, (axis + metres) // _CELL_M + 1) for axis in (point.x, point.y, point.z))
    return [_key(*cube) for cube in product(*axes)]


def _key(x: int, y: int, z: int) -> int:
    return ((x + _CELLS // 2) * _CELLS + y + _CELLS // 2) * _CELLS + z + _CELLS // 2


def _told(sighting: Sighting) -> dict[str, Any]:
    told = {
        "signals": sorted(sighting.signals),
        "persons": sighting.persons,
        "vehicle": sighting.vehicle,
        "vehicle_colour": sighting.vehicle_colour,
        "clothing": sorted(sighting.clothing),
        "approach": sighting.approach,
        "time_band": sighting.time_band,
    }
    return {name: value for name, value in told.items() if value}


def _sighting(row: sa.Row[Any], owners: Collection[MemberId]) -> Sighting:
    told, point = row.told, point_of(row)
    assert point is not None, "a report without a point is not compared"
    vehicle, colour, band = told.get("vehicle"), told.get("vehicle_colour"), told.get("time_band")
    return Sighting(
        report=row.report_id,
        premises=row.premises_id,
        people=frozenset({*owners, row.member_id}),
        point=point,
        at=row.at,
        kind=row.kind,
        branch=row.branch,
        signals=frozenset(Signal(one) for one in told.get("signals", ())),
        persons=told.get("persons"),
        vehicle=VehicleClass(vehicle) if vehicle else None,
        vehicle_colour=Colour(colour) if colour else None,
        clothing=frozenset(Colour(one) for one in told.get("clothing", ())),
        approach=told.get("approach"),
        time_band=HourBand(band) if band else None,
    )
