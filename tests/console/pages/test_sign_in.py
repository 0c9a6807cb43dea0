"""Tests of signing in and out, and of sessions: how long they count, and what forged and repeated answers get."""

import json

import pytest

from alerts.invite import hashed
from tests.bot.town import Town
from tests.console.accounts import enrolled, link_of, recorded
from tests.console.authenticator import Authenticator
from tests.console.visitor import Visitor


async def test_signing_in_begins_a_new_session(town: Town, visitor: Visitor) -> None:
    """Each signing in gets a secret of its own, in a cookie for this host alone; the form token changes with it."""
    person = await town.coordinator(1)
    key = await enrolled(person, visitor)
    other = visitor.beside()
    before = dict(other.cookies)
    answer = await other.signs_in(key, back="/account")
    assert (303, "/account") == (answer.status, answer.headers["Location"])
    [cookie] = [one for one in answer.set_cookies if one.startswith("__Host-session=")]
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} == set(cookie.split("; ")[1:])
    assert len(other.cookies["__Host-session"]) >= 22
    assert other.cookies["__Host-session"] != visitor.cookies["__Host-session"]
    assert other.cookies["__Host-form"] != before.get("__Host-form")
    assert 200 == (await other.get("/account")).status


async def test_a_session_that_was_planted_is_not_taken_over(town: Town, visitor: Visitor) -> None:
    """A session cookie that somebody set beforehand is replaced at signing in, and never counts."""
    person = await town.coordinator(1)
    key = await enrolled(person, visitor)
    victim = visitor.beside()
    victim.cookies["__Host-session"] = "planted-by-somebody-else"
    await victim.signs_in(key)
    assert victim.cookies["__Host-session"] != "planted-by-somebody-else"
    async with town.storage.reading() as uow:
        assert await uow.accounts.session(hashed("planted-by-somebody-else"), town.clock.now()) is None


async def test_only_the_hash_of_a_session_is_stored(town: Town, visitor: Visitor) -> None:
    """The secret in the cookie is in no row; its hash is."""
    await enrolled(await town.coordinator(1), visitor)
    secret = visitor.cookies["__Host-session"]
    async with town.storage.reading() as uow:
        assert await uow.accounts.session(hashed(secret), town.clock.now()) is not None
        assert await uow.accounts.session(secret, town.clock.now()) is None


async def test_a_session_ends_after_half_an_hour_idle(town: Town, visitor: Visitor) -> None:
    """A request within half an hour keeps a session alive; half an hour without one ends it."""
    await enrolled(await town.coordinator(1), visitor)
    for _ in range(2):
        town.clock.pass_by(minutes=29)
        assert 200 == (await visitor.get("/account")).status
    town.clock.pass_by(minutes=30)
    answer = await visitor.get("/account")
    assert (303, "/sign-in?back=/account") == (answer.status, answer.headers["Location"])
    assert "__Host-session" not in visitor.cookies


async def test_a_session_ends_after_twelve_hours(town: Town, visitor: Visitor) -> None:
    """However busy it is, a session ends twelve hours after it began."""
    await enrolled(await town.coordinator(1), visitor)
    for _ in range(12 * 3 - 1):
        town.clock.pass_by(minutes=20)
        assert 200 == (await visitor.get("/account")).status
    town.clock.pass_by(minutes=20)
    assert 303 == (await visitor.get("/account")).status


async def test_signing_out_ends_the_session_itself(town: Town, visitor: Visitor) -> None:
    """After signing out the cookie is worth nothing, also where somebody kept it."""
    person = await town.coordinator(1)
    await enrolled(person, visitor)
    thief = visitor.beside()
    thief.cookies = dict(visitor.cookies)
    page = await visitor.get("/account")
    assert "no-store" == page.headers["Cache-Control"]
    assert 303 == (await visitor.sends(page, "/sign-out")).status
    assert 303 == (await thief.get("/account")).status
    assert 1 == await recorded(person, "account.signed_out")


async def test_an_answer_counts_once(town: Town, visitor: Visitor) -> None:
    """The same answer again is refused, also with a passkey that counts nothing, in the same browser."""
    person, key = await town.coordinator(1), Authenticator(counts=False)
    first = visitor.beside()
    await first.enrols(await link_of(person), key)
    page = await visitor.get("/sign-in")
    answer = key.get(page.options, visitor.origin)
    token = {"__Host-form": visitor.cookies["__Host-form"]}
    assert 303 == (await visitor.sends(page, "/sign-in", credential=answer)).status
    visitor.cookies = token
    assert 403 == (await visitor.sends(page, "/sign-in", credential=answer)).status
    assert "__Host-session" not in visitor.cookies
    assert 1 == await recorded(person, "account.failed")


async def test_forged_answers_are_refused_and_recorded(town: Town, visitor: Visitor) -> None:
    """An unknown passkey, another's signature, another origin or browser, no verification, a counter that stands still,
    and what is no answer at all: none signs in, and each is on the record."""
    person = await town.coordinator(1)
    key = await enrolled(person, visitor)
    other = visitor.beside()
    page = await other.get("/sign-in")
    impostor = Authenticator(id=key.id, uses=100)
    still = Authenticator(id=key.id, key=key.key, counts=False)
    unverified = Authenticator(id=key.id, key=key.key, verifies=False, uses=100)
    good = json.loads(key.get(page.options, other.origin))
    await visitor.beside().signs_in(key)  # the counter goes on
    elsewhere = await visitor.beside().get("/sign-in")
    forged = (
        Authenticator().get(page.options, other.origin),
        impostor.get(page.options, other.origin),
        key.get(page.options, "https://evil.example"),
        key.get(page.options.replace("console.example.nl", "evil.example"), other.origin),
        key.get(elsewhere.options, other.origin),
        unverified.get(page.options, other.origin),
        still.get(page.options, other.origin),
        json.dumps(good),
        json.dumps({**good, "response": {**good["response"], "signature": "AAAA"}}),
        "",
        "{}",
    )
    for answer in forged:
        told = await other.sends(page, "/sign-in", credential=answer)
        assert (answer, 403) == (answer, told.status)
        assert "Inloggen is niet gelukt" in told.text
    assert "__Host-session" not in other.cookies
    assert len(forged) == await recorded(person, "account.failed")


async def test_ten_failures_stop_an_account_for_a_while(town: Town, visitor: Visitor) -> None:
    """After ten failures with somebody's passkey a right answer is refused too, for a quarter of an hour."""
    person = await town.coordinator(1)
    key = await enrolled(person, visitor)
    other = visitor.beside()
    impostor = Authenticator(id=key.id, uses=100)
    for _ in range(10):
        await other.signs_in(impostor)
    told = await other.signs_in(key)
    assert 429 == told.status
    assert "te vaak mislukt" in told.text
    town.clock.pass_by(minutes=16)
    assert 303 == (await other.signs_in(key)).status


@pytest.mark.parametrize("back", ["https://evil.example", "//evil.example", "/\\evil.example"])
async def test_signing_in_leads_nowhere_else(town: Town, visitor: Visitor, back: str) -> None:
    """Whatever the address or the form says, signing in leads to a page of the console."""
    key = await enrolled(await town.coordinator(1), visitor)
    other = visitor.beside()
    assert 'name="back" value="/"' in (await other.get(f"/sign-in?back={back}")).text
    assert "/" == (await other.signs_in(key, back=back)).headers["Location"]
