"""Time: one place to ask, aware UTC inside, Europe/Amsterdam outside."""

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time as aware UTC."""

    def now(self) -> datetime:
        """The moment."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The moment, from the operating system."""
        return datetime.now(UTC)
