"""Tests of the work itself in a browser that runs no scripts: only enrolling and signing in need one."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, CDPSession, Page, expect

from tests.bot.reporting import report_of
from tests.console.pages.test_compose import drafts_of
from tests.console.pages.test_reports import reported
from tests.console.test_compose_in_a_browser import SENTENCE, enrols
from tests.console.test_passkeys_in_a_browser import open_page

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def scripts_off(page: Page) -> CDPSession:
    """Run no scripts in this page from its next document on; return what switches them on again."""
    devices = await page.context.new_cdp_session(page)
    await devices.send("Emulation.setScriptExecutionDisabled", {"value": True})
    return devices


async def test_a_notice_goes_to_a_colleague_and_back(browser: Browser, tmp_path: Path) -> None:
    """Without scripts somebody composes a notice from a sentence and asks for approval; a colleague returns it with a
    comment, which its drafter reads, and approves it the second time."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        author, colleague = await town.coordinator(1), await town.coordinator(2)
        heading = page.get_by_role("heading", level=1)
        await enrols(page, visitor, author)
        switch = await scripts_off(page)
        await page.get_by_role("link", name="Nieuw bericht").click()
        await page.get_by_label("Wat is er gebeurd?").fill(SENTENCE)
        await page.get_by_role("button", name="Vul de velden in").click()
        await expect(page.get_by_label("Soort", exact=True)).to_have_value("robbery")
        await page.get_by_role("button", name="Voorbeeld").click()
        await expect(heading).to_have_text("Concept 2026-0001")
        await page.get_by_role("button", name="Vraag akkoord").click()
        await expect(page.get_by_text("wacht op akkoord")).to_be_visible()
        await page.get_by_role("button", name="Uitloggen").click()
        await town.deliver()
        await switch.send("Emulation.setScriptExecutionDisabled", {"value": False})
        await enrols(page, visitor, colleague)
        await switch.send("Emulation.setScriptExecutionDisabled", {"value": True})
        await page.get_by_role("link", name="Goedkeuren").click()
        await page.get_by_role("link", name="2026-0001").click()
        await page.get_by_text("Terug met opmerking").first.click()
        await page.get_by_label("Je eigen woorden").first.fill("Graag korter.")
        await page.get_by_role("button", name="Terug met opmerking").click()
        await expect(page.get_by_text(re.compile("teruggegeven|terug"))).not_to_have_count(0)
        await town.deliver()
        [draft] = await drafts_of(author)
        assert "Graag korter." in author.news()
        assert draft.number == "2026-0001"


@pytest.mark.main
async def test_a_report_is_taken_and_closed(browser: Browser, tmp_path: Path) -> None:
    """Without scripts a coordinator reads a report, takes it, forgets the outcome once, and closes it; and finds the
    shop that it came from."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        els, agent, _colleague = await reported(town, kind="robbery")
        await enrols(page, visitor, agent)
        await scripts_off(page)
        await page.get_by_role("link", name="Meldingen", exact=True).click()
        await page.get_by_role("link", name="M-2026-0001").click()
        await page.get_by_role("button", name="Beoordelen").click()
        await expect(page.get_by_role("region", name="Wat er is gemeld")).to_contain_text("De Parel 1")
        await page.get_by_role("button", name="Ik pak dit op").click()
        await expect(page.get_by_role("region")).to_contain_text("Opgepakt door")
        await page.get_by_role("button", name="Sluit").click()
        await expect(page.get_by_role("alert")).to_be_visible()
        await page.get_by_label("Afgehandeld").check()
        await page.get_by_role("button", name="Sluit").click()
        await expect(page.get_by_role("region")).to_contain_text("Gesloten: afgehandeld.")
        await town.deliver()
        assert "is afgehandeld" in els.news()
        assert not (await report_of(town)).is_open
        await page.get_by_role("link", name="Zaken", exact=True).click()
        await page.get_by_label("Begin van de naam").fill("de pa")
        await page.get_by_role("button", name="Zoek een zaak").click()
        await expect(page.get_by_role("link", name="De Parel").first).to_be_visible()
        await page.get_by_role("button", name="Uitloggen").click()
        await expect(page.get_by_role("link", name="Inloggen")).to_be_visible()
