"""Cascades in SQL."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.cascade import Addressee, Call, Cascade, CascadeStep, Progress
from alerts.ids import IncidentId
from storage.database.transactions import Transaction, insert
from storage.tables import cascade_calls, cascade_steps, cascades, incidents, report_events, reports


class SqlCascades:
    """`alerts.ports.Cascades` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def find(self, incident: IncidentId) -> Cascade | None:
        """The cascade of an incident, if one has begun."""
        row = await self._transaction.first(sa.select(cascades).where(cascades.c.incident_id == incident))
        if row is None:
            return None
        steps = sa.select(cascade_steps).where(cascade_steps.c.incident_id == incident)
        calls = sa.select(cascade_calls).where(cascade_calls.c.incident_id == incident)
        order = (cascade_calls.c.called_at, cascade_calls.c.place, cascade_calls.c.member_id)
        return Cascade(
            incident,
            row.begun_at,
            tuple([_step(one) for one in await self._transaction.rows(steps.order_by(cascade_steps.c.place))]),
            tuple([_call(one) for one in await self._transaction.rows(calls.order_by(*order))]),
            row.told,
            row.ended_at,
        )

    async def save(self, cascade: Cascade) -> None:
        """Store the cascade with its steps and calls, new ones too. Nothing is removed."""
        of_it = {"incident_id": cascade.incident_id}
        values = {"due_at": cascade.due_at, "told": cascade.told, "ended_at": cascade.ended_at}
        await self._put(cascades, of_it, values, begun_at=cascade.begun_at)
        for place, one in enumerate(cascade.steps):
            step, who = one.step, one.step.addressee
            named = {"role": who.role, "function": who.function, "after": step.after}
            fixed = {**named, "minutes": step.minutes, "only_p1": step.only_p1}
            moved = {"stage": one.stage, "at": one.at, "called_at": one.called_at}
            await self._put(cascade_steps, of_it | {"place": place}, moved, **fixed)
        for call in cascade.calls:
            key = of_it | {"place": call.place, "member_id": call.member_id}
            done = {"seen_at": call.seen_at, "taken_at": call.taken_at}
            await self._put(cascade_calls, key, done, is_deputy=call.is_deputy, called_at=call.called_at)

    async def due(self, now: datetime, limit: int) -> list[IncidentId]:
        """The incidents whose cascade goes on now, the longest due first."""
        found = sa.select(cascades.c.incident_id).where(cascades.c.due_at <= now).order_by(cascades.c.due_at)
        return [IncidentId(row.incident_id) for row in await self._transaction.rows(found.limit(limit))]

    async def outdated(self, since: datetime, limit: int) -> list[IncidentId]:
        """The incidents whose cascade began since then, has not ended, and whose facts have another version than its
        cards show."""
        running = (cascades.c.ended_at.is_(None), cascades.c.begun_at >= since)
        version = _version(cascades.c.incident_id)
        found = sa.select(cascades.c.incident_id).where(*running, version != cascades.c.told)
        return [IncidentId(row.incident_id) for row in await self._transaction.rows(found.limit(limit))]

    async def facts_version(self, incident: IncidentId) -> int:
        """The version of what is known: that of the incident and of its reports together."""
        return int((await self._transaction.one(sa.select(_version(sa.literal(incident)).label("version")))).version)

    async def _put(self, table: sa.Table, key: dict[str, Any], changed: dict[str, Any], **fixed: object) -> None:
        new = insert(table).values(**key, **fixed, **changed)
        await self._transaction.execute(new.on_conflict_do_update(index_elements=list(key), set_=changed))


def _version(incident: sa.ColumnElement[int]) -> sa.ColumnElement[int]:
    own = sa.select(incidents.c.version).where(incidents.c.id == incident).scalar_subquery()
    told = sa.select(sa.func.coalesce(sa.func.sum(reports.c.version), 0)).where(reports.c.incident_id == incident)
    steps = sa.select(sa.func.count()).select_from(report_events.join(reports)).where(reports.c.incident_id == incident)
    return own + told.scalar_subquery() + steps.scalar_subquery()


def _step(row: sa.Row[Any]) -> Progress:
    step = CascadeStep(Addressee(row.role, row.function), row.after, row.minutes, row.only_p1)
    return Progress(step, row.stage, row.at, row.called_at)


def _call(row: sa.Row[Any]) -> Call:
    return Call(row.place, row.member_id, row.called_at, row.is_deputy, row.seen_at, row.taken_at)
