"""Fault stories of the database's disk: it is full, or another process locks the file."""

import asyncio
import resource
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from time import monotonic

from tests.faults.crowd import DATABASE
from tests.faults.finding import Finding
from tests.faults.program import Line, Program
from tests.faults.scene import RATE, Scene, a_scene

QUIET_S = 0.5  # longer than everything in flight needs
NOTICED_S = 60.0  # the seconds within which the program must notice that its file is gone

Trouble = Callable[[Scene], AbstractContextManager[None]]


async def full_disk(directory: Path, *, recipients: int, rate: int = RATE) -> Finding:
    """No file of the program can be written any more, in the middle of a fan-out."""
    return await _cannot_write(Finding("full-disk"), directory, recipients, rate, _full)


async def locked(directory: Path, *, recipients: int, rate: int = RATE) -> Finding:
    """Another process holds the database's write lock, in the middle of a fan-out."""
    return await _cannot_write(Finding("locked"), directory, recipients, rate, _locked)


async def _cannot_write(finding: Finding, directory: Path, recipients: int, rate: int, trouble: Trouble) -> Finding:
    async with a_scene(directory, recipients=recipients, rate=rate) as scene:
        alert = await scene.crowd.warn()
        await scene.program.start()
        await scene.sent(recipients // 4)
        since, window = len(scene.program.lines), await scene.program.window()
        with trouble(scene):
            before = await scene.stand_in.total()
            said = await scene.program.logged("sending_stopped", since=since)
            stopped = await _total_when_quiet(scene)  # a marked delivery may still have waited for its turn
            states = scene.crowd.rows(alert).states
            heard = sum((await scene.stand_in.heard(scene.crowd.chats)).values())
            await asyncio.sleep(QUIET_S)
            later, window = await scene.stand_in.total(), max(window, await scene.program.window())
        await scene.settled(alert)
        await scene.count(finding)
        after = scene.program.lines[since:]
    finding.must(stopped - before <= window, f"{stopped - before} went out after the trouble began")
    marked = states.get("sent", 0) + states.get("sending", 0)
    finding.must(heard <= marked, f"{heard} went out, and {marked} stand marked on disk")
    finding.must(later == stopped, f"{later - stopped} went out while nothing could be written down")
    finding.must(bool(said.get("reason") and said.get("do")), "the log says why, and what to do")
    finding.must(["sending_stopped", "sending_resumed"] == _of_sending(after), "it says both once")
    finding.must([] == tracebacks(after), f"it says so without tracebacks: {tracebacks(after)}")
    finding.must(finding.count("lost") == 0, "nothing is lost")
    finding.must(finding.count("repeats") == 0, "nothing is repeated")
    return finding


async def _total_when_quiet(scene: Scene) -> int:
    total = -1
    while total != (total := await scene.stand_in.total()):  # noqa: ASYNC110 -- what it counted has no event
        await asyncio.sleep(QUIET_S)
    return total


def tracebacks(lines: Sequence[Line]) -> list[str]:
    """Return the last lines of the tracebacks in the log."""
    return [str(line["exception"])[-600:] for line in lines if "exception" in line]


def _of_sending(lines: Sequence[Line]) -> list[str]:
    return [event for line in lines if (event := str(line.get("event"))).startswith("sending_")]


def _full(scene: Scene) -> AbstractContextManager[None]:
    return full_disk_of(scene.program)


@contextmanager
def full_disk_of(program: Program) -> Iterator[None]:
    """Set the limit of the program's file size to zero: every write to a file fails, as on a full disk."""
    before = resource.prlimit(program.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(program.pid, resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.prlimit(program.pid, resource.RLIMIT_FSIZE, before)


@contextmanager
def _locked(scene: Scene) -> Iterator[None]:
    with closing(sqlite3.connect(scene.crowd.directory / DATABASE, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield
        connection.execute("ROLLBACK")


async def file_gone(directory: Path, *, recipients: int, rate: int = RATE) -> Finding:
    """The database's file is moved away in the middle of a fan-out, and put back; a start without it is refused."""
    finding = Finding("file-gone", {"recipients": recipients})
    async with a_scene(directory, recipients=recipients, rate=rate) as scene:
        alert = await scene.crowd.warn()
        await scene.program.start()
        await scene.sent(recipients // 4)
        since, window = len(scene.program.lines), await scene.program.window()
        file = directory / DATABASE
        file.rename(directory / "away.db")
        before, began = await scene.stand_in.total(), monotonic()
        said = await scene.program.logged("database_gone", since=since)
        noticed = monotonic() - began
        finding.figures |= {"noticed_s": round(noticed, 1), "noticed_within_s": NOTICED_S}
        stopped = await _total_when_quiet(scene)
        health = (await scene.program.health())["checks"]
        (directory / "away.db").rename(file)
        await scene.settled(alert)
        await scene.count(finding)
        await scene.program.terminate()
        file.rename(directory / "away.db")
        refused = await _refused_start(scene)
        (directory / "away.db").rename(file)
    finding.must(noticed <= NOTICED_S, f"it is noticed within {NOTICED_S} seconds")
    finding.must(stopped - before <= window, f"{stopped - before} went out after the file was gone")
    finding.must(not health["database"]["ok"] and not health["receiving"]["ok"], "health says so")
    finding.must("put its file back" in str(said.get("reason")), "the log says what to do")
    finding.must("there was a database" in refused, f"a start without it is refused: {refused!r}")
    finding.must(finding.count("lost") == 0, "nothing is lost")
    finding.must(finding.count("repeats") == 0, "nothing is repeated")
    return finding


async def _refused_start(scene: Scene) -> str:
    since = await scene.program.spawn()
    await scene.program.exit_code()
    return " ".join(str(line.get("event")) for line in scene.program.lines[since:])
