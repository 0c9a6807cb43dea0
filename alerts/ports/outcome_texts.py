"""The port for texts of outcomes: a municipality's own words at the end of a report, with their history."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from alerts.ids import MunicipalityId
from alerts.outcome_text import NewOutcomeText, OutcomeText, TextKey
from alerts.report import Outcome


class OutcomeTexts(Protocol):
    """The repository of texts of outcomes. A text is never changed: a new one takes its place."""

    async def add(self, new: NewOutcomeText, now: datetime) -> OutcomeText:
        """Store a text, which is in force from now on."""

    async def of_municipality(self, municipality: MunicipalityId) -> Sequence[OutcomeText]:
        """All texts of a municipality, oldest first."""

    async def of_outcome(self, municipality: MunicipalityId, outcome: Outcome) -> Sequence[OutcomeText]:
        """The texts of a municipality for one outcome, oldest first."""

    async def newest(self, key: TextKey) -> OutcomeText | None:
        """The text in force with this key; None when none was ever stored."""

    async def history(self, key: TextKey, limit: int) -> Sequence[OutcomeText]:
        """The texts with this key, newest first, up to `limit`."""
