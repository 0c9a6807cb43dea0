"""The port for KVO groups."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from alerts.area import Place
from alerts.branch import Branch
from alerts.ids import KvoGroupId, MemberId
from alerts.kvo_group import ChatSetting, ChatTrouble, KvoGroup, NewKvoGroup


class KvoGroups(Protocol):
    """The repository of KVO groups: shopping areas and business parks.

    Which shops belong to a group follows from its postcodes and branches; the repository keeps it up to date.
    """

    async def add(self, group: NewKvoGroup, by: MemberId, now: datetime) -> KvoGroup:
        """Store a new group; the shops within its postcodes and branches belong to it at once."""

    async def get(self, group: KvoGroupId) -> KvoGroup:
        """The group with this id. Raises NotFound."""

    async def save(self, group: KvoGroup) -> KvoGroup:
        """Store name, codes, branches, `lacks`, `checked_at`, `join_link` and `closed_at`; return the group with its
        next version. A closed group has no shops. Raises Conflict when the version is not current any more, NotFound
        when there is no such group."""

    async def all_open(self) -> list[KvoGroup]:
        """Every group that is not closed, oldest first."""

    async def holding(self, place: Place, branch: Branch) -> list[KvoGroup]:
        """The open groups to which a shop at this place, of this branch, belongs."""

    async def in_postcodes(self, pc4s: Collection[str]) -> list[KvoGroup]:
        """The open groups with a postcode in one of these four-digit areas."""

    async def set_code(self, group: KvoGroupId, code_hash: str | None, expires_at: datetime | None) -> None:
        """Store the hash of the code that ties a chat to the group, and when it expires; None once it is used. Raises
        NotFound."""

    async def by_code(self, code_hash: str) -> tuple[KvoGroup, datetime] | None:
        """The open group with this code, and when the code expires."""

    async def by_chat(self, channel: str, ref: str) -> KvoGroup | None:
        """The open group that is tied to this chat."""

    async def tie(self, group: KvoGroupId, *, channel: str, ref: str, topic: int) -> None:
        """Make this chat (and topic) the only chat of the group. Raises Conflict when the chat is a person's, or is
        tied to another group now."""

    async def untie(self, group: KvoGroupId, now: datetime) -> None:
        """Note that the bot has left the group's chat; what was sent there stays known."""

    async def forget_topic(self, channel: str, ref: str) -> None:
        """Note that the topic of this chat was removed: notices go to the chat itself."""

    async def set_trouble(self, group: KvoGroupId, trouble: ChatTrouble | None) -> None:
        """Store why the group's chat refused a message; None when it may be written to, as far as is known."""

    async def mark_checked(
        self, group: KvoGroupId, *, lacks: frozenset[ChatSetting], join_link: str | None, at: datetime | None
    ) -> None:
        """Store which settings the group's chat lacks, as seen at this moment (None: not checked). The version stays,
        so that buttons keep working. Raises NotFound."""

    async def due_for_check(self, since: datetime) -> list[KvoGroup]:
        """The open groups whose chat was not checked after this moment, oldest first."""

    async def shops_held(self, group: KvoGroupId) -> tuple[int, int]:
        """How many shops with members belong to the group, and how many of those are verified."""

    async def belongs(self, group: KvoGroupId, member: MemberId) -> bool:
        """Whether the member belongs to a verified shop in the group."""
