"""A database that cannot be written to: nothing goes out unmarked, the operator is told, and it goes on by itself."""

from pathlib import Path

from tests.faults import disk

SLOWLY = 100  # a second: a machine that is busy for a while does not come too late


async def test_a_full_disk(tmp_path: Path) -> None:
    """Nothing is lost or repeated."""
    assert [] == (await disk.full_disk(tmp_path, recipients=150, rate=SLOWLY)).broken


async def test_a_database_that_another_process_holds(tmp_path: Path) -> None:
    """Nor then."""
    assert [] == (await disk.locked(tmp_path, recipients=150, rate=SLOWLY)).broken


async def test_a_database_that_is_moved_away(tmp_path: Path) -> None:
    """It is noticed, nothing more is sent or received, and a start without it is refused."""
    assert [] == (await disk.file_gone(tmp_path, recipients=150, rate=SLOWLY)).broken
