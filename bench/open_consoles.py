"""Open consoles: what many open pages cost the process, idle and while things happen, and what people at work in the
console cost a fan-out and a press in the chat."""

import asyncio
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from statistics import median, quantiles

from bench.approval import approval_of
from bench.database import Database, Databases
from bench.figure import Figure, progress
from bench.history import sign_in
from bench.latency import Waits, others, press_all
from bench.process import Process, product, stand_in
from bench.run import Run, chats, run_product, wait_until_idle
from bench.seed import big_town, seed, seed_alerts, small_town
from bench.slow import beside
from tests.ports import free_port

PAGES, AT_WORK = 300, 20
EACH_SESSION = 5  # streams of one session; the console allows eight
EVERY_S = 5.0  # how often somebody at work goes to another page
QUIET_S, BUSY_S, CHANGES = 60.0, 60.0, 12
RECIPIENTS, FEW, PRESSES, ROUNDS = 10_000, 20, 200, 3
OTHERS = 2_000  # shops whom the fan-out does not concern, of which some press
LONGEST_S = 300.0


def bench_open_consoles(
    databases: Databases,
    *,
    with_peers: bool = True,
    pages: int = PAGES,
    at_work: int = AT_WORK,
    recipients: int = RECIPIENTS,
    presses: int = PRESSES,
    rounds: int = ROUNDS,
    seconds: float = QUIET_S,
) -> None:
    """Measure both and print the figures; the peer is the same program without a console in use."""
    del with_peers  # the same program is the peer
    _open_pages(databases.new("pages"), pages, seconds)
    seeded = databases.new("at_work")
    asyncio.run(seed(seeded, [big_town(recipients)], shops=recipients + OTHERS))
    runs: dict[int, list[Run]] = {0: [], at_work: []}
    waits: dict[int, list[Waits]] = {0: [], at_work: []}
    for number in range(rounds):
        for count in runs:
            progress(f"open-consoles: round {number + 1}, {count} consoles in use")
            database = databases.copy(seeded, f"round_{number}_{count}")
            run, pressed = _round(database, recipients, count, presses)
            runs[count].append(run)
            waits[count].append(pressed)
    beside_peer = "no console in use"
    per_second = {count: median(one.per_second for one in runs[count]) for count in runs}
    case = f"durable fan-out, {at_work} consoles in use"
    Figure("open-consoles", case, per_second[at_work], "messages/s", beside_peer, per_second[0]).tell()
    p95 = {count: median(_p95(one.answers) for one in waits[count]) * 1e3 for count in waits}
    case = f"press to answer, p95, {at_work} consoles in use"
    Figure("open-consoles", case, p95[at_work], "ms", beside_peer, p95[0]).tell()


def _round(database: Database, recipients: int, consoles: int, presses: int) -> tuple[Run, Waits]:
    """Press on an idle bot, then fan out, with so many consoles in use."""
    [alert] = asyncio.run(seed_alerts(database, big_town(recipients)))
    secrets = asyncio.run(sign_in(database, count=max(consoles, 1)))
    port = free_port()
    with (
        stand_in() as server,
        product(server, database, console=f"http://localhost:{port}") as program,
        visiting(port, secrets, consoles, every_s=EVERY_S),
    ):
        wait_until_idle(program, database)
        pressed = press_all(server, program, others(recipients, 0, presses), presses)
        return run_product(server, program, database, alert, chats(recipients), seconds=LONGEST_S), pressed


def _open_pages(database: Database, pages: int, seconds: float) -> None:
    """Tell what so many open pages add to the process: memory, and CPU while nothing and while something happens."""
    town = small_town(FEW)
    asyncio.run(seed(database, [town]))
    alerts = asyncio.run(seed_alerts(database, *[town] * CHANGES))
    secrets = asyncio.run(sign_in(database, count=-(-pages // EACH_SESSION)))
    port = free_port()
    with stand_in() as server, product(server, database, console=f"http://localhost:{port}") as program:
        with visiting(port, secrets[:1], 1):
            before = program.peak_mib()
        progress(f"open-consoles: {pages} pages, nothing happens")
        with visiting(port, secrets, pages) as visitors:
            idle = _share(program, seconds)
            memory = program.peak_mib() - before
            progress(f"open-consoles: {pages} pages, {len(alerts)} notices are approved")
            cpu, begun = program.cpu_seconds(), time.monotonic()
            for number, alert in enumerate(alerts):
                server.tell("updates", [approval_of(alert)])
                time.sleep(max(0.0, begun + seconds * (number + 1) / len(alerts) - time.monotonic()))
            busy = (program.cpu_seconds() - cpu) / (time.monotonic() - begun)
            _await_events(visitors, pages)
    Figure("open-consoles", f"memory of {pages} open pages", memory, "MiB").tell()
    Figure("open-consoles", f"{pages} open pages, idle", idle * 100, "% of a core").tell()
    Figure(
        "open-consoles", f"{pages} open pages, a change every {seconds / CHANGES:.0f} s", busy * 100, "% of a core"
    ).tell()


def _await_events(visitors: Process, pages: int) -> None:
    """Wait until as many events were heard as there are pages; on a busy machine the last ones come late."""
    end = time.monotonic() + LONGEST_S
    while True:
        visitors.write_line({})
        counts = visitors.read_line()
        if counts["events"] >= pages:
            progress(f"open-consoles: {counts}")
            return
        assert time.monotonic() < end, f"not every page heard of a change: {counts}"
        time.sleep(1)


def _share(program: Process, seconds: float) -> float:
    cpu, begun = program.cpu_seconds(), time.monotonic()
    time.sleep(seconds)
    return (program.cpu_seconds() - cpu) / (time.monotonic() - begun)


def _p95(values: Sequence[float]) -> float:
    return quantiles(values, n=100)[94]


@contextmanager
def visiting(port: int, secrets: list[str], pages: int, *, every_s: float = 0.0) -> Iterator[Process]:
    """Have so many pages open within the block, in these sessions. Raises AssertionError when one was refused."""
    visitors = Process(beside([sys.executable, "-m", "bench.visitors"]))
    try:
        visitors.write_line({"port": port, "secrets": secrets, "pages": pages, "every_s": every_s})
        assert visitors.read_line()["failed"] == 0, "a stream was refused"
        yield visitors
        visitors.write_line({})
        counts = visitors.read_line()
        assert counts["failed"] == 0, f"a page was refused: {counts}"
    finally:
        visitors.stop()
