"""Tests of the MO register and of measures in a real browser: by keyboard, at each width, in light and dark."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.bot.handlers.test_mo_register import NOTICE, file
from tests.console.accounts import link_of
from tests.console.looks import check_looks
from tests.console.test_passkeys_in_a_browser import open_page

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_police_find_a_method_and_change_what_helps(browser: Browser, tmp_path: Path) -> None:
    """By keyboard somebody finds a record by its place, reads it, and changes a measure of a branch; an unknown place
    and an empty field are said in a summary with links; every page passes axe."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        police = await town.coordinator(90, scope="national")
        await file(town, NOTICE)
        await page.goto(visitor.origin + await link_of(police))
        await page.get_by_role("button", name="Toegangssleutel maken").click()
        await page.get_by_role("link", name="MO-register", exact=True).press("Enter")
        await expect(page.get_by_role("heading", level=1)).to_have_text("MO-register")
        await check_looks(page)
        await page.get_by_label("Waar").fill("nergens")
        async with page.expect_response(lambda one: one.status == 422):
            await page.get_by_role("button", name="Zoeken", exact=True).last.press("Enter")
        await check_looks(page)
        await page.get_by_role("alert").get_by_role("link").press("Enter")
        await expect(page.get_by_label("Waar")).to_be_focused()
        await page.get_by_label("Waar").fill("2903")
        await page.get_by_text("Werkwijze", exact=True).click()
        await page.get_by_label("Aanpak").select_option("als klant")
        await check_looks(page)
        await page.get_by_role("button", name="Zoeken", exact=True).last.press("Enter")
        await page.get_by_role("link", name="Voorverkenning, 20 november 2026").press("Enter")
        await expect(page.get_by_role("heading", name="Wat hiertegen helpt")).to_be_visible()
        await check_looks(page)
        await page.goto(f"{visitor.origin}/measures?branch=jeweller")
        await check_looks(page)
        await page.get_by_role("link", name="Wijzigen: Laat één kostbaar stuk tegelijk zien.").press("Enter")
        await check_looks(page)
        async with page.expect_response(lambda one: one.status == 422):
            await page.get_by_role("button", name="Opslaan").press("Enter")
        await check_looks(page)
        for label, text in (("Nederlands", "Laat er één zien."), ("Engels", "Show one."), ("Bron", "FGZ")):
            await page.get_by_role("textbox", name=label, exact=True).fill(text)
        await page.get_by_role("button", name="Opslaan").press("Enter")
        await expect(page.get_by_role("status")).to_be_visible()
        await expect(page.get_by_text("Laat er één zien.").first).to_be_visible()
        await check_looks(page)
