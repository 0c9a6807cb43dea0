"""Attacks on signing in at an identity provider: forged, replayed and mixed-up answers and tokens let nobody in."""

import json
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator, Callable
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest
import pytest_asyncio

from tests.bot.town import Town
from tests.console.accounts import link_of, recorded
from tests.console.stand_in import (
    StandIn,
    binds,
    confirms,
    goes_there,
    signs_in_by,
    signs_in_there,
    standing_in,
)
from tests.console.visitor import Visitor, running_console

SESSION, LOGIN = "__Host-session", "__Host-login"
Forge = Callable[[StandIn, dict[str, Any]], str]


@pytest_asyncio.fixture
async def provider(town: Town) -> AsyncIterator[StandIn]:
    """A provider that can be told to lie."""
    async with standing_in(town) as one:
        yield one


@pytest_asyncio.fixture
async def visitor(town: Town, provider: StandIn) -> AsyncIterator[Visitor]:
    """A visitor whose identity is bound already, in a browser that is not signed in."""
    async with running_console(town, provider=provider.settings) as first:
        assert 303 == (await binds(first, await link_of(await town.coordinator(1)))).status
        yield first.beside()


async def _on_the_way(visitor: Visitor, back: str = "/account") -> str:
    """Go to the provider and sign in there; return the path with which the browser is to come back."""
    address = await goes_there(visitor, await visitor.get("/sign-in"), "/sign-in/provider", back=back)
    return await signs_in_there(visitor, address)


async def test_the_answer_without_a_lie_lets_in(visitor: Visitor) -> None:
    """What the attacks below change is all that keeps them out."""
    assert 303 == (await signs_in_by(visitor)).status
    assert SESSION in visitor.cookies
    assert LOGIN not in visitor.cookies


async def test_a_new_session_begins_in_place_of_a_planted_one(town: Town, visitor: Visitor) -> None:
    """The cookies of the session and of the forms change; a session that somebody planted never counts."""
    visitor.cookies[SESSION] = "planted"
    path = await _on_the_way(visitor)
    before = visitor.cookies["__Host-form"]
    answer = await visitor.get(path)
    assert visitor.cookies[SESSION] != "planted"
    assert visitor.cookies["__Host-form"] != before
    [cookie] = [one for one in answer.set_cookies if one.startswith(f"{SESSION}=")]
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} == set(cookie.split("; ")[1:])


async def test_the_login_cookie_is_short_and_closed(town: Town, visitor: Visitor, provider: StandIn) -> None:
    """It is for this host alone, lasts ten minutes, and shows none of the secrets in it."""
    page = await visitor.get("/sign-in")
    answer = await visitor.sends(page, "/sign-in/provider", back="/account")
    [cookie] = [one for one in answer.set_cookies if one.startswith(f"{LOGIN}=")]
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=600"} == set(cookie.split("; ")[1:])
    assert len(visitor.cookies[LOGIN]) < 2_000
    path = await _on_the_way(visitor)
    assert provider.asked["state"] not in visitor.cookies[LOGIN]
    town.clock.pass_by(minutes=10)
    assert 403 == (await visitor.get(path)).status


@pytest.mark.parametrize("state", [None, "", "x", "another"])
async def test_an_answer_needs_the_state(town: Town, visitor: Visitor, state: str | None) -> None:
    """Without the state, with another or with two, nobody is let in, and it is on the record; the login that is under
    way still counts."""
    path = await _on_the_way(visitor)
    told = dict(parse_qsl(path.partition("?")[2]))
    changed = {**told, "state": state} if state is not None else {k: v for k, v in told.items() if k != "state"}
    for wrong in (urlencode(changed), f"{urlencode(told)}&state=x"):
        answer = await visitor.get(f"/sign-in/return?{wrong}")
        assert (403, True) == (answer.status, "geen geldig antwoord" in answer.text)
    assert SESSION not in visitor.cookies
    assert 303 == (await visitor.get(path)).status


