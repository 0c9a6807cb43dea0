"""Tests in a real browser with a virtual authenticator: enrol, sign in, confirm, approve, sign out."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.bot.town import Town, open_town
from tests.console.accounts import link_of
from tests.console.looks import check_looks
from tests.console.pages.test_approvals import submitted
from tests.console.visitor import Visitor, running_console
from tests.patience import PATIENCE

REFUSED = "status of 422"  # what a browser notes of a form that comes back

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


@asynccontextmanager
async def open_page(
    browser: Browser, tmp_path: Path, noted: str = REFUSED, tiles: str = ""
) -> AsyncIterator[tuple[Town, Visitor, Page]]:
    """A town, its console, and a page of a browser with an authenticator; it must not break the policy. `noted`: what
    the browser may complain of; `tiles`: the address of a tile server."""
    async with (
        open_town(tmp_path) as town,
        running_console(town, "http://localhost:{port}", tiles=tiles) as visitor,
        await browser.new_context(locale="nl-NL") as context,
    ):
        page = await context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        devices = await context.new_cdp_session(page)
        await devices.send("WebAuthn.enable")
        phone = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
        }
        await devices.send("WebAuthn.addVirtualAuthenticator", {"options": phone})
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        yield town, visitor, page
        assert [] == [one for one in complaints if noted not in one]


async def test_enrol_sign_out_and_in_by_keyboard(browser: Browser, tmp_path: Path) -> None:
    """A link from the chat enrols a passkey; with it somebody signs out and in again, by keyboard alone; every page
    passes axe."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        person = await town.coordinator(1)
        await page.goto(visitor.origin + await link_of(person))
        await check_looks(page)
        await page.get_by_role("button", name="Toegangssleutel maken").press("Enter")
        heading = page.get_by_role("heading", level=1)
        await expect(heading).to_have_text("Mijn account")
        await check_looks(page)
        await page.get_by_role("button", name="Uitloggen").press("Enter")
        await page.get_by_role("link", name="Inloggen").press("Enter")
        await expect(heading).to_have_text("Inloggen")
        await check_looks(page)
        await page.get_by_role("button", name="Inloggen met toegangssleutel").press("Enter")
        await expect(page.get_by_role("link", name="Mijn account")).to_be_visible()


async def test_confirm_and_remove_in_a_browser(browser: Browser, tmp_path: Path) -> None:
    """After ten minutes removing the passkey asks for it once more, and then signs out."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        person = await town.coordinator(1)
        await page.goto(visitor.origin + await link_of(person))
        await page.get_by_role("button", name="Toegangssleutel maken").click()
        await expect(page.get_by_role("button", name="Nog een toegangssleutel maken")).to_be_visible()
        town.clock.pass_by(minutes=11)
        await page.reload()
        await expect(page.get_by_role("button", name="Bevestigen met toegangssleutel")).to_be_visible()
        await check_looks(page)
        await page.get_by_role("button", name="Verwijder de toegangssleutel").click()
        await expect(page.get_by_role("link", name="Inloggen")).to_be_visible()


async def test_a_browser_without_a_passkey_says_so(browser: Browser, tmp_path: Path) -> None:
    """Who has no passkey here, or refuses, reads that nothing came, on the same page."""
    async with open_page(browser, tmp_path) as (_town, visitor, page):
        await page.goto(f"{visitor.origin}/sign-in")
        await page.evaluate(
            "() => { navigator.credentials.get = () => Promise.reject(new DOMException('no', 'NotAllowedError')) }"
        )
        await page.get_by_role("button", name="Inloggen met toegangssleutel").click()
        await expect(page.get_by_role("alert")).to_have_text(
            "Je browser gaf geen toegangssleutel. Probeer het nog eens."
        )


@pytest.mark.main
async def test_approve_in_a_browser(browser: Browser, tmp_path: Path) -> None:
    """Police open what waits, read the notice, and approve it with their passkey; the author hears it in the chat."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        author, colleague = await town.coordinator(1), await town.coordinator(2)
        await submitted(author)
        await page.goto(visitor.origin + await link_of(colleague))
        await page.get_by_role("button", name="Toegangssleutel maken").click()
        await page.get_by_role("link", name="Vandaag").click()
        await expect(page.get_by_role("link", name="2026-0001")).to_be_visible()
        await check_looks(page)
        await page.get_by_role("link", name="Goedkeuren").click()
        await check_looks(page)
        await page.get_by_role("link", name="2026-0001").click()
        town.clock.pass_by(minutes=11)
        await page.reload()
        await expect(page.get_by_role("region", name="Zo komt het bericht aan")).to_contain_text("overval")
        await page.get_by_text("Terug met opmerking").first.click()
        await check_looks(page)
        author.news()
        await page.get_by_role("button", name="Akkoord, versturen").press("Enter")
        await expect(page.get_by_text("is goedgekeurd door jou")).to_be_visible()
        await check_looks(page)
        await town.deliver()
        assert "2026-0001" in author.news()


async def test_a_refused_comment_is_told_at_the_field(browser: Browser, tmp_path: Path) -> None:
    """The summary leads to the field, which has the words and what is wrong with them; it passes axe."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        author, colleague = await town.coordinator(1), await town.coordinator(2)
        path = await submitted(author)
        await page.goto(visitor.origin + await link_of(colleague))
        await page.get_by_role("button", name="Toegangssleutel maken").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("Mijn account")
        await page.goto(visitor.origin + path)
        await page.get_by_text("Afwijzen").first.click()
        await page.get_by_label("Je eigen woorden").last.fill("De auto was 12-ABC-3")
        async with page.expect_response(lambda one: one.status == 422):
            await page.get_by_role("button", name="Afwijzen").click()
        await page.get_by_role("alert").get_by_role("link").press("Enter")
        field = page.locator("#comment-rejected")
        await expect(field).to_be_focused()
        await expect(field).to_have_value("De auto was 12-ABC-3")
        await check_looks(page)
