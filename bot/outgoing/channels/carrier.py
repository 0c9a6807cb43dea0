"""What a channel carries, and what carries it."""

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Letter:
    """A message ready to be sent: `html` is simple HTML, `text` the same without marks. `key` makes a repeat
    recognisable; `unsubscribe` is the address that stops such messages at one click, empty for none. The recipient is
    empty where the channel itself has one."""

    key: str
    subject: str
    text: str
    html: str
    to: str = field(default="", repr=False)
    unsubscribe: str = field(default="", repr=False)


class Line(Protocol):
    """A connection that takes letters."""

    async def send(self, letter: Letter) -> None:
        """Send one letter. Raises DeliveryError: RecipientGone when the recipient is refused for good, Unknown when it
        may have arrived."""


class Carrier(Protocol):
    """A server or service that carries letters."""

    def connect(self) -> AbstractAsyncContextManager[Line]:
        """Open a connection for the block. Raises Unreachable."""
