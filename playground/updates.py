"""The queue of updates for one bot, read by long polling or by the webhook."""

import asyncio
import time
from collections import deque
from collections.abc import Collection

from playground.errors import ApiRefusal, Json, conflict

KINDS = frozenset(
    [
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
        "chat_member",
        "chat_join_request",
        "message_reaction",
    ]
)
ON_REQUEST = frozenset({"chat_member", "message_reaction"})
REMEMBERED = 10_000

TERMINATED = "terminated by other getUpdates request; make sure that only one bot instance is running"
TERMINATED_BY_WEBHOOK = "terminated by setWebhook request"


def first_update_id(now: float) -> int:
    """Return a first id that grows with the clock, within 31 bits, so that a restart does not repeat recent ids."""
    return int(now * 20) % 2_000_000_000 + 1


class UpdateQueue:
    """Updates in order of their ids; each stays until a later offset, or the webhook's answer, confirms it."""

    def __init__(self) -> None:
        self.pending: deque[Json] = deque()
        self.confirmed = 0
        self.allowed: frozenset[str] = KINDS - ON_REQUEST
        self.changed = asyncio.Event()
        self._next_id = first_update_id(time.time())
        self._again: list[Json] = []
        self._past: dict[int, Json] = {}
        self._poll: asyncio.Future[ApiRefusal | None] | None = None

    @property
    def is_polled(self) -> bool:
        """Whether a long poll is running."""
        return self._poll is not None and not self._poll.done()

    def allow(self, kinds: Collection[str]) -> None:
        """Set the kinds that are queued from now on; an empty collection means Telegram's default."""
        self.allowed = frozenset(kinds) or KINDS - ON_REQUEST

    def push(self, kind: str, payload: Json) -> int | None:
        """Queue an update and return its id, or None if the bot did not ask for this kind."""
        if kind not in self.allowed:
            return None
        update_id = self._next_id
        self._next_id += 1
        update: Json = {"update_id": update_id, kind: payload}
        self.pending.append(update)
        self._past[update_id] = update
        if len(self._past) > REMEMBERED:
            del self._past[next(iter(self._past))]
        self._wake(None)
        return update_id

    def redeliver(self, update_id: int) -> bool:
        """Deliver an update once more, whatever the offset; return False if it is not remembered."""
        update = self._past.get(update_id)
        if update is None:
            return False
        self._again.append(update)
        self._wake(None)
        return True

    def waiting(self) -> list[Json]:
        """Return the updates that would be delivered now, in order."""
        return [*self._again, *self.pending]

    def confirm(self, offset: int | None) -> None:
        """Remove the updates before the offset; a negative offset counts from the end, as in Telegram."""
        if offset is None:
            return
        while self.pending and (len(self.pending) > -offset if offset < 0 else self.pending[0]["update_id"] < offset):
            self._settle()

    def settle_first(self) -> None:
        """Remove the first of `waiting()`, which the webhook took."""
        if self._again:
            self._again.pop(0)
        elif self.pending:
            self._settle()

    def drop(self) -> None:
        """Remove all waiting updates (`drop_pending_updates`)."""
        self._again.clear()
        while self.pending:
            self._settle()

    async def poll(self, offset: int | None, limit: int, timeout: float) -> list[Json]:  # noqa: ASYNC109 Telegram's name
        """Return the waiting updates, or those that come within `timeout` seconds.

        Raises ApiRefusal 409 if another poll takes over meanwhile.
        """
        self._wake(conflict(TERMINATED))
        self.confirm(offset)
        found = self._take(limit)
        if found or timeout <= 0:
            return found
        poll = asyncio.get_running_loop().create_future()
        self._poll = poll
        done, _ = await asyncio.wait([poll], timeout=timeout)
        if self._poll is poll:
            self._poll = None
        if done and (refusal := poll.result()) is not None:
            raise refusal
        return self._take(limit)

    def end_poll(self) -> None:
        """Terminate a running long poll because a webhook was set."""
        self._wake(conflict(TERMINATED_BY_WEBHOOK))

    def _take(self, limit: int) -> list[Json]:
        again = self._again[:limit]
        del self._again[:limit]
        fresh = [self.pending[i] for i in range(min(limit - len(again), len(self.pending)))]
        return again + fresh

    def _settle(self) -> None:
        self.pending.popleft()
        self.confirmed += 1

    def _wake(self, refusal: ApiRefusal | None) -> None:
        self.changed.set()
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(refusal)
