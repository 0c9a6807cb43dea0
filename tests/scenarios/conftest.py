"""Worlds for the scenarios."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.scenarios.world import World, a_world


@pytest.fixture
async def empty_world(tmp_path: Path) -> AsyncIterator[World]:
    """A running stand-in and an empty directory; the bot does not run."""
    async with a_world(tmp_path) as world:
        yield world


@pytest.fixture
async def world(empty_world: World) -> World:
    """A running bot with the demo's postcode table and no people."""
    await empty_world.load_postcodes()
    await empty_world.start()
    return empty_world
