"""Tests of signing in at an identity provider: binding by a link, signing in, confirming, and removing."""

import re
from collections.abc import AsyncIterator

import pytest_asyncio

from alerts.account import ISSUER_FACT
from alerts.role import Role
from alerts.services.permission.find_reachable import able_to_answer
from tests.bot.town import Town
from tests.console.accounts import console_invite, enrolled, link_of, member_of, recorded
from tests.console.pages.test_approvals import submitted
from tests.console.stand_in import StandIn, binds, confirms, signs_in_by, standing_in
from tests.console.visitor import Answer, Visitor, running_console


@pytest_asyncio.fixture
async def provider(town: Town) -> AsyncIterator[StandIn]:
    """The provider of this town's police."""
    async with standing_in(town) as one:
        yield one


@pytest_asyncio.fixture
async def visitor(town: Town, provider: StandIn) -> AsyncIterator[Visitor]:
    """A first visitor of a console with a provider."""
    async with running_console(town, provider=provider.settings) as first:
        yield first


async def test_a_link_binds_an_identity_once_and_signs_in(town: Town, visitor: Visitor, provider: StandIn) -> None:
    """Signing in at the provider from the page of the link uses the link up; from then on that identity signs in."""
    person = await town.coordinator(1)
    link = await link_of(person)
    assert "Of log voortaan in via Gemeente Capelle" in (await visitor.get(link)).text
    answer = await binds(visitor, link)
    assert (303, "/account") == (answer.status, answer.headers["Location"])
    page = await visitor.get("/account")
    assert provider.issuer in page.text
    assert "Je hebt geen toegangssleutel" in page.text
    assert 404 == (await visitor.get(link)).status
    assert [1, 1] == [await recorded(person, f"account.{one}") for one in ("bound", "provider_signed_in")]
    other = visitor.beside()
    answer = await signs_in_by(other, "/today")
    assert (303, "/today") == (answer.status, answer.headers["Location"])
    assert 200 == (await other.get("/today")).status


async def test_what_the_provider_is_asked(town: Town, visitor: Visitor, provider: StandIn) -> None:
    """A code for the one redirect address, with PKCE, state and nonce; to bind, the person must sign in anew."""
    person = await town.coordinator(1)
    link = await link_of(person)
    await binds(visitor, link)
    asked = provider.asked
    assert ("code", "openid", "S256", "wees-alert") == tuple(
        asked[name] for name in ("response_type", "scope", "code_challenge_method", "client_id")
    )
    assert f"{visitor.origin}/sign-in/return" == asked["redirect_uri"]
    assert ("0", "login", "urn:example:two-factors") == (asked["max_age"], asked["prompt"], asked["acr_values"])
    assert 3 == len({asked["state"], asked["nonce"], asked["code_challenge"]})
    assert all(len(asked[name]) >= 43 for name in ("state", "nonce", "code_challenge"))
    await signs_in_by(visitor.beside())
    assert ("43200", False) == (provider.asked["max_age"], "prompt" in provider.asked)


async def test_somebody_new_takes_a_role_by_their_identity(town: Town, visitor: Visitor, provider: StandIn) -> None:
    """A link of the console for somebody without a chat makes the member, with the identity."""
    link = await console_invite(town, Role.POLICE)
    answer = await binds(visitor, link)
    assert 303 == answer.status
    assert "Anderen zien je als" in (await visitor.get("/account")).text
    assert 404 == (await visitor.get(link)).status
    assert 303 == (await signs_in_by(visitor.beside())).status


async def test_nobody_gets_an_account_by_signing_in(town: Town, visitor: Visitor, provider: StandIn) -> None:
    """Who has no binding reads what to do; it is on the record, and no member and no session is made."""
    person = await town.coordinator(1)
    answer = await signs_in_by(visitor)
    assert (403, True) == (answer.status, "dit account hoort hier bij niemand" in answer.text)
    assert "__Host-session" not in visitor.cookies
    assert 1 == await recorded(person, "account.unknown")
    async with town.storage.reading() as uow:
        assert await uow.accounts.identity(provider.issuer, provider.subject) is None


