"""Prevention visits to the neighbours of incidents, in SQL."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.errors import Conflict
from alerts.ids import IncidentId, PremisesId
from alerts.neighbour import Visit
from storage.database.transactions import Transaction
from storage.tables import neighbour_visits as stored


class SqlVisits:
    """`alerts.ports.Visits` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def of_incidents(self, incidents: Collection[IncidentId]) -> list[Visit]:
        """Every visit that was planned or noted about these incidents."""
        found = sa.select(stored).where(stored.c.incident_id.in_(incidents))
        rows = await self._transaction.rows(found.order_by(stored.c.incident_id, stored.c.premises_id))
        return [_visit(row) for row in rows]

    async def put(self, visit: Visit, now: datetime) -> Visit:
        """Store a visit, new (version 0) or changed; return it with its next version. Raises Conflict when the version
        is not current any more, or somebody else was first."""
        values = {
            "planned_on": visit.planned_on,
            "measures": sorted(visit.measures),
            "visited_at": visit.visited_at,
            "visited_by": visit.visited_by,
            "version": visit.version + 1,
        }
        which = {"incident_id": visit.incident_id, "premises_id": visit.premises_id}
        if visit.version == 0:
            new = sa.insert(stored).values(**which, **values, created_at=now)
            return _visit(await self._transaction.one(new.returning(*stored.c)))
        conditions = [stored.c[name] == value for name, value in {**which, "version": visit.version}.items()]
        row = await self._transaction.first(sa.update(stored).where(*conditions).values(values).returning(*stored.c))
        if row is None:
            raise Conflict
        return _visit(row)


def _visit(row: Any) -> Visit:
    return Visit(
        IncidentId(row.incident_id),
        PremisesId(row.premises_id),
        row.planned_on,
        frozenset(row.measures),
        row.visited_at,
        row.visited_by,
        row.version,
    )
