"""Tests that an operator reads host and cause when Telegram does not answer, in any line, without a secret."""

import asyncio
import json
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import aiohttp
import pytest
from telegram import Bot
from telegram.error import NetworkError, TimedOut

from bot.logs import set_up_logs
from bot.telegram_api.identity import introduce
from bot.telegram_api.responses import NeverSent, cause_of
from bot.telegram_api.transport import AiohttpRequest
from tests.ports import free_port

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
TOKEN = "123456789:" + "s" * 35


@asynccontextmanager
async def _server(talk: Talk) -> AsyncIterator[int]:
    """Run a server that behaves like this, and yield its port."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await talk(reader, writer)
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        await server.wait_closed()


async def _silent(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    await reader.read()


async def _plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
    await writer.drain()
    await reader.read()


async def _hangs_up(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    await reader.readline()


@asynccontextmanager
async def _transport() -> AsyncIterator[AiohttpRequest]:
    transport = AiohttpRequest()
    await transport.initialize()
    try:
        yield transport
    finally:
        await transport.shutdown()


@pytest.mark.parametrize("has_body", [False, True], ids=["aiohttp", "pool"])
@pytest.mark.parametrize(
    ("url", "cause"),
    [
        ("http://127.0.0.1:{free}/x", "connection refused"),
        ("http://no-such-host.invalid/x", "no host of that name is known"),
    ],
)
async def test_a_connection_that_was_not_made_has_its_cause(url: str, cause: str, *, has_body: bool) -> None:
    """A connection that was not made has its cause, the same for both ways out, and counts as not sent."""
    async with _transport() as transport:
        where = url.format(free=free_port())
        with pytest.raises(NetworkError) as caught:
            await (transport.post_json(where, b"{}") if has_body else transport.do_request(where, "POST"))
    assert cause == str(caught.value)
    assert isinstance(caught.value.__cause__, NeverSent)
    assert cause == str(caught.value.__cause__)


async def test_a_server_without_tls_is_told_apart() -> None:
    """A server without TLS has an error of its own: the address says https:// instead of http://."""
    for talk, cause in ((_plain, "it speaks no TLS"), (_hangs_up, "it cut the connection")):
        async with _server(talk) as port, _transport() as transport:
            with pytest.raises(NetworkError) as caught:
                await transport.do_request(f"https://127.0.0.1:{port}/x", "POST")
        assert cause == str(caught.value)


async def test_silence_has_its_cause() -> None:
    """A timeout has its cause, and an unknown outcome."""
    async with _server(_silent) as port, _transport() as transport:
        with pytest.raises(TimedOut) as caught:
            await transport.do_request(f"http://127.0.0.1:{port}/x", "POST", read_timeout=0.05)
    assert "no answer in time" == str(caught.value)
    assert not isinstance(caught.value.__cause__, NeverSent)


async def test_a_connection_that_was_cut_has_its_cause() -> None:
    """A connection that was cut has its cause, and an unknown outcome."""
    async with _server(_hangs_up) as port, _transport() as transport:
        with pytest.raises(NetworkError) as caught:
            await transport.do_request(f"http://127.0.0.1:{port}/x", "POST")
    assert "ServerDisconnectedError" == str(caught.value)


def test_a_certificate_that_is_not_trusted_says_why() -> None:
    """An untrusted certificate is reported with OpenSSL's reason."""
    error = ssl.SSLCertVerificationError(1, "x")
    error.verify_message = "self-signed certificate"
    assert "its certificate is not trusted (self-signed certificate)" == cause_of(error)
    key = aiohttp.client_reqrep.ConnectionKey("h", 443, True, True, None, None, None)
    assert cause_of(aiohttp.ClientConnectorSSLError(key, error)) == cause_of(error)


@pytest.mark.parametrize("login", ["", "user:geheim99@"])
async def test_the_start_says_where_it_asks_and_why_there_is_no_answer(
    capsys: pytest.CaptureFixture[str], own_logs: None, login: str
) -> None:
    """The first line of a start names the address and the cause, without the token or a login in the address."""
    set_up_logs("json", "info")
    port = free_port()
    async with _transport() as transport:
        bot = Bot(
            TOKEN, base_url=f"http://{login}127.0.0.1:{port}/bot", request=transport, get_updates_request=transport
        )
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.5):
                await introduce(bot)
    line = json.loads(capsys.readouterr().err.splitlines()[0])
    assert "telegram_unreachable" == line["event"]
    assert (f"127.0.0.1:{port}", "connection refused") == (line["host"], line["cause"])
    assert "geheim99" not in str(line)
    assert TOKEN[:20] not in str(line)
