"""Tests of a new notice in a real browser: with script, without it, and by keyboard alone."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.bot.police import alerts_of, jeweller
from tests.bot.town import Person
from tests.console.accounts import link_of
from tests.console.looks import check_looks
from tests.console.pages.test_compose import drafts_of
from tests.console.test_passkeys_in_a_browser import open_page
from tests.console.visitor import Visitor

SENTENCE = "Overval op een juwelier in 2903 AB om 12:40. Twee mannen met een mes, gevlucht op een scooter."

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def enrols(page: Page, visitor: Visitor, person: Person) -> None:
    """Enrol a passkey in this browser, by the link from the chat."""
    await page.goto(visitor.origin + await link_of(person))
    await page.get_by_role("button", name="Toegangssleutel maken").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Mijn account")


async def shown(page: Page) -> str:
    """Return the message of the preview as the browser has it."""
    return await page.locator("#preview-live .message").first.inner_text()


def plain(text: str) -> str:
    """Return a message of the chat without markup and empty lines."""
    return re.sub(r"\n+", "\n", re.sub(r"<[^>]+>", "", text)).strip()


@pytest.mark.main
async def test_a_notice_from_a_sentence_to_the_shop(browser: Browser, tmp_path: Path) -> None:
    """Somebody composes a notice by one sentence, a colleague approves it with a passkey, and the shop has just what
    the preview showed; every page on the way passes axe."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        author, colleague = await town.coordinator(1), await town.coordinator(2)
        shop = await jeweller(town, 9, colleague)
        await enrols(page, visitor, author)
        await page.get_by_role("link", name="Nieuw bericht").click()
        await check_looks(page)
        await page.get_by_label("Wat is er gebeurd?").fill(SENTENCE)
        await page.get_by_role("button", name="Vul de velden in").click()
        await expect(page.get_by_label("Soort", exact=True)).to_have_value("robbery")
        await check_looks(page)
        await page.get_by_role("button", name="Voorbeeld").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("Concept 2026-0001")
        seen = plain(await shown(page))
        await check_looks(page)
        await page.get_by_role("button", name="Vraag akkoord").click()
        await expect(page.get_by_text("wacht op akkoord")).to_be_visible()
        await check_looks(page)
        await page.get_by_role("button", name="Uitloggen").click()
        await town.deliver()
        await enrols(page, visitor, colleague)
        await page.get_by_role("link", name="Goedkeuren").click()
        await page.get_by_role("link", name="2026-0001").click()
        await page.get_by_role("button", name="Akkoord, versturen").click()
        await expect(page.get_by_text("is goedgekeurd door jou")).to_be_visible()
        await town.deliver()
        [arrived] = alerts_of(shop)
        assert seen == plain(arrived)


async def test_the_page_follows_what_is_typed(browser: Browser, tmp_path: Path) -> None:
    """While the fields change, preview, recipients and what the guard refuses follow; nothing is stored, and what was
    typed stays."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        author, colleague = await town.coordinator(1), await town.coordinator(2)
        await jeweller(town, 9, colleague)
        await enrols(page, visitor, author)
        await page.goto(f"{visitor.origin}/compose")
        await page.get_by_label("Wat is er gebeurd?").fill(SENTENCE)
        await page.get_by_label("Bereik in kilometers").focus()
        await expect(page.get_by_label("Soort", exact=True)).to_have_value("robbery")
        await expect(page.locator("#preview-live .message").first).to_contain_text("2903")
        await expect(page.get_by_text("Juwelier: 1")).to_be_visible()
        await page.locator("#severity").select_option("P2")
        await expect(page.locator("#preview-live .message").first).to_contain_text("WEES ALERT")
        await expect(page.locator("#preview-live .message").first).to_be_in_viewport()  # beside the fields
        await page.get_by_label("Wat is er gebeurd?").fill(f"{SENTENCE} Kenteken 12-ABC-3")
        await expect(page.locator("#wrong-words")).to_contain_text("kenteken")
        await expect(page.get_by_label("Wat is er gebeurd?")).to_have_value(f"{SENTENCE} Kenteken 12-ABC-3")
        await expect(page.locator("#severity")).to_have_value("P2")
        assert [] == await drafts_of(author)


async def test_by_keyboard_alone(browser: Browser, tmp_path: Path) -> None:
    """Somebody fills in, corrects and submits the form with the keyboard: a summary leads to the field with a fault."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        author = await town.coordinator(1)
        await town.coordinator(2)
        await enrols(page, visitor, author)
        await page.goto(f"{visitor.origin}/compose")
        await page.get_by_label("Wat is er gebeurd?").focus()
        await page.keyboard.type("Overval met een mes")
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        await expect(page.get_by_label("Soort", exact=True)).to_have_value("robbery")
        await page.get_by_label("Postcode").press("Enter")
        problem = page.get_by_role("alert").get_by_role("link", name=re.compile("postcode"))
        await problem.press("Enter")
        await expect(page.get_by_label("Postcode")).to_be_focused()
        await page.keyboard.type("2903 AB")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("heading", level=1)).to_have_text("Concept 2026-0001")
        await page.get_by_role("button", name="Vraag akkoord").press("Enter")
        await expect(page.get_by_text("wacht op akkoord")).to_be_visible()


async def test_a_page_at_twice_its_size(browser: Browser, tmp_path: Path) -> None:
    """At 200% on a window of 1280 px the form needs no scrolling to the side."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        await enrols(page, visitor, await town.coordinator(1))
        await page.set_viewport_size({"width": 640, "height": 400})
        await page.goto(f"{visitor.origin}/compose")
        assert 640 >= await page.evaluate("document.documentElement.scrollWidth")
