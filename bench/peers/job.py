"""The job of a peer: what to send to whom, and the signals between it and the benchmark."""

import asyncio
import contextlib
import json
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

TOKEN = "1:bench"  # noqa: S105 -- the stand-in's bot


@dataclass(frozen=True, slots=True)
class Job:
    """`message` are the parameters of sendMessage besides the chat, as the program sent them."""

    url: str
    message: dict[str, Any]
    first: int
    count: int
    in_flight: int
    rate: float | None = None

    @property
    def chats(self) -> range:
        """Whom to send to."""
        return range(self.first, self.first + self.count)

    @property
    def text(self) -> str:
        """The text, as HTML."""
        return str(self.message["text"])

    @property
    def markup(self) -> dict[str, Any] | None:
        """The buttons."""
        markup = self.message.get("reply_markup")
        buttons: dict[str, Any] | None = json.loads(markup) if isinstance(markup, str) else markup
        return buttons


def read_job() -> Job:
    """The first line of standard input."""
    return Job(**json.loads(sys.stdin.readline()))


def wait_for_start() -> None:
    """Say that all is ready, and wait until the benchmark says so too."""
    _say({"ready": True})
    sys.stdin.readline()


def tell_done() -> None:
    """Say that it is done, and stay so that memory and time can be read."""
    _say({"done": True})
    sys.stdin.readline()


async def send_to_all(job: Job, send: Callable[[int], Awaitable[object]]) -> None:
    """So many workers take the next chat each: what costs least; none: a task for each.

    What fails is let go, as a bare loop does; the stand-in knows what arrived.
    """
    if job.in_flight == 0:
        await asyncio.gather(*(send(chat) for chat in job.chats), return_exceptions=True)
        return
    chats = iter(job.chats)

    async def work() -> None:
        for chat in chats:
            with contextlib.suppress(Exception):
                await send(chat)

    await asyncio.gather(*(work() for _ in range(job.in_flight)))


def _say(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()
