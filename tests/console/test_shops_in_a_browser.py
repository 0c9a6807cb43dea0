"""Tests of sign-ups, shops and invitations in a real browser."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.bot.handlers.test_invites import secret_in
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


async def test_a_counter_card_prints_on_a6(browser: Browser, tmp_path: Path) -> None:
    """The form says what lacks, then gives a card in two languages; on paper there are two pages of A6 with nothing
    else, and the link on the screen admits somebody."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        agent = await town.coordinator(90)
        await page.goto(visitor.origin + await link_of(agent))
        await page.get_by_role("button", name="Toegangssleutel maken").click()
        await page.get_by_role("link", name="Zaken", exact=True).click()
        await page.get_by_role("link", name="Nodig een zaak uit").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("Nodig een zaak uit")
        await check_looks(page)
        await page.get_by_label("Postcode").fill("2999 AB")
        async with page.expect_response(lambda one: one.status == 422):
            await page.get_by_role("button", name="Maak de link").click()
        await expect(page.get_by_role("alert")).to_be_visible()
        await check_looks(page)
        await page.get_by_label("Dit is echt een bezoekadres").check()
        await page.get_by_label("Huisnummer").fill("7")
        await page.get_by_label("Naam van de zaak").fill("De Parel")
        await page.get_by_label("Branche").select_option("jeweller")
        await page.get_by_label("Een toonbankkaart").check()
        await page.get_by_role("button", name="Maak de link").press("Enter")
        await expect(page.get_by_role("article")).to_have_count(2)
        await check_looks(page)
        told = await page.locator(".message").inner_text()
        await page.emulate_media(media="print")
        await expect(page.get_by_role("heading", name="De link is klaar")).to_be_hidden()
        paper = await page.pdf(prefer_css_page_size=True, print_background=True)
        assert 2 == paper.count(b"/Type /Page\n") or 2 == paper.count(b"/Type /Page ")
        els = town.person(1)
        await els.types(f"/start {secret_in(told)}")
        assert (await shop_of(town)).is_verified
