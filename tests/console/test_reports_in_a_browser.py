"""Tests of reports in a real browser: taken and closed there, while the shop hears it in the chat."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.bot.reporting import jeweller, report_of, reports
from tests.console.accounts import link_of
from tests.console.looks import check_looks
from tests.console.pages.test_reports import reported
from tests.console.test_passkeys_in_a_browser import open_page

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_report_is_taken_in_the_console_and_the_shop_hears_it(browser: Browser, tmp_path: Path) -> None:
    """By keyboard a coordinator opens a new report, says what for, takes it, forgets the outcome, and closes it; the
    shop hears both in the chat, and every page passes axe."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        els, agent, _colleague = await reported(town, kind="robbery")
        await page.goto(visitor.origin + await link_of(agent))
        await page.get_by_role("button", name="Toegangssleutel maken").click()
        await page.get_by_role("link", name="Meldingen", exact=True).press("Enter")
        await expect(page.get_by_role("heading", level=1)).to_have_text("Meldingen")
        await check_looks(page)
        await page.get_by_role("link", name="M-2026-0001").press("Enter")
        await expect(page.get_by_role("button", name="Beoordelen")).to_be_visible()
        await check_looks(page)
        await page.get_by_role("button", name="Beoordelen").press("Enter")
        await expect(page.get_by_role("region", name="Wat er is gemeld")).to_contain_text("De Parel 1")
        await check_looks(page)
        await page.get_by_role("button", name="Ik pak dit op").press("Enter")
        await expect(page.get_by_role("region")).to_contain_text("Opgepakt door: overvalcoördinator")
        await town.deliver()
        assert "is opgepakt door" in els.news()
        async with page.expect_response(lambda one: one.status == 422):
            await page.get_by_role("button", name="Sluit").press("Enter")
        await expect(page.get_by_role("alert")).to_be_visible()
        await check_looks(page)
        await page.get_by_role("alert").get_by_role("link").press("Enter")
        await expect(page.get_by_role("group", name="Hoe is het afgelopen")).to_be_focused()
        await page.get_by_label("Afgehandeld").press("Space")
        await page.get_by_role("button", name="Sluit").press("Enter")
        await expect(page.get_by_role("region")).to_contain_text("Gesloten: afgehandeld.")
        await check_looks(page)
        await town.deliver()
        assert "is afgehandeld" in els.news()
        assert not (await report_of(town)).is_open


async def test_a_question_and_a_duplicate_in_a_browser(browser: Browser, tmp_path: Path) -> None:
    """A coordinator forgets the question, asks it, and joins the next report to the first; the page names what is
    wrong, links there, and passes axe in each state."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        els, agent, _colleague = await reported(town, kind="robbery")
        bob = await jeweller(town, 2, agent)
        await reports(bob, kind="robbery")
        await page.goto(visitor.origin + await link_of(agent))
        await page.get_by_role("button", name="Toegangssleutel maken").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("Mijn account")
        await page.goto(f"{visitor.origin}/reports/1")
        await page.get_by_role("button", name="Beoordelen").click()
        async with page.expect_response(lambda one: one.status == 422):
            await page.get_by_role("button", name="Stel de vraag").click()
        await check_looks(page)
        await page.get_by_role("alert").get_by_role("link").press("Enter")
        await expect(page.get_by_label("Wat wil je weten")).to_be_focused()
        await page.get_by_label("Wat wil je weten").fill("Welke kleur had de auto?")
        await page.get_by_role("button", name="Stel de vraag").press("Enter")
        await expect(page.get_by_role("region")).to_contain_text("Er staat een vraag uit bij de melder.")
        await check_looks(page)
        await town.deliver()
        assert "Welke kleur had de auto?" in els.news()
        await page.goto(f"{visitor.origin}/reports/2")
        await page.get_by_role("button", name="Beoordelen").click()
        async with page.expect_response(lambda one: one.status == 422):
            await page.get_by_role("button", name="Voeg samen").click()
        await check_looks(page)
        await page.get_by_role("alert").get_by_role("link").press("Enter")
        await expect(page.get_by_role("group", name="Is dit dubbel")).to_be_focused()
        await page.get_by_label("M-2026-0001: zelfde soort").check()
        await page.get_by_role("button", name="Voeg samen").press("Enter")
        await expect(page.get_by_role("heading", name="Dubbel van")).to_be_visible()
        await check_looks(page)
        await page.get_by_role("link", name="M-2026-0001").click()
        await expect(page.get_by_role("heading", name="Dubbele meldingen hiervan")).to_be_visible()
        await check_looks(page)


async def test_the_board_works_without_script(browser: Browser, tmp_path: Path) -> None:
    """The filter is an ordinary form, and an empty list says where to look."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        _els, agent, _colleague = await reported(town)
        await page.goto(visitor.origin + await link_of(agent))
        await page.get_by_role("button", name="Toegangssleutel maken").click()
        await page.get_by_role("link", name="Meldingen", exact=True).click()
        cookies = await page.context.cookies()
        async with await browser.new_context(locale="nl-NL", java_script_enabled=False) as context:
            await context.add_cookies([{**one} for one in cookies])  # type: ignore[typeddict-item]
            plain = await context.new_page()
            await plain.goto(f"{visitor.origin}/reports")
            await plain.get_by_label("Soort").select_option("robbery")
            await plain.get_by_role("button", name="Laat zien").click()
            await expect(plain.get_by_text("Geen melding past bij je keuze")).to_be_visible()
            await plain.get_by_role("link", name="Opgepakt").click()
            await plain.get_by_label("Soort").select_option("")
            await plain.get_by_role("button", name="Laat zien").click()
            await expect(plain.get_by_text("Er is niets opgepakt dat nog open is")).to_be_visible()
