"""The whole state of a playground, and the rules on who may reach whom."""

import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from playground.errors import ApiRefusal, ControlError, Json, bad_request, forbidden
from playground.events import EventLog
from playground.faults import Faults
from playground.limits import RateLimits
from playground.state import ADMINS, ANONYMOUS_ADMIN, Bot, Chat, Message, StoredFile, User

FIRST_USER_ID = 5_000_000_001
QUERIES_KEPT = 100_000
JOIN_REQUEST_OPENS_CHAT = 300.0


@dataclass(slots=True)
class CallbackQuery:
    """A button press that may still be answered; `at` is in seconds since 1970."""

    id: str
    bot_id: int
    user_id: int
    message: Message
    at: float
    answered: bool = False


class World:
    """The state of one playground; `clock` gives seconds since 1970."""

    def __init__(
        self, bots: Iterable[Bot], *, enforce_limits: bool = False, clock: Callable[[], float] = time.time
    ) -> None:
        self.clock = clock
        self.bots = {bot.id: bot for bot in bots}
        self.tokens = {bot.token: bot for bot in self.bots.values()}
        self.first_bot = next(iter(self.bots.values()))
        self.users: dict[int, User] = {}
        self.private: dict[tuple[int, int], Chat] = {}
        self.groups: dict[int, Chat] = {}
        self.files: dict[str, StoredFile] = {}
        self.file_paths: dict[str, StoredFile] = {}
        self.queries: dict[str, CallbackQuery] = {}
        self.events = EventLog()
        self.faults = Faults()
        self.note = ""
        self.limits = RateLimits() if enforce_limits else None
        self._next_user_id = FIRST_USER_ID

    @property
    def now(self) -> int:
        """The time in whole seconds since 1970."""
        return int(self.clock())

    def user(self, user_id: object) -> User:
        """Return a person by id. Raises ControlError 404."""
        found = self.users.get(user_id) if isinstance(user_id, int) else None
        if found is None:
            raise ControlError(f"no user {user_id}", 404)
        return found

    def group(self, chat_id: object) -> Chat:
        """Return a group by id. Raises ControlError 404."""
        found = self.groups.get(chat_id) if isinstance(chat_id, int) else None
        if found is None:
            raise ControlError(f"no chat {chat_id}", 404)
        return found

    def new_user_id(self) -> int:
        """Return an unused id; beyond 32 bits, as real ones are."""
        while self._next_user_id in self.users:
            self._next_user_id += 1
        return self._next_user_id

    def private_chat(self, bot_id: int, user_id: int) -> Chat:
        """Return the chat of a bot and a person, created if it does not exist."""
        key = (bot_id, user_id)
        if key not in self.private:
            self.private[key] = Chat(user_id, "private", bot_id=bot_id)
        return self.private[key]

    def chat_of(self, user_id: int, chat_id: int | None) -> Chat:
        """Return the chat that a person means: a group, a bot, or by default the first bot. Raises ControlError 404."""
        if chat_id is None or chat_id == user_id:
            return self.private_chat(self.first_bot.id, user_id)
        if chat_id in self.bots:
            return self.private_chat(chat_id, user_id)
        return self.group(chat_id)

    def bots_in(self, chat: Chat) -> list[Bot]:
        """Return the bots in a chat."""
        return [bot for bot in self.bots.values() if chat.has(bot.id)]

    def username(self, user_id: int) -> str | None:
        """Return the username of a person or bot."""
        someone = self.bots.get(user_id) or self.users.get(user_id)
        return someone.username if someone else None

    def chat_for_bot(self, bot: Bot, chat_id: object) -> Chat:
        """Return the chat that a bot names, whether it may write there or not. Raises ApiRefusal."""
        if chat_id in (None, ""):
            raise bad_request("chat_id is empty")
        try:
            number = int(str(chat_id))
        except ValueError:
            raise bad_request("chat not found") from None
        if number in self.users:
            return self.private_chat(bot.id, number)
        if number in self.bots:
            raise forbidden("bots can't send messages to bots")
        chat = self.groups.get(number)
        if chat is None or bot.id not in chat.members:
            raise bad_request("chat not found")
        return chat

    def writable_chat(self, bot: Bot, chat_id: object) -> Chat:
        """Return the chat that a bot names, if it may write there. Raises ApiRefusal with the reason."""
        chat = self.chat_for_bot(bot, chat_id)
        refusal = self._private_refusal(bot, chat) if chat.is_private else group_refusal(bot, chat)
        if refusal is not None:
            raise refusal
        return chat

    def known_chat(self, bot: Bot, chat_id: object) -> Chat:
        """Return the chat that a bot names, if it may look at it. Raises ApiRefusal."""
        chat = self.chat_for_bot(bot, chat_id)
        if chat.is_private:
            if not self.users[chat.id].started & {bot.id} and not chat.messages:
                raise bad_request("chat not found")
            return chat
        refusal = group_refusal(bot, chat)
        if refusal is not None and refusal.code == 403:
            raise refusal
        return chat

    def _private_refusal(self, bot: Bot, chat: Chat) -> ApiRefusal | None:
        user = self.users[chat.id]
        if user.deactivated:
            return forbidden("user is deactivated")
        if bot.id in user.blocked:
            return forbidden("bot was blocked by the user")
        if bot.id not in user.started and not self._waits_at_door(bot, user.id):
            return forbidden("bot can't initiate conversation with a user")
        return None

    def _waits_at_door(self, bot: Bot, user_id: int) -> bool:
        """Tell whether a join request of the last five minutes lets the bot write to this person."""
        return any(
            user_id in chat.requests
            and self.clock() - chat.requests[user_id].at <= JOIN_REQUEST_OPENS_CHAT
            and chat.member(bot.id).status in ADMINS
            for chat in self.groups.values()
        )

    def add_query(self, bot: Bot, user_id: int, message: Message) -> CallbackQuery:
        """Store a press; only the newest are kept."""
        query = CallbackQuery(str(secrets.randbits(62)), bot.id, user_id, message, self.clock())
        self.queries[query.id] = query
        if len(self.queries) > QUERIES_KEPT:
            del self.queries[next(iter(self.queries))]
        return query

    def add_file(self, kind: str, name: str, mime: str, data: bytes) -> StoredFile:
        """Store a file and give it an id and a path."""
        number = len(self.files)
        suffix = name.rpartition(".")[2] if "." in name else "bin"
        folder = {"photo": "photos", "document": "documents", "voice": "voice"}.get(kind, f"{kind}s")
        file = StoredFile(f"PG{secrets.token_urlsafe(24)}", f"{folder}/file_{number}.{suffix}", name, mime, data)
        self.files[file.file_id] = file
        self.file_paths[file.path] = file
        return file

    def snapshot_faults(self, faults: Json) -> None:
        """Replace the faults and add an event."""
        self.faults = Faults.parse(faults)
        self.events.add("faults", faults=self.faults.shape())

    def put_note(self, text: str) -> None:
        """Replace the note above the phones on the page and add an event."""
        self.note = text
        self.events.add("note", note=text)

    def is_admin(self, chat: Chat, user_id: int) -> bool:
        """Tell whether a person is an admin of a group, also as the anonymous admin."""
        return user_id == ANONYMOUS_ADMIN or chat.member(user_id).status in ADMINS


def group_refusal(bot: Bot, chat: Chat) -> ApiRefusal | None:
    """Return why a bot may not write to a group, or None."""
    if chat.migrated_to is not None:
        text = "group chat was upgraded to a supergroup chat"
        return bad_request(text, migrate_to_chat_id=chat.migrated_to)
    member = chat.member(bot.id)
    where = "supergroup chat" if chat.type == "supergroup" else "group chat"
    if member.status == "kicked":
        return forbidden(f"bot was kicked from the {where}")
    if not member.is_present:
        return forbidden(f"bot is not a member of the {where}")
    if member.status == "member" and member.rights.get("can_send_messages") is False:
        return bad_request("not enough rights to send text messages to the chat")
    return None