async def test_another_browser_brings_no_answer(visitor: Visitor) -> None:
    """The address of an answer is worth nothing in another browser: neither in one without a login, nor in one with a
    login of its own."""
    path = await _on_the_way(visitor)
    victim = visitor.beside()
    assert 403 == (await victim.get(path)).status
    await _on_the_way(victim)
    assert 403 == (await victim.get(path)).status
    assert SESSION not in victim.cookies


async def test_a_login_cookie_cannot_be_made_or_changed(visitor: Visitor) -> None:
    """One that was altered, or is of another purpose, opens nothing."""
    path = await _on_the_way(visitor)
    sealed = visitor.cookies[LOGIN]
    for forged in (
        "",
        "x",
        sealed[:-6] + "AAAA==",
        urlsafe_b64encode(json.dumps({"errand": "bind"}).encode()).decode(),
    ):
        visitor.cookies[LOGIN] = forged
        assert (forged, 403) == (forged, (await visitor.get(path)).status)
    assert SESSION not in visitor.cookies


async def test_an_answer_counts_once(town: Town, visitor: Visitor, provider: StandIn) -> None:
    """The same answer again is refused, also with the cookie that it came with and a provider that takes the code
    again."""
    path = await _on_the_way(visitor)
    cookies, codes = dict(visitor.cookies), dict(provider.codes)
    assert 303 == (await visitor.get(path)).status
    thief = visitor.beside()
    for again in ({}, codes):
        thief.cookies = dict(cookies)
        provider.codes = dict(again)
        assert 403 == (await thief.get(path)).status
        assert SESSION not in thief.cookies


async def test_a_code_of_another_login_is_refused(visitor: Visitor) -> None:
    """A code that was stolen from another browser and put into one's own answer fails by PKCE and by the nonce."""
    victim = visitor.beside()
    stolen = dict(parse_qsl((await _on_the_way(victim)).partition("?")[2]))["code"]
    path = await _on_the_way(visitor)
    told = {**dict(parse_qsl(path.partition("?")[2])), "code": stolen}
    assert 403 == (await visitor.get(f"/sign-in/return?{urlencode(told)}")).status
    assert SESSION not in visitor.cookies


@pytest.mark.parametrize(
    "query", [{"iss": "https://evil.example"}, {"iss": None}, {"iss": ""}, {"code": None}, {"code": ""}]
)
async def test_an_answer_of_another_provider_is_refused(
    town: Town, visitor: Visitor, provider: StandIn, query: dict[str, str | None]
) -> None:
    """An answer that names another issuer, or none where the provider names itself, gives its code to nobody."""
    provider.query = query
    path = await _on_the_way(visitor)
    assert 403 == (await visitor.get(path)).status
    assert 1 == len(provider.codes)


async def test_the_same_subject_at_another_provider_is_somebody_else(town: Town, provider: StandIn) -> None:
    """When the settings name another provider, who has the same subject there is nobody here."""
    async with running_console(town, provider=provider.settings) as visitor:
        await binds(visitor, await link_of(await town.coordinator(1)))
    async with standing_in(town) as other, running_console(town, provider=other.settings) as visitor:
        assert provider.subject == other.subject
        answer = await signs_in_by(visitor)
        assert (403, True) == (answer.status, "hoort hier bij niemand" in answer.text)
        assert SESSION not in visitor.cookies


async def test_a_refusal_of_the_provider_is_told_in_our_words(visitor: Visitor, provider: StandIn) -> None:
    """An error with a text of somebody else's is answered by a page of ours, without that text."""
    provider.query = {"code": None, "error": "access_denied", "error_description": "<script>Bel 0900-FRAUDE</script>"}
    answer = await visitor.get(await _on_the_way(visitor))
    assert (403, False) == (answer.status, "FRAUDE" in answer.text)
    provider.query = {"code": None, "error": "temporarily_unavailable"}
    assert 503 == (await visitor.get(await _on_the_way(visitor))).status


