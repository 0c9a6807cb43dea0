"""The view: the values from which a notice is written."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action, is_police, may
from bot.conversation.message import Message
from texts.phrases import Phrases


@dataclass(frozen=True, slots=True)
class View:
    """The fields of a notice, the language and the time to write it in. `uow` is for reading, `bot` the bot's username,
    and `reader` the member who will read it, if it is a member."""

    fields: Mapping[str, str | int]
    t: Phrases
    uow: UnitOfWork
    now: datetime
    zone: ZoneInfo
    bot: str
    reader: MemberId | None = None

    def text(self, name: str) -> str:
        """Return a field as text."""
        return str(self.fields[name])

    def number(self, name: str) -> int:
        """Return a field as an integer."""
        return int(self.fields[name])

    async def may(self, action: Action) -> bool:
        """Tell whether the reader may do this anywhere at all."""
        grants = [] if self.reader is None else await self.uow.roles.of_member(self.reader)
        return may(grants, action, None, now=self.now)

    async def phrases(self) -> Phrases:
        """Return the texts for this reader, with the variants for police if they are police."""
        grants = [] if self.reader is None else await self.uow.roles.of_member(self.reader)
        return self.t.for_police if is_police(grants, self.now) else self.t


WriteView = Callable[[View], Awaitable[Message]]


# Deep links: into the private chat with the bot.


def deep_link(bot: str, payload: str) -> str:
    """Return a link that opens the chat with the bot of this name and sends it `/start PAYLOAD`."""
    return f"https://t.me/{bot}?start={payload}"
