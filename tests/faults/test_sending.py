"""Tests of faults during a fan-out, with real processes: nothing is lost, and repeats are bounded."""

from pathlib import Path

import pytest

from tests.faults import sending
from tests.faults.crowd import SERVER

SLOWLY = 100  # a second: slow enough that a busy machine starts the fault in time


async def test_kills_during_a_fan_out(tmp_path: Path) -> None:
    """After kill -9 at random moments everybody has the message; only those in flight may have it twice."""
    assert [] == (await sending.kill_send(tmp_path, recipients=300, kills=3)).broken


async def test_two_kills_with_the_same_deliveries_under_way(tmp_path: Path) -> None:
    """After two kills nobody gets a third copy, and the sender reads how many outcomes are unknown."""
    assert [] == (await sending.killed_twice(tmp_path, recipients=20)).broken


@pytest.mark.main
async def test_two_kills_with_a_server(tmp_path: Path, postgres_url: str) -> None:
    """Two kills have the same result on PostgreSQL."""
    before = SERVER.set(postgres_url)
    try:
        assert [] == (await sending.killed_twice(tmp_path, recipients=20)).broken
    finally:
        SERVER.reset(before)


async def test_answers_that_are_lost(tmp_path: Path) -> None:
    """Recipients whose answer was lost get the message once more, and nobody else does."""
    assert [] == (await sending.lost_answers(tmp_path, recipients=300)).broken


async def test_refused_connections(tmp_path: Path) -> None:
    """Messages that were refused before they were sent arrive once when Telegram is back."""
    assert [] == (await sending.refused(tmp_path, recipients=50, seconds=3)).broken


async def test_being_told_to_stop(tmp_path: Path) -> None:
    """A request to stop settles the messages in flight, and the rest waits for the next start."""
    assert [] == (await sending.told_to_stop(tmp_path, recipients=150, rate=SLOWLY)).broken


async def test_answers_that_are_lost_with_a_server(tmp_path: Path, postgres_url: str) -> None:
    """Lost answers have the same result on PostgreSQL: `make chaos` runs its stories on both databases."""
    before = SERVER.set(postgres_url)
    try:
        assert [] == (await sending.lost_answers(tmp_path, recipients=300)).broken
    finally:
        SERVER.reset(before)
