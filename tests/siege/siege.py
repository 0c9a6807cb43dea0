"""The program of `make siege` floods the running program on both databases, and prints one JSON line for each case as
it ends; its exit code is 1 when a bound was broken.

Arguments choose cases by name.
"""

import asyncio
import signal
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from storage import open_storage
from tests.postgres import MISSING, PostgresServer, find_programs, running_server
from tests.siege import crowded_chat, half_open, long_texts, strangers
from tests.siege.outcome import Outcome

Siege = Callable[[Path, str, str | None], AsyncIterator[Outcome]]
CASES: dict[str, Siege] = {
    "strangers": strangers.siege,
    "crowded-chat": crowded_chat.siege,
    "long-texts": long_texts.siege,
    "half-open": half_open.siege,
}


async def play(names: list[str], server: PostgresServer | None) -> bool:
    """Run these cases and return whether every bound was kept."""
    is_held = True
    for name in names:
        for database in ("sqlite", "postgresql"):
            if database == "postgresql" and server is None:
                sys.stderr.write(f"{name} on PostgreSQL is skipped: {MISSING}\n")
                continue
            url = None if database == "sqlite" else await _empty(server, name)
            async for outcome in _played(name, database, url):
                is_held = is_held and not outcome.broken
                sys.stdout.write(outcome.line() + "\n")
                sys.stdout.flush()
    return is_held


async def _played(name: str, database: str, url: str | None) -> AsyncIterator[Outcome]:
    with tempfile.TemporaryDirectory(prefix="wees-alert-siege-") as directory:
        try:
            async for outcome in CASES[name](Path(directory), database, url):
                yield outcome
        except Exception as error:  # an expected event did not happen: the other cases go on
            yield Outcome(name, database, {}, [f"{type(error).__name__}: {error}"])


async def _empty(server: PostgresServer | None, name: str) -> str:
    assert server is not None, "it runs"
    database = f"siege_{name.replace('-', '_')}"
    await server.execute(f"CREATE DATABASE {database}")
    url = server.url(database)
    await (await open_storage(url, owner=False)).close()
    return url


def main() -> None:
    """Run the cases that were asked for, or all."""
    names = sys.argv[1:] or list(CASES)
    if unknown := [name for name in names if name not in CASES]:
        raise SystemExit(f"no such case: {', '.join(unknown)}; choose from {', '.join(CASES)}")
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl-C: the programs under test end too
    programs = find_programs()
    if programs is None:
        is_held = asyncio.run(play(names, None))
    else:
        with running_server(programs) as server:
            is_held = asyncio.run(play(names, server))
    sys.exit(0 if is_held else 1)


if __name__ == "__main__":
    main()