async def test_an_identity_is_of_one_person(town: Town, visitor: Visitor, provider: StandIn) -> None:
    """An identity that somebody has is not bound to somebody else, whose link still works."""
    one, two, other = await town.coordinator(1), await town.coordinator(2), visitor.beside()
    await binds(visitor, await link_of(one))
    link = await link_of(two)
    answer = await binds(other, link)
    assert (409, True) == (answer.status, "hoort al bij iemand anders" in answer.text)
    assert "__Host-session" not in other.cookies
    provider.subject = "somebody-else"
    assert 303 == (await binds(other, link)).status


async def test_the_same_person_may_come_by_a_link_again(town: Town, visitor: Visitor, provider: StandIn) -> None:
    """A second link with the same identity signs in, and stores nothing twice."""
    person = await town.coordinator(1)
    await binds(visitor, await link_of(person))
    assert 303 == (await binds(visitor.beside(), await link_of(person))).status
    async with town.storage.reading() as uow:
        assert 1 == len(await uow.accounts.identities_of(await member_of(person)))
    assert 1 == await recorded(person, "account.bound")


async def test_three_identities_at_most(town: Town, visitor: Visitor, provider: StandIn) -> None:
    """A fourth identity of a person is refused."""
    person = await town.coordinator(1)
    for subject in "abc":
        provider.subject = subject
        assert 303 == (await binds(visitor.beside(), await link_of(person))).status
    provider.subject = "d"
    assert 429 == (await binds(visitor.beside(), await link_of(person))).status


async def test_who_has_no_passkey_approves_by_signing_in_again(town: Town, visitor: Visitor, provider: StandIn) -> None:
    """After ten minutes an approval is refused and leads to the provider; signed in anew there, it goes out."""
    author, colleague = await town.coordinator(1), await town.coordinator(2)
    await binds(visitor, await link_of(colleague))
    path = await submitted(author)
    assert "Opnieuw inloggen via" not in (await visitor.get(path)).text
    town.clock.pass_by(minutes=11)
    page = await visitor.get(path)
    assert "Opnieuw inloggen via Gemeente Capelle" in page.text
    refused = await visitor.sends(page, f"{path}/approve", grounds="")
    assert (409, True) == (refused.status, "Opnieuw inloggen via Gemeente Capelle" in refused.text)
    answer = await confirms(visitor, page)
    assert (303, path) == (answer.status, answer.headers["Location"])
    assert ("0", "login") == (provider.asked["max_age"], provider.asked["prompt"])
    page = await visitor.get(path)
    assert 303 == (await visitor.sends(page, f"{path}/approve")).status
    assert "is goedgekeurd door jou" in (await visitor.get(path)).text
    assert 1 == await recorded(colleague, "account.provider_confirmed")


async def test_an_old_sign_in_at_the_provider_is_not_fresh(town: Town, visitor: Visitor, provider: StandIn) -> None:
    """A session that began by an open session at the provider is as fresh as that one."""
    person = await town.coordinator(1)
    await binds(visitor, await link_of(person))
    town.clock.pass_by(hours=1)
    provider.claims["auth_time"] = int(town.clock.now().timestamp()) - 3000
    other = visitor.beside()
    assert 303 == (await signs_in_by(other)).status
    page = await other.get("/account")
    assert "Opnieuw inloggen via Gemeente Capelle" in page.text
    assert 403 == (await confirms(other, page)).status
    assert "Opnieuw inloggen via Gemeente Capelle" in (await other.get("/account")).text


async def test_another_account_confirms_nothing(town: Town, visitor: Visitor, provider: StandIn) -> None:
    """Who signs in again as somebody else confirms nothing, whether that account is known here or not."""
    await binds(visitor, await link_of(await town.coordinator(1)))
    provider.subject = "colleague"
    await binds(visitor.beside(), await link_of(await town.coordinator(2)))
    town.clock.pass_by(minutes=11)
    for subject in ("colleague", "stranger"):
        provider.subject = subject
        answer = await confirms(visitor, await visitor.get("/account"))
        assert (403, True) == (answer.status, "ander account" in answer.text)
    assert "Opnieuw inloggen via" in (await visitor.get("/account")).text


