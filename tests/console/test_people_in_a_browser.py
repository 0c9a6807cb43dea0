"""Tests in a real browser: somebody without Telegram takes a role, an administrator invites, ends and recovers, and the
record is read and exported."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.bot.administering import administrator
from tests.bot.confirming import second_administrator
from tests.console.accounts import console_invite, link_of, member_of
from tests.console.authenticator import Authenticator
from tests.console.looks import check_looks
from tests.console.pages.test_approvals import submitted
from tests.console.test_passkeys_in_a_browser import open_page

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_somebody_without_telegram_approves(browser: Browser, tmp_path: Path) -> None:
    """A link of the command line enrols a passkey and gives the role; the new member approves a notice with it."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        author = await town.coordinator(1)
        await page.goto(visitor.origin + await console_invite(town))
        await expect(page.get_by_text("A. de Vries, politie")).to_be_visible()
        await check_looks(page)
        await page.get_by_role("button", name="Toegangssleutel maken").press("Enter")
        await expect(page.get_by_role("heading", level=1)).to_have_text("Mijn account")
        await check_looks(page)
        await submitted(author)
        await page.get_by_role("link", name="Goedkeuren").click()
        await page.get_by_role("link", name="2026-0001").click()
        await page.get_by_role("button", name="Akkoord, versturen").press("Enter")
        await expect(page.get_by_text("is goedgekeurd door jou")).to_be_visible()


async def test_an_administrator_works_in_a_browser(browser: Browser, tmp_path: Path) -> None:
    """An administrator invites somebody, with a wrong field on the way, looks at a person, and asks for a new link
    after the passkey; every page passes axe."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        admin = await administrator(town)
        await second_administrator(town)
        await town.coordinator(1)
        await page.goto(visitor.origin + await link_of(admin))
        await page.get_by_role("button", name="Toegangssleutel maken").click()
        await page.get_by_role("link", name="Mensen en rollen").click()
        await check_looks(page)
        await page.get_by_role("link", name="Iemand uitnodigen").click()
        await check_looks(page)
        await page.get_by_label("Welke rol krijgt diegene?").select_option("police")
        await page.get_by_label("Voor welk gebied?").fill("Nergenshuizen")
        await page.get_by_label("In de browser, zonder Telegram").check()
        await page.get_by_label("Voor wie is de link?").fill("B. Jansen, wijkagent")
        async with page.expect_response(lambda one: one.status == 422):
            await page.get_by_role("button", name="Maak de link").click()
        await check_looks(page)
        await page.get_by_role("alert").first.get_by_role("link").press("Enter")
        await expect(page.locator("#area")).to_be_focused()
        await expect(page.get_by_label("Voor wie is de link?")).to_have_value("B. Jansen, wijkagent")
        await page.locator("#area").fill("2903")
        await page.get_by_role("button", name="Maak de link").click()
        await expect(page.get_by_text(re.compile(r"/link/"))).to_be_visible()
        await check_looks(page)
        await page.get_by_role("link", name="Terug").click()
        await page.get_by_role("link", name="overvalcoördinator").click()
        town.clock.pass_by(minutes=11)
        await page.reload()
        await check_looks(page)
        await page.get_by_role("button", name="Nieuwe link aanvragen").press("Enter")
        await expect(page.get_by_text("Wie hem vroeg maakt hem")).to_be_visible()


async def test_confirming_and_the_record_in_a_browser(browser: Browser, tmp_path: Path) -> None:
    """A second administrator confirms with the passkey, reads that on the record, checks it and exports it."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        admin, second = await administrator(town), await second_administrator(town)
        newcomer = visitor.beside()
        await newcomer.enrols(await console_invite(town, by=await member_of(admin)), Authenticator())
        await town.deliver()
        await page.goto(visitor.origin + await link_of(second))
        await page.get_by_role("button", name="Toegangssleutel maken").click()
        await page.get_by_role("link", name="Vandaag").click()
        await page.get_by_role("link", name="tweede persoon").click()
        await check_looks(page)
        await page.get_by_role("button", name="Bevestigen").click()
        await expect(page.get_by_text("Er wacht niets")).to_be_visible()
        await page.get_by_role("link", name="Logboek").click()
        await check_looks(page)
        await expect(page.get_by_text("bevestigde").first).to_be_visible()
        await page.get_by_role("button", name="Controleer nu").click()
        await expect(page.get_by_role("status")).to_contain_text("sluiten op elkaar aan")
        await page.get_by_label("Waarom heb je dit nodig?").fill("Jaarlijkse controle")
        async with page.expect_download() as waited:
            await page.get_by_role("button", name="Downloaden als CSV").click()
        assert (await waited.value).suggested_filename.endswith(".csv")
