"""Tests of silent connections: the ports answer others all the same."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import aiohttp
import pytest
from aiohttp import web
from prometheus_client import generate_latest

from bot.incoming import webhook as webhooks
from bot.incoming.webhook import SECRET_HEADER, Webhook
from bot.metrics import Meter
from bot.runtime.connections import Patience
from bot.runtime.http_server import Listener, listening
from tests.bot.bot_api import running_bot_api
from tests.bot.town import Town
from tests.patience import PATIENCE
from tests.ports import free_port

MOST = 20
CROWD = 150
LONG = 3_600.0
SECRET = "Geheim_-1"
HALF_OPEN = {
    "silent": b"",
    "one byte": b"G",
    "half a line": b"GET /healthz HT",
    "half a head": b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ",
    "a body without a secret": b"POST /in HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n{",
    "no request": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
}
Pair = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@dataclass
class Port:
    """A port with one page, which can be held up."""

    number: int
    meter: Meter
    flood_control: asyncio.Event
    entered: asyncio.Semaphore
    writers: list[asyncio.StreamWriter] = field(default_factory=list)

    async def asked(self, path: str = "/healthz") -> int:
        async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{self.number}{path}") as answer:
            return answer.status

    async def opened(self, *begins: bytes) -> list[Pair]:
        pairs = [await asyncio.open_connection("127.0.0.1", self.number) for _ in begins]
        for (_, writer), begin in zip(pairs, begins, strict=True):
            writer.write(begin)
            self.writers.append(writer)
        return pairs

    async def leave(self) -> None:
        """Close the connections that were opened."""
        for writer in self.writers:
            writer.close()
        await asyncio.gather(*(writer.wait_closed() for writer in self.writers), return_exceptions=True)

    def counted(self, reason: str) -> bool:
        return (
            f'wees_alert_refused_requests_total{{port="test",reason="{reason}"}}'
            in generate_latest(self.meter.registry).decode()
        )


@asynccontextmanager
async def _a_port(patience: Patience) -> AsyncIterator[Port]:
    port = Port(free_port(), Meter(), asyncio.Event(), asyncio.Semaphore(0))
    port.flood_control.set()

    async def page(_request: web.Request) -> web.Response:
        port.entered.release()
        await port.flood_control.wait()
        return web.Response(text="well")

    app = web.Application()
    app.router.add_get("/healthz", page)
    async with listening(Listener(app, "127.0.0.1", port.number, "X", "test", patience), port.meter):
        yield port
        await port.leave()


async def _closed(pairs: Iterable[Pair]) -> None:
    """Wait until the other side has closed all of them."""
    async with asyncio.timeout(PATIENCE):
        for reader, _ in pairs:
            try:
                await reader.read()
            except ConnectionError:
                continue


@pytest.mark.parametrize("begin", HALF_OPEN.values(), ids=HALF_OPEN)
async def test_a_crowd_of_half_open_connections_keeps_nobody_else_out(begin: bytes) -> None:
    """Whoever sends a request is answered at once, however many half-open connections there are; the silent ones are
    closed."""
    async with _a_port(Patience(most=MOST, head=LONG, handling=LONG, idle=LONG)) as port:
        crowd = []
        for _ in range(CROWD // 10):
            crowd += await port.opened(*[begin] * 10)
            async with asyncio.timeout(PATIENCE):
                assert 200 == await port.asked()
        await _closed(crowd[: CROWD - MOST - 1])


async def test_a_request_that_does_not_come_is_not_waited_for() -> None:
    """Each kind of incomplete head is closed when its time is over, and counted."""
    async with _a_port(Patience(most=MOST, head=0.05, handling=LONG, idle=LONG)) as port:
        await _closed(await port.opened(b"", b"G", b"GET /healthz HTTP/1.1\r\nHost: "))
        assert port.counted("connection-new")
        assert 200 == await port.asked()


async def test_who_is_being_answered_is_not_cut_off_for_others() -> None:
    """When requests under way take every place, new connections are closed instead of theirs."""
    async with _a_port(Patience(most=3, head=LONG, handling=LONG, idle=LONG)) as port:
        port.flood_control.clear()
        answers = [asyncio.create_task(port.asked()) for _ in range(3)]
        async with asyncio.timeout(PATIENCE):
            for _ in answers:
                await port.entered.acquire()
        await _closed(await port.opened(b"", b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"))
        assert port.counted("connection-too-many")
        port.flood_control.set()
        assert [200, 200, 200] == await asyncio.gather(*answers)


async def test_a_request_that_takes_too_long_gives_its_place_back() -> None:
    """A request that takes too long gives its place back."""
    async with _a_port(Patience(most=1, head=LONG, handling=0.05, idle=LONG)) as port:
        port.flood_control.clear()
        await _closed(await port.opened(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"))
        assert port.counted("connection-handling")
        port.flood_control.set()
        assert 200 == await port.asked()


async def test_a_connection_that_is_used_again_stays_open() -> None:
    """Several requests, one after another and at once, use one connection, which stays open."""
    request = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
    async with _a_port(Patience(most=1, head=LONG, handling=LONG, idle=LONG)) as port:
        ((reader, writer),) = await port.opened(request)
        async with asyncio.timeout(PATIENCE):
            for again in (request, request + request):
                assert b"200 OK" in await reader.readuntil(b"well")
                writer.write(again)
            assert b"200 OK" in await reader.readuntil(b"well")
            assert b"200 OK" in await reader.readuntil(b"well")


@pytest.mark.parametrize("path", ["/", "/metricz", "/.env"])
async def test_what_is_refused_is_counted(path: str) -> None:
    """Refused requests are counted by status, and answered ones are not."""
    async with _a_port(Patience()) as port:
        assert 200 == await port.asked()
        assert not port.counted("404")
        assert 404 == await port.asked(path)
        assert port.counted("404")


async def test_a_body_that_does_not_come_is_not_waited_for(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """An incomplete body is closed too, also of a sender with the secret; a wrong secret is counted."""
    monkeypatch.setattr(webhooks, "BODY_SECONDS", 0.05)
    meter, number = Meter(), free_port()
    async with running_bot_api() as (_, bot, _):
        hook = Webhook(bot, town.inbox, url="https://wees.example/in", secret=SECRET)
        async with listening(Listener(hook.app(), "127.0.0.1", number, "X", "test"), meter):
            port = Port(number, meter, asyncio.Event(), asyncio.Semaphore(0))
            head = f"POST /in HTTP/1.1\r\nHost: x\r\n{SECRET_HEADER}: %s\r\nContent-Length: 90\r\n\r\n{{"
            (slow, _), (wrong, _) = await port.opened((head % SECRET).encode(), (head % "Fout").encode())
            async with asyncio.timeout(PATIENCE):
                assert b"408" in await slow.readline()
                assert b"403" in await wrong.readline()
            assert port.counted("408")
            assert port.counted("403")
            await port.leave()