async def test_whoever_has_both_may_use_either(town: Town, visitor: Visitor, provider: StandIn) -> None:
    """A passkey confirms in a session that began at the provider, and the provider in one that began by a passkey."""
    person = await town.coordinator(1)
    key = await enrolled(person, visitor)
    other = visitor.beside()
    await binds(other, await link_of(person))
    town.clock.pass_by(minutes=11)
    page = await other.get("/account")
    assert 303 == (await other.sends(page, "/account/confirm", credential=key.get(page.options, other.origin))).status
    assert 303 == (await confirms(visitor, await visitor.get("/account"))).status
    for one in (visitor, other):
        assert "Opnieuw inloggen via" not in (await one.get("/account")).text


async def test_removing_an_identity_ends_its_sessions(town: Town, visitor: Visitor, provider: StandIn) -> None:
    """Who removes the identity is signed out where it began, and cannot sign in with it any more."""
    person = await town.coordinator(1)
    await binds(visitor, await link_of(person))
    other = visitor.beside()
    await signs_in_by(other)
    page = await visitor.get("/account")
    answer = await visitor.sends(page, "/account/identities/remove", number=_number(page))
    assert (303, "/") == (answer.status, answer.headers["Location"])
    assert [303, 303] == [(await one.get("/account")).status for one in (visitor, other)]
    assert 403 == (await signs_in_by(other)).status
    assert 1 == await recorded(person, "account.unbound")


async def test_removing_needs_a_recent_sign_in(town: Town, visitor: Visitor, provider: StandIn) -> None:
    """After ten minutes removing is refused, and another's identity is like none."""
    await binds(visitor, await link_of(await town.coordinator(1)))
    provider.subject = "colleague"
    other = visitor.beside()
    await binds(other, await link_of(await town.coordinator(2)))
    page, number = await visitor.get("/account"), _number(await other.get("/account"))
    assert 404 == (await visitor.sends(page, "/account/identities/remove", number=number)).status
    town.clock.pass_by(minutes=11)
    page = await other.get("/account")
    assert 409 == (await other.sends(page, "/account/identities/remove", number=number)).status


async def test_an_administrator_removes_a_binding(town: Town, visitor: Visitor, provider: StandIn) -> None:
    """The page of a person counts their accounts at the provider and removes them, with the sessions."""
    police = await town.coordinator(1)
    await binds(visitor, await link_of(police))
    administrator = visitor.beside()
    await enrolled(await town.coordinator(2, Role.ADMINISTRATOR, "2900-2999"), administrator)
    path = f"/people/{await member_of(police)}"
    page = await administrator.get(path)
    assert "1 account bij de eigen organisatie" in page.text
    assert 303 == (await administrator.sends(page, f"{path}/identities/remove")).status
    assert 303 == (await visitor.get("/account")).status
    assert 403 == (await signs_in_by(visitor.beside())).status
    assert 1 == await recorded(police, "account.unbound_by")
    town.clock.pass_by(minutes=11)
    assert 409 == (await administrator.sends(page, f"{path}/identities/remove")).status


async def test_police_remove_no_bindings(town: Town, visitor: Visitor, provider: StandIn) -> None:
    """Only an administrator of the place does."""
    police = await town.coordinator(1)
    await binds(visitor, await link_of(police))
    other = visitor.beside()
    await enrolled(await town.coordinator(2), other)
    page = await other.get("/account")
    path = f"/people/{await member_of(police)}/identities/remove"
    assert 403 == (await other.sends(page, path)).status
    assert 200 == (await visitor.get("/account")).status


async def test_erasing_takes_the_identity(town: Town, visitor: Visitor, provider: StandIn) -> None:
    """Whoever erases themselves in the chat is signed out, and the provider opens nothing any more."""
    person = await town.coordinator(1)
    await binds(visitor, await link_of(person))
    await person.types("/mijngegevens")
    assert "Je accounts bij je organisatie: 1" in person.bubbles[-2].text
    await person.types("/verwijder")
    await person.taps("Ja")
    assert 303 == (await visitor.get("/account")).status
    assert 403 == (await signs_in_by(visitor)).status


