"""The measurement of rings: once a night, what own data say about near repeats, computed beside the event loop."""

from alerts.clock import Clock
from alerts.ports import Storage
from alerts.services.ring.measure_rings import are_due, measure_rings

LOOK_SECONDS = 60


class RingMeasurement:
    """Measures rings when that is due, which the database knows: a restart neither skips nor repeats it."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage = storage
        self._clock = clock

    async def measure_if_due(self) -> None:
        """Measure rings, once a day."""
        async with self._storage.reading() as uow:
            is_due = await are_due(uow, self._clock.now())
        if is_due:
            await measure_rings(self._storage, self._clock.now())
