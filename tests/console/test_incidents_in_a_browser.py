"""Tests of incidents in a real browser: opened for a purpose, confirmed, and refuted there."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.bot.reporting import jeweller, reports
from tests.console.accounts import link_of
from tests.console.looks import check_looks
from tests.console.test_passkeys_in_a_browser import open_page

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_police_confirm_and_refute_an_incident(browser: Browser, tmp_path: Path) -> None:
    """By keyboard police open the incident, confirm it, forget the reason and refute it; every page passes axe."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        agent = await town.coordinator(90)
        for number in (1, 2):
            await reports(await jeweller(town, number, agent), kind="robbery")
        await page.goto(visitor.origin + await link_of(agent))
        await page.get_by_role("button", name="Toegangssleutel maken").click()
        await page.get_by_role("link", name="Incidenten", exact=True).press("Enter")
        await expect(page.get_by_role("heading", level=1)).to_have_text("Incidenten")
        await check_looks(page)
        await page.get_by_role("link", name="I-2026-0001: Overval, 2903").press("Enter")
        await check_looks(page)
        await page.get_by_role("button", name="Beoordelen").press("Enter")
        await expect(page.get_by_text("Misschien hetzelfde")).to_be_visible()
        await check_looks(page)
        await page.get_by_role("button", name="Bevestigen").press("Enter")
        await expect(page.get_by_text("bevestigd door de politie")).to_be_visible()
        async with page.expect_response(lambda one: one.status == 422):
            await page.get_by_role("button", name="Weerleggen").press("Enter")
        await check_looks(page)
        await page.get_by_role("alert").get_by_role("link").press("Enter")
        await expect(page.get_by_role("group", name="Weerleggen")).to_be_focused()
        await page.get_by_label("Het klopt niet").press("Space")
        await page.get_by_role("button", name="Weerleggen").press("Enter")
        await expect(page.get_by_text("weerlegd: Wat erin stond, klopte niet.")).to_be_visible()
        await check_looks(page)
