"""The program of `make chaos` runs every fault story in full, on both databases, and prints one JSON line for each as
it ends.

Its exit code is 1 when a promise was not kept. Arguments choose cases by name. Without a PostgreSQL server its cases
are skipped with a message.
"""

import asyncio
import json
import signal
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from contextlib import nullcontext
from functools import partial
from pathlib import Path

from tests.faults import cascading, disk, failover, passing_on, receiving, refusals, sending, stored
from tests.faults.crowd import SERVER
from tests.faults.finding import EVERYWHERE, Figure, Finding
from tests.postgres import MISSING, PostgresServer, find_programs, running_server

KILLS = 100
AT_ONCE = 2  # most of a story is waiting
RECIPIENTS = 2_000
FAILOVER_RECIPIENTS = 500  # at the rate of the stand-in for two processes

Story = Callable[[Path], Awaitable[Finding]]

CASES: dict[str, Story] = {
    "kill-send": partial(sending.kill_send, recipients=RECIPIENTS, kills=KILLS),
    "lost-answers": partial(sending.lost_answers, recipients=RECIPIENTS),
    "refused": partial(sending.refused, recipients=RECIPIENTS, seconds=60),
    "sigterm": partial(sending.told_to_stop, recipients=RECIPIENTS),
    "blocked": partial(refusals.blocked, recipients=RECIPIENTS),
    "migrated": partial(refusals.migrated, recipients=RECIPIENTS),
    "bad-request": partial(refusals.bad_request, recipients=RECIPIENTS),
    "full-disk": partial(disk.full_disk, recipients=RECIPIENTS),
    "full-disk-receive": partial(receiving.full_disk_receive, members=50, times=10),
    "locked": partial(disk.locked, recipients=RECIPIENTS),
    "file-gone": partial(disk.file_gone, recipients=RECIPIENTS),
    "kill-receive": partial(receiving.kill_receive, members=50, kills=KILLS),
    "kill-webhook": partial(stored.kill_webhook, members=20, kills=KILLS),
    "kill-passing-on": partial(passing_on.kill_passing_on, reports=100, kills=KILLS // 4),
    "kill-cascade": partial(cascading.kill_cascade, incidents=20, kills=20),
    "silent-polls": receiving.silent_polls,
}
ON_POSTGRESQL = " on PostgreSQL"
_OF_A_FILE = ("full-disk", "full-disk-receive", "locked", "file-gone")  # a server has a disk of its own
SHARED = tuple(f"{name}{ON_POSTGRESQL}" for name in CASES if name not in _OF_A_FILE)
FAILOVERS = tuple(f"{trouble}{ON_POSTGRESQL}" for trouble in failover.TROUBLES)
NAMES = (*CASES, *SHARED, *FAILOVERS)


async def play(names: list[str]) -> bool:
    """Run these cases and return whether every promise was kept."""
    findings = list[Finding]()
    on_server = [name for name in names if name.endswith(ON_POSTGRESQL)]
    programs = find_programs()
    with running_server(programs) if on_server and programs else nullcontext() as server:
        if on_server and server is None:
            sys.stdout.write(json.dumps({"chaos": "on PostgreSQL", "skipped": MISSING}) + "\n")
        alone = [name for name in names if name in FAILOVERS and server is not None]
        waiting = iter([name for name in names if name not in FAILOVERS and (server or name not in on_server)])

        async def play_in_turn(waiting: Iterator[str]) -> None:
            for name in waiting:
                with tempfile.TemporaryDirectory(prefix="wees-alert-chaos-") as directory:
                    findings.append(await found(name, Path(directory), server))
                sys.stdout.write(findings[-1].line() + "\n")
                sys.stdout.flush()

        await asyncio.gather(*(play_in_turn(waiting) for _ in range(AT_ONCE)))
        await play_in_turn(iter(alone))  # these cases stop the server that all cases use
    return not any(finding.broken for finding in findings)


async def found(name: str, directory: Path, server: PostgresServer | None = None) -> Finding:
    """Return the finding of this case; it has no figures when the case did not come to its end."""
    try:
        return await _played(name, directory, server)
    except Exception as error:  # an expected event did not happen: the other cases go on
        unknown: dict[str, Figure] = {**dict.fromkeys(EVERYWHERE), "kills": None if name.startswith("kill-") else 0}
        return Finding(name, unknown, list(_said(error)))


async def _played(name: str, directory: Path, server: PostgresServer | None) -> Finding:
    case = name.removesuffix(ON_POSTGRESQL)
    if case == name or server is None:
        return await CASES[name](directory)
    if name in FAILOVERS:
        finding = await failover.failover(directory, server, case, recipients=FAILOVER_RECIPIENTS, seconds=20)
        finding.case = name
        return finding
    database = f"chaos_{case.replace('-', '_')}"
    await server.execute(f"CREATE DATABASE {database}")
    SERVER.set(server.url(database))
    try:
        finding = await CASES[case](directory)
    finally:
        SERVER.set(None)
    finding.case = name
    return finding


def _said(error: Exception) -> Iterator[str]:
    if isinstance(error, ExceptionGroup):
        for one in error.exceptions:
            yield from _said(one)
    else:
        yield str(error) or type(error).__name__


def main() -> None:
    """Run the cases that were asked for, or all."""
    names = sys.argv[1:] or list(NAMES)
    if unknown := [name for name in names if name not in NAMES]:
        raise SystemExit(f"no such case: {', '.join(unknown)}; choose from {', '.join(NAMES)}")
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl-C: the programs under test end too
    sys.exit(0 if asyncio.run(play(names)) else 1)


if __name__ == "__main__":
    main()
