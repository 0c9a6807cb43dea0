"""Tests of pages in a real browser: cookies and forms as browsers treat them, and what axe finds."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.bot.town import open_town
from tests.console.looks import check_looks
from tests.console.visitor import running_console
from tests.patience import PATIENCE

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_the_front_page_and_an_error_are_accessible(browser: Browser, tmp_path: Path) -> None:
    """Both pages pass axe in light and dark at each width; the language is chosen by keyboard alone, and no page breaks
    the policy."""
    async with (
        open_town(tmp_path) as town,
        running_console(town, "http://localhost:{port}") as visitor,
        await browser.new_context(locale="nl-NL") as context,
    ):
        page = await context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        complaints: list[str] = []
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        await page.goto(visitor.origin)
        await check_looks(page)
        await page.keyboard.press("Tab")
        await expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
        await page.get_by_role("button", name="English").press("Enter")
        await expect(page.get_by_role("heading", level=1)).to_have_text("Wees Alert in the browser")
        assert [] == complaints
        await page.goto(f"{visitor.origin}/nothing-here")
        await expect(page.get_by_role("heading", level=1)).to_have_text("This page is not here")
        await check_looks(page)


async def test_forms_work_without_script(browser: Browser, tmp_path: Path) -> None:
    """A browser that runs no script chooses a language, and keeps it."""
    async with (
        open_town(tmp_path) as town,
        running_console(town, "http://localhost:{port}") as visitor,
        await browser.new_context(locale="en-GB", java_script_enabled=False) as context,
    ):
        page = await context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        await page.goto(visitor.origin)
        await page.get_by_role("button", name="Nederlands").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("Wees Alert in de browser")
        cookies = {one["name"]: one for one in await context.cookies()}
        assert {"__Host-form", "__Host-language"} == set(cookies)
        assert all(one["secure"] and one["httpOnly"] for one in cookies.values())
