"""The port for changes of the table of measures."""

from datetime import datetime
from typing import Protocol

from alerts.ids import MeasureEditId, MemberId
from alerts.measure import MeasureEdit, NewMeasureEdit


class Measures(Protocol):
    """The repository of changes of the table of measures. Of a measure there is one change for each branch."""

    async def edits(self) -> list[MeasureEdit]:
        """Every change, oldest first."""

    async def add(self, told: NewMeasureEdit, by: MemberId, now: datetime) -> MeasureEdit:
        """Store a new change. Raises Conflict when there is one of this measure for this branch."""

    async def save(self, edit: MeasureEdit, by: MemberId, now: datetime) -> MeasureEdit:
        """Store the change; return it with its next version. Raises Conflict when the version is not current any
        more."""

    async def remove(self, edit: MeasureEditId, version: int) -> None:
        """Remove the change, so that the table counts again. Raises Conflict when the version is not current any
        more."""
