"""The playground's data: people, bots, chats and messages."""

from dataclasses import dataclass, field
from typing import Literal

from playground.errors import Json
from playground.updates import UpdateQueue

ChatType = Literal["private", "group", "supergroup"]
PRESENT = frozenset({"creator", "administrator", "member"})
ADMINS = frozenset({"creator", "administrator"})
ANONYMOUS_ADMIN = 1087968824


@dataclass(slots=True)
class User:
    """A person; `started` and `blocked` hold ids of bots, `link` the text and address of a button on the phone."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str = "nl"
    phone: bool = False
    note: str | None = None
    link: Json | None = None
    started: set[int] = field(default_factory=set)
    blocked: set[int] = field(default_factory=set)
    deactivated: bool = False


@dataclass(slots=True)
class Webhook:
    """The address to which a bot's updates are posted, and its last error."""

    url: str
    secret: str | None = None
    max_connections: int = 40
    last_error_date: int | None = None
    last_error_message: str | None = None


@dataclass(slots=True)
class Profile:
    """A bot's profile: commands by (scope, language), texts by (kind, language), menu buttons by chat."""

    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)


@dataclass(slots=True)
class Bot:
    """A bot with its token and its queue of updates."""

    id: int
    token: str
    username: str
    first_name: str
    updates: UpdateQueue = field(default_factory=UpdateQueue)
    profile: Profile = field(default_factory=Profile)
    webhook: Webhook | None = None


@dataclass(slots=True)
class Member:
    """A person's status in a group; `since` is the last message id before they joined."""

    user_id: int
    status: str
    rights: Json = field(default_factory=dict)
    since: int = 0

    @property
    def is_present(self) -> bool:
        """Whether the person is in the group."""
        return self.status in PRESENT

    def may(self, right: str) -> bool:
        """Tell whether an admin has a right; the creator has all rights."""
        return self.status == "creator" or (self.status == "administrator" and bool(self.rights.get(right, False)))


@dataclass(slots=True)
class InviteLink:
    """An invite link of a group, made by a bot."""

    url: str
    creator: int
    name: str | None = None
    creates_join_request: bool = False
    expire_date: int | None = None
    member_limit: int | None = None
    is_primary: bool = False
    is_revoked: bool = False
    joined: int = 0


@dataclass(slots=True)
class JoinRequest:
    """A person's pending request to join a group; `at` is in seconds since 1970."""

    user_id: int
    at: float
    link: InviteLink


@dataclass(slots=True)
class StoredFile:
    """A stored file; `path` is its place under /file/bot<token>/."""

    file_id: str
    path: str
    name: str
    mime: str
    data: bytes


@dataclass(slots=True)
class Media:
    """The media of a message: `content` is the value of its Bot API field `kind`."""

    kind: str
    content: object
    file: StoredFile | None = None


@dataclass(slots=True)
class Message:
    """A message; `text` is the caption if there is media."""

    message_id: int
    chat: "Chat"
    sender: int
    date: int
    text: str | None = None
    entities: list[Json] = field(default_factory=list)
    media: Media | None = None
    service: Json | None = None
    thread: int | None = None
    reply_to: "Message | None" = None
    buttons: list[list[Json]] | None = None
    had_keyboard: bool = False
    protected: bool = False
    silent: bool = False
    edit_date: int | None = None
    forward_origin: Json | None = None
    sender_chat: bool = False
    reactions: dict[int, list[Json]] = field(default_factory=dict)


@dataclass(slots=True)
class Chat:
    """A private chat (of one bot and one person) or a group."""

    id: int
    type: ChatType
    bot_id: int | None = None
    title: str | None = None
    is_forum: bool = False
    hidden_history: bool = False
    join_by_request: bool = False
    migrated_to: int | None = None
    migrated_from: int | None = None
    phone: bool = False
    last_id: int = 0
    messages: dict[int, Message] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    topics: dict[int, Json] = field(default_factory=dict)
    links: dict[str, InviteLink] = field(default_factory=dict)
    requests: dict[int, JoinRequest] = field(default_factory=dict)
    keyboards: dict[int, Json] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)

    @property
    def is_private(self) -> bool:
        """Whether this is a chat of one person and one bot."""
        return self.type == "private"

    def member(self, user_id: int) -> Member:
        """Return a person's status in the group; "left" for somebody who was never in it."""
        return self.members.get(user_id) or Member(user_id, "left")

    def has(self, user_id: int) -> bool:
        """Tell whether a person or bot is in the chat."""
        if self.is_private:
            return user_id in (self.id, self.bot_id)
        return self.member(user_id).is_present

    def shows(self, user_id: int, message: Message) -> bool:
        """Tell whether a person sees a message: members do, except what was sent before they joined if the history is
        hidden."""
        if not self.has(user_id):
            return False
        return self.is_private or not self.hidden_history or message.message_id > self.member(user_id).since

    def present(self) -> list[Member]:
        """Return the present members of the group."""
        return [member for member in self.members.values() if member.is_present]
