"""The port for effects: when it is due to count what happened after a notice, and what was counted."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from alerts.effect import Effect
from alerts.ids import AlertId


class Effects(Protocol):
    """The repository of effects: one for each notice that was sent, kept without its words."""

    async def expect(self, alert: AlertId, due_at: datetime) -> None:
        """Note when the days after a notice are over."""

    async def due(self, now: datetime, limit: int) -> Sequence[AlertId]:
        """The notices that are due and not settled yet, up to `limit`, the longest due first."""

    async def settle(self, alert: AlertId, effect: Effect | None, now: datetime) -> None:
        """Store what was counted (None: it is not counted). Raises Conflict when it was settled before, or is not
        expected."""

    async def of(self, alert: AlertId) -> Effect | None:
        """What was counted for this notice; None when nothing was, or not yet."""
