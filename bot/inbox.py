"""The inbox: an update is on disk before anybody tells Telegram that it arrived (DESIGN, rule 1).

What comes alone, to a chat in which nothing waits, is handled at once: its effect is what is stored. Else the raw
updates are, in one commit for all that arrived meanwhile, and those that are new are handed on. Of who sends too much
the rest is stored as limited.
"""

import asyncio
import json
from collections.abc import Mapping, Sequence
from time import monotonic
from typing import Any, Protocol

from alerts.clock import Clock
from alerts.ports import RawUpdate, Storage, StoredUpdate
from bot.gate import Arrival, Gate, arrival

ALLOWED_UPDATES = [
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
]
FINISH_SECONDS = 5.0

_Waiting = tuple[Sequence[Arrival], asyncio.Future[None]]


class Handler(Protocol):
    """Who handles updates."""

    async def handle_at_once(self, bot_id: int, update: RawUpdate) -> bool:
        """Whether it was, with the number of the update in the same commit; False when it has to be stored."""

    def hand(self, stored: Sequence[StoredUpdate]) -> None:
        """These were stored just now."""

    def turn_away(self, update: RawUpdate) -> None:
        """Tell who sent this that it was too much."""


class Inbox:
    """Where every update comes in, whichever way it came."""

    def __init__(self, storage: Storage, clock: Clock, *, bot_id: int, handler: Handler, gate: Gate) -> None:
        self._storage = storage
        self._clock = clock
        self._bot_id = bot_id
        self._handler = handler
        self._gate = gate
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
            waiting, self._open = self._open, []
            _tell(waiting, _silence())

    async def finish(self) -> None:
        """Wait for what is being stored, but not for ever."""
        if self._storing is not None:
            await asyncio.wait([self._storing], timeout=FINISH_SECONDS)

    async def _store(self) -> None:
        while self._open:
            taken: list[_Waiting] = []
            try:
                if not await self._is_handled(taken):
                    await self._store_all(taken)
            except Exception as error:
                if not taken:
                    taken, self._open = self._open, []
                _tell(taken, error)
            except BaseException:
                _tell(taken, _silence())
                raise
            else:
                _tell(taken, None)

    async def _is_handled(self, taken: list[_Waiting]) -> bool:
        """Whether one that came alone was handled at once, and taken."""
        if len(self._open) > 1 or len(self._open[0][0]) > 1:
            return False
        alone = self._open.pop()
        taken.append(alone)
        arrived = self._gate.sort(alone[0], monotonic())
        if arrived.let_in and await self._handler.handle_at_once(self._bot_id, arrived.let_in[0]):
            self._gate.count(arrived)
            return True
        taken.remove(alone)
        self._open.insert(0, alone)
        return False

    async def _store_all(self, taken: list[_Waiting]) -> None:
        async with self._storage.transaction() as uow:
            taken += self._open  # what came while the writer's turn was awaited is in it too
            self._open = []
            arrived = self._gate.sort([one for some, _ in taken for one in some], monotonic())
            new = await uow.updates.store(self._bot_id, arrived.let_in, self._clock.now())
            await uow.updates.store_limited(self._bot_id, arrived.limited, self._clock.now())
        self._gate.count(arrived)
        self._handler.hand(new)
        for one in arrived.told:
            self._handler.turn_away(one)


def _silence() -> TimeoutError:
    return TimeoutError("the database does not answer")


def _tell(waiting: Sequence[_Waiting], error: Exception | None) -> None:
    for _, done in waiting:
        if done.done():  # who waited is gone
            continue
        if error is None:
            done.set_result(None)
        else:
            done.set_exception(error)


def _in_row(update: Mapping[str, Any]) -> Arrival:
    number = update.get("update_id")
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < 1 << 63:
        raise ValueError("an update has a number")
    return arrival(RawUpdate(number, _lane(update), json.dumps(update, separators=(",", ":"))), update)


def _lane(update: Mapping[str, Any]) -> str:
    """The chat of an update, else its person: what keeps its order."""
    body = next((value for value in update.values() if isinstance(value, dict)), {})
    within = body.get("message")
    message: Mapping[str, Any] = within if isinstance(within, dict) else {}
    about = body.get("chat") or message.get("chat") or body.get("from")
    return str(about.get("id", 0)) if isinstance(about, dict) else "0"
