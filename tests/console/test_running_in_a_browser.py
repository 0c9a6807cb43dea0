"""Tests of running notices in a real browser: the count rises while a notice is sent, it is corrected and retracted
with the passkey, and the lists keep themselves up to date."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from alerts.errors import RecipientGone
from tests.bot.police import alerts_of, jeweller
from tests.bot.town import Person, Town
from tests.console.accounts import link_of
from tests.console.looks import check_looks
from tests.console.pages.test_approvals import submitted
from tests.console.test_passkeys_in_a_browser import open_page
from tests.console.visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def signed_in(person: Person, visitor: Visitor, page: Page) -> None:
    """Enrol a passkey in this browser."""
    await page.goto(visitor.origin + await link_of(person))
    await page.get_by_role("button", name="Toegangssleutel maken").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Mijn account")


@pytest.mark.main
async def test_the_count_rises_and_the_notice_is_retracted(browser: Browser, tmp_path: Path) -> None:
    """Police approve in the console; the count on the open page rises when the shop gets the notice; a retraction takes
    it away from the shop, and the page says so. Every page passes axe."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        author, colleague = await town.coordinator(1), await town.coordinator(2)
        shop, blocked = await jeweller(town, 9, author), await jeweller(town, 8, author)
        town.screens.refusals[str(blocked.id)] = [RecipientGone("blocked")]
        path = await submitted(author)
        await signed_in(colleague, visitor, page)
        await page.goto(visitor.origin + path)
        await page.get_by_role("button", name="Akkoord, versturen").click()
        await expect(page.get_by_text("is goedgekeurd door jou")).to_be_visible()
        await page.get_by_role("link", name="Lopend").click()
        await expect(page.get_by_text("0 ontvangers hebben het, nog")).to_be_visible()
        await check_looks(page)
        await page.get_by_role("link", name=re.compile("2026-0001")).click()
        sent = page.get_by_role("row", name=re.compile("^Verstuurd"))
        await expect(sent).to_have_text(re.compile("Verstuurd *0"))
        town.clock.pass_by(seconds=40)
        await town.deliver()
        await expect(sent).to_have_text(re.compile("Verstuurd *[1-9]"))
        await expect(page.get_by_role("row", name=re.compile("bot geblokkeerd"))).to_be_visible()
        await shop.taps("Gelezen")
        await expect(page.get_by_role("row", name=re.compile("Gelezen"))).to_have_text(re.compile("Gelezen *1"))
        await check_looks(page)
        await _retracted(town, shop, page)


async def _retracted(town: Town, shop: Person, page: Page) -> None:
    await page.get_by_role("link", name="Intrekken").click()
    await check_looks(page)
    await page.get_by_label("Verkeerde plaats").check()
    await page.get_by_role("button", name="Bekijk het voorbeeld").click()
    town.clock.pass_by(minutes=11)
    await expect(page.get_by_role("region", name="Zo komt het bericht aan")).to_contain_text("INGETROKKEN")
    await check_looks(page)
    await page.get_by_role("button", name="Terug om iets te wijzigen").click()
    await page.get_by_role("button", name="Bekijk het voorbeeld").click()
    await expect(page.get_by_text("Je browser vraagt om je toegangssleutel")).to_be_visible()
    await page.get_by_role("button", name="Versturen").press("Enter")
    await expect(page).to_have_url(re.compile("/alerts/1$"))
    await expect(page.get_by_text("Ingetrokken", exact=False).first).to_be_visible()
    await town.deliver()
    assert [] == alerts_of(shop)
    assert "INGETROKKEN" in shop.last.text


async def test_a_page_keeps_itself_up_to_date(browser: Browser, tmp_path: Path) -> None:
    """What waits appears on Vandaag and Goedkeuren without a reload, with the focus where it was; an acute notice is
    told, and by who wants that with a counter in the title. A session that ends says so, and leaves the page."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        author, colleague = await town.coordinator(1), await town.coordinator(2)
        await signed_in(colleague, visitor, page)
        await page.goto(f"{visitor.origin}/approvals")
        await expect(page.get_by_text("Er wacht niets op je akkoord")).to_be_visible()
        first = await submitted(author)
        link = page.locator(f'a[href="{first}"]')
        await expect(link).to_be_visible()
        await link.focus()
        await page.get_by_role("button", name="Geluid en teller").evaluate("(button) => button.click()")
        await expect(page.get_by_role("button", name="Geluid en teller")).to_have_attribute("aria-pressed", "true")
        await page.evaluate("Object.defineProperty(document, 'hidden', { value: true })")
        await submitted(author, severity="P1 ·")
        await expect(page.get_by_role("status")).to_have_text("Er is een nieuw acuut bericht.")
        await expect(page).to_have_title(re.compile(r"^\(1\) Goedkeuren"))
        await expect(link).to_be_focused()
        await check_looks(page)
        town.clock.pass_by(minutes=31)
        await expect(page.get_by_role("status")).to_contain_text("Je bent uitgelogd")
        await expect(link).to_be_visible()


async def test_a_correction_is_seen_before_it_is_sent(browser: Browser, tmp_path: Path) -> None:
    """The form marks what the guard refuses, at each width; the preview follows once that is mended."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        author, colleague = await town.coordinator(1), await town.coordinator(2)
        path = await submitted(author)
        await signed_in(colleague, visitor, page)
        await page.goto(visitor.origin + path)
        await page.get_by_role("button", name="Akkoord, versturen").click()
        await page.goto(f"{visitor.origin}/alerts/1/correct")
        await check_looks(page)
        await page.get_by_label("Tekst").fill("Zij vluchtten in een auto, 12-ABC-3.")
        async with page.expect_response(lambda one: one.status == 422):
            await page.get_by_role("button", name="Bekijk het voorbeeld").click()
        await expect(page.locator("mark")).to_have_text("12-ABC-3")
        await page.get_by_role("alert").get_by_role("link").press("Enter")
        await expect(page.get_by_label("Tekst")).to_be_focused()
        await check_looks(page)
        await page.get_by_label("Tekst").fill("Zij vluchtten in een auto.")
        await page.get_by_role("button", name="Bekijk het voorbeeld").click()
        await expect(page.get_by_role("region", name="Zo komt het bericht aan")).to_contain_text("GEWIJZIGD")
        await check_looks(page)
        await page.get_by_role("button", name="Vraag akkoord").click()
        await expect(page.get_by_text("Er wacht een wijziging op akkoord")).to_be_visible()
        assert author.menu
