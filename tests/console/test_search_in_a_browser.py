"""Tests of the header in a real browser: its links and the search box."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from alerts.role import Role
from tests.bot.town import Person
from tests.console.accounts import link_of
from tests.console.looks import check_looks
from tests.console.pages.test_shops import signed_up
from tests.console.test_passkeys_in_a_browser import open_page
from tests.console.visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def comes_in(person: Person, visitor: Visitor, page: Page) -> None:
    """Have somebody enrol a passkey in this browser."""
    await page.goto(visitor.origin + await link_of(person))
    await page.get_by_role("button", name="Toegangssleutel maken").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Mijn account")


async def test_a_search_by_keyboard(browser: Browser, tmp_path: Path) -> None:
    """From any page a postcode leads to a list of shops, a name to its shop, and nonsense to how to search."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        agent = await town.coordinator(90)
        await signed_up(town)
        await signed_up(town, 2, name="De Kroon", house_number="9")
        await comes_in(agent, visitor, page)
        heading = page.get_by_role("heading", level=1)
        await page.get_by_role("searchbox").fill("2903 AB")
        await page.keyboard.press("Enter")
        await expect(heading).to_have_text("Zoeken")
        await expect(page.get_by_role("main").get_by_role("link")).to_have_count(2)
        await check_looks(page)
        await page.get_by_role("searchbox").fill("de kr")
        await page.get_by_role("button", name="Zoek", exact=True).click()
        await expect(heading).to_have_text("De Kroon")
        await page.get_by_role("searchbox").fill("niets van dit")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("status")).to_contain_text("Niets gevonden")
        await check_looks(page)


async def test_the_header_fits_with_every_link(browser: Browser, tmp_path: Path) -> None:
    """For somebody with every role the header has all links, in their order, and fits at each width."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        person = await town.coordinator(90)
        for role in (Role.ADMINISTRATOR, Role.CITY_MARSHAL):
            await town.coordinator(90, role, "national")
        await comes_in(person, visitor, page)
        links = page.get_by_role("navigation").get_by_role("link")
        await expect(links).to_have_text(
            [
                *("Vandaag", "Goedkeuren", "Lopend", "Meldingen", "Incidenten", "Patronen", "Kaart", "Nieuw bericht"),
                *(
                    "Mijn taken",
                    "Rooster",
                    "Aanmeldingen",
                    "Zaken",
                    "KVO-groepen",
                    "MO-register",
                    "Teksten bij een uitkomst",
                ),
                *("Hulp en regelingen", "Cijfers", "Opschaling", "Mensen en rollen", "Logboek", "Mijn account"),
            ]
        )
        await check_looks(page)
