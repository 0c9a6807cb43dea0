"""`make chaos`: every story of trouble in full, one JSON line each as it ends; exit code 1 when a promise was not kept.

Arguments choose cases by name.
"""

import asyncio
import signal
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from pathlib import Path

from tests.faults import disk, receiving, refusals, sending
from tests.faults.finding import EVERYWHERE, Figure, Finding

KILLS = 100
AT_ONCE = 2  # much of it is waiting
RECIPIENTS = 2_000

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
    "kill-receive": partial(receiving.kill_receive, members=50, kills=KILLS),
    "kill-webhook": partial(receiving.kill_receive, members=50, kills=KILLS, by_webhook=True),
    "silent-polls": receiving.silent_polls,
}


async def play(names: list[str]) -> bool:
    """Play these cases; whether every promise was kept."""
    waiting, findings = iter(names), list[Finding]()

    async def play_in_turn() -> None:
        for name in waiting:
            with tempfile.TemporaryDirectory(prefix="wees-alert-chaos-") as directory:
                findings.append(await found(name, Path(directory)))
            sys.stdout.write(findings[-1].line() + "\n")
            sys.stdout.flush()

    await asyncio.gather(*(play_in_turn() for _ in range(AT_ONCE)))
    return not any(finding.broken for finding in findings)


async def found(name: str, directory: Path) -> Finding:
    """What this case finds; without figures when it did not come to its end."""
    try:
        return await CASES[name](directory)
    except Exception as error:  # something expected did not happen: the other cases go on
        unknown: dict[str, Figure] = {**dict.fromkeys(EVERYWHERE), "kills": None if name.startswith("kill-") else 0}
        return Finding(name, unknown, list(_said(error)))


def _said(error: Exception) -> Iterator[str]:
    if isinstance(error, ExceptionGroup):
        for one in error.exceptions:
            yield from _said(one)
    else:
        yield str(error) or type(error).__name__


def main() -> None:
    """Play the cases that were asked for, or all."""
    names = sys.argv[1:] or list(CASES)
    if unknown := [name for name in names if name not in CASES]:
        raise SystemExit(f"no such case: {', '.join(unknown)}; choose from {', '.join(CASES)}")
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl-C: the programs that run end too
    sys.exit(0 if asyncio.run(play(names)) else 1)


if __name__ == "__main__":
    main()
