"""What is held on a person, in storage."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from alerts.ids import MemberId

Record = Mapping[str, Any]  # values as JSON has them; times as ISO 8601 in UTC; other people without their number


class PersonalData(Protocol):
    """Everything that leads to a person, wherever it is."""

    async def held_on(self, member: MemberId) -> Mapping[str, list[Record]]:
        """Every record by its name; those of which there is nothing are empty. Secrets of links are not among them."""

    async def exported_since(self, member: MemberId, since: datetime) -> int:
        """How many times it was sent to the member after that."""

    async def spent(self, action: str, member: MemberId, since: datetime) -> list[datetime]:
        """When who has this member's address now did so under a number that was erased since (one of
        `alerts.limits.COUNTS_ON`, and no longer than a day), newest first."""

    async def passers_by(self, before: datetime, limit: int) -> list[MemberId]:
        """Up to so many who were written down before that, only ever pressed Gezien in a group's chat, and of whom
        it is not known any more of what."""

    async def erase(self, member: MemberId, now: datetime) -> None:
        """Leave nothing by which the member could be found. A number stays where something must lead to somebody,
        with a closed address that nothing can be sent to."""
