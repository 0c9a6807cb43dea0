"""Tests of the small map on the page of a notice and of a report."""

import re
from html import unescape

from alerts.area import Place
from alerts.point import Point
from alerts.report import ReportKind
from console.map_projection import spot_of, units_of
from tests.bot.role_world import HERE, PC4, build
from tests.bot.town import Town
from tests.console.accounts import enrolled
from tests.console.pages.test_map import box, told
from tests.console.pages.test_reports import opened
from tests.console.visitor import Visitor


async def point_of_here(town: Town) -> Point:
    """The point of the PC4 of the place."""
    async with town.storage.reading() as uow:
        row = await uow.postcodes.get(PC4[HERE])
    assert row is not None
    return row.point


async def test_a_notice_shows_its_reach(town: Town, visitor: Visitor) -> None:
    """The page of a notice draws its circle around its PC4, and leads to the whole map there."""
    world, point = await build(town), await point_of_here(town)
    alert = await world.live(HERE)
    await enrolled(world.people["P"], visitor)
    page = await visitor.get(f"/alerts/{alert.id}")
    spot = spot_of(point)
    assert f'class="reach" cx="{spot.x}" cy="{spot.y}" r="{units_of(1_000, point)}"' in page.text
    [path] = re.findall(r'href="(/map\?at=[^"]+)"', page.text)
    whole = await visitor.get(unescape(path))
    assert box(page)[:2] == box(whole)[:2]


async def test_a_notice_to_a_group_shows_its_ground(town: Town, visitor: Visitor) -> None:
    """The postcodes of the group are drawn, and no circle."""
    world = await build(town)
    alert = await world.live(HERE, for_group=True)
    await enrolled(world.people["P"], visitor)
    page = await visitor.get(f"/alerts/{alert.id}")
    assert ('class="ground" d="m' in page.text, 'class="reach" cx' in page.text) == (True, False)


async def test_a_report_shows_its_postcode_once_it_is_read(town: Town, visitor: Visitor) -> None:
    """Before a purpose was stated there is no map; then it has the PC4 and nothing more precise."""
    world, point = await build(town), await point_of_here(town)
    exact = Place(PC4[HERE], "2903XY", Point(point.x + 400, point.y + 300, point.z))
    await told(world, ReportKind.ROBBERY, exact)
    await enrolled(world.people["P"], visitor)
    assert "map-drawing" not in (await visitor.get("/reports/1")).text
    page = await opened(visitor)
    spot = spot_of(point)
    assert f'data-at="{spot.x} {spot.y}"' in page.text
    assert str(spot_of(exact.point or point).x) not in page.text


async def test_without_the_postcode_there_is_no_map(town: Town, visitor: Visitor) -> None:
    """A place that the table lacks is told in words only."""
    world = await build(town)
    alert = await world.live(HERE)
    async with town.storage.transaction() as uow:
        await uow.postcodes.replace_all([])
    await enrolled(await town.coordinator(1), visitor)
    page = await visitor.get(f"/alerts/{alert.id}")
    assert (200, False) == (page.status, "map-drawing" in page.text)