async def test_a_role_that_ended_opens_only_the_account(town: Town, visitor: Visitor, provider: StandIn) -> None:
    """Roles never come from the provider: without one here, signing in shows the account alone."""
    person = await town.coordinator(1)
    await binds(visitor, await link_of(person))
    async with town.storage.transaction() as uow:
        [grant] = await uow.roles.of_member(await member_of(person))
        await uow.roles.end_at(grant.id, town.clock.now())
    provider.claims |= {"roles": ["administrator"], "groups": ["police"], "email": "chef@politie.nl"}
    assert 303 == (await signs_in_by(visitor)).status
    assert "Je hebt nu geen rol" in (await visitor.get("/account")).text
    assert 403 == (await visitor.get("/approvals")).status


async def test_sessions_are_as_those_of_passkeys(town: Town, visitor: Visitor, provider: StandIn) -> None:
    """Half an hour idle ends one; it is listed, and ended from another."""
    person = await town.coordinator(1)
    await binds(visitor, await link_of(person))
    other = visitor.beside()
    await signs_in_by(other)
    page = await visitor.get("/account")
    numbers = re.findall(r'action="/account/sessions/end".*?name="number" value="(\d+)"', page.text, re.DOTALL)
    assert 2 == len(numbers)
    await visitor.sends(page, "/account/sessions/end", number=max(numbers, key=int))
    assert 303 == (await other.get("/account")).status
    town.clock.pass_by(minutes=30)
    assert 303 == (await visitor.get("/account")).status


async def test_without_a_provider_nothing_of_it_is_there(town: Town) -> None:
    """No button, and none of its pages."""
    async with running_console(town) as visitor:
        page = await visitor.get("/sign-in")
        assert "/sign-in/provider" not in page.text
        link = await link_of(await town.coordinator(1))
        assert "/provider" not in (await visitor.get(link)).text
        assert 404 == (await visitor.sends(page, "/sign-in/provider")).status
        assert 404 == (await visitor.sends(page, f"{link}/provider")).status
        assert 404 == (await visitor.get("/sign-in/return?state=x&code=y")).status


async def test_the_passkey_goes_on_working_while_the_provider_is_down(
    town: Town, visitor: Visitor, provider: StandIn
) -> None:
    """Going there says that it cannot be reached; the passkey signs in as before."""
    key = await enrolled(await town.coordinator(1), visitor)
    provider.status = 500
    other = visitor.beside()
    page = await other.get("/sign-in")
    assert "Inloggen via Gemeente Capelle" in page.text
    down = await other.sends(page, "/sign-in/provider", back="/today")
    assert (503, True) == (down.status, "nu niet te bereiken" in down.text)
    assert 303 == (await other.signs_in(key)).status


async def test_whoever_has_an_identity_can_be_asked(town: Town, visitor: Visitor, provider: StandIn) -> None:
    """Somebody without a chat counts as able to decide by an identity at the provider of the settings, and no longer
    when that is another one."""
    await binds(visitor, await console_invite(town, Role.POLICE))
    await town.deliver()
    async with town.storage.transaction() as uow:
        found = await uow.accounts.identity(provider.issuer, provider.subject)
        assert found is not None
        assert (found.member_id,) == await able_to_answer(uow, [found.member_id], None)
        await uow.facts.put(ISSUER_FACT, f"{provider.issuer}/")
        assert () == await able_to_answer(uow, [found.member_id], None)


async def test_the_record_has_words_for_each_step(town: Town) -> None:
    """The audit record has words for what is done with identities."""
    for language in town.texts.values():
        for action in ("bound", "unbound", "provider_signed_in", "provider_confirmed", "unknown"):
            assert language.plain(f"audit-account-{action}")
        assert language.plain("audit-account-unbound_by", about="x")


def _number(page: Answer) -> str:
    [number] = re.findall(r'action="/account/identities/remove".*?name="number" value="(\d+)"', page.text, re.DOTALL)
    return str(number)
