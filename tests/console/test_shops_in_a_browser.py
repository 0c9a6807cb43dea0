"""Tests of sign-ups, shops and invitations in a real browser."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.console.accounts import link_of
from tests.console.looks import check_looks
from tests.console.pages.test_shops import shop_of, signed_up
from tests.console.test_passkeys_in_a_browser import open_page

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_sign_up_beside_its_twin_is_verified_in_the_console(browser: Browser, tmp_path: Path) -> None:
    """By keyboard a coordinator finds a sign-up, sees the shop that looks like it, verifies it, finds it by name and
    withdraws that again; the shop hears both in the chat, and every page passes axe."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        agent = await town.coordinator(90)
        await signed_up(town)
        await agent.taps("Verifiëren")
        els = await signed_up(town, 2, house_number="9")
        await page.goto(visitor.origin + await link_of(agent))
        await page.get_by_role("button", name="Toegangssleutel maken").click()
        await page.get_by_role("link", name="Aanmeldingen").press("Enter")
        heading = page.get_by_role("heading", level=1)
        await expect(heading).to_have_text("Aanmeldingen")
        await check_looks(page)
        await page.get_by_role("link", name="De Parel").press("Enter")
        await expect(page.get_by_role("heading", name="Deze zaken lijken op elkaar")).to_be_visible()
        await check_looks(page)
        await page.get_by_role("button", name="Verifiëren").press("Enter")
        await expect(page.get_by_text("Verificatie intrekken")).to_be_visible()
        await town.deliver()
        assert "geverifieerd" in els.news()
        await page.get_by_role("link", name="Zaken", exact=True).press("Enter")
        await expect(heading).to_have_text("Zaken")
        await page.get_by_label("Postcode").fill("29")
        await page.get_by_role("button", name="Zoek een zaak").press("Enter")
        await expect(page.get_by_role("alert")).to_be_visible()
        await check_looks(page)
        await page.get_by_role("alert").get_by_role("link").press("Enter")
        await expect(page.get_by_label("Postcode")).to_be_focused()
        await page.get_by_label("Postcode").fill("2903")
        await page.get_by_label("Begin van de naam").fill("de pa")
        await page.get_by_role("button", name="Zoek een zaak").press("Enter")
        await expect(page.get_by_role("link", name="De Parel")).to_have_count(2)
        await check_looks(page)
        await page.get_by_role("link", name="De Parel").last.press("Enter")
        await expect(heading).to_have_text("De Parel")
        await page.get_by_text("Verificatie intrekken").click()
        await check_looks(page)
        await page.get_by_role("button", name="Ja, trek in").press("Enter")
        await expect(page.get_by_role("button", name="Verifiëren")).to_be_visible()
        await town.deliver()
        assert "ingetrokken" in els.news()
        assert not (await shop_of(town, 2)).is_verified
