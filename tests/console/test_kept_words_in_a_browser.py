"""Tests in a real browser of what was typed before the session ended: it stands in the form again, and is not sent."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from alerts.alert import AlertState
from tests.bot.town import Town
from tests.console.accounts import link_of
from tests.console.looks import check_looks
from tests.console.pages.test_approvals import state_of, submitted
from tests.console.test_passkeys_in_a_browser import open_page
from tests.console.visitor import Visitor

SIGN_IN_FIRST = "status of 403"  # what a browser notes of a form that comes after the session
WORDS = "Graag zonder de naam van de straat."

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_comment_survives_the_end_of_the_session(browser: Browser, tmp_path: Path) -> None:
    """Police type a comment, are away for half an hour, and send it: they sign in, find it in the form with the focus
    in it, and only their second press returns the notice."""
    async with open_page(browser, tmp_path, SIGN_IN_FIRST) as (town, visitor, page):
        path = await _typed(town, visitor, page)
        town.clock.pass_by(minutes=31)
        await page.get_by_role("button", name="Terug met opmerking").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("Inloggen")
        await expect(page.get_by_role("status")).to_contain_text("Er is nog niets verstuurd")
        await check_looks(page)
        await page.get_by_role("button", name="Inloggen met toegangssleutel").click()
        field = page.locator("#comment-returned")
        await expect(field).to_be_focused()
        await expect(field).to_have_value(WORDS)
        await expect(page.get_by_role("alert").filter(has_text="Je was uitgelogd")).to_be_visible()
        await check_looks(page)
        assert visitor.origin + path == page.url
        assert AlertState.PENDING is await state_of(town, path)
        assert 0 == await page.evaluate("sessionStorage.length")
        await page.get_by_role("button", name="Terug met opmerking").click()
        await expect(page.get_by_text("is teruggegeven door jou")).to_be_visible()
        assert AlertState.DRAFT is await state_of(town, path)


async def test_words_are_shown_where_their_form_is_gone(browser: Browser, tmp_path: Path) -> None:
    """When a colleague decided meanwhile there is no form any more; the words stand on the page."""
    async with open_page(browser, tmp_path, SIGN_IN_FIRST) as (town, visitor, page):
        await _typed(town, visitor, page)
        third = await town.coordinator(3)
        await third.types("/goedkeuren")
        await third.taps("Akkoord, versturen")
        town.clock.pass_by(minutes=31)
        await page.get_by_role("button", name="Terug met opmerking").click()
        await page.get_by_role("button", name="Inloggen met toegangssleutel").click()
        told = page.get_by_role("alert").filter(has_text="Het formulier is er niet meer")
        await expect(told).to_contain_text(WORDS)
        await check_looks(page)


async def _typed(town: Town, visitor: Visitor, page: Page) -> str:
    """Sign somebody in, and type a comment on a notice; return the path of its page."""
    author, colleague = await town.coordinator(1), await town.coordinator(2)
    path = await submitted(author)
    await page.goto(visitor.origin + await link_of(colleague))
    await page.get_by_role("button", name="Toegangssleutel maken").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Mijn account")
    await page.goto(visitor.origin + path)
    await page.get_by_text("Terug met opmerking").first.click()
    await page.locator("#comment-returned").fill(WORDS)
    return path
