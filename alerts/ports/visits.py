"""The port for prevention visits to the neighbours of incidents."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from alerts.ids import IncidentId
from alerts.neighbour import Visit


class Visits(Protocol):
    """The repository of prevention visits: at most one for each incident and shop."""

    async def of_incidents(self, incidents: Collection[IncidentId]) -> list[Visit]:
        """Every visit that was planned or noted about these incidents."""

    async def put(self, visit: Visit, now: datetime) -> Visit:
        """Store a visit, new (version 0) or changed; return it with its next version. Raises Conflict when the version
        is not current any more, or somebody else was first."""
