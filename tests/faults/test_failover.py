"""A PostgreSQL server that fails under two real processes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.failover import TROUBLES, failover
from tests.postgres import MISSING, PostgresServer, find_programs, running_server


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    """A server that a test may stop."""
    programs = find_programs()
    if programs is None:
        pytest.skip(MISSING)
    with running_server(programs) as running:
        yield running


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_a_server_that_fails_ends_no_process(tmp_path: Path, server: PostgresServer, trouble: str) -> None:
    """A failing server ends no process: the failure is logged, sending stops, and it resumes when the server is
    back."""
    assert [] == (await failover(tmp_path, server, trouble, recipients=150, seconds=3)).broken
