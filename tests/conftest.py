"""What all tests have: files in memory where there is room, a PostgreSQL server, and in CI nothing that is skipped."""

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
from tests.postgres import MISSING, PostgresServer, find_programs, running_server

settings.register_profile("untimed", deadline=None)  # a busy machine is no failure
settings.register_profile("quick", deadline=None, max_examples=10)  # what `make quick` asks for
settings.load_profile("untimed")
compile_once()

PROCESSES = ("faults", "scenarios", "siege", "bench")  # tests in these start programs, and kill some

MEMORY = Path("/dev/shm")  # noqa: S108 -- pytest makes a directory of its own in it
ROOM = 1 << 30  # bytes; a container has 64 MB here unless told otherwise

# A bot's token, and the password of a database in its address.
SECRETS = re.compile(r"(?<!\d)\d{5,}:[\w-]{20,}|postgresql(?:\+asyncpg)?://[^\s:@/]+:(?!\*\*\*@)[^\s@]+@")

_skipped: list[str] = []
_told: list[str] = []
_databases = count(1)


def pytest_configure() -> None:
    """Keep databases off the disk, for the programs that tests start too: no test turns off the power, and waiting for
    the disk at every commit is a large part of their time. `TMPDIR` says otherwise."""
    if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what each test needs, by which `make quick` leaves it out (see pyproject.toml)."""
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


def pytest_collection_finish() -> None:
    """What was imported and collected stays: to look for garbage in it is a sixth of all tests' time."""
    gc.collect()
    gc.freeze()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember what was skipped, and what printed or logged a secret."""
    if any(SECRETS.search(text) for _, text in report.sections):
        _told.append(report.nodeid)
    if report.skipped and not hasattr(report, "wasxfail"):
        _skipped.append(report.nodeid)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a skipped test is a failure: something that CI should install is missing. A secret in what was captured of
    a test's output is one everywhere."""
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
    """A database of the newest schema with nothing in it."""
    name = f"test_{next(_databases)}"
    asyncio.run(postgres.execute(f"CREATE DATABASE {name} TEMPLATE model"))
    yield postgres.url(name)
    asyncio.run(postgres.execute(f"DROP DATABASE {name} WITH (FORCE)"))
