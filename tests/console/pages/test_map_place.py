"""Tests of the map of a new notice: the postcode at a position, and the position of a postcode."""

import json
from typing import Any

import pytest

from alerts.role import Role
from console.map_projection import spot_of, units_of
from tests.bot.role_world import build
from tests.bot.town import Town
from tests.console.accounts import enrolled
from tests.console.visitor import Visitor
from tests.roles_table import LETTERS, rows

ROLES = [letter for letter in LETTERS if letter != "R"]


async def spot(visitor: Visitor, query: str) -> Any:
    """What the console tells of a position or a postcode."""
    answer = await visitor.get(f"/map/spot?{query}")
    assert (200, "application/json") == (answer.status, answer.headers["Content-Type"].partition(";")[0])
    return json.loads(answer.text)


@pytest.mark.parametrize("letter", ROLES)
async def test_the_map_is_for_who_drafts(town: Town, visitor: Visitor, letter: str) -> None:
    """Whoever may draft a notice chooses its place on a map; nobody else asks the table."""
    world, cell = await build(town), rows()["Draft an alert"].cells[letter]
    await enrolled(world.people[letter], visitor)
    for path in ("/map/place", "/map/spot?code=2903", "/map/spot?at=50000.70000"):
        assert (path, 200 if cell == "●" else 403) == (path, (await visitor.get(path)).status)
    assert 303 == (await visitor.beside().get("/map/spot?code=2903")).status


async def test_a_position_has_the_nearest_postcode(town: Town, visitor: Visitor) -> None:
    """A position leads to the postcode whose point is nearest, and to that point; a postcode leads there too."""
    await enrolled(await town.coordinator(1, Role.POLICE), visitor)
    async with town.storage.reading() as uow:
        row = await uow.postcodes.get("2903")
    assert row is not None
    there = spot_of(row.point)
    wanted = {
        "code": "2903",
        "words": "2903 Capelle aan den IJssel",
        "x": there.x,
        "y": there.y,
        "km": units_of(1_000, row.point),
    }
    assert wanted == await spot(visitor, f"at={there.x + 40}.{there.y - 30}")
    assert wanted == await spot(visitor, "code=2903")
    assert wanted | {"code": "2903 AB", "words": "2903 AB Capelle aan den IJssel"} == await spot(visitor, "code=2903ab")


@pytest.mark.parametrize("query", ["", "at=", "at=-1.5", "at=1.2.3", "code=", "code=0000", "code=<b>", "code=9999"])
async def test_what_is_nowhere_has_no_postcode(town: Town, visitor: Visitor, query: str) -> None:
    """What the table does not have is told as nothing."""
    await enrolled(await town.coordinator(1, Role.POLICE), visitor)
    assert await spot(visitor, query) is None
