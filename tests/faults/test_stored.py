"""Tests of a kill between storing and handling, with real processes: an acknowledged update has its effect once."""

from pathlib import Path

from tests.faults import stored
from tests.faults.crowd import SERVER


async def test_kills_between_store_and_handle(tmp_path: Path) -> None:
    """Taps that wait in the database at a kill are handled after the start, each of them once."""
    assert [] == (await stored.kill_webhook(tmp_path, members=6, kills=2)).broken


async def test_kills_between_store_and_handle_with_a_server(tmp_path: Path, postgres_url: str) -> None:
    """Taps that wait at a kill are handled once on PostgreSQL too."""
    before = SERVER.set(postgres_url)
    try:
        assert [] == (await stored.kill_webhook(tmp_path, members=6, kills=2)).broken
    finally:
        SERVER.reset(before)
