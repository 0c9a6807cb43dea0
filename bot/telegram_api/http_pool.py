"""A pool of keep-alive connections: sends requests whose bodies are ready, one at a time on each connection.

A fan-out makes the same request thousands of times, and what a general HTTP client does for each costs more than all
else together (docs/performance.md). Answers are parsed by httptools.
"""

import asyncio
import ssl
from collections import deque
from urllib.parse import urlsplit

import httptools

from bot.telegram_api.responses import cause_of

SWEEP_SECONDS = 1.0  # how often late answers and unused connections are looked for
MOST_BYTES = 1 << 20  # of an answer, which holds one message
UNUSED_SECONDS = 15.0  # as aiohttp has it; servers wait longer before they close a connection


class NotConnected(Exception):
    """No connection was made, so nothing was sent."""


class ConnectionLost(Exception):
    """The connection ended, or the answer became unreadable, before the answer was complete."""


class KeepAlivePool:
    """POSTs to one address. Holds as many connections as there were requests at once lately."""

    def __init__(self, url: str, *, connect_seconds: float, read_seconds: float) -> None:
        parts = urlsplit(url)
        assert parts.hostname is not None, "an address has a host"
        is_secure = parts.scheme == "https"
        self._host, self._port = parts.hostname, parts.port or (443 if is_secure else 80)
        self._ssl = ssl.create_default_context() if is_secure else None
        self._head = (
            f"POST {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Type: application/json\r\n".encode()
        )
        self._connect_seconds = connect_seconds
        self._read_seconds = read_seconds
        self._idle: deque[_Connection] = deque()
        self._busy: set[_Connection] = set()
        self._sweep: asyncio.TimerHandle | None = None

    async def post(self, body: bytes) -> tuple[int, bytes]:
        """Send one request; return the status and body of the answer. Raises NotConnected, ConnectionLost, or
        TimeoutError when no answer came."""
        connection = self._take_idle() or await self._connect()
        loop = asyncio.get_running_loop()
        self._busy.add(connection)
        if self._sweep is None:
            self._sweep = loop.call_later(SWEEP_SECONDS, self._look_after)
        try:
            head = b"%bContent-Length: %d\r\n\r\n" % (self._head, len(body))
            answer = await connection.request(head + body, loop.time() + self._read_seconds)
        except BaseException:
            connection.abort()
            raise
        finally:
            self._busy.discard(connection)
        if connection.is_open:
            self._idle.append(connection)
        return answer

    def close(self) -> None:
        """Close every connection."""
        if self._sweep is not None:
            self._sweep.cancel()
        for connection in (*self._idle, *self._busy):
            connection.abort()
        self._idle.clear()

    def _take_idle(self) -> "_Connection | None":
        while self._idle:
            connection = self._idle.pop()  # the one used last is the least likely to have been closed meanwhile
            if connection.is_open:
                return connection
        return None

    async def _connect(self) -> "_Connection":
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self._connect_seconds):
                _, connection = await loop.create_connection(_Connection, self._host, self._port, ssl=self._ssl)
        except (OSError, TimeoutError) as error:
            raise NotConnected(cause_of(error)) from error
        return connection

    def _look_after(self) -> None:
        """Time out late requests, and close unused connections before the server does: a request sent while the server
        closes may have been read or not."""
        loop = asyncio.get_running_loop()
        now = loop.time()
        for connection in [one for one in self._busy if one.deadline < now]:
            connection.cut_off()
        while self._idle and self._idle[0].deadline - self._read_seconds + UNUSED_SECONDS < now:
            self._idle.popleft().abort()
        self._sweep = loop.call_later(SWEEP_SECONDS, self._look_after) if self._busy or self._idle else None


class _Connection(asyncio.Protocol):
    """One connection; the parser calls `on_body` and `on_message_complete`."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._parser = httptools.HttpResponseParser(self)
        self._body = b""
        self._answer: asyncio.Future[tuple[int, bytes]] | None = None
        self.is_open = False
        self.deadline = 0.0

    async def request(self, message: bytes, deadline: float) -> tuple[int, bytes]:
        """Send a request and wait for the answer. `cut_off` ends the wait after the deadline (in the loop's time)."""
        assert self._transport is not None, "it is connected"
        self.deadline = deadline
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(message)
        return await self._answer

    def abort(self) -> None:
        """Close the connection at once."""
        self.is_open = False
        if self._transport is not None:
            self._transport.abort()

    def cut_off(self) -> None:
        """Fail the request with TimeoutError, as its answer is too late, and close the connection."""
        self._fail(TimeoutError())
        self.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Called by the loop: the connection is open."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self.is_open = True

    def data_received(self, data: bytes) -> None:
        """Called by the loop with a part of an answer. Data without a request closes the connection, as it would be
        taken for the answer to the next one."""
        if self._answer is None or self._answer.done():
            self.abort()
            return
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserError as error:
            self._fail(ConnectionLost(type(error).__name__))
            self.abort()

    def connection_lost(self, error: Exception | None) -> None:
        """Called by the loop: the connection is closed."""
        self.is_open = False
        self._fail(ConnectionLost(type(error).__name__ if error else "closed"))

    def on_body(self, body: bytes) -> None:
        """Called by the parser with a part of a body."""
        self._body += body
        if len(self._body) > MOST_BYTES:
            self._fail(ConnectionLost("the answer is too long"))
            self.abort()

    def on_message_complete(self) -> None:
        """Called by the parser: the answer is complete."""
        body, self._body = self._body, b""
        is_awaited = self._answer is not None and not self._answer.done()
        self.is_open = self.is_open and is_awaited and self._parser.should_keep_alive()
        if self._answer is not None and is_awaited:
            self._answer.set_result((self._parser.get_status_code(), body))
        if not self.is_open:
            self.abort()

    def _fail(self, error: Exception) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(error)
