"""Server time: the time that a server tells in the `Date` of its answers."""

from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from time import monotonic

import aiohttp


async def time_at(url: str) -> datetime | None:
    """Ask a server for the time, by the `Date` of its answer; None when it does not answer or does not say."""
    timeout = aiohttp.ClientTimeout(total=5)
    try:
        async with aiohttp.ClientSession(timeout=timeout) as session, session.head(url) as answer:
            return parsedate_to_datetime(answer.headers["Date"])
    except (aiohttp.ClientError, TimeoutError, KeyError, ValueError):
        return None


class HeardTime:
    """The time last heard from a server, carried on by the machine's monotonic clock."""

    def __init__(self) -> None:
        self._heard: tuple[datetime, float] | None = None

    def hear(self, date: str | None) -> None:
        """Take the time from a `Date` header, if there is one that can be read."""
        try:
            said = parsedate_to_datetime(date) if date else None
        except ValueError:
            return
        if said is not None and said.tzinfo is not None:
            self._heard = said, monotonic()

    def now(self) -> datetime | None:
        """Return the server's time now; None when nothing was heard for ten minutes."""
        if self._heard is None:
            return None
        said, at = self._heard
        age = monotonic() - at
        return said + timedelta(seconds=age) if age < 600 else None
