"""Tests of KVO groups in a real browser."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from alerts.ids import KvoGroupId
from tests.bot.confirming import second_administrator
from tests.bot.group_chats import GroupChat, tied_group
from tests.console.looks import check_looks
from tests.console.test_passkeys_in_a_browser import open_page
from tests.console.test_search_in_a_browser import comes_in

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_group_is_made_tied_changed_and_closed(browser: Browser, tmp_path: Path) -> None:
    """Every page of groups passes axe; the form tells what is wrong and keeps what was typed."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        agent = await town.coordinator(90)
        await second_administrator(town)
        await tied_group(agent, GroupChat(town))
        await comes_in(agent, visitor, page)
        heading = page.get_by_role("heading", level=1)
        await page.get_by_role("link", name="KVO-groepen").press("Enter")
        await expect(heading).to_have_text("KVO-groepen")
        await check_looks(page)
        await page.get_by_role("link", name="Nieuwe groep").press("Enter")
        await check_looks(page)
        await page.get_by_label("Naam").fill("De Terp")
        await page.get_by_label("Postcodes").fill("2904, 2905")
        async with page.expect_response(lambda one: one.status == 422):
            await page.get_by_role("button", name="Maak de groep").click()
        await expect(page.get_by_role("alert")).to_contain_text("2905")
        await check_looks(page)
        await page.get_by_role("alert").get_by_role("link").first.press("Enter")
        await expect(page.get_by_label("Postcodes")).to_be_focused()
        await page.get_by_label("Postcodes").fill("2904")
        await page.get_by_label("Alle branches").check()
        await page.get_by_role("button", name="Maak de groep").press("Enter")
        await expect(heading).to_have_text("De Terp")
        await check_looks(page)
        await page.get_by_role("button", name="Nieuwe koppelcode").press("Enter")
        await expect(heading).to_have_text("Koppel een groepschat")
        await check_looks(page)
        await page.get_by_role("link", name="De Terp").press("Enter")
        await page.get_by_role("link", name="Beheerder uitnodigen").press("Enter")
        await check_looks(page)
        await page.get_by_role("button", name="Maak de link").press("Enter")
        await expect(heading).to_have_text("De link is gemaakt")
        await page.get_by_role("link", name="Terug").press("Enter")
        await page.get_by_text("Groep sluiten").click()
        await check_looks(page)
        await page.get_by_role("button", name="Ja, sluit de groep").press("Enter")
        await expect(heading).to_have_text("KVO-groepen")
        await page.get_by_role("link", name="De Koperwiek").press("Enter")
        await expect(page.get_by_role("button", name="Controleer opnieuw")).to_be_visible()
        await check_looks(page)
        async with town.storage.reading() as uow:
            assert (await uow.kvo_groups.get(KvoGroupId(2))).closed_at is not None
