"""KVO group (KVO-groep): a shopping area or business park with its list of postcodes, and usually a group chat."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from alerts.area import Place
from alerts.branch import Branch
from alerts.ids import AddressId, KvoGroupId, MemberId
from alerts.tlp import Route, Tlp

NAME_LENGTH = 60


class ChatSetting(StrEnum):
    """The settings that a group chat needs before it gets more than one line (docs/architecture.md, rule 8); only a
    supergroup has them all."""

    SUPERGROUP = "supergroup"
    ADMIN = "admin"
    INVITE_RIGHT = "invite_right"
    JOIN_BY_REQUEST = "join_by_request"
    HIDDEN_HISTORY = "hidden_history"


class ChatTrouble(StrEnum):
    """Why a group's chat refuses every message. With `topic_closed` messages go to the general topic."""

    TOPIC_CLOSED = "topic_closed"
    NO_TOPIC = "no_topic"  # the general topic is closed too
    NO_RIGHTS = "no_rights"
    RESTRICTED = "restricted"  # by Telegram
    PAID = "paid"


def depends_on_chat(tlp: Tlp) -> bool:
    """Whether a chat's settings decide what it gets: not for a label that all may read, nor for one that no chat
    may."""
    return tlp.admits(Route.CHAT_TEXT) and not tlp.admits(Route.EVERYBODY)


def may_read_text(tlp: Tlp, lacks: frozenset[ChatSetting]) -> bool:
    """Whether a chat gets the text, and not one line about it: CLEAR always, GREEN where nobody else can read along."""
    return not lacks if depends_on_chat(tlp) else tlp.admits(Route.CHAT_TEXT)


@dataclass(frozen=True, slots=True)
class GroupChat:
    """The chat that a group is tied to; `topic` is where notices go in a forum (0: no topic)."""

    address_id: AddressId
    channel: str
    ref: str
    topic: int
    is_active: bool


@dataclass(frozen=True, slots=True)
class KvoGroup:
    """A shopping area or business park. `codes` are PC4s and PC6s, mixed; no `branches` means all.

    `lacks` is what the chat lacked at the last check (`checked_at`); it means nothing without a chat. `trouble` is why
    the chat refused the last message for it, if it did.
    """

    id: KvoGroupId
    name: str
    codes: frozenset[str]
    branches: frozenset[Branch]
    created_by: MemberId | None
    chat: GroupChat | None
    lacks: frozenset[ChatSetting]
    checked_at: datetime | None
    join_link: str | None
    closed_at: datetime | None
    version: int
    trouble: ChatTrouble | None = None

    @property
    def is_tied(self) -> bool:
        """Whether the group has a chat that the bot is in."""
        return self.chat is not None and self.chat.is_active

    def covers(self, place: Place) -> bool:
        """Whether a place lies on the group's ground."""
        return place.pc4 in self.codes or place.pc6 in self.codes

    def holds(self, place: Place, branch: Branch) -> bool:
        """Whether a shop of this branch at this place belongs to the group."""
        return self.covers(place) and (not self.branches or branch in self.branches)


@dataclass(frozen=True, slots=True)
class NewKvoGroup:
    """A group that is not stored yet."""

    name: str
    codes: frozenset[str]
    branches: frozenset[Branch]
