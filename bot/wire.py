"""The wire: requests whose bodies are ready, over connections that stay open, one request at a time on each.

A fan-out makes the same request thousands of times, and what a general HTTP client does for each costs more than all
else together (docs/performance.md). Answers are parsed by httptools.
"""

import asyncio
import ssl
from collections import deque
from urllib.parse import urlsplit

import httptools

SWEEP_SECONDS = 1.0  # how often late answers and unused connections are looked for
UNUSED_SECONDS = 15.0  # as aiohttp; servers wait longer before they close one


class NotConnected(Exception):
    """No connection was made, so nothing was sent."""


class ConnectionLost(Exception):
    """The connection ended before the answer."""


class Wire:
    """POST to one address. Holds as many connections as there were requests at once lately."""

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
        """Status and body of the answer. Raises NotConnected, ConnectionLost, or TimeoutError when none came."""
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
            raise NotConnected(type(error).__name__) from error
        return connection

    def _look_after(self) -> None:
        """Cut off what is late, and close what is not used before the server does: a request that meets its end may
        have been read or not.
        """
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
        """Send it and wait for the answer, until `cut_off` after the deadline (in the loop's time)."""
        assert self._transport is not None, "it is connected"
        self.deadline = deadline
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(message)
        return await self._answer

    def abort(self) -> None:
        """Close it at once."""
        self.is_open = False
        if self._transport is not None:
            self._transport.abort()

    def cut_off(self) -> None:
        """The answer is too late."""
        self._fail(TimeoutError())
        self.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The loop's: it is open."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self.is_open = True

    def data_received(self, data: bytes) -> None:
        """The loop's: a part of an answer."""
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserError as error:
            self._fail(ConnectionLost(type(error).__name__))
            self.abort()

    def connection_lost(self, error: Exception | None) -> None:
        """The loop's: it is closed."""
        self.is_open = False
        self._fail(ConnectionLost(type(error).__name__ if error else "closed"))

    def on_body(self, body: bytes) -> None:
        """The parser's: a part of a body."""
        self._body += body

    def on_message_complete(self) -> None:
        """The parser's: the answer is whole."""
        body, self._body = self._body, b""
        self.is_open = self.is_open and self._parser.should_keep_alive()
        if self._answer is not None and not self._answer.done():
            self._answer.set_result((self._parser.get_status_code(), body))
        if not self.is_open:
            self.abort()

    def _fail(self, error: Exception) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(error)
