"""Run: one fan-out, by the program or by a peer, and what the stand-in and the disk say of it."""

import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alerts.alert import Alert
from bench.approval import approval_of
from bench.process import Json, Process, StandIn, peer
from bench.seed import FIRST_CHAT


@dataclass(frozen=True, slots=True)
class Run:
    """`seconds` from the first to the last message at the stand-in; CPU is that of the sending process."""

    messages: int
    seconds: float
    cpu_seconds: float
    peak_mib: float

    @property
    def per_second(self) -> float:
        """Messages per second."""
        return (self.messages - 1) / self.seconds

    @property
    def cpu_us(self) -> float:
        """Microseconds of CPU per message."""
        return self.cpu_seconds / self.messages * 1e6


def chats(count: int, *, after: int = 0) -> range:
    """The chats of so many members of a seed, after so many others."""
    first = FIRST_CHAT + after + 1
    return range(first, first + count)


def as_sent(params: Json) -> Json:
    """A message as the program sent it, for peers to send to other chats."""
    return {name: value for name, value in params.items() if name != "chat_id"}


def run_product(server: StandIn, program: Process, database: Path, alert: Alert, to: range, *, seconds: float) -> Run:
    """Approve the alert by a press and wait until each row on disk is settled. Raises AssertionError when somebody
    did not get it exactly once."""
    wait_until_idle(program, database)
    cpu = program.cpu_seconds()
    server.tell("updates", [approval_of(alert)])
    server.wait_for("total", server.ask("count")["total"] + len(to), seconds=seconds, beside=program)
    wait_until_idle(program, database)
    cpu = program.cpu_seconds() - cpu
    states = states_of(database, alert)
    assert states.pop("sent", 0) >= len(to), f"not all is sent: {states}"
    assert not states, f"not all is sent: {states}"
    return _counted(server, to, cpu, program.peak_mib())


def run_peer(server: StandIn, name: str, job: Json, to: range) -> Run:
    """Let a peer send to these chats. Raises AssertionError when somebody did not get it exactly once."""
    job = {**job, "url": f"http://127.0.0.1:{server.port}", "first": to.start, "count": len(to)}
    with peer(name, job) as process:
        cpu = process.cpu_seconds()
        process.write_line({})
        process.read_line()
        return _counted(server, to, process.cpu_seconds() - cpu, process.peak_mib())


def _counted(server: StandIn, to: range, cpu: float, peak_mib: float) -> Run:
    times = [at for at, chat in server.ask("times") if chat in to]
    distinct = {chat for chat in map(int, server.ask("sent")["chats"]) if chat in to}
    assert len(to) == len(distinct) == len(times), f"{len(distinct)} chats got {len(times)} messages"
    return Run(len(times), times[-1] - times[0], cpu, peak_mib)


def wait_until_idle(program: Process, database: Path, *, seconds: float = 120) -> None:
    """Wait until nothing is queued or being sent. Raises TimeoutError."""
    until = time.monotonic() + seconds
    while rows(database, "SELECT 1 FROM deliveries WHERE state IN ('queued', 'sending') LIMIT 1"):
        program.check_alive()
        if time.monotonic() > until:
            raise TimeoutError("the outbox does not get empty")
        time.sleep(0.1)


def states_of(database: Path, alert: Alert) -> dict[str, int]:
    """How many rows of the alert's texts are on disk in which state."""
    counted = "SELECT state, count(*) FROM deliveries WHERE alert_id = ? AND revision_id IS NOT NULL GROUP BY state"
    return dict(rows(database, counted, [alert.id]))


def rows(database: Path, query: str, values: Sequence[object] = ()) -> list[Any]:
    """Read the file beside the program."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=10)) as connection:
        return connection.execute(query, values).fetchall()
