"""Changes: what stirred in the database, and which open streams must hear of it."""

import asyncio
import re
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from alerts.audit import AuditRow
from alerts.ids import SessionId
from alerts.ports import UnitOfWork

MOST_ROWS = 200  # of the record at one look; when there are more, every stream hears of it
KEPT = 500  # changes that are remembered for streams that open later
ALL, EVERY_ALERT = "all", "alert"
# Which lists a row of the record concerns, by what it is about. A notice is a subject of its own as well.
_CONCERN = {
    "alert": ("alerts", "approvals", "today"),
    "report": ("today",),
    "premises": ("today",),
    "role": (ALL,),
    "member": (ALL,),
}
_TOKEN = re.compile(r"(\d{1,18})\.(\d{1,18})")


@dataclass(eq=False)
class Stream:
    """A page that is open: what it is about (a list, or a notice as `alert-5`), in which session, and the token of what
    it knows (empty: what is known when it opens). `is_watched` says whether its connection is still there. It is over
    when its session has ended, or when the program ends."""

    of: str
    session: SessionId
    since: str
    stirred: asyncio.Event = field(default_factory=asyncio.Event)
    is_over: asyncio.Event = field(default_factory=asyncio.Event)
    is_signed_out: bool = False
    is_watched: Callable[[], bool] = lambda: True

    def end(self) -> None:
        """End the stream, whatever it waits for."""
        self.is_over.set()
        self.stirred.set()


@dataclass(frozen=True, slots=True, order=True)
class State:
    """How far was looked: the newest row of the record, and how often deliveries were counted. It means the same in
    every process."""

    row: int = 0
    counted: int = 0

    def __str__(self) -> str:
        return f"{self.row}.{self.counted}"


@dataclass(frozen=True, slots=True)
class _Stir:
    at: State
    of: frozenset[str]


class Changes:
    """What stirred, as far as this process has looked, and the streams that are open."""

    def __init__(self) -> None:
        self.streams: set[Stream] = set()
        self.has_streams = asyncio.Event()
        self.state = State()
        self._is_begun = False
        self._floor = State()  # what stirred up to then is not remembered
        self._stirs: deque[_Stir] = deque()
        self._waiting: frozenset[int] = frozenset()  # alerts that were to be counted anew at the last look

    def open(self, stream: Stream) -> None:
        """Let the stream hear what stirs from now on, and what stirred since its token."""
        self.streams.add(stream)
        self.has_streams.set()

    def close(self, stream: Stream) -> None:
        """Forget the stream."""
        self.streams.discard(stream)
        if not self.streams:
            self.has_streams.clear()

    def end_all(self) -> None:
        """End every stream."""
        for stream in self.streams:
            stream.end()

    async def look(self, uow: UnitOfWork, now: datetime) -> None:
        """Read what is new, have each stream hear what concerns it, and end those whose session has ended."""
        stir, streams = await self._read(uow), tuple(self.streams)
        live = await uow.accounts.live_sessions({one.session for one in streams}, now)
        for stream in streams:
            if self._missed(stream) if stream.since else _concerns(stir, stream.of):
                stream.stirred.set()
            stream.since = ""
            if stream.session not in live:
                stream.is_signed_out = True
                stream.end()

    async def _read(self, uow: UnitOfWork) -> frozenset[str]:
        """Return what stirred since the last look: lists and notices."""
        counted, waiting = await uow.deliveries.times_counted(), frozenset(await uow.deliveries.to_recount())
        if not self._is_begun:
            head = await uow.audit.head()
            self.state = self._floor = State(head.sequence if head else 0, counted)
            self._is_begun, self._waiting = True, waiting
            return frozenset()
        rows = await uow.audit.page(self.state.row, MOST_ROWS)
        of = set(_of_rows(rows))
        if known := waiting | self._waiting:
            of |= {"alerts", *(f"alert-{one}" for one in known)}
        elif counted != self.state.counted:  # marked and counted between two looks
            of |= {"alerts", EVERY_ALERT}
        self.state = State(rows[-1].sequence if rows else self.state.row, counted)
        self._waiting = waiting
        if of:
            self._remember(_Stir(self.state, frozenset(of)))
        return frozenset(of)

    def _remember(self, stir: _Stir) -> None:
        self._stirs.append(stir)
        if len(self._stirs) > KEPT:
            self._floor = self._stirs.popleft().at

    def _missed(self, stream: Stream) -> bool:
        """Whether something that concerns the stream stirred since its token."""
        given = _TOKEN.fullmatch(stream.since)
        if given is None:
            return True
        since = State(int(given[1]), int(given[2]))
        if since == self.state:
            return False
        if since.row < self._floor.row or since.counted < self._floor.counted:
            return True
        later = (one for one in self._stirs if one.at.row > since.row or one.at.counted > since.counted)
        return any(_concerns(one.of, stream.of) for one in later)


def _of_rows(rows: Iterable[AuditRow]) -> Iterable[str]:
    listed = list(rows)
    if len(listed) == MOST_ROWS:
        yield ALL
    for row in listed:
        yield from _CONCERN.get(row.entity, ())
        if row.entity == "alert":
            yield f"alert-{row.entity_id}"


def _concerns(of: frozenset[str], stream_of: str) -> bool:
    return ALL in of or stream_of in of or (EVERY_ALERT in of and stream_of.startswith(f"{EVERY_ALERT}-"))
