"""Reports in SQL: what members saw, with its signals, and the events of each report."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.area import Place
from alerts.errors import Conflict, NotFound
from alerts.ids import AlertId, MemberId, ReportId
from alerts.report import (
    NewReport,
    OpenReport,
    Report,
    ReportContent,
    ReportEvent,
    ReportFilter,
    ReportKind,
    ReportMark,
    ReportState,
    ReportStep,
    Signal,
)
from alerts.role import Scope, ScopeKind
from storage.database.transactions import Transaction
from storage.key_values import count_up
from storage.tables import postcodes, report_events, report_signals
from storage.tables import premises as shops
from storage.tables import reports as stored
from storage.tables.places import place_of, place_values

_TOLD = tuple(field.name for field in fields(ReportContent) if field.name != "signals")
_is_open = stored.c.state.not_in((ReportState.CLOSED, ReportState.DUPLICATE))  # Report.is_open
_is_robbery = stored.c.kind.in_([kind for kind in ReportKind if kind.is_robbery])
_urgency = sa.case((_is_robbery, 0), else_=2) + sa.case((stored.c.is_confirmed, 0), else_=1)  # Report.urgency


class SqlReports:
    """`alerts.ports.Reports` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, new: NewReport, number: str, now: datetime) -> Report:
        """Store a new report, in state `received`. Raises Conflict when the number is taken."""
        values = sa.insert(stored).values(
            number=number,
            kind=new.kind,
            state=ReportState.RECEIVED,
            member_id=new.member_id,
            premises_id=new.premises_id,
            **place_values(new.place),
            occurred_at=new.occurred_at,
            content={name: getattr(new.content, name) for name in _TOLD},
            is_confirmed=new.is_confirmed,
            created_at=now,
            version=1,
        )
        report = _report(await self._transaction.one(values.returning(*stored.c)), new.content.signals)
        if new.content.signals:
            rows = [{"report_id": report.id, "signal": signal} for signal in sorted(new.content.signals)]
            await self._transaction.execute(sa.insert(report_signals), rows)
        return report

    async def next_number(self, year: int) -> str:
        """Take the next report number of the year, as `M-2026-0001`."""
        return f"M-{year}-{await count_up(self._transaction, f'reports-{year}'):04d}"

    async def by_number(self, number: str) -> ReportId | None:
        """The id of the report with this number, if there is one."""
        row = await self._transaction.first(sa.select(stored.c.id).where(stored.c.number == number))
        return None if row is None else ReportId(row.id)

    async def get(self, report: ReportId) -> Report:
        """The report with this id. Raises NotFound."""
        row = await self._transaction.one(sa.select(stored).where(stored.c.id == report))
        return (await self._whole([row]))[0]

    async def save(self, report: Report) -> Report:
        """Store kind, state, who took it, question, outcome, alert and main report; return the report with its next
        version. Raises Conflict when the version is not current any more, NotFound when there is no such report."""
        current = sa.update(stored).where(stored.c.id == report.id, stored.c.version == report.version)
        saved = replace(report, version=report.version + 1)
        values = {
            "kind": saved.kind,
            "state": saved.state,
            "taken_by": saved.taken_by,
            "taken_at": saved.taken_at,
            "closed_at": saved.closed_at,
            "outcome": saved.outcome,
            "alert_id": saved.alert_id,
            "asked_at": saved.asked_at,
            "answered_at": saved.answered_at,
            "main_id": saved.main_id,
            "version": saved.version,
        }
        if not await self._transaction.changed(current.values(values)):
            await self.get(report.id)
            raise Conflict
        return saved

    async def retell(self, report: Report) -> None:
        """Store kind, moment and content without the signals; the version stays. Raises NotFound when there is no such
        report."""
        told = sa.update(stored).where(stored.c.id == report.id)
        content = {name: getattr(report.content, name) for name in _TOLD}
        if not await self._transaction.changed(
            told.values(kind=report.kind, occurred_at=report.occurred_at, content=content)
        ):
            raise NotFound

    async def still_open(self) -> list[Report]:
        """The reports that are neither closed nor duplicates, oldest first; the caller checks the scope."""
        return await self._all(_is_open, stored.c.id)

    async def open_in(self, scopes: Sequence[Scope]) -> list[OpenReport]:
        """The reports that are neither closed nor duplicates, without their content, oldest first; those that may lie
        in one of these scopes, as far as their PC4 tells: the caller checks each."""
        told = ("pc4", "pc6", "x", "y", "z", "municipality_id", "created_at", "member_id", "taken_by", "alert_id")
        somewhere = sa.or_(sa.false(), *(_may_lie_in(scope) for scope in scopes))
        found = sa.select(*(stored.c[name] for name in told)).where(_is_open, somewhere)
        rows = await self._transaction.rows(found.order_by(stored.c.id))
        return [OpenReport(place_of(row), row.created_at, row.member_id, row.taken_by, row.alert_id) for row in rows]

    async def page(
        self, wanted: ReportFilter, scopes: Sequence[Scope], *, after: ReportMark | None, limit: int
    ) -> list[Report]:
        """The reports that fit the filter: the most urgent first, then the oldest first; closed ones newest first. Only
        those that may lie in one of these scopes."""
        fitting = [stored.c.state == wanted.state, sa.or_(sa.false(), *(_may_lie_in(scope) for scope in scopes))]
        fitting += [] if wanted.kind is None else [stored.c.kind == wanted.kind]
        fitting += [] if wanted.since is None else [stored.c.created_at >= wanted.since]
        if wanted.branch is not None:
            of_branch = sa.select(shops.c.id).where(shops.c.id == stored.c.premises_id, shops.c.branch == wanted.branch)
            fitting.append(of_branch.exists())
        fitting += [] if after is None else [_follows(after, wanted.state)]
        is_closed = wanted.state is ReportState.CLOSED
        order = (stored.c.id.desc(),) if is_closed else (_urgency, stored.c.id)
        rows = await self._transaction.rows(sa.select(stored).where(*fitting).order_by(*order).limit(limit))
        return await self._whole(rows)

    async def open_among(self, reports: Sequence[ReportId]) -> list[Report]:
        """The reports with these ids that are not closed, oldest first."""
        return await self._all(sa.and_(stored.c.id.in_(reports), stored.c.state != ReportState.CLOSED), stored.c.id)

    async def duplicates_of(self, report: ReportId) -> list[Report]:
        """The duplicates of this report, those that ended with it too, oldest first."""
        return await self._all(stored.c.main_id == report, stored.c.id)

    async def around(self, place: Place, metres: int, since: datetime, until: datetime, limit: int) -> list[Report]:
        """The reports made from `since` until `until` at most so many metres from the place, newest first: within a
        cube, so the caller measures. Those of its PC4 too, as not each has a point. Not those that were emptied."""
        near = stored.c.pc4 == place.pc4
        if (point := place.point) is not None:
            told = ((stored.c.x, point.x), (stored.c.y, point.y), (stored.c.z, point.z))
            near = sa.or_(near, sa.and_(*(axis.between(at - metres, at + metres) for axis, at in told)))
        when = (stored.c.created_at >= since, stored.c.created_at <= until, stored.c.emptied_at.is_(None))
        found = sa.select(stored).where(near, *when).order_by(stored.c.id.desc()).limit(limit)
        return await self._whole(await self._transaction.rows(found))

    async def times_of(self, member: MemberId, since: datetime) -> list[datetime]:
        """When the member made reports after `since`, newest first."""
        own = sa.select(stored.c.created_at).where(stored.c.member_id == member, stored.c.created_at > since)
        return [row.created_at for row in await self._transaction.rows(own.order_by(stored.c.created_at.desc()))]

    async def count(self, since: datetime, until: datetime) -> int:
        """How many reports were made after `since` and until `until`, the latter included."""
        when = (stored.c.created_at > since, stored.c.created_at <= until)
        return int((await self._transaction.one(sa.select(sa.func.count().label("many")).where(*when))).many)

    async def of_member(self, member: MemberId) -> list[Report]:
        """The reports that this member made, newest first."""
        return await self._all(stored.c.member_id == member, stored.c.id.desc())

    async def of_alert(self, alert: AlertId) -> list[Report]:
        """The reports from which this alert was made, oldest first."""
        return await self._all(stored.c.alert_id == alert, stored.c.id)

    async def add_event(
        self, report: ReportId, step: ReportStep, by: MemberId | None, now: datetime, *, comment: str | None = None
    ) -> ReportEvent:
        """Add an event to the history of a report."""
        new = sa.insert(report_events).values(report_id=report, kind=step, actor_id=by, at=now, comment=comment)
        return _event(await self._transaction.one(new.returning(*report_events.c)))

    async def events(self, report: ReportId) -> list[ReportEvent]:
        """The events of a report, oldest first."""
        all_of_it = sa.select(report_events).where(report_events.c.report_id == report).order_by(report_events.c.id)
        return [_event(row) for row in await self._transaction.rows(all_of_it)]

    async def _all(self, which: sa.ColumnElement[bool], order: sa.ColumnElement[Any]) -> list[Report]:
        return await self._whole(await self._transaction.rows(sa.select(stored).where(which).order_by(order)))

    async def _whole(self, rows: Sequence[sa.Row[Any]]) -> list[Report]:
        ids = [row.id for row in rows]
        signals: dict[int, set[Signal]] = defaultdict(set)
        seen = sa.select(report_signals).where(report_signals.c.report_id.in_(ids))
        for row in await self._transaction.rows(seen) if ids else ():
            signals[row.report_id].add(row.signal)
        return [_report(row, frozenset(signals[row.id])) for row in rows]


