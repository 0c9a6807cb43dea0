"""The job of a peer: the message and its chats, and the signals between the peer and the benchmark."""

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
    """A peer's job; `message` holds the parameters of sendMessage except the chat, as the program sent them."""

    url: str
    message: dict[str, Any]
    first: int
    count: int
    in_flight: int
    rate: float | None = None

    @property
    def chats(self) -> range:
        """The chats to send to."""
        return range(self.first, self.first + self.count)

    @property
    def text(self) -> str:
        """The text as HTML."""
        return str(self.message["text"])

    @property
    def markup(self) -> dict[str, Any] | None:
        """The inline keyboard, None without one."""
        markup = self.message.get("reply_markup")
        buttons: dict[str, Any] | None = json.loads(markup) if isinstance(markup, str) else markup
        return buttons


def read_job() -> Job:
    """Read the job from the first line of standard input."""
    return Job(**json.loads(sys.stdin.readline()))


def wait_for_start() -> None:
    """Report that the peer is ready, and wait for the benchmark's signal to start."""
    _say({"ready": True})
    sys.stdin.readline()


def tell_done() -> None:
    """Report that the peer is done, and keep the process so that memory and CPU time can be read."""
    _say({"done": True})
    sys.stdin.readline()


async def send_to_all(job: Job, send: Callable[[int], Awaitable[object]]) -> None:
    """Send with `in_flight` workers that each take the next chat, the cheapest way; 0 makes a task for each chat.

    Errors are ignored, as a bare loop does; the stand-in counts what arrived.
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
