"""Test of kills at every step of a cascade, with real processes."""

from pathlib import Path

from tests.faults.cascading import kill_cascade


async def test_kills_at_the_steps_of_a_cascade(tmp_path: Path) -> None:
    """After kill -9 at random moments every step has called exactly those who were due, none lost and none twice."""
    assert [] == (await kill_cascade(tmp_path, incidents=3, kills=6)).broken
