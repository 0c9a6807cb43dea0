"""KVO group (KVO-groep): a shopping area with its list of postcodes, and usually a group chat."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from alerts.area import Place
from alerts.branch import Branch
from alerts.ids import AddressId, KvoGroupId, MemberId
from alerts.severity import Route, Tlp

NAME_LENGTH = 60


class ChatSetting(StrEnum):
    """What a group chat needs before it gets more than one line (DESIGN, rule 8); only a supergroup has all of it."""

    SUPERGROUP = "supergroup"
    ADMIN = "admin"
    INVITE_RIGHT = "invite_right"
    JOIN_BY_REQUEST = "join_by_request"
    HIDDEN_HISTORY = "hidden_history"


def depends_on_chat(tlp: Tlp) -> bool:
    """Whether a chat's settings decide what it gets: not where all may read it, nor where no chat may."""
    return tlp.admits(Route.CHAT_TEXT) and not tlp.admits(Route.EVERYBODY)


def may_read_text(tlp: Tlp, lacks: frozenset[ChatSetting]) -> bool:
    """Whether a chat gets the text and not one line about it: CLEAR always, GREEN where nobody else can read along."""
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
    """One shopping area. `codes` are PC4s and PC6s, mixed; no `branches` means all.

    `lacks` is what the chat lacked when it was last looked at (`checked_at`); None of it counts without a chat.
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

    @property
    def is_tied(self) -> bool:
        """Whether the bot is in a chat for it."""
        return self.chat is not None and self.chat.is_active

    def covers(self, place: Place) -> bool:
        """Whether a place lies in its ground."""
        return place.pc4 in self.codes or place.pc6 in self.codes

    def holds(self, place: Place, branch: Branch) -> bool:
        """Whether a shop there, of this branch, belongs to it."""
        return self.covers(place) and (not self.branches or branch in self.branches)


@dataclass(frozen=True, slots=True)
class NewKvoGroup:
    """A group about to be made."""

    name: str
    codes: frozenset[str]
    branches: frozenset[Branch]
