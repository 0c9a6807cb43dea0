"""What Telegram refuses for one chat touches nobody else."""

from pathlib import Path

from tests.faults import refusals


async def test_who_blocked_the_bot(tmp_path: Path) -> None:
    """Tried once, then inactive, and back after /start."""
    assert [] == (await refusals.blocked(tmp_path, recipients=50)).broken


async def test_a_group_that_moved(tmp_path: Path) -> None:
    """It is delivered to the new chat, once."""
    assert [] == (await refusals.migrated(tmp_path, recipients=20)).broken


async def test_a_text_that_is_refused(tmp_path: Path) -> None:
    """Recorded with what Telegram said."""
    assert [] == (await refusals.bad_request(tmp_path, recipients=50)).broken