async def test_confirming_by_one_factor_confirms_nothing(town: Town, provider: StandIn) -> None:
    """The factors are asked again when somebody confirms."""
    async with running_console(town, provider=provider.settings) as visitor:
        await binds(visitor, await link_of(await town.coordinator(1)))
        town.clock.pass_by(minutes=11)
        provider.claims = {"amr": ["pwd"]}
        assert 403 == (await confirms(visitor, await visitor.get("/account"))).status
        assert "Opnieuw inloggen via" in (await visitor.get("/account")).text


async def test_an_answer_confirms_the_session_that_asked_only(town: Town, provider: StandIn) -> None:
    """Somebody who signed out and in meanwhile begins with what that gave them; the earlier answer confirms nothing."""
    async with running_console(town, provider=provider.settings) as visitor:
        await binds(visitor, await link_of(await town.coordinator(1)))
        town.clock.pass_by(minutes=11)
        address = await goes_there(visitor, await visitor.get("/account"), "/account/provider", back="/account")
        path, login = await signs_in_there(visitor, address), visitor.cookies[LOGIN]
        provider.claims["auth_time"] = int(town.clock.now().timestamp()) - 1200
        await signs_in_by(visitor)
        visitor.cookies[LOGIN] = login
        provider.claims.clear()
        assert 403 == (await visitor.get(path)).status
        assert "Opnieuw inloggen via" in (await visitor.get("/account")).text


async def test_an_answer_to_sign_in_binds_and_confirms_nothing(town: Town, visitor: Visitor, provider: StandIn) -> None:
    """What a login is for is in the sealed cookie: an answer to signing in, brought with a link's address, leaves the
    link as it was."""
    link = await link_of(await town.coordinator(2))
    provider.subject = "mallory"
    path = await _on_the_way(visitor, back=link)
    assert 403 == (await visitor.get(f"{path}&secret={link.rpartition('/')[2]}")).status
    assert 200 == (await visitor.get(link)).status


async def test_binding_needs_a_form_of_the_console(town: Town, visitor: Visitor) -> None:
    """Another website can neither send a browser on the way nor have it bind something."""
    link = await link_of(await town.coordinator(2))
    page = await visitor.get(link)
    for path in (f"{link}/provider", "/sign-in/provider"):
        assert 403 == (await visitor.post(path, {"form_token": page.token}, Origin="https://evil.example")).status
        assert 403 == (await visitor.post(path, {"form_token": "x" * 22})).status
        assert 405 == (await visitor.get(path)).status
    assert LOGIN not in visitor.cookies


@pytest.mark.parametrize("back", ["https://evil.example", "//evil.example", "/\\evil.example", "x" * 3_000])
async def test_signing_in_leads_nowhere_else(visitor: Visitor, back: str) -> None:
    """Whatever the form says, signing in leads to a page of the console."""
    assert "/" == (await signs_in_by(visitor, back)).headers["Location"]


async def test_a_link_that_was_used_meanwhile_binds_nothing(town: Town, visitor: Visitor, provider: StandIn) -> None:
    """Two browsers are on the way with one link: the first that comes back is bound, the other is told that the link
    works no longer."""
    person = await town.coordinator(2)
    link, late = await link_of(person), visitor.beside()
    provider.subject = "late"
    path = await signs_in_there(late, await goes_there(late, await late.get(link), f"{link}/provider"))
    provider.subject = "first"
    assert 303 == (await binds(visitor, link)).status
    provider.subject = "late"
    assert 404 == (await late.get(path)).status
    assert SESSION not in late.cookies


async def test_guesses_are_counted_by_address(town: Town, visitor: Visitor) -> None:
    """After thirty false answers an address is refused for a while, and each was on the record."""
    person = town.person(9)
    for _ in range(30):
        assert 403 == (await visitor.get("/sign-in/return?state=x&code=y")).status
    assert 429 == (await visitor.get("/sign-in/return?state=x&code=y")).status
    assert 30 == await recorded(person, "account.failed")
