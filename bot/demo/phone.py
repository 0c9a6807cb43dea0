"""A simulated phone: what its owner does in the chat with the bot, and what they see there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

WITHIN = 30.0  # seconds that an answer may take
SHOWN = 6  # messages listed when an expected one did not arrive


class NotSeen(Exception):
    """An expected message did not arrive on a phone in time."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A message as its reader sees it. `labels` are its buttons, row by row in one tuple; `reply_to` is a message
    id."""

    message_id: int
    sender: int
    text: str
    labels: tuple[str, ...]
    links: tuple[str, ...]
    is_protected: bool
    is_edited: bool
    reply_to: int | None


Wanted = str | Callable[[Seen], bool]


class Control(Protocol):
    """The part of the stand-in's control API that a phone needs. `seq` is the number of the newest event."""

    seq: int

    async def post(self, path: str, **body: object) -> Any:
        """Make a control call."""

    async def get(self, path: str, **query: str | int | float) -> Any:
        """Read a control view."""

    async def event(
        self, fits: Callable[[Mapping[str, Any]], bool], *, after: int = 0, within: float = WITHIN
    ) -> Mapping[str, Any]:
        """Await the first event since `after` that fits. Raises TimeoutError."""


class Phone:
    """A chat with the bot, private or in a group. Only messages since the owner's last action are awaited."""

    def __init__(self, playground: Control, user_id: int, name: str, chat: int | None = None) -> None:
        self.user_id = user_id
        self.name = name
        self.chat = user_id if chat is None else chat
        self._playground = playground
        self._since = 0
        self._noticed: set[int] = set()
        self._last: Seen | None = None

    def in_group(self, chat: int) -> "Phone":
        """Return the same person's phone with a group chat open."""
        return Phone(self._playground, self.user_id, self.name, chat)

    async def type(self, text: str, **more: object) -> int:
        """Write a message (`thread`: in that topic); return the id of the update."""
        return await self._act("send", text=text, chat=self.chat, **more)

    async def tap(self, label: str, on: Seen | None = None) -> int:
        """Tap a button by its label or a unique part of it: on the message expected last, else on the newest message
        that has the button. Raises NotSeen."""
        message = on or self._last
        if message is None or not _has(message, label):
            message = next((one for one in reversed(await self.messages()) if _has(one, label)), None)
        if message is None:
            raise NotSeen(f"{self.name} has no button {label!r}; {await self._recently()}")
        return await self._act("press", message_id=message.message_id, label=label, chat=self.chat)

    async def follow(self, link: str, group: int | None = None) -> int:
        """Open a link to the bot and press Start; one that adds the bot to a group needs that group."""
        return await self._act("follow", link=link, **({} if group is None else {"chat": group}))

    async def block(self, *, blocked: bool = True) -> None:
        """Block or unblock the bot."""
        await self._playground.post("block", user=self.user_id, blocked=blocked)

    async def messages(self) -> list[Seen]:
        """Return all messages in the chat, oldest first."""
        found = await self._playground.get("messages", viewer=self.user_id, chat=self.chat)
        return [_seen(one) for one in found["messages"]]

    async def received(self) -> list[Seen]:
        """Return the bot's messages that are still in the chat, oldest first."""
        return [one for one in await self.messages() if one.sender != self.user_id]

    async def commands(self) -> list[str]:
        """Return the names in the command menu."""
        found = await self._playground.get("messages", viewer=self.user_id)
        return [one["command"] for one in found["commands"]]

    async def expect(self, wanted: Wanted, within: float = WITHIN) -> Seen:
        """Await a new or edited message that contains this (ignoring case) or fits; each is matched once. Raises
        NotSeen."""

        def fits(event: Mapping[str, Any]) -> bool:
            if event["type"] not in ("message", "edited") or event["chat"] != self.chat:
                return False
            return event["seq"] not in self._noticed and self._is_wanted(event["message"], wanted)

        try:
            event = await self._playground.event(fits, after=self._since, within=within)
        except TimeoutError as error:
            what = repr(wanted) if isinstance(wanted, str) else "what was expected"
            raise NotSeen(
                f"{self.name} did not see {what} within {within:.0f} seconds; {await self._recently()}"
            ) from error
        self._noticed.add(event["seq"])
        self._last = _seen(event["message"])
        return self._last

    async def expect_toast(self, text: str, within: float = WITHIN) -> str:
        """Await the short answer to a tap. Raises NotSeen."""

        def fits(event: Mapping[str, Any]) -> bool:
            answer = event.get("answer", {})
            return event["type"] == "answer" and answer.get("user") == self.user_id and text in (answer["text"] or "")

        try:
            event = await self._playground.event(fits, after=self._since, within=within)
        except TimeoutError as error:
            raise NotSeen(f"{self.name} got no answer {text!r} to a tap; {await self._recently()}") from error
        return str(event["answer"]["text"])

    def _is_wanted(self, message: Mapping[str, Any], wanted: Wanted) -> bool:
        seen = _seen(message)
        if seen.sender == self.user_id:
            return False
        return wanted.casefold() in seen.text.casefold() if isinstance(wanted, str) else wanted(seen)

    async def _act(self, what: str, **body: object) -> int:
        since = self._playground.seq
        done = await self._playground.post(what, user=self.user_id, **body)
        self._since, self._last = since, None
        return int(done["update_id"] or 0)

    async def _recently(self) -> str:
        texts = [" ".join(one.text.split())[:160] for one in (await self.messages())[-SHOWN:]]
        return "the last messages: " + " | ".join(texts) if texts else "the chat is empty"


def _has(message: Seen, label: str) -> bool:
    return any(label.casefold() in one.casefold() for one in message.labels)


def _seen(message: Mapping[str, Any]) -> Seen:
    buttons = [button for row in message.get("buttons", []) for button in row]
    return Seen(
        message_id=message["message_id"],
        sender=message["from"],
        text=message.get("text") or message.get("caption") or "",
        labels=tuple(button["text"] for button in buttons),
        links=tuple(button["url"] for button in buttons if "url" in button),
        is_protected=message["protected"],
        is_edited="edit_date" in message,
        reply_to=message.get("reply_to"),
    )
