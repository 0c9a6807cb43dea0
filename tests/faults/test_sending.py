"""Trouble during a fan-out, with real processes: nothing is lost, and repeats are bounded."""

from pathlib import Path

from tests.faults import sending
from tests.faults.crowd import SERVER

SLOWLY = 100  # a second: a machine that is busy for a while does not come too late


async def test_kills_during_a_fan_out(tmp_path: Path) -> None:
    """After kill -9 at random moments everybody has it; twice at most those in flight."""
    assert [] == (await sending.kill_send(tmp_path, recipients=300, kills=3)).broken


async def test_two_kills_with_the_same_deliveries_under_way(tmp_path: Path) -> None:
    """Nobody gets a third copy, and the sender reads of whom it is not known."""
    assert [] == (await sending.killed_twice(tmp_path, recipients=20)).broken


async def test_two_kills_with_a_server(tmp_path: Path, postgres_url: str) -> None:
    """The same on PostgreSQL."""
    before = SERVER.set(postgres_url)
    try:
        assert [] == (await sending.killed_twice(tmp_path, recipients=20)).broken
    finally:
        SERVER.reset(before)


async def test_answers_that_are_lost(tmp_path: Path) -> None:
    """Who got it without our hearing so gets it once more, and nobody else does."""
    assert [] == (await sending.lost_answers(tmp_path, recipients=300)).broken


async def test_refused_connections(tmp_path: Path) -> None:
    """What was never sent is sent when Telegram is back, once."""
    assert [] == (await sending.refused(tmp_path, recipients=50, seconds=3)).broken


async def test_being_told_to_stop(tmp_path: Path) -> None:
    """What is in flight is settled, the rest waits for the next start."""
    assert [] == (await sending.told_to_stop(tmp_path, recipients=150, rate=SLOWLY)).broken


async def test_answers_that_are_lost_with_a_server(tmp_path: Path, postgres_url: str) -> None:
    """The same on PostgreSQL: `make chaos` plays its stories on both databases."""
    before = SERVER.set(postgres_url)
    try:
        assert [] == (await sending.lost_answers(tmp_path, recipients=300)).broken
    finally:
        SERVER.reset(before)
