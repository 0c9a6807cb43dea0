"""A minimal HTTP/1.1 server for the stand-in: its cost must be far below that of the measured client.

It handles one request at a time per connection, in order; pipelined requests wait in the buffer.
"""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl, unquote_plus

Params = dict[str, Any]

_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d+)", re.IGNORECASE)
_KIND = re.compile(rb"\r\ncontent-type:[ \t]*([^\r\n]+)", re.IGNORECASE)
_CHUNKED = re.compile(rb"\r\ntransfer-encoding:[ \t]*chunked", re.IGNORECASE)
_CLOSE = re.compile(rb"\r\nconnection:[ \t]*close", re.IGNORECASE)
_PART_NAME = re.compile(rb'[; ]name="?([^";\r\n]*)"?')
_REASONS = {200: b"OK", 400: b"Bad Request", 403: b"Forbidden", 429: b"Too Many Requests"}


@dataclass(frozen=True, slots=True)
class Head:
    """The parsed head of a request; `length` is None for a chunked body."""

    method: str
    query: str
    length: int | None
    kind: bytes
    is_last: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """A status and JSON body, written after `delay` seconds. Status 0 cuts the connection instead."""

    status: int
    body: bytes
    delay: float = 0.0


Handle = Callable[[str, Params], "Answer | Awaitable[Answer]"]


class Connection(asyncio.Protocol):
    """The connection of one client."""

    def __init__(self, handle: Handle, connections: set["Connection"]) -> None:
        self._handle = handle
        self._connections = connections
        self._buffer = b""
        self._is_busy = False
        self._waiting: asyncio.Task[None] | None = None
        self._loop = asyncio.get_running_loop()
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Register the new connection."""
        assert isinstance(transport, asyncio.Transport), "a stream"
        self.transport = transport
        self._connections.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """Unregister the connection and cancel the answer that was being awaited."""
        self.transport = None
        self._connections.discard(self)
        if self._waiting is not None:
            self._waiting.cancel()

    def data_received(self, data: bytes) -> None:
        """Take bytes, in pieces of any size, and answer each request that is complete."""
        self._buffer = self._buffer + data if self._buffer else data
        self._go_on()

    def _go_on(self) -> None:
        while not self._is_busy and self.transport is not None:
            taken = take_request(self._buffer)
            if taken is None:
                return
            head, body, self._buffer = taken
            answer = self._handle(head.method, read_params(head, body))
            if not isinstance(answer, Answer):
                self._is_busy = True
                self._waiting = asyncio.ensure_future(self._await(answer, is_last=head.is_last))
            elif answer.delay:
                self._is_busy = True
                self._loop.call_later(answer.delay, self._finish, answer, head.is_last)
            else:
                self._write(answer, is_last=head.is_last)

    async def _await(self, answer: Awaitable[Answer], *, is_last: bool) -> None:
        self._finish(await answer, is_last)

    def _finish(self, answer: Answer, is_last: bool) -> None:
        self._is_busy = False
        self._waiting = None
        self._write(answer, is_last=is_last)
        self._go_on()

    def _write(self, answer: Answer, *, is_last: bool) -> None:
        if self.transport is None:
            return
        if answer.status == 0:
            self.transport.abort()
            self.transport = None
            return
        reason = _REASONS.get(answer.status, b"Error")
        self.transport.write(
            b"HTTP/1.1 %d %b\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
            % (answer.status, reason, len(answer.body), answer.body)
        )
        if is_last:
            self.transport.close()


def take_request(buffer: bytes) -> tuple[Head, bytes, bytes] | None:
    """Split off the first complete request: its head, its body, and the rest of the buffer. None if incomplete."""
    end = buffer.find(b"\r\n\r\n")
    if end < 0:
        return None
    head = _read_head(buffer[:end])
    start = end + 4
    if head.length is None:
        return _take_chunks(head, buffer, start)
    stop = start + head.length
    if len(buffer) < stop:
        return None
    return head, buffer[start:stop], buffer[stop:]


def _take_chunks(head: Head, buffer: bytes, at: int) -> tuple[Head, bytes, bytes] | None:
    body = b""
    while (line_end := buffer.find(b"\r\n", at)) >= 0:
        size = int(buffer[at:line_end].split(b";")[0], 16)
        at = line_end + 2
        if len(buffer) < at + size + 2:
            return None
        body += buffer[at : at + size]
        at += size + 2
        if size == 0:
            return head, body, buffer[at:]
    return None


@lru_cache(maxsize=4096)  # a client's heads are nearly always the same ones
def _read_head(head: bytes) -> Head:
    target = head[: head.index(b"\r\n") if b"\r\n" in head else len(head)].split(b" ")[1].decode()
    path, _, query = target.partition("?")
    length = _LENGTH.search(head)
    kind = _KIND.search(head)
    is_chunked = _CHUNKED.search(head) is not None
    return Head(
        method=path.rsplit("/", 1)[-1].lower(),
        query=query,
        length=None if is_chunked else int(length[1]) if length else 0,
        kind=kind[1] if kind else b"",
        is_last=_CLOSE.search(head) is not None,
    )


def read_params(head: Head, body: bytes) -> Params:
    """Return the parameters in the query and in a JSON, urlencoded or multipart body; other bodies are ignored."""
    params: Params = dict(parse_qsl(head.query)) if head.query else {}
    if not body:
        return params
    kind = head.kind.lower()
    if kind.startswith(b"application/json"):
        params.update(json.loads(body))
    elif kind.startswith(b"application/x-www-form-urlencoded"):
        for pair in body.split(b"&"):
            name, _, value = pair.partition(b"=")
            params[_unquoted(name)] = _unquoted(value)
    elif kind.startswith(b"multipart/form-data"):
        boundary = head.kind[kind.index(b"boundary=") + 9 :].split(b";")[0].strip(b'"')
        params.update(_parts(body, b"--" + boundary))
    return params


@lru_cache(maxsize=4096)  # one alert's text comes thousands of times
def _unquoted(value: bytes) -> str:
    return unquote_plus(value.decode())


def _parts(body: bytes, boundary: bytes) -> Params:
    params: Params = {}
    for part in body.split(boundary)[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        name = _PART_NAME.search(head)
        if name is not None:
            params[name[1].decode()] = content[:-2].decode(errors="replace")
    return params
