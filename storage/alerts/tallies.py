"""Tallies in SQL: what is left to count of reports and notices."""

from collections.abc import Collection, Sequence
from datetime import date
from secrets import randbits
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from alerts.alert import IncidentKind
from alerts.ids import AlertId, ReportId
from alerts.tally import Ground, NoticeCount, PlacedTally, Tally, TallyCount, TallyOutcome, TallySubject
from storage.database.transactions import Transaction
from storage.tables import tallies as stored
from storage.tables import tally_sources as sources

_ID_BITS = 62  # fits a signed 64-bit column; that two of a million rows are alike: a chance of one in nine million
_COUNTED = (
    *(stored.c.pc4, stored.c.municipality_id, stored.c.kvo_group_id),
    *(stored.c.kind, stored.c.outcome, stored.c.answered_in_time, stored.c.is_satisfied),
)
_OF_NOTICES = (
    *(stored.c.pc4, stored.c.municipality_id, stored.c.kvo_group_id),
    *(stored.c.kind, stored.c.outcome, stored.c.branches),
)


class SqlTallies:
    """`alerts.ports.Tallies` in SQL."""

    def __init__(self, transaction: Transaction, zone: ZoneInfo) -> None:
        self._transaction = transaction
        self._zone = zone

    @property
    def zone(self) -> ZoneInfo:
        """The time zone whose days and hours are counted."""
        return self._zone

    async def put(self, tally: Tally, of: ReportId | AlertId) -> None:
        """Store the tally of this report or notice (`tally.subject` says which), in place of an earlier one."""
        if await self._mended(tally, of):
            return
        number = randbits(_ID_BITS)
        await self._transaction.execute(sa.insert(stored).values(id=number, **_values(tally)))
        source = sa.insert(sources).values(subject=tally.subject, source_id=of, tally_id=number)
        await self._transaction.execute(source)

    async def mend(self, tally: Tally, of: ReportId | AlertId) -> None:
        """Store the tally in place of the earlier one of this report or notice; without effect when none is known."""
        await self._mended(tally, of)

    async def _mended(self, tally: Tally, of: ReportId | AlertId) -> bool:
        earlier = sa.select(sources.c.tally_id).where(is_source(tally.subject, [of])).scalar_subquery()
        mended = sa.update(stored).where(stored.c.id == earlier).values(_values(tally))
        return bool(await self._transaction.changed(mended))

    async def mark_satisfied(self, of: ReportId, *, is_satisfied: bool) -> None:
        """Store whether who reported was helped well; mending keeps that. Without effect when no tally is known."""
        its = sa.select(sources.c.tally_id).where(is_source(TallySubject.REPORT, [of])).scalar_subquery()
        await self._transaction.execute(sa.update(stored).where(stored.c.id == its).values(is_satisfied=is_satisfied))

    async def counts(self, subject: TallySubject, first: date, last: date) -> Sequence[TallyCount]:
        """The tallies of these local days, both included, counted by their fields."""
        those = (stored.c.subject == subject, stored.c.day.between(first, last))
        counted = sa.select(*_COUNTED, sa.func.count().label("many")).where(*those).group_by(*_COUNTED)
        return [
            TallyCount(
                Ground(row.pc4, row.municipality_id, row.kvo_group_id),
                row.kind,
                row.outcome,
                row.answered_in_time,
                row.many,
                row.is_satisfied,
            )
            for row in await self._transaction.rows(counted)
        ]

    async def notice_counts(self, first: date, last: date) -> Sequence[NoticeCount]:
        """The tallies of notices of these local days, both included, counted by place, kind, outcome and branches."""
        those = (stored.c.subject == TallySubject.NOTICE, stored.c.day.between(first, last))
        counted = sa.select(*_OF_NOTICES, sa.func.count().label("many")).where(*those).group_by(*_OF_NOTICES)
        return [
            NoticeCount(
                Ground(row.pc4, row.municipality_id, row.kvo_group_id), row.kind, row.outcome, row.branches, row.many
            )
            for row in await self._transaction.rows(counted)
        ]

    async def placed(
        self,
        kinds: Collection[IncidentKind],
        outcomes: Collection[TallyOutcome],
        first: date,
        last: date,
        *,
        limit: int | None = None,
    ) -> Sequence[PlacedTally]:
        """The tallies of reports of these kinds, with these outcomes, of these local days (both included), that have a
        PC4: the newest days first, at most `limit`."""
        those = (
            *(stored.c.subject == TallySubject.REPORT, stored.c.day.between(first, last), stored.c.pc4.is_not(None)),
            *(stored.c.kind.in_(kinds), stored.c.outcome.in_(outcomes)),
        )
        wanted = sa.select(stored.c.kind, stored.c.day, stored.c.pc4, stored.c.branches).where(*those)
        newest_first = wanted.order_by(stored.c.day.desc(), stored.c.id).limit(limit)
        return [
            PlacedTally(row.kind, row.day, row.pc4, row.branches) for row in await self._transaction.rows(newest_first)
        ]

    async def first_day(self, subject: TallySubject) -> date | None:
        """The earliest day of which there is a tally; None when there is none."""
        earliest = sa.select(sa.func.min(stored.c.day).label("day")).where(stored.c.subject == subject)
        day: date | None = (await self._transaction.one(earliest)).day
        return day


def is_source(subject: TallySubject, numbers: Sequence[int]) -> sa.ColumnElement[bool]:
    """Match what ties tallies to these reports or notices."""
    return sa.and_(sources.c.subject == subject, sources.c.source_id.in_(numbers))


def _values(tally: Tally) -> dict[str, Any]:
    return {
        "subject": tally.subject,
        "day": tally.day,
        "hour_band": tally.hour_band,
        "kind": tally.kind,
        "outcome": tally.outcome,
        "branches": tally.branches,
        "pc4": tally.ground.pc4,
        "municipality_id": tally.ground.municipality,
        "kvo_group_id": tally.ground.kvo_group_id,
        "persons": tally.persons,
        "weapon": tally.weapon,
        "loot_type": tally.loot_type,
        "approach": tally.approach,
        "exit_mode": tally.exit_mode,
        "signals": tally.signals,
        "answered_in_time": tally.answered_in_time,
    }
