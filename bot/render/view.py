"""View: what a notice is written from."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from bot.message import Message
from bot.texts import Phrases


@dataclass(frozen=True, slots=True)
class View:
    """The fields of a notice, in somebody's language, at a moment; `uow` is for reading, `bot` the bot's name, and
    `reader` the member who will read it, where that is one."""

    fields: Mapping[str, str | int]
    t: Phrases
    uow: UnitOfWork
    now: datetime
    zone: ZoneInfo
    bot: str
    reader: MemberId | None = None

    def text(self, name: str) -> str:
        """A field as text."""
        return str(self.fields[name])

    def number(self, name: str) -> int:
        """A field as a whole number."""
        return int(self.fields[name])


WriteView = Callable[[View], Awaitable[Message]]
