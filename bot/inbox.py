"""The inbox: raw updates are stored before anybody tells Telegram that they arrived (DESIGN, rule 1).

What arrives at once shares a commit. After it, the updates that are new are handed on.
"""

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from alerts.clock import Clock
from alerts.ports import RawUpdate, Storage, StoredUpdate

ALLOWED_UPDATES = [
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
]
FINISH_SECONDS = 5.0

_Waiting = tuple[Sequence[RawUpdate], asyncio.Future[None]]


class Inbox:
    """Where every update comes in, whichever way it came."""

    def __init__(
        self, storage: Storage, clock: Clock, *, bot_id: int, hand_on: Callable[[Sequence[StoredUpdate]], None]
    ) -> None:
        self._storage = storage
        self._clock = clock
        self._bot_id = bot_id
        self._hand_on = hand_on
        self._open: list[_Waiting] = []
        self._storing: asyncio.Task[None] | None = None

    async def put(self, raw: Sequence[Mapping[str, Any]]) -> None:
        """Return when they are on disk. Raises ValueError for what is no update, else what the database raised."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._open.append(([_in_row(one) for one in raw], done))
        if self._storing is None or self._storing.done():
            self._storing = asyncio.create_task(self._store())
        await done

    def give_up(self) -> None:
        """Wait no longer for a database that does not answer; who waits in `put` is told, and may try again."""
        if self._storing is not None:
            self._storing.cancel()
            self._storing = None

    async def finish(self) -> None:
        """Wait for what is being stored, but not for ever."""
        if self._storing is not None:
            await asyncio.wait([self._storing], timeout=FINISH_SECONDS)

    async def _store(self) -> None:
        while self._open:
            taken: list[_Waiting] = []
            try:
                async with self._storage.transaction() as uow:
                    taken, self._open = self._open, []  # what came while the writer's turn was awaited is in it too
                    updates = [one for some, _ in taken for one in some]
                    new = await uow.updates.store(self._bot_id, updates, self._clock.now())
            except BaseException as error:
                if not taken:
                    taken, self._open = self._open, []
                for _, done in taken:
                    if not done.done():
                        done.set_exception(_told(error))
                if not isinstance(error, Exception):
                    raise
                continue
            self._hand_on(new)
            for _, done in taken:
                if not done.done():
                    done.set_result(None)


def _told(error: BaseException) -> Exception:
    return error if isinstance(error, Exception) else TimeoutError("the database does not answer")


def _in_row(update: Mapping[str, Any]) -> RawUpdate:
    number = update.get("update_id")
    if not isinstance(number, int) or not 0 <= number < 1 << 63:
        raise ValueError("an update has a number")
    return RawUpdate(number, _lane(update), json.dumps(update, separators=(",", ":")))


def _lane(update: Mapping[str, Any]) -> str:
    """The chat of an update, else its person: what keeps its order."""
    body = next((value for value in update.values() if isinstance(value, dict)), {})
    within = body.get("message")
    message: Mapping[str, Any] = within if isinstance(within, dict) else {}
    about = body.get("chat") or message.get("chat") or body.get("from")
    return str(about.get("id", 0)) if isinstance(about, dict) else "0"
