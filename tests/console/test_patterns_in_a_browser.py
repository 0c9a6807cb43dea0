"""Tests of possible patterns in a real browser: read, made a notice of, and dismissed there."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.console.accounts import link_of
from tests.console.looks import check_looks
from tests.console.test_passkeys_in_a_browser import open_page
from tests.looking_alike import found_in

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_police_read_a_pattern_open_its_notice_and_dismiss_it(browser: Browser, tmp_path: Path) -> None:
    """By keyboard police open the pattern, look at its notice, forget the reason and dismiss it; every page passes
    axe."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        agent = await town.coordinator(90)
        number = await found_in(town.storage, town.clock.now())
        await town.deliver()
        await page.goto(visitor.origin + await link_of(agent))
        await page.get_by_role("button", name="Toegangssleutel maken").click()
        await page.get_by_role("link", name="Patronen", exact=True).press("Enter")
        await expect(page.get_by_role("heading", level=1)).to_have_text("Patronen")
        await check_looks(page)
        await page.get_by_role("link", name=f"Nr. {number}: 3 meldingen").press("Enter")
        await expect(page.get_by_role("heading", level=1)).to_have_text(f"Mogelijk patroon nr. {number}")
        await check_looks(page)
        await page.get_by_role("link", name="Maak er een bericht van").press("Enter")
        await expect(page.get_by_role("heading", level=1)).to_have_text("Nieuw bericht")
        await page.go_back()
        async with page.expect_response(lambda one: one.status == 422):
            await page.get_by_role("button", name="Afwijzen").press("Enter")
        await check_looks(page)
        await page.get_by_role("alert").get_by_role("link").press("Enter")
        await expect(page.get_by_role("group")).to_be_focused()
        await page.get_by_label("Het is toeval").press("Space")
        await page.get_by_role("button", name="Afwijzen").press("Enter")
        await expect(page.get_by_text("Komt er een melding bij, dan zie je het patroon weer.")).to_be_visible()
        await check_looks(page)
