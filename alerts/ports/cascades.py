"""The port for cascades: the steps of each and who was called."""

from datetime import datetime
from typing import Protocol

from alerts.cascade import Cascade
from alerts.ids import IncidentId


class Cascades(Protocol):
    """The repository of cascades; an incident has at most one."""

    async def find(self, incident: IncidentId) -> Cascade | None:
        """The cascade of an incident, if one has begun."""

    async def save(self, cascade: Cascade) -> None:
        """Store the cascade with its steps and calls, new ones too. Nothing is removed."""

    async def due(self, now: datetime, limit: int) -> list[IncidentId]:
        """The incidents whose cascade goes on now, the longest due first."""

    async def outdated(self, since: datetime, limit: int) -> list[IncidentId]:
        """The incidents whose cascade began since then, has not ended, and whose facts have another version than its
        cards show."""

    async def facts_version(self, incident: IncidentId) -> int:
        """The version of what is known: of the incident, of its reports, and of their steps together."""
