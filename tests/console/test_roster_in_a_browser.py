"""Tests of the duty roster in a real browser."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.bot.duty import on_shift
from tests.console.looks import check_looks
from tests.console.test_passkeys_in_a_browser import open_page
from tests.console.test_search_in_a_browser import comes_in

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_roster_is_kept(browser: Browser, tmp_path: Path) -> None:
    """The pages pass axe, empty, filled, with a mistake, and on a shift; a shift is added and handed over."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        agent, other = await town.coordinator(90), await town.coordinator(91)
        await comes_in(agent, visitor, page)
        await page.get_by_role("link", name="Rooster").press("Enter")
        await check_looks(page)
        await page.get_by_role("button", name="Begin een rooster").press("Enter")
        await expect(page.get_by_text("In deze week staat nog geen dienst")).to_be_visible()
        await page.get_by_label("Begint om").fill("08:00")
        await page.get_by_label("Eindigt om").fill("16:00")
        await page.get_by_label("Laatste dag").fill("2026-11-01")
        async with page.expect_response(lambda one: one.status == 422):
            await page.get_by_role("button", name="Dienst toevoegen").press("Enter")
        await expect(page.get_by_role("alert").first).to_contain_text("laatste dag")
        await check_looks(page)
        await page.get_by_label("Laatste dag").fill("")
        await page.get_by_role("button", name="Dienst toevoegen").press("Enter")
        await expect(page.get_by_role("table")).to_contain_text("08:00–16:00 jij")
        async with town.storage.reading() as uow:
            [roster] = await uow.rosters.all()
        await on_shift(town, roster, other)
        await page.reload()
        await expect(page.get_by_text("Twee diensten tegelijk")).to_be_visible()
        await check_looks(page)
        await page.get_by_role("link", name="Wijzig de dienst").first.press("Enter")
        await check_looks(page)
        await page.get_by_role("button", name="Vervalt op deze dag").press("Enter")
        await expect(page.get_by_role("table")).to_contain_text("vervalt")
        await page.get_by_role("link", name="Mijn diensten in mijn agenda").press("Enter")
        await page.get_by_role("button", name="Maak een link").press("Enter")
        await expect(page.get_by_text("/roster/feed/")).to_be_visible()
        await check_looks(page)
