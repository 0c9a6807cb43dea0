"""Tests of maps in a real browser: by mouse, by keyboard and without script; and the place of a new notice on one."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, FloatRect, Page, expect

from alerts.area import Place
from alerts.report import ReportKind
from tests.bot.role_world import HERE, PC4, build
from tests.bot.town import Town
from tests.console.accounts import link_of
from tests.console.looks import check_looks
from tests.console.pages.test_map import told
from tests.console.test_compose_in_a_browser import SENTENCE, enrols
from tests.console.test_passkeys_in_a_browser import open_page
from tests.console.tile_server import running_tile_server

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def view_of(page: Page) -> list[float]:
    """The part of the map that is drawn: x, y, width, height."""
    drawn = await page.locator("svg.map-drawing").get_attribute("viewBox")
    return [float(one) for one in (drawn or "").split()]


async def rect_of(page: Page, selector: str) -> FloatRect:
    """Where something is on the screen."""
    rect = await page.locator(selector).bounding_box()
    assert rect is not None
    return rect


async def lived_in(town: Town) -> None:
    """Make a notice and two reports on the ground of the place."""
    world = await build(town)
    await world.live(HERE)
    for kind in (ReportKind.ROBBERY, ReportKind.RECONNAISSANCE):
        await told(world, kind, Place(PC4[HERE]))


async def test_the_map_is_moved_by_keyboard_and_mouse(browser: Browser, tmp_path: Path) -> None:
    """The page passes axe; keys, buttons, wheel and drag move and zoom the map over the tiles of our own server, a drag
    opens nothing, and a press on a mark opens it."""
    async with running_tile_server() as server, open_page(browser, tmp_path, tiles=server.template) as opened:
        town, visitor, page = opened
        await lived_in(town)
        await page.goto(visitor.origin + await link_of(await town.coordinator(1)))
        await page.get_by_role("button", name="Toegangssleutel maken").click()
        async with page.expect_response(re.compile("/map/tiles/")) as tile:
            await page.get_by_role("link", name="Kaart", exact=True).press("Enter")
        assert 200 == (await tile.value).status
        await expect(page.locator(".map.is-live")).to_be_visible()
        await check_looks(page)
        await page.set_viewport_size({"width": 1280, "height": 800})
        drawing, first = page.locator(".map"), await view_of(page)
        await drawing.focus()
        await page.keyboard.press("+")
        assert pytest.approx(first[2] / 2) == (await view_of(page))[2]
        await page.keyboard.press("ArrowRight")
        await page.keyboard.press("ArrowDown")
        moved = await view_of(page)
        assert moved[0] > first[0] + first[2] / 4
        await page.keyboard.press("0")
        assert pytest.approx(first) == await view_of(page)
        await page.get_by_role("link", name="Inzoomen").press("Enter")
        assert pytest.approx(first[2] / 2) == (await view_of(page))[2]
        await page.get_by_role("link", name="Alles laten zien").click()
        rect = await rect_of(page, ".map")
        x, y = rect["x"] + rect["width"] / 2, rect["y"] + rect["height"] / 2
        mark = await rect_of(page, "svg.map-drawing a >> nth=1")
        await page.mouse.move(mark["x"] + mark["width"] / 2, mark["y"] + mark["height"] / 2)
        await page.mouse.down()
        await page.mouse.move(x - 90, y - 40, steps=5)
        await page.mouse.up()
        assert (await view_of(page))[0] != pytest.approx(first[0])
        assert page.url.endswith("/map"), "a drag is no press"
        await drawing.focus()
        before, shown = await view_of(page), await page.locator("svg.map-drawing").get_attribute("viewBox") or ""
        await page.mouse.wheel(0, -400)
        await expect(page.locator("svg.map-drawing")).not_to_have_attribute("viewBox", shown)
        assert (await view_of(page))[2] < before[2] * 0.9
        await page.keyboard.press("0")
        await page.locator("svg.map-drawing a").nth(1).click()
        await expect(page.get_by_role("heading", level=1)).to_contain_text("Melding M-2026-000")
        assert all(path.startswith("/map/") for path, _ in server.asked)


async def test_the_map_works_without_script(browser: Browser, tmp_path: Path) -> None:
    """Filter and steps are links and a form; the drawing and the table are there."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        await lived_in(town)
        await enrols(page, visitor, await town.coordinator(1))
        cookies = await page.context.cookies()
        async with await browser.new_context(locale="nl-NL", java_script_enabled=False) as context:
            await context.add_cookies([{**one} for one in cookies])  # type: ignore[typeddict-item]
            plain = await context.new_page()
            await plain.goto(f"{visitor.origin}/map")
            await expect(plain.locator("svg.map-drawing a")).to_have_count(3)
            first = await view_of(plain)
            await plain.get_by_role("link", name="Inzoomen").click()
            assert (await view_of(plain))[2] < first[2]
            await plain.get_by_label("Soort").select_option("reconnaissance")
            await plain.get_by_role("button", name="Laat zien").click()
            await expect(plain.locator("svg.map-drawing a")).to_have_count(1)
            await expect(plain.get_by_role("row")).to_have_count(2)


