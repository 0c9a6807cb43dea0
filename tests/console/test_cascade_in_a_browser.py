"""Tests of the table of a cascade, and of the cascade on an incident's page, in a real browser."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.bot.administering import CAPELLE, administrator
from tests.bot.cascades import confirms, officials, robbed
from tests.console.looks import check_looks
from tests.console.test_passkeys_in_a_browser import open_page
from tests.console.test_search_in_a_browser import comes_in

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_the_table_is_set_by_keyboard(browser: Browser, tmp_path: Path) -> None:
    """The table passes axe, with a mistake too; that is told at its row, and after it the table is kept."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        await comes_in(await administrator(town, scope=CAPELLE), visitor, page)
        await page.get_by_role("link", name="Opschaling").press("Enter")
        await expect(page.get_by_role("heading", level=1)).to_contain_text("Capelle aan den IJssel")
        await check_looks(page)
        minutes = page.locator("#minutes-1")
        await minutes.fill("veel")
        async with page.expect_response(lambda one: one.status == 422):
            await minutes.press("Enter")
        await expect(page.get_by_role("alert").first).to_be_visible()
        await check_looks(page)
        await page.locator("#minutes-1").fill("5")
        await page.locator("#minutes-1").press("Enter")
        await expect(page.get_by_role("status")).to_have_text("Bewaard.")
        await expect(page.locator("#minutes-1")).to_have_value("5")


async def test_the_cascade_on_the_page_of_an_incident(browser: Browser, tmp_path: Path) -> None:
    """Police see every step with its times on the incident's page, which passes axe."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        police = await town.coordinator(90)
        await officials(town)
        await robbed(town, police)
        await confirms(police)
        await comes_in(police, visitor, page)
        await page.goto(f"{visitor.origin}/incidents/1")
        await page.get_by_role("button", name="Beoordelen").click()
        await expect(page.get_by_role("heading", name="Opschaling")).to_be_visible()
        await check_looks(page)
