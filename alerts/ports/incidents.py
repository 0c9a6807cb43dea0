"""The port for incidents, with what hangs on them and their events."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from alerts.area import Place
from alerts.ids import AlertId, IncidentId, MemberId, ReportId
from alerts.incident import Incident, IncidentEvent, IncidentFilter, IncidentStep, NewIncident
from alerts.role import Scope


class Incidents(Protocol):
    """The repository of incidents."""

    async def add(self, new: NewIncident, number: str, now: datetime) -> Incident:
        """Store a new incident, in state `unconfirmed`. Raises Conflict when the number is taken."""

    async def next_number(self, year: int) -> str:
        """Take the next incident number of the year, as `I-2026-0001`."""

    async def by_number(self, number: str) -> IncidentId | None:
        """The id of the incident with this number, if there is one."""

    async def get(self, incident: IncidentId) -> Incident:
        """The incident with this id. Raises NotFound."""

    async def save(self, incident: Incident) -> Incident:
        """Store kind, state, times and main incident; return the incident with its next version. Raises Conflict when
        the version is not current any more, NotFound when there is no such incident."""

    async def tell_moment(self, incident: IncidentId, at: datetime | None) -> None:
        """Store when it was, as its report tells it now; the version stays, so that nobody's button comes too late."""

    async def page(
        self, wanted: IncidentFilter, scopes: Sequence[Scope], *, after: IncidentId | None, limit: int
    ) -> list[Incident]:
        """The incidents that fit the filter, newest first, from after the one with this id; those that may lie in one
        of these scopes: the caller checks each."""

    async def around(self, place: Place, metres: int, since: datetime, until: datetime, limit: int) -> list[Incident]:
        """The open incidents opened from `since` until `until` at most so many metres from the place, or in its PC4,
        newest first: within a cube, so the caller measures."""

    async def hang_report(self, incident: IncidentId, report: ReportId) -> None:
        """Let a report belong to this incident, and to no other any more."""

    async def reports_of(self, incident: IncidentId) -> list[ReportId]:
        """The reports of this incident, oldest first."""

    async def hang_alert(self, incident: IncidentId, alert: AlertId) -> None:
        """Let a notice belong to this incident, and to no other any more."""

    async def alerts_of(self, incident: IncidentId) -> list[AlertId]:
        """The notices on this incident, drafts and ended ones too, oldest first."""

    async def of_alert(self, alert: AlertId) -> IncidentId | None:
        """The incident on which this notice is, if there is one."""

    async def joined_to(self, incident: IncidentId) -> list[Incident]:
        """The incidents that go on in this one, oldest first."""

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

    async def events(self, incident: IncidentId) -> list[IncidentEvent]:
        """The events of an incident, oldest first."""
