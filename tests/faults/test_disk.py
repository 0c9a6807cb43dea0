"""Tests of a database that cannot be written to: nothing is sent unmarked, the operator is told, and sending
resumes."""

from pathlib import Path

from tests.faults import disk

SLOWLY = 100  # a second: slow enough that a busy machine starts the fault in time


async def test_a_full_disk(tmp_path: Path) -> None:
    """A full disk loses and repeats nothing."""
    assert [] == (await disk.full_disk(tmp_path, recipients=150, rate=SLOWLY)).broken


async def test_a_database_that_another_process_holds(tmp_path: Path) -> None:
    """A database that another process holds loses and repeats nothing."""
    assert [] == (await disk.locked(tmp_path, recipients=150, rate=SLOWLY)).broken


async def test_a_database_that_is_moved_away(tmp_path: Path) -> None:
    """The program notices that its file was moved away, sends and receives nothing more, and refuses to start without
    it."""
    assert [] == (await disk.file_gone(tmp_path, recipients=150, rate=SLOWLY)).broken
