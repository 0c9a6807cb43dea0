"""The log of an outage: sending stops while the database stores no marks, and the log says so once."""

import asyncio
import contextlib

from alerts.errors import Unavailable
from bot.logs import logger

FREE_IT = "free space on the disk, or end what holds the database; sending then goes on by itself"

log = logger()


class OutageLog:
    """Logs when sending stops because the database is unavailable, and when it resumes: one line each."""

    def __init__(self) -> None:
        self._has_begun = False

    def begin(self, error: Unavailable, under_way: int) -> None:
        """Log that sending stopped, once and not at every try: without a stored mark nothing is sent."""
        if not self._has_begun:
            self._has_begun = True
            log.error("sending_stopped", reason=str(error), under_way=under_way, do=FREE_IT)

    def end(self) -> None:
        """Log that sending resumed, if it had stopped."""
        if self._has_begun:
            self._has_begun = False
            log.warning("sending_resumed")


async def wait_at_most(event: asyncio.Event, seconds: float) -> None:
    """Wait for the event, at most so many seconds."""
    with contextlib.suppress(TimeoutError):  # wait_for would lose a cancellation that meets the event (3.11)
        async with asyncio.timeout(seconds):
            await event.wait()
