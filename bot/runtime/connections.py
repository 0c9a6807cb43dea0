"""Connections to a port: how many there may be, and how long each may take.

aiohttp's server waits without end for the head of a request. Connections that are only opened, or whose request comes a
byte at a time, would take every file descriptor of the process: its database and its requests to Telegram need those.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import cast

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.runtime.refused_requests import RefusedRequests


@dataclass(frozen=True, slots=True)
class Patience:
    """The limits of a port: how many connections at once, and the seconds that each has: for the head of its first
    request, for the handling of one, and between two."""

    most: int = 200  # a process may have 1,024 files by default; Telegram opens at most 40 connections
    head: float = 10.0
    handling: float = 60.0
    idle: float = 75.0


USUAL = Patience()


class _Phase(Enum):
    NEW = auto()
    IDLE = auto()
    HANDLING = auto()


class Connections:
    """The protocol factory of a port: gives each connection to aiohttp's server, within the limits."""

    def __init__(
        self, make: Callable[[], asyncio.BaseProtocol], refused: RefusedRequests, patience: Patience = USUAL
    ) -> None:
        self._make = make
        self._refused = refused
        self._patience = patience
        self._open: dict[asyncio.BaseTransport, _Connection] = {}  # longest in its phase first

    def __call__(self) -> asyncio.Protocol:
        """Make the protocol of one new connection."""
        return _Connection(self, cast("asyncio.Protocol", self._make()))

    def begin(self, transport: asyncio.BaseTransport | None) -> None:
        """Note that the head of a request is complete, and that the request is being handled."""
        self._enter(transport, _Phase.HANDLING, self._patience.handling)

    def end(self, transport: asyncio.BaseTransport | None) -> None:
        """Note that a request was handled: its connection waits for the next one."""
        self._enter(transport, _Phase.IDLE, self._patience.idle)

    def add(self, connection: "_Connection", transport: asyncio.Transport) -> None:
        """Count a new connection. When there are too many, the one that was longest in its phase without a request
        being handled is closed; when all others handle one, the new one."""
        self._open[transport] = connection
        if len(self._open) > self._patience.most:
            self._cut(next(one for one in self._open if self._open[one].phase is not _Phase.HANDLING), "too-many")
        self._enter(transport, _Phase.NEW, self._patience.head)

    def remove(self, transport: asyncio.BaseTransport) -> None:
        """Stop counting a connection, as it is closed."""
        connection = self._open.pop(transport, None)
        if connection is not None and connection.timer is not None:
            connection.timer.cancel()

    def _enter(self, transport: asyncio.BaseTransport | None, phase: _Phase, seconds: float) -> None:
        connection = None if transport is None else self._open.get(transport)
        if transport is None or connection is None:  # the connection was closed meanwhile
            return
        del self._open[transport]
        self._open[transport] = connection
        connection.phase = phase
        if connection.timer is not None:
            connection.timer.cancel()
        loop = asyncio.get_running_loop()
        connection.timer = loop.call_later(seconds, self._cut, transport, phase.name.lower())

    def _cut(self, transport: asyncio.BaseTransport, reason: str) -> None:
        if reason != "idle":  # closing an unused connection is not counted as a refusal
            self._refused.add(f"connection-{reason}")
        self.remove(transport)
        cast("asyncio.Transport", transport).abort()


class _Connection(asyncio.Protocol):
    """One connection; passes everything on to aiohttp's protocol."""

    def __init__(self, owner: Connections, inner: asyncio.Protocol) -> None:
        self._owner = owner
        self._inner = inner
        self._transport: asyncio.Transport | None = None
        self.phase = _Phase.NEW
        self.timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Called by the loop: the connection is open."""
        self._transport = cast("asyncio.Transport", transport)
        self._inner.connection_made(transport)
        self._owner.add(self, self._transport)

    def data_received(self, data: bytes) -> None:
        """Called by the loop with a part of a request."""
        self._inner.data_received(data)

    def eof_received(self) -> bool | None:
        """Called by the loop: the client sends nothing more."""
        return self._inner.eof_received()

    def pause_writing(self) -> None:
        """Called by the loop: the client reads too slowly."""
        self._inner.pause_writing()

    def resume_writing(self) -> None:
        """Called by the loop: the client reads again."""
        self._inner.resume_writing()

    def connection_lost(self, error: Exception | None) -> None:
        """Called by the loop: the connection is closed."""
        assert self._transport is not None, "it was open"
        self._owner.remove(self._transport)
        self._inner.connection_lost(error)


def watching(connections: Connections, refused: RefusedRequests) -> Middleware:
    """Make a middleware that tells the connections when a request is being handled, and counts refused requests."""

    @web.middleware
    async def watch(request: web.Request, handler: Handler) -> web.StreamResponse:
        transport = request.transport
        connections.begin(transport)
        try:
            response = await handler(request)
        except web.HTTPException as answer:
            refused.add(str(answer.status))
            raise
        finally:
            connections.end(transport)
        if 400 <= response.status < 500:
            refused.add(str(response.status))
        return response

    return watch
