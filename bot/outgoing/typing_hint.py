"""The typing hint: Telegram shows that the bot is typing while an answer takes longer than people take for at once."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Protocol

from alerts.errors import DeliveryError

AFTER_SECONDS = 0.7
AGAIN_SECONDS = 4.5  # Telegram shows it for 5 seconds, or until a message comes
MOST_AT_ONCE = 16  # when more answers than that are slow, a hint to each would slow them further


class TypingMessenger(Protocol):
    """Shows that the bot is typing. Every failure is raised as a DeliveryError."""

    async def show_typing(self, ref: str) -> None:
        """Show for 5 seconds that the bot is typing in this chat."""


class TypingHint:
    """Shows in a private chat that the bot is typing, from `AFTER_SECONDS` until its answer was sent."""

    def __init__(self, messenger: TypingMessenger) -> None:
        self._messenger = messenger
        self._shown: set[asyncio.Task[None]] = set()

    @contextmanager
    def during(self, ref: str, is_left_out: Callable[[str], bool]) -> Iterator[None]:
        """Show it while this block lasts. `is_left_out` is asked when it lasts: strangers, who may be many, get no
        hint. Groups get none either, as most of what is said there gets no answer."""
        if ref.startswith("-"):
            yield
            return
        tasks: list[asyncio.Task[None]] = []
        loop = asyncio.get_running_loop()
        timer = loop.call_later(AFTER_SECONDS, lambda: tasks.extend(self._begin(ref, is_left_out)))
        try:
            yield
        finally:
            timer.cancel()
            for task in tasks:
                task.cancel()

    def _begin(self, ref: str, is_left_out: Callable[[str], bool]) -> list[asyncio.Task[None]]:
        if is_left_out(ref) or len(self._shown) >= MOST_AT_ONCE:
            return []
        task = asyncio.create_task(self._show(ref))
        self._shown.add(task)
        task.add_done_callback(self._shown.discard)
        return [task]

    async def _show(self, ref: str) -> None:
        with suppress(DeliveryError):  # the answer itself will say what is wrong
            while True:
                await self._messenger.show_typing(ref)
                await asyncio.sleep(AGAIN_SECONDS)
