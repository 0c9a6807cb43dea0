"""Tests of held tips and of templates in a real browser."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.console.looks import check_looks
from tests.console.pages.test_templates import kept
from tests.console.pages.test_tips import TIP, held
from tests.console.test_passkeys_in_a_browser import open_page
from tests.console.test_search_in_a_browser import comes_in

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_held_tip_is_stopped(browser: Browser, tmp_path: Path) -> None:
    """From today police come to the tip, read it and stop it, by keyboard."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        police = await town.coordinator(1)
        await held(town, police)
        await comes_in(police, visitor, page)
        await page.get_by_role("link", name="Vandaag").press("Enter")
        await page.get_by_role("link", name="1 tip").press("Enter")
        await expect(page.get_by_role("heading", level=1)).to_have_text("Tips die wachten")
        await check_looks(page)
        await page.get_by_role("main").get_by_role("link", name="Tip").press("Enter")
        await expect(page.get_by_text(TIP)).to_be_visible()
        await check_looks(page)
        await page.get_by_role("button", name="Tegenhouden").press("Enter")
        await expect(page.get_by_text("is tegengehouden")).to_be_visible()
        await check_looks(page)


async def test_templates_and_a_new_notice_are_accessible(browser: Browser, tmp_path: Path) -> None:
    """The list of templates, a notice that is ready, and the page of a draft with its template button pass axe."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        author, colleague = await town.coordinator(1), await town.coordinator(2)
        await kept(author)
        await comes_in(colleague, visitor, page)
        heading = page.get_by_role("heading", level=1)
        await page.get_by_role("link", name="Nieuw bericht").press("Enter")
        await check_looks(page)
        await page.get_by_role("link", name="Haast?").press("Enter")
        await expect(heading).to_have_text("Sjablonen")
        await check_looks(page)
        await page.get_by_role("button", name="Akkoord").press("Enter")
        await page.get_by_role("button", name="Gebruik").press("Enter")
        await expect(page.get_by_role("button", name="Nu versturen")).to_be_visible()
        await check_looks(page)
