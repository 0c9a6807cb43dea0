"""Tests of the pages by keyboard alone, at twice the size, in forced colours, and without motion."""

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from tests.bot.town import Town
from tests.console.pages.test_approvals import submitted
from tests.console.test_compose_in_a_browser import SENTENCE, enrols
from tests.console.test_passkeys_in_a_browser import open_page
from tests.console.visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

PAGES = (
    *("/", "/today", "/account", "/compose", "/templates", "/approvals", "/reports", "/alerts", "/signups", "/shops"),
    *("/shops/invite", "/record", "/nothing-here"),
)
MOST_STOPS = 120

# What the focus is on: whether the reader sees where it is, in the window and with an outline.
FOCUS = """() => {
  const one = document.activeElement;
  if (one === document.body) return null;
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  return {
    place: [...document.querySelectorAll("*")].indexOf(one),
    what: `${one.tagName} ${one.name || one.href || one.textContent.trim().slice(0, 40)}`,
    is_outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    is_in_sight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0,
  };
}"""
# What somebody can go to: links, buttons, fields (one of each group of radio buttons), and parts that open.
STOPS = """() => {
  const groups = new Set();
  return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
    .filter((one) => one.checkVisibility() && !one.disabled && one.tabIndex >= 0)
    .filter((one) => one.type !== "radio" || (!groups.has(one.name) && groups.add(one.name))).length;
}"""


async def everywhere(page: Page, visitor: Visitor, town: Town) -> list[str]:
    """Sign police in; return the addresses of their pages."""
    author, colleague = await town.coordinator(1), await town.coordinator(2)
    waiting = await submitted(author)
    await enrols(page, visitor, colleague)
    return [*PAGES, waiting]


async def tab_to(page: Page, name: str) -> None:
    """Press Tab until the focus is on what has this name."""
    for _ in range(MOST_STOPS):
        await page.keyboard.press("Tab")
        if name in await page.evaluate(
            "() => { const one = document.activeElement;"
            " return (one.labels && one.labels[0] ? one.labels[0].textContent : one.textContent).trim() }"
        ):
            return
    raise AssertionError(name)


async def test_every_stop_of_the_keyboard_is_seen(browser: Browser, tmp_path: Path) -> None:
    """Tab goes through all that can be pressed or filled in on each page and out again; each stop is in sight and has
    an outline."""
    async with open_page(browser, tmp_path, noted="status of 404") as (town, visitor, page):
        for path in await everywhere(page, visitor, town):
            await page.goto(visitor.origin + path)
            stops: dict[int, list[dict[str, Any]]] = {}  # a field for a time has a stop for each of its parts
            for _ in range(MOST_STOPS):
                await page.keyboard.press("Tab")
                stop = await page.evaluate(FOCUS)
                if stop is None:
                    break
                stops.setdefault(stop["place"], []).append(stop)
            unseen = [
                parts[0]["what"]
                for parts in stops.values()
                if not any(one["is_outlined"] and one["is_in_sight"] for one in parts)
            ]
            assert (path, []) == (path, unseen)
            fewest = await page.evaluate(STOPS)  # a part that scrolls is a stop too
            assert (path, True) == (path, len(stops) >= fewest), (len(stops), fewest)


async def test_a_notice_by_tab_and_enter_alone(browser: Browser, tmp_path: Path) -> None:
    """From the first Tab on Today to the request for approval nothing but the keyboard is used."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        author = await town.coordinator(1)
        await town.coordinator(2)
        await enrols(page, visitor, author)
        await page.goto(f"{visitor.origin}/today")
        await tab_to(page, "Nieuw bericht")
        await page.keyboard.press("Enter")
        heading = page.get_by_role("heading", level=1)
        await expect(heading).to_have_text("Nieuw bericht")
        await tab_to(page, "Wat is er gebeurd?")
        await page.keyboard.type(SENTENCE)
        await tab_to(page, "Vul de velden in")
        await page.keyboard.press("Enter")
        await expect(page.get_by_label("Soort", exact=True)).to_have_value("robbery")
        await tab_to(page, "Voorbeeld")
        await page.keyboard.press("Enter")
        await expect(heading).to_have_text("Concept 2026-0001")
        await tab_to(page, "Vraag akkoord")
        await page.keyboard.press("Enter")
        await expect(page.get_by_text("wacht op akkoord")).to_be_visible()


async def test_every_page_at_twice_its_size(browser: Browser, tmp_path: Path) -> None:
    """At 200% in a window of 1280 px (which is 640 px of the page) nothing needs scrolling to the side."""
    async with open_page(browser, tmp_path, noted="status of 404") as (town, visitor, page):
        paths = await everywhere(page, visitor, town)
        await page.set_viewport_size({"width": 640, "height": 400})
        for path in paths:
            await page.goto(visitor.origin + path)
            width = await page.evaluate("document.documentElement.scrollWidth")
            assert (path, True) == (path, width <= 640), width


async def test_forced_colours_keep_what_can_be_pressed_apart(browser: Browser, tmp_path: Path) -> None:
    """With the colours that a reader forces each button and field has a border in one of those, and the focus an
    outline; no text has the colour of its ground."""
    async with open_page(browser, tmp_path, noted="status of 404") as (town, visitor, page):
        paths = await everywhere(page, visitor, town)
        await page.emulate_media(forced_colors="active")
        for path in paths:
            await page.goto(visitor.origin + path)
            flat = await page.evaluate(
                """() => [...document.querySelectorAll("button, .button, input:not([type=hidden]), select, textarea")]
                .filter((one) => one.checkVisibility() && !["checkbox", "radio"].includes(one.type))
                .filter((one) => {
                  const style = getComputedStyle(one);
                  const ground = getComputedStyle(document.querySelector("main")).backgroundColor;
                  return parseFloat(style.borderTopWidth) < 1 || style.borderTopColor === ground
                    || style.color === style.backgroundColor;
                }).map((one) => one.outerHTML.slice(0, 80))"""
            )
            assert (path, []) == (path, flat)
            await page.keyboard.press("Tab")
            assert (await page.evaluate(FOCUS))["is_outlined"]


async def test_nothing_moves_for_whoever_asks_for_less_motion(browser: Browser, tmp_path: Path) -> None:
    """With reduced motion no element has a transition or an animation; without it links and buttons have one, so that
    this test looks at what there is."""
    moving = """() => [...document.querySelectorAll("*")].filter((one) => {
      const style = getComputedStyle(one);
      return [style.transitionDuration, style.animationDuration].some((one) => parseFloat(one) > 0)
        || style.scrollBehavior === "smooth";
    }).length"""
    async with open_page(browser, tmp_path, noted="status of 404") as (town, visitor, page):
        paths = await everywhere(page, visitor, town)
        for motion, is_still in (("reduce", True), ("no-preference", False)):
            await page.emulate_media(reduced_motion=motion)  # type: ignore[arg-type]
            for path in paths:
                await page.goto(visitor.origin + path)
                assert (path, is_still) == (path, await page.evaluate(moving) == 0)
