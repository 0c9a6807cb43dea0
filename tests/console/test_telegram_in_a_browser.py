"""Tests of the console as a web app of Telegram in a real browser: in a window of its own, and in Telegram Web."""

from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.async_api import Browser, Frame, Page, Route, expect

from tests.bot.town import Person
from tests.console.looks import check_looks
from tests.console.telegram_app import signed, told_by_telegram
from tests.console.test_passkeys_in_a_browser import open_page
from tests.console.visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

# What the apps for phones and computers give a page; here it only writes down what the page says.
APP = """
window.said = [];
window.TelegramWebviewProxy = {
  postEvent: (event, data) => {
    window.said.push([event, JSON.parse(data)]);
    document.documentElement.dataset.said = event;
  },
};
"""
FRAME = """<!DOCTYPE html>
<script>window.said = []; addEventListener("message", (one) => said.push(one.data));</script>
<iframe src="{shown}" width="600" height="600"></iframe>
"""


def address(visitor: Visitor, person: Person) -> str:
    """Return the address that Telegram opens for this person."""
    told = signed(told_by_telegram(person, person.town.clock.now()))
    return f"{visitor.origin}/telegram#tgWebAppData={quote(told, safe='')}&tgWebAppVersion=9.2&tgWebAppPlatform=ios"


async def framed(page: Page, shown: str, by: str) -> Frame:
    """Show this address in a frame of a page of another site; return the frame. What the console answers goes through
    the test, as browsers let no public page reach this machine."""

    async def pass_on(route: Route) -> None:
        await route.fulfill(response=await route.fetch(max_redirects=0))

    html = FRAME.format(shown=shown)
    await page.route(f"{by}/**", lambda route: route.fulfill(body=html, content_type="text/html"))
    console = f"{shown[: shown.index('/', len('http://'))]}/**"
    await page.route(console, pass_on)
    await page.goto(f"{by}/")
    [frame] = page.main_frame.child_frames
    await frame.wait_for_load_state()
    await page.unroute(console, pass_on)
    return frame


@pytest.mark.main
async def test_telegram_opens_the_console(browser: Browser, tmp_path: Path) -> None:
    """The page goes on by itself to what waits, without a passkey; the address keeps nothing of what Telegram told; a
    press that needs a passkey opens the browser instead; every page passes axe."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        person = await town.coordinator(1)
        await page.add_init_script(APP)
        await page.goto(address(visitor, person))
        heading = page.get_by_role("heading", level=1)
        await expect(heading).to_have_text("Vandaag")
        assert f"{visitor.origin}/today" == page.url
        await check_looks(page)
        await page.get_by_role("link", name="Nieuw bericht").click()
        await page.get_by_role("link", name="Open in je browser").click()
        await expect(page.locator("html[data-said=web_app_open_link]")).to_be_attached()
        said = await page.evaluate("window.said")
        assert [["web_app_ready", {}], ["web_app_open_link", {"url": f"{visitor.origin}/compose"}]] == said
        assert f"{visitor.origin}/compose" == page.url
        await page.go_back()
        await page.go_back()
        assert "tgWebAppData" not in await page.evaluate("location.href")


async def test_what_telegram_told_counts_once_in_a_browser_too(browser: Browser, tmp_path: Path) -> None:
    """A second time the page says how to open it again, and that passes axe."""
    async with open_page(browser, tmp_path, noted="status of 403") as (town, visitor, page):
        told = address(visitor, await town.coordinator(1))
        await page.goto(told)
        await expect(page.get_by_role("heading", level=1)).to_have_text("Vandaag")
        await page.context.clear_cookies()
        await page.goto("about:blank")
        await page.goto(told)
        await expect(page.get_by_role("alert")).to_contain_text("Openen is niet gelukt")
        await check_looks(page)


async def test_telegram_web_leads_to_a_tab_of_its_own(browser: Browser, tmp_path: Path) -> None:
    """In a frame of Telegram Web nothing is sent and nobody comes in: the page asks Telegram to open the console in the
    browser, or is an ordinary link."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        frame = await framed(page, address(visitor, await town.coordinator(1)), "https://web.telegram.org")
        await expect(frame.get_by_role("heading", level=1)).to_have_text("Wees Alert in Telegram")
        await frame.get_by_role("link", name="Open in je browser").click()
        said = await page.evaluate("window.said.map((one) => JSON.parse(one))")
        url = f"{visitor.origin}/today"
        assert [("web_app_ready", {}), ("web_app_open_link", {"url": url})] == [
            (one["eventType"], one["eventData"]) for one in said
        ]
        assert "__Host-session" not in {one["name"] for one in await page.context.cookies()}
        assert "tgWebAppData" not in await frame.evaluate("location.href")
