"""Tests with a real identity provider: its metadata, tokens, sessions and pages, over HTTP and in a browser."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest
from playwright.async_api import Browser, expect
from pydantic import SecretStr

from bot.cli.provider_check import provider_finding
from tests.bot.town import SETTINGS, Person, Town, open_town
from tests.console.accounts import link_of, member_of
from tests.console.looks import check_looks
from tests.console.pages.test_approvals import submitted
from tests.console.real_provider import NAME, RealProvider, be_now, running_provider, signs_in_as
from tests.console.stand_in import goes_there
from tests.console.visitor import Answer, Visitor, running_console
from tests.patience import PATIENCE
from tests.ports import free_port

pytestmark = [pytest.mark.provider]
SECOND = {"second": "on"}
REFUSED = "status of 409"  # what a browser notes of a form that came too late


@asynccontextmanager
async def _open(
    town: Town, origin: str = "https://console.example.nl"
) -> AsyncIterator[tuple[RealProvider, Visitor, aiohttp.ClientSession]]:
    """A provider, a visitor of the console that uses it, and the cookies of that visitor at the provider."""
    be_now(town)
    async with (
        running_provider(origin, free_port()) as provider,
        running_console(town, origin, provider=provider.settings) as visitor,
        aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar()) as browser,
    ):
        yield provider, visitor, browser


async def _binds(visitor: Visitor, browser: aiohttp.ClientSession, link: str, name: str, **form: str) -> Answer:
    address = await goes_there(visitor, await visitor.get(link), f"{link}/provider")
    return await visitor.get(await signs_in_as(browser, address, visitor.origin, name, **form))


async def _signs_in(visitor: Visitor, browser: aiohttp.ClientSession, name: str = "", **form: str) -> Answer:
    address = await goes_there(visitor, await visitor.get("/sign-in"), "/sign-in/provider", back="/account")
    return await visitor.get(await signs_in_as(browser, address, visitor.origin, name, **form))


async def _grow_old(town: Town, person: Person) -> None:
    """Have the sessions of somebody be eleven minutes past their last proof; the provider's clock cannot be set."""
    async with town.storage.transaction() as uow:
        for one in await uow.accounts.sessions_of(await member_of(person), town.clock.now()):
            await uow.accounts.note_fresh(one.id, town.clock.now(), town.clock.now() - timedelta(minutes=11))


async def test_bind_and_sign_in(town: Town) -> None:
    """A link binds who signs in at the provider's page; where its session is open it asks nothing again."""
    async with _open(town) as (_, visitor, browser):
        person = await town.coordinator(1)
        assert 303 == (await _binds(visitor, browser, await link_of(person), "piet", **SECOND)).status
        other = visitor.beside()
        assert 303 == (await _signs_in(other, browser)).status
        assert 200 == (await other.get("/account")).status


async def test_one_step_and_strangers_stay_out(town: Town) -> None:
    """Who takes one step only, and who is bound to nobody, read why."""
    async with _open(town) as (_, visitor, browser):
        answer = await _signs_in(visitor, browser, "piet")
        assert (403, True) == (answer.status, "twee stappen" in answer.text)
        browser.cookie_jar.clear()
        answer = await _signs_in(visitor, browser, "piet", **SECOND)
        assert (403, True) == (answer.status, "hoort hier bij niemand" in answer.text)


async def test_confirming_asks_again(town: Town) -> None:
    """To confirm, the provider shows its page although a session is open there, and another name confirms nothing."""
    async with _open(town) as (_, visitor, browser):
        person = await town.coordinator(1)
        await _binds(visitor, browser, await link_of(person), "piet", **SECOND)
        for name, status in (("piet", 303), ("els", 403)):
            await _grow_old(town, person)
            page = await visitor.get("/account")
            address = await goes_there(visitor, page, "/account/provider", back="/account")
            answer = await visitor.get(await signs_in_as(browser, address, visitor.origin, name, **SECOND))
            assert (name, status) == (name, answer.status)
            assert (status == 403) == ("Opnieuw inloggen via" in (await visitor.get("/account")).text)
            browser.cookie_jar.clear()  # where somebody else signs in, it first asks the first to sign out


