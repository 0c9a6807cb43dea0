"""The port for personal data: access exports, erasure, and what must outlive an erasure."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from alerts.ids import MemberId
from alerts.premises import Premises

Record = Mapping[str, Any]  # values as JSON has them; times as ISO 8601 in UTC; other people without their number


class PersonalData(Protocol):
    """Everything in storage that leads to a person."""

    async def export_of(self, member: MemberId) -> Mapping[str, list[Record]]:
        """Every record about the member, by its name; names without a record are empty. Secrets of links are left
        out."""

    async def exported_since(self, member: MemberId, since: datetime) -> int:
        """How many times the member was sent their export after this moment."""

    async def mark_withdrawn(self, premises: Premises, now: datetime) -> None:
        """Remember that this shop's verification was withdrawn, by keyed hashes that outlive an erasure: of its
        members' addresses, and of its name and house number at its postcode. Who erases themselves and comes back is
        recognised."""

    async def was_withdrawn(self, premises: Premises, now: datetime) -> datetime | None:
        """When the verification of this shop, or of one to which its people belonged, was withdrawn last; None when
        that never happened or is too long ago to count."""

    async def used_quotas(self, action: str, member: MemberId, since: datetime) -> list[datetime]:
        """When the person at this member's address did this under an erased member id, newest first.

        `action` is one of `alerts.limits.COUNTS_ON`; the times are remembered for a day.
        """

    async def count_passers_by(self, before: datetime) -> int:
        """How many members `passers_by` would find without a limit."""

    async def passers_by(self, before: datetime, limit: int) -> list[MemberId]:
        """Up to `limit` members who were stored by this moment, only ever pressed Gelezen in a group chat, and have no
        such press left in storage."""

    async def erase(self, member: MemberId, now: datetime) -> None:
        """Erase everything by which the member could be found. The member id stays where a row must refer to one, with
        a closed address that nothing can be sent to."""
