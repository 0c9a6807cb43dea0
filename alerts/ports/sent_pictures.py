"""The port for pictures of notices that the platform has already."""

from datetime import datetime
from typing import Protocol

from alerts.ids import AlertId


class SentPictures(Protocol):
    """The platform's references to the pictures of a notice, each under the key of what it shows."""

    async def get(self, alert: AlertId, key: str) -> str | None:
        """The reference to this picture; None when it was not uploaded."""

    async def put(self, alert: AlertId, key: str, ref: str, now: datetime) -> None:
        """Store the reference, in place of an earlier one."""

    async def remove(self, alert: AlertId, key: str) -> None:
        """Remove the reference."""
