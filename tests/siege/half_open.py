"""The siege of half-open connections, which must not keep the webhook or the health page from others."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from time import monotonic

from alerts.severity import Severity
from tests.faults.program import webhook_settings
from tests.ports import HOST
from tests.siege.fortress import APPROVER, Fortress, besieged
from tests.siege.outcome import Outcome

CONNECTIONS = 1_100  # more than the files of a process
ANSWER_SECONDS = 5.0
ASKS = 5
BEGUN = b"POST /updates HTTP/1.1\r\nHost: x\r\nX-Slow: "


@asynccontextmanager
async def half_open(port: int, many: int) -> AsyncIterator[None]:
    """Hold connections that begin a request and never end it, each opened anew when it is closed."""
    stop = asyncio.Event()
    holders = [asyncio.create_task(_hold(port, stop)) for _ in range(many)]
    try:
        yield
    finally:
        stop.set()
        for one in holders:
            one.cancel()
        await asyncio.gather(*holders, return_exceptions=True)


async def _hold(port: int, stop: asyncio.Event) -> None:
    while not stop.is_set():
        with suppress(OSError):
            reader, writer = await asyncio.open_connection(HOST, port)
            try:
                writer.write(BEGUN)
                await reader.read()
            finally:
                writer.close()
        await asyncio.sleep(1)


async def answered_within(fortress: Fortress) -> tuple[float, float]:
    """Return the longest time in which /healthz answered, and in which a delivered update was accepted."""
    health_s, brought_s = list[float](), list[float]()
    for number in range(ASKS):
        begun = monotonic()
        async with asyncio.timeout(60):
            await fortress.program.health()
        health_s.append(monotonic() - begun)
        begun = monotonic()
        async with asyncio.timeout(60):
            while await fortress.program.brought(fortress.says(fortress.members[number], "/hulp")) != 200:  # noqa: ASYNC110
                await asyncio.sleep(0.1)
        brought_s.append(monotonic() - begun)
    return max(health_s), max(brought_s)


async def hold_out(fortress: Fortress, database: str, *, connections: int, port: int) -> Outcome:
    """Check the health page, members and a P1 while the connections are held at both ports."""
    alert = await fortress.puts_forward(Severity.P1)
    async with half_open(port, connections), half_open(fortress.program.health_port, connections):
        await asyncio.sleep(2)
        health_s, brought_s = await answered_within(fortress)
        pressed = monotonic()
        press = fortress.presses(APPROVER, f"approve:{alert.id}:{alert.version}")
        async with asyncio.timeout(60):
            while await fortress.program.brought(press) != 200:  # noqa: ASYNC110
                await asyncio.sleep(0.1)
        arrived = await fortress.all_arrived(pressed, fortress.shops)
    lost = len(fortress.shops) - len(arrived)
    outcome = Outcome("half-open", database, {"connections": connections, "health_s": round(health_s, 2)})
    outcome.figures |= {"brought_s": round(brought_s, 2), "lost": lost}
    outcome.must(health_s <= ANSWER_SECONDS, f"/healthz answers within {ANSWER_SECONDS} s")
    outcome.must(brought_s <= ANSWER_SECONDS, f"an update is taken within {ANSWER_SECONDS} s")
    outcome.must(lost == 0, "everybody gets the P1")
    return outcome


async def siege(directory: Path, database: str, url: str | None) -> AsyncIterator[Outcome]:
    """Run the siege with more connections than the files of a process, at both ports."""
    settings = webhook_settings()
    async with besieged(directory, url, recipients=50, members=10, **settings) as fortress:
        port = int(str(settings["webhook_port"]))
        yield await hold_out(fortress, database, connections=CONNECTIONS, port=port)
