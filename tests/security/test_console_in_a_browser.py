"""Attacks on the console that need a real browser: what is seen after signing out, and pages in a frame."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.console.pages.test_approvals import submitted
from tests.console.test_compose_in_a_browser import enrols
from tests.console.test_passkeys_in_a_browser import open_page
from tests.console.test_telegram_in_a_browser import address, framed

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_the_back_button_shows_nothing_after_signing_out(browser: Browser, tmp_path: Path) -> None:
    """Whoever sits down at the computer next and goes back through its pages is asked to sign in at each."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        author, colleague = await town.coordinator(1), await town.coordinator(2)
        path = await submitted(author)
        await enrols(page, visitor, colleague)
        for seen in ("/today", path, "/account"):
            await page.goto(visitor.origin + seen)
        await page.get_by_role("button", name="Uitloggen").click()
        await expect(page.get_by_role("link", name="Inloggen")).to_be_visible()
        for _ in range(3):
            await page.go_back()
            await expect(page.get_by_role("heading", level=1)).to_have_text("Inloggen")
            text = await page.locator("body").inner_text()
            assert "2026-0001" not in text
            assert "Overval" not in text


@pytest.mark.parametrize("by", ["https://evil.example", "https://web.telegram.org"])
async def test_no_page_is_shown_in_a_frame(browser: Browser, tmp_path: Path, by: str) -> None:
    """Another website that lays a page of the console under its own button shows nothing there, Telegram Web neither:
    not as somebody who signed in, and not as somebody whose session began in Telegram."""
    async with open_page(browser, tmp_path, noted="frame") as (town, visitor, page):
        await enrols(page, visitor, await town.coordinator(1))
        for path in ("/account", "/approvals", "/sign-in", "/"):
            frame = await framed(page, f"{visitor.origin}{path}", by)
            assert "chrome-error" in frame.url
        await page.context.clear_cookies()
        await page.goto(address(visitor, await town.coordinator(2)))
        await expect(page.get_by_role("heading", level=1)).to_have_text("Vandaag")
        frame = await framed(page, f"{visitor.origin}/today", by)
        assert "chrome-error" in frame.url


async def test_only_telegram_web_may_frame_its_page(browser: Browser, tmp_path: Path) -> None:
    """The page that Telegram opens is shown in no frame of anybody else."""
    async with open_page(browser, tmp_path, noted="frame") as (_town, visitor, page):
        frame = await framed(page, f"{visitor.origin}/telegram", "https://evil.example")
        assert "chrome-error" in frame.url
