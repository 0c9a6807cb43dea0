"""Set-up for all tests: files in memory where there is room, a PostgreSQL server, and a failure for skipped tests in
CI."""

import asyncio
import gc
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from storage import open_storage
from tests.compiled import compile_once
from tests.plain_logs import use_plain_logs
from tests.postgres import MISSING, PostgresServer, find_programs, running_server

settings.register_profile("untimed", deadline=None)  # a busy machine is not a failure
settings.register_profile("quick", deadline=None, max_examples=10)  # for `make quick`
settings.load_profile("untimed")
compile_once()

PROCESSES = ("faults", "scenarios", "siege", "bench")  # tests in these start programs, and kill some

LONG = ("browser", "process", "sweep")

MEMORY = Path("/dev/shm")  # noqa: S108 -- pytest makes a directory of its own in it
ROOM = 1 << 30  # bytes; a container has 64 MB in /dev/shm by default

# A bot's token, and the password of a database in its address.
SECRETS = re.compile(r"(?<!\d)\d{5,}:[\w-]{20,}|postgresql(?:\+asyncpg)?://[^\s:@/]+:(?!\*\*\*@)[^\s@]+@")

_skipped: list[str] = []
_told: list[str] = []
_databases = count(1)


def pytest_configure() -> None:
    """Print plain tracebacks, and keep databases off the disk, also those of programs that tests start.

    No test turns off the power, and waiting for the disk at every commit takes a large part of the tests' time.
    `TMPDIR` overrides this.
    """
    use_plain_logs()
    if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test with what it needs; `make quick` and `make test` select by these markers (see pyproject.toml)."""
    for item in items:
        needs = set(getattr(item, "fixturenames", ()))
        if needs & {"postgres", "server"} or item.nodeid.endswith("[postgresql]") or "[postgresql-" in item.nodeid:
            item.add_marker(pytest.mark.server)
        if "chromium" in needs:
            item.add_marker(pytest.mark.browser)
        if "town" in needs and item.get_closest_marker("quick") is None:
            item.add_marker(pytest.mark.conversation)
        if item.path.parent.name in PROCESSES:
            item.add_marker(pytest.mark.process)
        if any(map(item.get_closest_marker, LONG)) and item.get_closest_marker("main") is None:
            item.add_marker(pytest.mark.long)


def pytest_collection_finish() -> None:
    """Exclude everything that was imported and collected from garbage collection, which takes a sixth of all tests'
    time."""
    gc.collect()
    gc.freeze()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Store which tests were skipped, and which printed or logged a secret."""
    if any(SECRETS.search(text) for _, text in report.sections):
        _told.append(report.nodeid)
    if report.skipped and not hasattr(report, "wasxfail"):
        _skipped.append(report.nodeid)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run for a secret in the captured output of a test, and in CI for a skipped test: CI should install
    everything."""
    if _told:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        print("a secret is in the output of:", *dict.fromkeys(_told), sep="\n  ")  # noqa: T201
    if "CI" in os.environ and _skipped and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        print("skipped in CI:", *_skipped, sep="\n  ")  # noqa: T201 -- the terminal is where it is read


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A server of this test process, with an empty database of the newest schema to copy from."""
    programs = find_programs()
    if programs is None:
        pytest.skip(MISSING)
    with running_server(programs) as server:
        asyncio.run(_make_model(server))
        yield server


async def _make_model(server: PostgresServer) -> None:
    await server.execute("CREATE DATABASE model")
    opened = await open_storage(server.url("model"), owner=False)
    await opened.close()


@pytest.fixture
def postgres_url(postgres: PostgresServer) -> Iterator[str]:
    """The address of an empty database of the newest schema."""
    name = f"test_{next(_databases)}"
    asyncio.run(postgres.execute(f"CREATE DATABASE {name} TEMPLATE model"))
    yield postgres.url(name)
    asyncio.run(postgres.execute(f"DROP DATABASE {name} WITH (FORCE)"))
