"""Fixtures of the console's tests."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.bot.town import Town, open_town
from tests.console.visitor import Visitor, running_console
from tests.playground.browser import browser, chromium

__all__ = ["browser", "chromium"]


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """A town whose console is open."""
    async with open_town(tmp_path) as opened:
        yield opened


@pytest_asyncio.fixture
async def visitor(town: Town) -> AsyncIterator[Visitor]:
    """A first visitor of the town's console."""
    async with running_console(town) as first:
        yield first
