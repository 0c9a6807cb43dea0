"""Tests of figures and of settings of a municipality in a real browser."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.bot.administering import CAPELLE, administrator
from tests.bot.counting import closed_in
from tests.console.looks import check_looks
from tests.console.pages.test_figures import OCTOBER, seeded
from tests.console.test_passkeys_in_a_browser import open_page
from tests.console.test_search_in_a_browser import comes_in

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_figures_are_a_table_and_bars(browser: Browser, tmp_path: Path) -> None:
    """The page passes axe with numbers and without any; the bars follow the totals."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        agent = await town.coordinator(90)
        await comes_in(agent, visitor, page)
        await page.get_by_role("link", name="Cijfers").press("Enter")
        await expect(page.get_by_text("te weinig gesloten meldingen")).to_be_visible()
        await check_looks(page)
        await seeded(town)
        await closed_in(town, "2903", OCTOBER.replace(month=9, day=30), 5)
        await page.reload()
        await expect(page.get_by_role("table")).to_have_count(2)
        await check_looks(page)
        await page.get_by_role("link", name="Maand eerder").press("Enter")
        await expect(page.get_by_role("heading", level=1)).to_have_text("Cijfers van september 2026")


async def test_a_municipality_is_set_up(browser: Browser, tmp_path: Path) -> None:
    """The settings pass axe, with what is wrong too; a change asks for the passkey once the session is old."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        admin = await administrator(town, scope=CAPELLE)
        await comes_in(admin, visitor, page)
        await page.get_by_role("link", name="Mensen en rollen").press("Enter")
        await page.get_by_role("link", name="Een gemeente instellen").press("Enter")
        await expect(page.get_by_role("heading", level=1)).to_have_text("Gemeente Capelle aan den IJssel")
        await check_looks(page)
        await page.get_by_label("stadsmarinier").fill("@naam")
        async with page.expect_response(lambda one: one.status == 422):
            await page.get_by_role("button", name="Bewaar de namen").click()
        await expect(page.get_by_role("alert").first).to_contain_text("stadsmarinier")
        await check_looks(page)
        await page.get_by_label("stadsmarinier").fill("coördinator nazorg")
        await page.get_by_role("button", name="Bewaar de namen").press("Enter")
        await expect(page.get_by_role("status")).to_have_text("Bewaard.")
        town.clock.pass_by(minutes=11)
        await page.reload()
        await page.get_by_role("button", name="niet meer toestaan").click()
        await expect(page.get_by_text("Versturen zonder collega mag hier niet.")).to_be_visible()
        other = await administrator(town, 81)
        await page.get_by_role("button", name="Uitloggen").click()
        await comes_in(other, visitor, page)
        await page.goto(f"{visitor.origin}/settings?municipality=Nergenshuizen")
        await check_looks(page)
