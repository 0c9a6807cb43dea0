"""Fixtures of the chat's tests."""

import logging
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.bot.outbox_world import World, open_world
from tests.bot.town import Town, open_town
from tests.plain_logs import use_plain_logs


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """A town with the small postcode table."""
    async with open_town(tmp_path) as opened:
        yield opened


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A row of shops to whom an alert was just sent."""
    async with open_world(tmp_path) as opened:
        yield opened


@pytest.fixture
def own_logs() -> Iterator[None]:
    """Restore the root logger afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    root.handlers = handlers
    root.setLevel(level)
    use_plain_logs()
