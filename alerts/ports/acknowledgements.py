"""The port for what shops did after a notice."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from alerts.acknowledgement import Acknowledgement, RingProgress
from alerts.ids import AlertId, PremisesId
from alerts.opening_hours import Shift


class Acknowledgements(Protocol):
    """The repository of acknowledgements, at most one for a shop, a notice and a shift."""

    async def measures(self, alert: AlertId, premises: PremisesId, day: date, shift: Shift) -> tuple[str, ...]:
        """The measures that the shop took after the notice in that shift."""

    async def put(self, told: Acknowledgement) -> None:
        """Store what the shop took in that shift, in place of what stood there; without measures nothing stays. The
        notice is counted again."""

    async def seconds_to_seen(self, alert: AlertId) -> list[int]:
        """How many seconds after the sending each person saw the notice, the fastest first."""

    async def by_ring(self, alert: AlertId) -> Sequence[RingProgress]:
        """How far the notice is in each ring where somebody has it, the nearest first."""
