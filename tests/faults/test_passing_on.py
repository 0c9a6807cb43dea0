"""Test of kills while reports that nobody took are passed on, with real processes."""

from pathlib import Path

from tests.faults.passing_on import kill_passing_on


async def test_kills_while_reports_are_passed_on(tmp_path: Path) -> None:
    """After kill -9 at random moments every report was sent again once: no clock is forgotten, none runs twice."""
    assert [] == (await kill_passing_on(tmp_path, reports=24, kills=4)).broken