async def test_the_place_of_a_notice_is_chosen_on_a_map(browser: Browser, tmp_path: Path) -> None:
    """A press on the map, a drag of the pin and Enter fill in the nearest postcode; a drag of the circle's edge, and
    keys on it, fill in the kilometres; a typed postcode moves the pin. The page passes axe."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        await enrols(page, visitor, await town.coordinator(1))
        await page.goto(f"{visitor.origin}/compose")
        place, reach = page.get_by_label("Postcode"), page.get_by_label("Bereik in kilometers")
        await expect(page.locator(".map-pick.is-live")).to_be_visible()
        rect = await rect_of(page, ".map-pick")
        await page.locator(".map-pick").click(position={"x": rect["width"] / 2, "y": rect["height"] / 2})
        await expect(place).to_have_value(re.compile(r"29\d\d"))
        await expect(page.locator(".map-pin")).to_be_visible()
        chosen = await place.input_value()
        await check_looks(page)
        await page.set_viewport_size({"width": 1280, "height": 800})
        handle = page.get_by_role("slider", name="Rand van de cirkel")
        await handle.focus()
        before = int(await handle.get_attribute("aria-valuenow") or 0)
        await page.keyboard.press("ArrowUp")
        await expect(reach).to_have_value(str(before + 1))
        await page.keyboard.press("Home")
        await expect(reach).to_have_value("1")
        edge, pin = await rect_of(page, ".map-handle"), await rect_of(page, ".map-pin")
        await page.mouse.move(edge["x"] + 14, edge["y"] + 14)
        await page.mouse.down()
        far = 3 * (edge["x"] - pin["x"])
        await page.mouse.move(pin["x"] + 14 + far, pin["y"] + 14, steps=5)
        await page.mouse.up()
        await expect(reach).to_have_value("3")
        await place.fill("2904")
        await reach.focus()
        await expect(page.get_by_text("2904 Capelle aan den IJssel", exact=True)).to_be_visible()
        await page.locator(".map-pick").focus()
        await page.keyboard.press("0")
        await page.keyboard.press("Enter")
        await expect(place).to_have_value(chosen)
        pin = await rect_of(page, ".map-pin")
        await page.mouse.move(pin["x"] + 14, pin["y"] + 14)
        await page.mouse.down()
        rect = await rect_of(page, ".map-pick")
        await page.mouse.move(rect["x"] + rect["width"] - 20, rect["y"] + 20, steps=5)
        await page.mouse.up()
        await expect(place).not_to_have_value(chosen)


async def test_a_sentence_moves_the_pin(browser: Browser, tmp_path: Path) -> None:
    """The place that a sentence tells stands on the map as well, and its circle follows the reach."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        await enrols(page, visitor, await town.coordinator(1))
        await page.goto(f"{visitor.origin}/compose")
        await expect(page.locator(".map-pick.is-live")).to_be_visible()
        await page.get_by_label("Wat is er gebeurd?").fill("Overval op een juwelier in 2904 AB.")
        await page.get_by_label("Bereik in kilometers").focus()
        await expect(page.get_by_text("2904 AB Capelle aan den IJssel", exact=True)).to_be_visible()
        await expect(page.locator(".map-pin")).to_be_visible()
        small = (await rect_of(page, ".map-handle"))["x"] - (await rect_of(page, ".map-pin"))["x"]
        assert small > 0


async def test_a_region_takes_the_place_of_the_circle(browser: Browser, tmp_path: Path) -> None:
    """A notice to a municipality has its postcodes on the map and no circle, one to the country neither, and one around
    its place the circle again; the count follows, and the page passes axe."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        author = await town.coordinator(1, scope="national")
        await enrols(page, visitor, author)
        await page.goto(f"{visitor.origin}/compose")
        await page.get_by_label("Wat is er gebeurd?").fill(SENTENCE)
        await page.get_by_label("Bereik in kilometers").focus()
        circle, dots = page.locator("#place-map circle.reach"), page.locator("#place-map path.ground")
        await expect(circle).to_be_visible()
        audience = page.get_by_label("Voor wie is het?")
        await audience.select_option(label="Een branche in de gemeente Capelle aan den IJssel")
        await expect(dots).to_have_attribute("d", re.compile("^m.*h0m.*h0$"))
        await expect(circle).to_be_hidden()
        await expect(page.locator("#preview-live")).to_contain_text("in de gemeente Capelle aan den IJssel.")
        await check_looks(page)
        await audience.select_option(label="Een branche in heel Nederland")
        await expect(page.locator("#preview-live")).to_contain_text("in heel Nederland.")
        await expect(dots).to_have_attribute("d", "")
        await expect(circle).to_be_hidden()
        await audience.select_option(label="Alle zaken binnen bereik")
        await expect(circle).to_be_visible()
