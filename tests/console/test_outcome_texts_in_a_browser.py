"""Tests in a real browser of the texts of outcomes and of the figures with shares: how they look, and by keyboard."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from alerts.branch import Branch
from alerts.role import Role
from tests.bot.counting import sent_in
from tests.bot.handlers.test_figures import OCTOBER, shared_in
from tests.console.accounts import link_of
from tests.console.looks import check_looks
from tests.console.test_passkeys_in_a_browser import open_page

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_text_is_written_by_keyboard(browser: Browser, tmp_path: Path) -> None:
    """Police open the texts, type one with a plate, are led to the field, mend it, and read what is missing; every page
    passes axe."""
    async with open_page(browser, tmp_path, "status of 422") as (town, visitor, page):
        agent = await town.coordinator(90, Role.POLICE, "municipality:Capelle aan den IJssel")
        await page.goto(visitor.origin + await link_of(agent))
        await page.get_by_role("button", name="Toegangssleutel maken").click()
        await page.get_by_role("link", name="Teksten bij een uitkomst").press("Enter")
        await expect(page.get_by_role("heading", level=1)).to_contain_text("Capelle aan den IJssel")
        await check_looks(page)
        await page.get_by_role("link", name="Voorverkenning").first.press("Enter")
        field = page.get_by_label("Tekst in het Nederlands")
        await field.fill("De auto met kenteken 12-ABC-3 is gevonden.")
        await page.get_by_role("button", name="Bewaar de tekst").press("Enter")
        await expect(page.locator("mark")).to_have_text("12-ABC-3")
        await check_looks(page)
        await page.get_by_role("alert").get_by_role("link").press("Enter")
        await expect(field).to_be_focused()
        await field.fill("De auto is gevonden. Dank je.")
        await page.get_by_role("button", name="Bewaar de tekst").press("Enter")
        await expect(page.get_by_role("status")).to_contain_text("Bewaard.")
        await expect(page.get_by_text("In het Engels is er geen eigen tekst.")).to_be_visible()
        await check_looks(page)
        await page.get_by_role("link", name="Alle teksten").press("Enter")
        await expect(page.get_by_text("niet in het Engels")).to_be_visible()
        await check_looks(page)


async def test_the_figures_with_notices_and_shares(browser: Browser, tmp_path: Path) -> None:
    """The page with all its tables passes axe, for police and for a municipality."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        await shared_in(town, "2903", in_time=9, late=6, happy=8, unhappy=4)
        await shared_in(town, "2922", in_time=3, late=9, happy=3, unhappy=3)
        await sent_in(town, "2903", OCTOBER, 7, Branch.JEWELLER)
        await sent_in(town, "2904", OCTOBER, 4)
        await page.goto(visitor.origin + await link_of(await town.coordinator(90)))
        await page.get_by_role("button", name="Toegangssleutel maken").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("Mijn account")
        await page.goto(f"{visitor.origin}/figures")
        await expect(page.get_by_role("table", name="Per gemeente")).to_contain_text("60%")
        await expect(page.get_by_role("table", name="Naar branche")).to_contain_text("Juwelier")
        await check_looks(page)
