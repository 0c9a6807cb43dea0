"""Fault stories of incoming updates: members report while the program is killed, or its disk is full."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from time import monotonic

from bot.demo.playground import running_playground
from tests.faults.crowd import Crowd
from tests.faults.disk import full_disk_of, tracebacks
from tests.faults.finding import Finding
from tests.faults.program import Program, a_program, webhook_settings
from tests.faults.reporters import must_be_stored, reporters_of
from tests.faults.scene import a_scene, eventually
from tests.faults.shared import crowd_of
from tests.faults.stand_in import start_update

LONGEST_RUN_S = 0.3  # between some handled updates after a start and the next kill
NOTICED_S = 90  # the seconds within which the program must notice a poller that hangs
_STORED = "SELECT count(*), count(*) FILTER (WHERE state = 'pending') FROM updates"
FAST = {"broadcast_rate": 1000, "overall_rate": 1000, "reports_per_hour": 10_000, "reports_per_day": 10_000}


async def kill_receive(directory: Path, *, members: int, kills: int, by_webhook: bool = False) -> Finding:
    """The program is killed with kill -9 at random moments while members report by taps and texts, by polling or
    webhook."""
    finding = Finding("kill-receive", {"kills": 0, "members": members, "hits": 0})
    crowd = crowd_of(directory, members)
    async with _reporting(finding, crowd, **(webhook_settings() if by_webhook else {})) as program:
        await _kill_often(program, crowd, finding, kills)
        await program.start()
    return finding


async def full_disk_receive(directory: Path, *, members: int, times: int) -> Finding:
    """Now and then no file can be written while members report."""
    finding = Finding("full-disk-receive", {"times": times, "members": members})
    chance = Random(times)
    async with _reporting(finding, crowd_of(directory, members)) as program:
        await program.start()
        for _ in range(times):
            await asyncio.sleep(chance.uniform(0.1, 0.5))
            with full_disk_of(program):
                await asyncio.sleep(chance.uniform(0.1, 1.5))
    found = tracebacks(program.lines)
    finding.must([] == found, f"the log says so without tracebacks: {found}")
    return finding


@asynccontextmanager
async def _reporting(finding: Finding, crowd: Crowd, **settings: object) -> AsyncIterator[Program]:
    """Let members report during the block and finish afterwards; compare the stored reports with what they did."""
    await crowd.settle()
    async with (
        running_playground() as playground,
        a_program(crowd.directory, playground.url, **FAST, database_url=crowd.url, **settings) as program,
    ):
        reporters, enough = await reporters_of(crowd, playground), asyncio.Event()
        async with asyncio.TaskGroup() as reporting:
            for one in reporters:
                reporting.create_task(one.report_until(enough))
            yield program
            enough.set()
        await eventually(lambda: _stored(crowd)[1] == 0, "every update is handled")
        await program.terminate()
        must_be_stored(finding, crowd, reporters)


async def silent_polls(directory: Path) -> Finding:
    """Telegram accepts polls and never answers: the program notices and shows it, and recovers when Telegram answers
    again."""
    finding = Finding("silent-polls")
    async with a_scene(directory, recipients=1) as scene:
        await scene.program.start()
        await eventually(lambda: _receives(scene.program, is_ok=True), "it polls")
        await scene.stand_in.set(is_silent=True)
        began = monotonic()
        await eventually(lambda: _receives(scene.program, is_ok=False), "it shows", within=2 * NOTICED_S)
        finding.figures |= {"noticed_s": round(monotonic() - began), "noticed_within_s": NOTICED_S}
        finding.must(monotonic() - began <= NOTICED_S, f"it is noticed within {NOTICED_S} seconds")
        await scene.program.logged("not_receiving")
        await scene.stand_in.set(is_silent=False)
        await eventually(lambda: _receives(scene.program, is_ok=True), "it polls again")
        (chat,) = scene.crowd.chats
        await scene.stand_in.tell(start_update(chat, 1))
        await eventually(lambda: _stored(scene.crowd) == (1, 0), "what came afterwards is handled")
        finding.add(sent=1, lost=0, repeats=0)
    return finding


async def _receives(program: Program, *, is_ok: bool) -> bool:
    """Return whether the program says that it receives; None before it leads and has polled once."""
    receiving = (await program.health())["checks"]["receiving"]
    return receiving["age_seconds"] is not None and is_ok is receiving["ok"]


async def _kill_often(program: Program, crowd: Crowd, finding: Finding, kills: int) -> None:
    chance, before = Random(kills), 0
    for _ in range(kills):
        await program.start()
        enough = before + chance.randint(1, max(1, crowd.size // 3))
        await eventually(lambda enough=enough: _handled(crowd) >= enough, "updates are handled")  # type: ignore[misc]
        await asyncio.sleep(chance.uniform(0, LONGEST_RUN_S))
        await program.kill()
        ((stored, pending),) = crowd.ask_after_kill(_STORED)
        finding.add(kills=1, hits=int(pending > 0))
        before = stored - pending


def _handled(crowd: Crowd) -> int:
    stored, pending = _stored(crowd)
    return stored - pending


def _stored(crowd: Crowd) -> tuple[int, int]:
    """Return the number of updates, and how many of them wait."""
    ((stored, pending),) = crowd.ask(_STORED)
    return stored, pending
