"""The port for sightings and for the patterns among them."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import NamedTuple, Protocol

from alerts.ids import MemberId, PatternId, PremisesId, ReportId
from alerts.patterns import Pattern, PatternState, Sighting
from alerts.point import Point


class Step(NamedTuple):
    """A step in the life of a report, by its number, in the order in which steps were taken."""

    number: int
    report: ReportId


class Patterns(Protocol):
    """The repository of sightings and patterns.

    Sightings whose report may not be compared (`may_be_compared`) are left out of everything that is read.
    """

    async def steps(self, after: int, limit: int) -> list[Step]:
        """The steps of reports after this number, in order."""

    async def owners(self, premises: PremisesId) -> list[MemberId]:
        """The members who own this shop now."""

    async def keep(self, sighting: Sighting) -> None:
        """Store what a report says, in place of what was stored of it before."""

    async def near(self, point: Point, at: datetime, *, metres: int, within: timedelta) -> list[Sighting]:
        """The sightings that may lie within so many metres of a point, and within the time before or after; the caller
        checks the distance."""

    async def sightings(self, reports: Collection[ReportId]) -> list[Sighting]:
        """The sightings of these reports, oldest first."""

    async def get(self, pattern: PatternId) -> Pattern:
        """The pattern with this id. Raises NotFound."""

    async def holding(self, reports: Collection[ReportId]) -> list[Pattern]:
        """The patterns with at least one of these reports, in the order in which they were found."""

    async def all(self, state: PatternState) -> list[Pattern]:
        """The patterns in this state, the last changed first."""

    async def withered(self) -> list[Pattern]:
        """The patterns with a report that may not be compared any more."""

    async def add(self, reports: Collection[ReportId], now: datetime) -> Pattern:
        """Store a new pattern, in state `open`."""

    async def save(self, pattern: Pattern) -> Pattern:
        """Store a pattern and its reports; return it with its next version. Raises Conflict when the version is not
        current any more, NotFound when there is no such pattern."""

    async def remove(self, pattern: PatternId) -> None:
        """Remove a pattern. Its reports stay."""
