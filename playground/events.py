"""The log of all events, which the page and the tests wait on instead of sleeping."""

import asyncio
import time
from collections import deque
from itertools import takewhile

from playground.errors import Json

KEPT = 100_000


class EventLog:
    """Numbered events and Bot API calls in one sequence; only the newest `kept` are kept."""

    def __init__(self, kept: int = KEPT) -> None:
        self.seq = 0
        self._events: deque[Json] = deque(maxlen=kept)
        self._calls: deque[Json] = deque(maxlen=kept)
        self._waiting: list[asyncio.Future[None]] = []

    @property
    def is_awaited(self) -> bool:
        """Whether a client waits for the next event."""
        return bool(self._waiting)

    def add(self, kind: str, **fields: object) -> int:
        """Append an event, wake the waiting clients, and return its number."""
        self.seq += 1
        self._events.append({"seq": self.seq, "type": kind, **fields})
        for future in self._waiting:
            if not future.done():
                future.set_result(None)
        self._waiting.clear()
        return self.seq

    def add_call(self, method: str, chat_id: object, error_code: int | None) -> None:
        """Record a completed Bot API call; `error_code` 0 means that its connection was broken on purpose."""
        fields: Json = {
            "at": time.time(),
            "method": method,
            "chat_id": chat_id,
            "ok": error_code is None,
            "error_code": error_code,
        }
        seq = self.add("call", **fields)
        self._calls.append({"seq": seq, **fields})

    def calls(self, after: int = 0, method: str | None = None) -> list[Json]:
        """Return the calls after a sequence number, of one method (ignoring case) or of all."""
        found = _newer(self._calls, after)
        return [call for call in found if method is None or call["method"].lower() == method.lower()]

    def after(self, seq: int) -> list[Json]:
        """Return the events after a sequence number, oldest first."""
        return _newer(self._events, seq)

    async def wait(self, after: int, seconds: float) -> list[Json]:
        """Return the events after a sequence number; if there are none, wait up to `seconds` for the next one."""
        if self.seq <= after and seconds > 0:
            future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.append(future)
            await asyncio.wait([future], timeout=seconds)
        return self.after(after)


def _newer(log: deque[Json], seq: int) -> list[Json]:
    found = list(takewhile(lambda entry: entry["seq"] > seq, reversed(log)))
    found.reverse()
    return found
