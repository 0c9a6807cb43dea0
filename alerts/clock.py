"""Time: every part asks a Clock, in aware UTC; Europe/Amsterdam is for display."""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """A source of the current time, as aware UTC."""

    def now(self) -> datetime:
        """Return the current time."""


class SystemClock:
    """The clock of the machine."""

    def now(self) -> datetime:
        """Return the time of the operating system."""
        return datetime.now(UTC)


class FollowingClock:
    """The machine's clock, corrected by another: processes that share a database follow its server's time."""

    def __init__(self) -> None:
        self._offset = timedelta()

    def now(self) -> datetime:
        """Return the time, corrected by the offset to the followed clock."""
        return datetime.now(UTC) + self._offset

    def follow(self, theirs: datetime) -> None:
        """Set the offset to this time, unless it changes by less than a second: time must not jump with every look."""
        offset = theirs - datetime.now(UTC)
        if abs(offset - self._offset) > timedelta(seconds=1):
            self._offset = offset
