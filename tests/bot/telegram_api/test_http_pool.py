"""Tests of prepared requests over open connections, against a server that the test controls."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut

from bot.telegram_api.http_pool import ConnectionLost, KeepAlivePool, NotConnected
from bot.telegram_api.transport import AiohttpRequest, NeverSent
from tests.patience import PATIENCE

Speak = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
OK = b'{"ok":true,"result":{"message_id":7}}'


@asynccontextmanager
async def _server(speak: Speak) -> AsyncIterator[str]:
    """Run a server that handles each connection like this, and yield its address."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await speak(reader, writer)
        except asyncio.IncompleteReadError:
            pass  # the client closed the connection
        finally:
            writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/bot1:x/sendMessage"
    finally:
        server.close()


async def _request(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
    return await reader.readexactly(length)


def _answer(body: bytes = OK, status: str = "200 OK", more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{more}\r\n".encode() + body


@pytest.fixture
async def new_pool() -> AsyncIterator[Callable[[str], KeepAlivePool]]:
    """A pool whose connections are closed afterwards."""
    pools: list[KeepAlivePool] = []

    def make(url: str) -> KeepAlivePool:
        pools.append(KeepAlivePool(url, connect_seconds=2, read_seconds=0.05))
        return pools[-1]

    yield make
    for pool in pools:
        pool.close()


async def test_one_connection_serves_one_after_the_other(new_pool: Callable[[str], KeepAlivePool]) -> None:
    """One connection serves requests one after another; simultaneous requests have connections of their own."""
    connections: list[list[bytes]] = []

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        bodies: list[bytes] = []
        connections.append(bodies)
        while True:
            bodies.append(await _request(reader))
            writer.write(_answer())

    async with _server(speak) as url:
        pool = new_pool(url)
        for number in range(3):
            assert (200, OK) == await pool.post(b"%d" % number)
        assert [[b"0", b"1", b"2"]] == connections
        await asyncio.gather(pool.post(b"3"), pool.post(b"4"))
        assert 2 == len(connections)


async def test_an_answer_in_pieces_is_put_together(new_pool: Callable[[str], KeepAlivePool]) -> None:
    """An answer in several packets is put together, by its length or in chunks."""

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await _request(reader)
        for byte in _answer():
            writer.write(bytes([byte]))
            await writer.drain()
        await _request(reader)
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        for part in (OK[:5], OK[5:]):
            writer.write(b"%x\r\n%b\r\n" % (len(part), part))
        writer.write(b"0\r\n\r\n")
        await _request(reader)

    async with _server(speak) as url:
        pool = new_pool(url)
        assert [(200, OK)] * 2 == [await pool.post(b"a"), await pool.post(b"b")]


async def test_a_connection_that_the_server_closed_is_not_used_again(new_pool: Callable[[str], KeepAlivePool]) -> None:
    """A connection that the server closed, announced in the answer or while unused, is not used again."""
    answers = [_answer(more="Connection: close\r\n"), _answer(), _answer()]

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await _request(reader)
        writer.write(answers.pop(0))
        await writer.drain()
        writer.close()

    async with _server(speak) as url:
        pool = new_pool(url)
        for _ in range(3):
            assert (200, OK) == await pool.post(b"a")
            while any(connection.is_open for connection in pool._idle):  # noqa: ASYNC110 -- the loop has to see it
                await asyncio.sleep(0)


async def test_a_connection_that_is_not_used_for_long_is_closed(
    new_pool: Callable[[str], KeepAlivePool], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An unused connection is closed before the server closes it, because the outcome of a request on it would be
    unknown."""
    monkeypatch.setattr("bot.telegram_api.http_pool.SWEEP_SECONDS", 0.01)
    monkeypatch.setattr("bot.telegram_api.http_pool.UNUSED_SECONDS", 0.05)
    served, is_closed = list[int](), asyncio.Event()

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        served.append(0)
        with contextlib.suppress(asyncio.IncompleteReadError):
            while True:
                await _request(reader)
                served[-1] += 1
                writer.write(_answer())
        is_closed.set()

    async with _server(speak) as url:
        pool = new_pool(url)
        await pool.post(b"a")
        async with asyncio.timeout(PATIENCE):
            await is_closed.wait()
        assert (200, OK) == await pool.post(b"b")
    assert [1, 1] == served


async def test_a_lost_connection_or_nonsense_is_no_answer(new_pool: Callable[[str], KeepAlivePool]) -> None:
    """After a lost connection or an invalid answer the outcome is unknown."""
    answers = [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{", b"no http at all\r\n\r\n"]

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await _request(reader)
        writer.write(answers.pop(0))

    async with _server(speak) as url:
        pool = new_pool(url)
        for _ in range(3):
            with pytest.raises(ConnectionLost):
                await pool.post(b"a")


async def test_a_late_answer_is_not_waited_for(new_pool: Callable[[str], KeepAlivePool]) -> None:
    """A late answer is not awaited and its connection not used again, because the answer would be taken for that of
    another request."""
    silent = [True, False]

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await _request(reader)
        if not silent.pop(0):
            writer.write(_answer())
        await _request(reader)

    async with _server(speak) as url:
        pool = new_pool(url)
        with pytest.raises(TimeoutError):
            await pool.post(b"a")
        assert (200, OK) == await pool.post(b"b")


async def test_where_nobody_listens_nothing_was_sent(new_pool: Callable[[str], KeepAlivePool]) -> None:
    """When nobody listens, nothing was sent and a retry is harmless."""
    async with _server(lambda _reader, _writer: asyncio.sleep(0)) as url:
        pass
    with pytest.raises(NotConnected):
        await new_pool(url).post(b"a")


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (_answer(b'{"ok":false,"description":"Bad Request: x"}', "400 Bad Request"), BadRequest),
        (_answer(b'{"ok":false,"description":"x","parameters":{"retry_after":3}}', "429 Too Many"), RetryAfter),
        (_answer(b"oops", "502 Bad Gateway"), NetworkError),
        (b"", NetworkError),
    ],
)
async def test_failures_are_those_of_python_telegram_bot(answer: bytes, error: type[Exception]) -> None:
    """The pool raises the same errors as python-telegram-bot."""

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await _request(reader)
        writer.write(answer)

    async with _server(speak) as url, AiohttpRequest() as transport:
        with pytest.raises(error):
            await transport.post_json(url, b"{}")
    async with AiohttpRequest() as transport:
        with pytest.raises(NetworkError) as refused:
            await transport.post_json(url, b"{}")
    assert isinstance(refused.value.__cause__, NeverSent)
    assert not isinstance(refused.value, TimedOut)
