"""Incidents in SQL: one place for the reports and notices of a robbery, and the events of each."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.area import Place
from alerts.errors import Conflict
from alerts.ids import AlertId, IncidentId, MemberId, ReportId
from alerts.incident import (
    Incident,
    IncidentEvent,
    IncidentFilter,
    IncidentState,
    IncidentStep,
    NewIncident,
)
from alerts.role import Scope, ScopeKind
from storage.database.transactions import Transaction
from storage.key_values import count_up
from storage.tables import alerts, incident_events, postcodes, reports
from storage.tables import incidents as stored
from storage.tables.places import place_of, place_values

_is_open = stored.c.state.in_([state for state in IncidentState if state in IncidentFilter().states])


class SqlIncidents:
    """`alerts.ports.Incidents` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, new: NewIncident, number: str, now: datetime) -> Incident:
        """Store a new incident, in state `unconfirmed`. Raises Conflict when the number is taken."""
        values = sa.insert(stored).values(
            number=number,
            kind=new.kind,
            state=IncidentState.UNCONFIRMED,
            premises_id=new.premises_id,
            **place_values(new.place),
            occurred_at=new.occurred_at,
            created_at=now,
            version=1,
        )
        return _incident(await self._transaction.one(values.returning(*stored.c)))

    async def next_number(self, year: int) -> str:
        """Take the next incident number of the year, as `I-2026-0001`."""
        return f"I-{year}-{await count_up(self._transaction, f'incidents-{year}'):04d}"

    async def by_number(self, number: str) -> IncidentId | None:
        """The id of the incident with this number, if there is one."""
        row = await self._transaction.first(sa.select(stored.c.id).where(stored.c.number == number))
        return None if row is None else IncidentId(row.id)

    async def get(self, incident: IncidentId) -> Incident:
        """The incident with this id. Raises NotFound."""
        return _incident(await self._transaction.one(sa.select(stored).where(stored.c.id == incident)))

    async def save(self, incident: Incident) -> Incident:
        """Store kind, state, times and main incident; return the incident with its next version. Raises Conflict when
        the version is not current any more, NotFound when there is no such incident."""
        current = sa.update(stored).where(stored.c.id == incident.id, stored.c.version == incident.version)
        saved = replace(incident, version=incident.version + 1)
        values = {
            "kind": saved.kind,
            "state": saved.state,
            "confirmed_at": saved.confirmed_at,
            "closed_at": saved.closed_at,
            "frozen_at": saved.frozen_at,
            "main_id": saved.main_id,
            "version": saved.version,
        }
        if not await self._transaction.changed(current.values(values)):
            await self.get(incident.id)
            raise Conflict
        return saved

    async def tell_moment(self, incident: IncidentId, at: datetime | None) -> None:
        """Store when it was, as its report tells it now; the version stays."""
        await self._transaction.execute(sa.update(stored).where(stored.c.id == incident).values(occurred_at=at))

    async def page(
        self, wanted: IncidentFilter, scopes: Sequence[Scope], *, after: IncidentId | None, limit: int
    ) -> list[Incident]:
        """The incidents that fit the filter, newest first, from after the one with this id; those that may lie in one
        of these scopes: the caller checks each."""
        somewhere = sa.or_(sa.false(), *(_may_lie_in(scope) for scope in scopes))
        fitting = [stored.c.state.in_(sorted(wanted.states)), somewhere]
        fitting += [] if wanted.since is None else [stored.c.created_at >= wanted.since]
        fitting += [] if after is None else [stored.c.id < after]
        return await self._all(sa.select(stored).where(*fitting).order_by(stored.c.id.desc()).limit(limit))

    async def around(self, place: Place, metres: int, since: datetime, until: datetime, limit: int) -> list[Incident]:
        """The open incidents opened from `since` until `until` at most so many metres from the place, or in its PC4,
        newest first: within a cube, so the caller measures."""
        near = stored.c.pc4 == place.pc4
        if (point := place.point) is not None:
            told = ((stored.c.x, point.x), (stored.c.y, point.y), (stored.c.z, point.z))
            near = sa.or_(near, sa.and_(*(axis.between(at - metres, at + metres) for axis, at in told)))
        when = (_is_open, stored.c.created_at >= since, stored.c.created_at <= until)
        return await self._all(sa.select(stored).where(near, *when).order_by(stored.c.id.desc()).limit(limit))

    async def hang_report(self, incident: IncidentId, report: ReportId) -> None:
        """Let a report belong to this incident, and to no other any more."""
        await self._transaction.execute(sa.update(reports).where(reports.c.id == report).values(incident_id=incident))

    async def reports_of(self, incident: IncidentId) -> list[ReportId]:
        """The reports of this incident, oldest first."""
        found = sa.select(reports.c.id).where(reports.c.incident_id == incident).order_by(reports.c.id)
        return [ReportId(row.id) for row in await self._transaction.rows(found)]

    async def hang_alert(self, incident: IncidentId, alert: AlertId) -> None:
        """Let a notice belong to this incident, and to no other any more."""
        await self._transaction.execute(sa.update(alerts).where(alerts.c.id == alert).values(incident_id=incident))

    async def alerts_of(self, incident: IncidentId) -> list[AlertId]:
        """The notices on this incident, drafts and ended ones too, oldest first."""
        found = sa.select(alerts.c.id).where(alerts.c.incident_id == incident).order_by(alerts.c.id)
        return [AlertId(row.id) for row in await self._transaction.rows(found)]

    async def of_alert(self, alert: AlertId) -> IncidentId | None:
        """The incident on which this notice is, if there is one."""
        row = await self._transaction.first(sa.select(alerts.c.incident_id).where(alerts.c.id == alert))
        return None if row is None or row.incident_id is None else IncidentId(row.incident_id)

    async def joined_to(self, incident: IncidentId) -> list[Incident]:
        """The incidents that go on in this one, oldest first."""
        return await self._all(sa.select(stored).where(stored.c.main_id == incident).order_by(stored.c.id))

    async def add_event(
        self,
        incident: IncidentId,
        step: IncidentStep,
        by: MemberId | None,
        now: datetime,
        *,
        comment: str | None = None,
    ) -> IncidentEvent:
        """Add an event to the history of an incident."""
        new = sa.insert(incident_events).values(incident_id=incident, kind=step, actor_id=by, at=now, comment=comment)
        return _event(await self._transaction.one(new.returning(*incident_events.c)))

    async def events(self, incident: IncidentId) -> list[IncidentEvent]:
        """The events of an incident, oldest first."""
        of_it = sa.select(incident_events).where(incident_events.c.incident_id == incident)
        return [_event(row) for row in await self._transaction.rows(of_it.order_by(incident_events.c.id))]

    async def _all(self, query: sa.Select[Any]) -> list[Incident]:
        return [_incident(row) for row in await self._transaction.rows(query)]


def _may_lie_in(scope: Scope) -> sa.ColumnElement[bool]:
    """Match every incident in the scope, and where a PC4 is only partly in it, some outside it too."""
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


def _incident(row: sa.Row[Any]) -> Incident:
    return Incident(
        id=row.id,
        number=row.number,
        kind=row.kind,
        state=row.state,
        place=place_of(row),
        occurred_at=row.occurred_at,
        created_at=row.created_at,
        version=row.version,
        premises_id=row.premises_id,
        confirmed_at=row.confirmed_at,
        closed_at=row.closed_at,
        main_id=row.main_id,
        frozen_at=row.frozen_at,
    )


def _event(row: sa.Row[Any]) -> IncidentEvent:
    return IncidentEvent(row.id, row.kind, row.actor_id, row.at, row.comment)
