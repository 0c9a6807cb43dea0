"""The inbox: stores an update before Telegram is told that it arrived (docs/architecture.md, rule 1).

An update that comes alone, to a chat in which nothing waits, is handled at once: its effect is stored instead of its
body. Otherwise the raw updates are stored, in one commit for all that arrived meanwhile, and the new ones are enqueued.
Updates over a sender's limit are stored as limited; when nothing else came, a moment later, so that a flood costs few
commits.
"""

import asyncio
import contextlib
import json
from collections.abc import Iterator, Mapping, Sequence
from time import monotonic
from typing import Any, Protocol

from alerts.clock import Clock
from alerts.ports import RawUpdate, Storage, StoredUpdate
from bot.incoming.flood_control import Arrival, FloodControl, LimitedUpdate, arrival
from bot.incoming.strangers import Strangers

ALLOWED_UPDATES = [
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
]
FINISH_SECONDS = 5.0
MOST_SIGNS = 8 << 20  # of an update as JSON, usually some kilobytes; one character may be escaped to six
HIGHEST = (1 << 31) - 1  # update_ids have 31 bits; a higher one would acknowledge all that follows unseen
# Limited updates wait so long, or until so many wait, to be stored in one commit.
GATHER_SECONDS, GATHER_MOST = 0.05, 40

_Waiting = tuple[Sequence[Arrival], asyncio.Future[None]]


class Handler(Protocol):
    """Port: handles the updates that the inbox takes in."""

    async def handle_at_once(self, bot_id: int, update: RawUpdate) -> bool:
        """Handle the update now, with its number stored in the same commit. Return False when it must be stored
        first."""

    def enqueue(self, stored: Sequence[StoredUpdate]) -> None:
        """Enqueue updates that were just stored, in the order of each chat."""

    def notify_limited(self, limited: LimitedUpdate) -> None:
        """Tell the sender of this limited update that it was too much, or that the bot is too busy."""


class Inbox:
    """The one entry for updates, for the poller and the webhook alike."""

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        *,
        bot_id: int,
        handler: Handler,
        flood_control: FloodControl,
        strangers: Strangers,
    ) -> None:
        self._storage = storage
        self._clock = clock
        self._bot_id = bot_id
        self._handler = handler
        self._flood_control = flood_control
        self._strangers = strangers
        self._news = asyncio.Event()
        self._open: list[_Waiting] = []
        self._storing: asyncio.Task[None] | None = None

    async def put(self, raw: Sequence[Mapping[str, Any]]) -> None:
        """Store raw updates; return once they are committed. Raises ValueError (or RecursionError) for what is no
        update, else what the database raised."""
        await self.store([arrived(one) for one in raw])

    async def store(self, arrivals: Sequence[Arrival]) -> None:
        """Store these arrivals; return once they are committed. Raises what the database raised."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._open.append((arrivals, done))
        self._news.set()
        if self._storing is None or self._storing.done():
            self._storing = asyncio.create_task(self._store())
        await done

    def give_up(self) -> None:
        """Stop waiting for a database that does not answer: each waiting `put` or `store` raises TimeoutError, and its
        caller may try again."""
        if self._storing is not None:
            self._storing.cancel()
            self._storing = None
            waiting, self._open = self._open, []
            _tell(waiting, _silence())

    async def finish(self) -> None:
        """Wait until the store under way is done, at most `FINISH_SECONDS`."""
        if self._storing is not None:
            await asyncio.wait([self._storing], timeout=FINISH_SECONDS)

    async def _store(self) -> None:
        while self._open:
            taken: list[_Waiting] = []
            try:
                await self._strangers.learn(_people(self._open))
                if not await self._is_handled(taken):
                    await self._gather()
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
        """Return whether the one update that came alone was handled at once; it is then moved from `_open` to
        `taken`."""
        if len(self._open) > 1 or len(self._open[0][0]) > 1:
            return False
        alone = self._open.pop()
        taken.append(alone)
        arrived = self._flood_control.sort(alone[0], monotonic())
        if arrived.admitted and await self._handler.handle_at_once(self._bot_id, arrived.admitted[0]):
            self._flood_control.count(arrived)
            return True
        taken.remove(alone)
        self._open.insert(0, alone)
        return False

    async def _gather(self) -> None:
        """Wait up to `GATHER_SECONDS` for more arrivals, as long as every arrival so far is limited."""
        until = monotonic() + GATHER_SECONDS
        while (left := until - monotonic()) > 0:
            await self._strangers.learn(_people(self._open))
            arrivals = [one for some, _ in self._open for one in some]
            if not arrivals or len(arrivals) >= GATHER_MOST or self._flood_control.sort(arrivals, monotonic()).admitted:
                return
            self._news.clear()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(left):
                    await self._news.wait()

    async def _store_all(self, taken: list[_Waiting]) -> None:
        async with self._storage.transaction(is_urgent=True) as uow:  # no update is taken in until this commits
            taken += self._open  # including what came while waiting for the write lock
            self._open = []
            await self._strangers.learn(_people(taken), uow)
            arrived = self._flood_control.sort([one for some, _ in taken for one in some], monotonic())
            new = await uow.updates.store(self._bot_id, arrived.admitted, self._clock.now())
            await uow.updates.store_limited(self._bot_id, arrived.limited, self._clock.now())
        self._flood_control.count(arrived)
        self._handler.enqueue(new)
        for one in arrived.told:
            self._handler.notify_limited(one)


def _people(waiting: Sequence[_Waiting]) -> Iterator[str]:
    return (one.person for some, _ in waiting for one in some if one.person is not None)


def _silence() -> TimeoutError:
    return TimeoutError("the database does not answer")


def _tell(waiting: Sequence[_Waiting], error: Exception | None) -> None:
    for _, done in waiting:
        if done.done():  # the caller was cancelled
            continue
        if error is None:
            done.set_result(None)
        else:
            done.set_exception(error)


def arrived(update: object) -> Arrival:
    """Parse an update into the form in which it is stored. Raises ValueError (or RecursionError) for what is no
    update."""
    number = number_of(update)
    if number is None or not isinstance(update, dict):
        raise ValueError("an update has a number")
    body = json.dumps(update, separators=(",", ":"))
    if len(body) > MOST_SIGNS:
        raise ValueError("an update is short")
    return arrival(RawUpdate(number, _lane(update), body), update)


def number_of(update: object) -> int | None:
    """Return the `update_id` of an update; None when it is missing or out of range."""
    number = update.get("update_id") if isinstance(update, dict) else None
    is_number = isinstance(number, int) and not isinstance(number, bool) and 0 <= number <= HIGHEST
    return number if is_number else None


def _lane(update: Mapping[str, Any]) -> str:
    """Return the lane of an update: its chat, else its sender, else "0". Updates in one lane are handled in order."""
    body = next((value for value in update.values() if isinstance(value, dict)), {})
    within = body.get("message")
    message: Mapping[str, Any] = within if isinstance(within, dict) else {}
    about = body.get("chat") or message.get("chat") or body.get("from")
    chat = about.get("id") if isinstance(about, dict) else None
    is_number = isinstance(chat, int) and not isinstance(chat, bool) and abs(chat) < 1 << 63
    return str(chat) if is_number else "0"
