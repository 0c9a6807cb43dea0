"""The job that queues notices for the services of organisations."""

from collections.abc import Sequence

from alerts.clock import Clock
from alerts.ports import Storage
from alerts.service import Service
from alerts.services.channel.queue_services import queue_services

LOOK_SECONDS = 5


class OrganisationQueue:
    """Queues what was sent lately for the services that want it."""

    def __init__(self, storage: Storage, clock: Clock, services: Sequence[Service]) -> None:
        self._storage = storage
        self._clock = clock
        self._services = services

    async def queue(self) -> None:
        """Queue each text once for each service."""
        async with self._storage.transaction() as uow:
            await queue_services(uow, self._services, self._clock.now())
