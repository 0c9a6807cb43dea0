"""Fixtures of the chat's tests."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.conversation import Town, open_town


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """A town to talk in, with the small postcode table."""
    async with open_town(tmp_path) as opened:
        yield opened
