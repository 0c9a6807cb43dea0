"""A clock that the demo can move."""

from datetime import UTC, datetime, timedelta


class DemoClock:
    """The machine's time, set forward by as much as the story wants."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def now(self) -> datetime:
        """The moment, aware UTC."""
        return datetime.now(UTC) + self._ahead

    def move(self, by: timedelta) -> None:
        """Let so much time have passed."""
        self._ahead += by

    def reset(self) -> None:
        """Back to the machine's time."""
        self._ahead = timedelta()