def _may_lie_in(scope: Scope) -> sa.ColumnElement[bool]:
    """Match every report in the scope, and where a PC4 is only partly in it, some outside it too. A report is about a
    place: no branch or group has reports in its scope."""
    match scope.kind:
        case ScopeKind.NATIONAL:
            return sa.true()
        case ScopeKind.POSTCODES:
            return stored.c.pc4.between(scope.first, scope.last)
        case ScopeKind.MUNICIPALITY:
            ground = sa.select(postcodes.c.pc4).where(postcodes.c.municipality_id == scope.municipality)
            return stored.c.pc4.in_(ground)
        case _:
            return sa.false()


def _follows(mark: ReportMark, state: ReportState) -> sa.ColumnElement[bool]:
    if state is ReportState.CLOSED:
        return stored.c.id < mark.report
    return sa.or_(_urgency > mark.urgency, sa.and_(_urgency == mark.urgency, stored.c.id > mark.report))


def _report(row: sa.Row[Any], signals: frozenset[Signal]) -> Report:
    return Report(
        id=row.id,
        number=row.number,
        kind=row.kind,
        state=row.state,
        content=ReportContent(signals=signals, **row.content),
        place=place_of(row),
        member_id=row.member_id,
        premises_id=row.premises_id,
        is_confirmed=row.is_confirmed,
        occurred_at=row.occurred_at,
        created_at=row.created_at,
        version=row.version,
        taken_by=row.taken_by,
        taken_at=row.taken_at,
        closed_at=row.closed_at,
        outcome=row.outcome,
        alert_id=row.alert_id,
        asked_at=row.asked_at,
        answered_at=row.answered_at,
        main_id=row.main_id,
        incident_id=row.incident_id,
    )


def _event(row: sa.Row[Any]) -> ReportEvent:
    return ReportEvent(row.id, row.kind, row.actor_id, row.at, row.comment)
