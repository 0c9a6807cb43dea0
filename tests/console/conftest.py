"""Fixtures of the console's tests."""

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.console.visitor import Visitor, running_console
from tests.playground.browser import browser, chromium

__all__ = ["browser", "chromium"]


@pytest_asyncio.fixture
async def visitor() -> AsyncIterator[Visitor]:
    """A first visitor of a running console."""
    async with running_console() as first:
        yield first
