"""Tests of the support register in a real browser: by keyboard, at each width, in light and dark."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from alerts.role import Role
from tests.console.accounts import link_of
from tests.console.looks import check_looks
from tests.console.pages.test_support import TYPED
from tests.console.test_passkeys_in_a_browser import open_page

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_scheme_is_added_by_keyboard(browser: Browser, tmp_path: Path) -> None:
    """A municipality opens its register, leaves the link empty, is led to the field, mends it, and sees the scheme in
    the list; every page passes axe."""
    async with open_page(browser, tmp_path, "status of 422") as (town, visitor, page):
        official = await town.coordinator(90, Role.MUNICIPALITY, "municipality:Capelle aan den IJssel")
        await page.goto(visitor.origin + await link_of(official))
        await page.get_by_role("button", name="Toegangssleutel maken").click()
        await page.get_by_role("link", name="Hulp en regelingen").press("Enter")
        await expect(page.get_by_role("heading", level=1)).to_contain_text("Capelle aan den IJssel")
        await check_looks(page)
        await page.get_by_role("link", name="Regeling toevoegen").press("Enter")
        for name, text in TYPED.items():
            if name != "link":
                await page.locator(f"#{name}").fill(text)
        await page.get_by_role("button", name="Opslaan").press("Enter")
        await check_looks(page)
        await page.get_by_role("alert").get_by_role("link").press("Enter")
        link = page.get_by_label("Link (https)")
        await expect(link).to_be_focused()
        await link.fill(TYPED["link"])
        await page.get_by_role("button", name="Opslaan").press("Enter")
        await expect(page.get_by_role("status")).to_contain_text("Bewaard.")
        await expect(page.get_by_role("link", name="Slotenfonds", exact=True)).to_be_visible()
        await check_looks(page)
        await page.get_by_role("link", name="Slotenfonds", exact=True).press("Enter")
        await expect(page.get_by_label("Naam (Engels)")).to_have_value("Lock fund")
        await check_looks(page)
