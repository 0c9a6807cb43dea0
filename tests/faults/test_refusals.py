"""Tests that a refusal by Telegram for one chat affects no other."""

from pathlib import Path

from tests.faults import refusals


async def test_who_blocked_the_bot(tmp_path: Path) -> None:
    """A person who blocked the bot is tried once, is inactive then, and gets messages again after /start."""
    assert [] == (await refusals.blocked(tmp_path, recipients=50)).broken


async def test_a_group_that_moved(tmp_path: Path) -> None:
    """A delivery to a group that moved goes to the new chat, once."""
    assert [] == (await refusals.migrated(tmp_path, recipients=20)).broken


async def test_a_text_that_is_refused(tmp_path: Path) -> None:
    """A refused text is recorded with Telegram's answer."""
    assert [] == (await refusals.bad_request(tmp_path, recipients=50)).broken
