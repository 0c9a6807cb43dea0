"""KVO groups in storage."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from alerts.area import Place
from alerts.branch import Branch
from alerts.ids import KvoGroupId, MemberId
from alerts.kvo_group import ChatSetting, KvoGroup, NewKvoGroup


class KvoGroups(Protocol):
    """Shopping areas. Which shops belong to one follows from its ground and branches, and is kept up to date here."""

    async def add(self, group: NewKvoGroup, by: MemberId, now: datetime) -> KvoGroup:
        """A new group; the shops that it holds belong to it."""

    async def get(self, group: KvoGroupId) -> KvoGroup:
        """One group."""

    async def save(self, group: KvoGroup) -> KvoGroup:
        """Store name, codes, branches, `lacks`, `checked_at`, `join_link` and `closed_at` if the version is still
        current; return it with the next version. A closed group holds no shops."""

    async def all_open(self) -> list[KvoGroup]:
        """Every group that is not closed, oldest first."""

    async def holding(self, place: Place, branch: Branch) -> list[KvoGroup]:
        """The open groups to which a shop there, of this branch, belongs."""

    async def in_postcodes(self, pc4s: Collection[str]) -> list[KvoGroup]:
        """The open groups with ground in one of these four-digit areas."""

    async def set_code(self, group: KvoGroupId, code_hash: str | None, expires_at: datetime | None) -> None:
        """The code that ties a chat to it; None when it was used."""

    async def by_code(self, code_hash: str) -> tuple[KvoGroup, datetime] | None:
        """The open group with this code, and until when the code works."""

    async def by_chat(self, channel: str, ref: str) -> KvoGroup | None:
        """The open group that is tied to this chat."""

    async def tie(self, group: KvoGroupId, *, channel: str, ref: str, topic: int) -> None:
        """This chat (and topic) is its chat from now on, and no other. Raises Conflict when the chat is a person's, or
        is tied to another group now."""

    async def untie(self, group: KvoGroupId, now: datetime) -> None:
        """The bot is not in its chat any more; what was sent there stays known."""

    async def forget_topic(self, channel: str, ref: str) -> None:
        """The topic of this chat was removed: notices go to the chat itself."""

    async def looked(
        self, group: KvoGroupId, *, lacks: frozenset[ChatSetting], join_link: str | None, at: datetime | None
    ) -> None:
        """What its chat lacks, as seen at a moment (None: not looked at). The version stays, and with it
        the buttons."""

    async def unlooked(self, since: datetime) -> list[KvoGroup]:
        """The open groups whose chat was not looked at after that, oldest first."""

    async def shops_held(self, group: KvoGroupId) -> tuple[int, int]:
        """How many shops with people belong to it, and how many of those are verified."""

    async def belongs(self, group: KvoGroupId, member: MemberId) -> bool:
        """Whether the member is one of a verified shop's people in the group."""