async def test_a_provider_that_starts_anew_has_another_key(town: Town) -> None:
    """After a restart with a new signing key people sign in as before; while it is away they read so."""
    be_now(town)
    origin, port = "https://console.example.nl", free_port()
    async with (
        running_console(town, origin, provider=RealProvider(f"http://localhost:{port}").settings) as visitor,
        aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar()) as browser,
    ):
        page = await visitor.get("/sign-in")
        assert 503 == (await visitor.sends(page, "/sign-in/provider")).status
        async with running_provider(origin, port):
            await _binds(visitor, browser, await link_of(await town.coordinator(1)), "piet", **SECOND)
        browser.cookie_jar.clear()
        async with running_provider(origin, port):
            be_now(town)
            assert 303 == (await _signs_in(visitor.beside(), browser, "piet", **SECOND)).status


async def test_the_doctor_knows_a_wrong_secret(town: Town) -> None:
    """The doctor says whether the provider answers and knows the client by its secret."""
    async with _open(town) as (provider, visitor, _):
        right = {"console_url": visitor.origin, **provider.settings}
        assert ("provider", True) == (await provider_finding(SETTINGS.model_copy(update=right)))[:2]
        for wrong in ({"oidc_client_secret": SecretStr("x")}, {"oidc_client_id": "x"}):
            _, is_well, text = await provider_finding(SETTINGS.model_copy(update={**right, **wrong}))
            assert (False, True) == (is_well, "does not know the client" in text)
        _, is_well, text = await provider_finding(
            SETTINGS.model_copy(update={**right, "oidc_issuer": f"{provider.issuer}/"})
        )
        assert (False, True) == (is_well, "to the letter" in text)


@pytest.mark.browser
@pytest.mark.asyncio(loop_scope="session")
async def test_sign_in_and_approve_in_a_browser(browser: Browser, tmp_path: Path) -> None:
    """Police come by a link, sign in at their organisation's page, sign out and in, and approve a notice after signing
    in there again; each page passes axe and none breaks the policy."""
    port = free_port()
    origin = f"http://localhost:{port}"
    async with (
        open_town(tmp_path) as town,
        running_provider(origin, free_port()) as provider,
        running_console(town, origin, provider=provider.settings, port=port) as visitor,
        await browser.new_context(locale="nl-NL") as context,
    ):
        be_now(town)
        page = await context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        complaints: list[str] = []
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        author, colleague = await town.coordinator(1), await town.coordinator(2)
        path = await submitted(author)

        async def signs_in_there() -> None:
            await expect(page.get_by_role("heading", level=1)).to_have_text("Inloggen bij de gemeente")
            await page.get_by_label("Naam").fill("els")
            be_now(town)
            await page.get_by_role("button", name="Verder").click()

        await page.goto(visitor.origin + await link_of(colleague))
        await check_looks(page)
        be_now(town)
        await page.get_by_role("button", name=f"Inloggen via {NAME}").press("Enter")
        await signs_in_there()
        await expect(page.get_by_role("heading", level=1)).to_have_text("Mijn account")
        await check_looks(page)
        await page.get_by_role("button", name="Uitloggen").click()
        await page.get_by_role("link", name="Inloggen").click()
        await check_looks(page)
        be_now(town)
        await page.get_by_role("button", name=f"Inloggen via {NAME}").press("Enter")
        await expect(page.get_by_role("link", name="Mijn account")).to_be_visible()
        await _grow_old(town, colleague)
        await page.goto(visitor.origin + path)
        await check_looks(page)
        await page.get_by_role("button", name="Akkoord, versturen").press("Enter")
        await expect(page.get_by_text("Log opnieuw in via je organisatie")).to_be_visible()
        await check_looks(page)
        be_now(town)
        await page.get_by_role("button", name=f"Opnieuw inloggen via {NAME}").press("Enter")
        await signs_in_there()
        await expect(page.get_by_role("button", name="Akkoord, versturen")).to_be_visible()
        assert 0 == await page.evaluate("sessionStorage.length")
        await expect(page.get_by_role("region", name="Zo komt het bericht aan")).to_contain_text("overval")
        await page.get_by_role("button", name="Akkoord, versturen").press("Enter")
        await expect(page.get_by_text("is goedgekeurd door jou")).to_be_visible()
        assert [] == [one for one in complaints if REFUSED not in one]
