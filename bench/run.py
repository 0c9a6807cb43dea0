"""One fan-out by the program or by a peer, checked and timed at the stand-in and in the database."""

import time
from dataclasses import dataclass

from alerts.alert import Alert
from bench.approval import approval_of
from bench.database import Database
from bench.process import Json, Process, StandIn, peer
from bench.seed import FIRST_CHAT


@dataclass(frozen=True, slots=True)
class Run:
    """The costs of a fan-out. `seconds` is from the first to the last message at the stand-in; CPU is the sender's."""

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
    """Return the chats of so many seeded members, after skipping `after` members."""
    first = FIRST_CHAT + after + 1
    return range(first, first + count)


def as_sent(params: Json) -> Json:
    """Return the parameters of a sent message without its chat, for peers to send to other chats."""
    return {name: value for name, value in params.items() if name != "chat_id"}


def run_product(
    server: StandIn, program: Process, database: Database, alert: Alert, to: range, *, seconds: float
) -> Run:
    """Approve the alert by a press and wait until each row on disk is settled. Raises AssertionError if a recipient did
    not get it exactly once."""
    wait_until_idle(program, database)
    cpu = program.cpu_seconds()
    server.tell("updates", [approval_of(alert)])
    server.wait_for("total", server.ask("count")["total"] + len(to), seconds=seconds, beside=program)
    wait_until_idle(program, database)
    cpu = program.cpu_seconds() - cpu
    states = states_of(database, alert)
    assert states.pop("sent", 0) >= len(to), f"not all is sent: {states}"
    assert not states, f"not all is sent: {states}"
    return counted(server, to, cpu, program.peak_mib())


def run_peer(server: StandIn, name: str, job: Json, to: range) -> Run:
    """Let a peer send to these chats. Raises AssertionError if a chat did not get the message exactly once."""
    job = {**job, "url": f"http://127.0.0.1:{server.port}", "first": to.start, "count": len(to)}
    with peer(name, job) as process:
        cpu = process.cpu_seconds()
        process.write_line({})
        process.read_line()
        return counted(server, to, process.cpu_seconds() - cpu, process.peak_mib())


def counted(server: StandIn, to: range, cpu: float, peak_mib: float) -> Run:
    """Return the run as the stand-in saw it. Raises AssertionError if a chat did not get the message exactly once."""
    times = [at for at, chat in server.ask("times") if chat in to]
    distinct = {chat for chat in map(int, server.ask("sent")["chats"]) if chat in to}
    assert len(to) == len(distinct) == len(times), f"{len(distinct)} chats got {len(times)} messages"
    return Run(len(times), times[-1] - times[0], cpu, peak_mib)


def wait_until_idle(program: Process, database: Database, *, seconds: float = 120) -> None:
    """Wait until nothing is queued or being sent. Raises TimeoutError."""
    until = time.monotonic() + seconds
    while database.rows("SELECT 1 FROM deliveries WHERE state IN ('queued', 'sending') LIMIT 1"):
        program.check_alive()
        if time.monotonic() > until:
            raise TimeoutError("the outbox does not get empty")
        time.sleep(0.2)


def states_of(database: Database, alert: Alert) -> dict[str, int]:
    """Count the alert's deliveries on disk by state."""
    counted = "SELECT state, count(*) FROM deliveries WHERE alert_id = $1 AND revision_id IS NOT NULL GROUP BY state"
    return dict(database.rows(counted, [alert.id]))
