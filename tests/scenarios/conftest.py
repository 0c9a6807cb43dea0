"""Worlds for the scenarios."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.scenarios.world import World, a_world


@pytest.fixture
async def empty_world(tmp_path: Path) -> AsyncIterator[World]:
    """A stand-in and a directory; nothing is in it and the bot does not run."""
    async with a_world(tmp_path) as world:
        yield world


@pytest.fixture
async def world(empty_world: World) -> World:
    """The bot runs with the demo's postcode table and nobody in it."""
    await empty_world.load_postcodes()
    await empty_world.start()
    return empty_world
