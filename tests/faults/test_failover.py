"""A PostgreSQL server that fails under two real processes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.failover import TROUBLES, failover
from tests.postgres import MISSING, PostgresServer, find_programs, running_server


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    """One that may be stopped."""
    programs = find_programs()
    if programs is None:
        pytest.skip(MISSING)
    with running_server(programs) as running:
        yield running


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_a_server_that_fails_ends_no_process(tmp_path: Path, server: PostgresServer, trouble: str) -> None:
    """It is said, sending stops, and all of it goes on by itself when the server is well again."""
    assert [] == (await failover(tmp_path, server, trouble, recipients=150, seconds=3)).broken
