"""A clock that the demo can set forward."""

from datetime import UTC, datetime, timedelta


class DemoClock:
    """The machine's time plus an offset."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def now(self) -> datetime:
        """Return the current moment (aware, UTC)."""
        return datetime.now(UTC) + self._ahead

    def move(self, by: timedelta) -> None:
        """Set the clock forward."""
        self._ahead += by

    def reset(self) -> None:
        """Return to the machine's time."""
        self._ahead = timedelta()
