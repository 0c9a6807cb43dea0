"""Tests of the one-time link: who gets one, and that it enrols one passkey once."""

import json

import pytest

from alerts.account import ADDRESS_FACT
from alerts.role import Role
from tests.bot.town import Town
from tests.console.accounts import enrolled, link_of, recorded
from tests.console.authenticator import Authenticator
from tests.console.visitor import Visitor


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.KVO_MANAGER}))  # whose scope is a group
async def test_whoever_has_a_role_gets_a_link(town: Town, visitor: Visitor, role: Role) -> None:
    """Every role gets a link in the chat, by a command that its menu has."""
    scope = {Role.TRADE_ASSOCIATION: "branch:jeweller"}.get(role, "2900-2999")
    person = await town.coordinator(1, role, scope)
    assert "console" in person.menu
    answer = await visitor.get(await link_of(person))
    assert 200 == answer.status


async def test_who_has_no_role_gets_none(town: Town, visitor: Visitor) -> None:
    """A shop has neither the command in its menu nor a link."""
    shop = town.person(1)
    await shop.subscribes("2903 AB", "jeweller", "Goud", "1")
    assert "console" not in shop.menu
    await shop.types("/console")
    assert "alleen met een rol" in shop.last.text
    assert "/link/" not in shop.last.text


async def test_without_a_console_the_command_says_so(town: Town, visitor: Visitor) -> None:
    """Where no address is set nobody is offered the command, and typing it makes no link."""
    async with town.storage.transaction() as uow:
        await uow.facts.put(ADDRESS_FACT, "")
    person = await town.coordinator(1)
    assert "console" not in person.menu
    await person.types("/console")
    assert "alleen in Telegram" in person.last.text
    assert 0 == await recorded(person, "account.linked")


async def test_the_link_enrols_once_and_signs_in(town: Town, visitor: Visitor) -> None:
    """Looking does not use the link up, enrolling does; everything is on the record."""
    person, first = await town.coordinator(1), Authenticator()
    path = await link_of(person)
    for _ in range(2):
        assert "overvalcoördinator" in (await visitor.get(path)).text
    await visitor.enrols(path, first)
    assert "Mijn account" in (await visitor.get("/account")).text
    assert 404 == (await visitor.get(path)).status
    assert [1, 1, 1] == [await recorded(person, f"account.{one}") for one in ("linked", "enrolled", "signed_in")]
    other = visitor.beside()
    assert 303 == (await other.signs_in(first)).status


async def test_a_used_link_takes_no_second_passkey(town: Town, visitor: Visitor) -> None:
    """Two browsers had the page open: only the first that answers is enrolled."""
    person, other = await town.coordinator(1), visitor.beside()
    path = await link_of(person)
    page = await other.get(path)
    await visitor.enrols(path, Authenticator())
    late = await other.sends(page, path, credential=Authenticator().create(page.options, other.origin))
    assert 404 == late.status
    assert "__Host-session" not in other.cookies
    assert 1 == await recorded(person, "account.enrolled")


async def test_a_new_link_ends_the_one_before(town: Town, visitor: Visitor) -> None:
    """Only the newest link of a person works, for 24 hours."""
    person = await town.coordinator(1)
    old, new = await link_of(person), await link_of(person)
    assert [404, 200] == [(await visitor.get(one)).status for one in (old, new)]
    town.clock.pass_by(hours=23, minutes=59)
    assert 200 == (await visitor.get(new)).status
    town.clock.pass_by(minutes=1)
    assert 404 == (await visitor.get(new)).status


async def test_a_link_does_not_outlive_the_role(town: Town, visitor: Visitor) -> None:
    """Whose role ended meanwhile enrols nothing, and reads what an unknown link says."""
    person = await town.coordinator(1)
    path = await link_of(person)
    unknown = await visitor.get("/link/" + "x" * 32)
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
        assert member is not None
        [grant] = await uow.roles.of_member(member.id)
        await uow.roles.end_at(grant.id, town.clock.now())
    ended = await visitor.get(path)
    assert (404, unknown.text.replace("x" * 32, "")) == (ended.status, ended.text.replace(path.rpartition("/")[2], ""))


async def test_ten_links_a_day(town: Town, visitor: Visitor) -> None:
    """Somebody who asks for an eleventh link within a day is told to wait."""
    person = await town.coordinator(1)
    for _ in range(10):
        await link_of(person)
    await person.types("/console")
    assert "Je hebt veel links gevraagd" in person.last.text


async def test_what_is_no_passkey_is_refused(town: Town, visitor: Visitor) -> None:
    """Malformed answers, those to another challenge or origin, and passkeys that verify nobody enrol nothing; the link
    still works."""
    person = await town.coordinator(1)
    path = await link_of(person)
    page = await visitor.get(path)
    good = Authenticator().create(page.options, visitor.origin)
    other_browser = await visitor.beside().get(path)
    sign_in = (await visitor.get("/sign-in")).options
    foreign = json.dumps({**json.loads(page.options), "challenge": json.loads(sign_in)["challenge"]})
    wrong = (
        *("", "{}", "[]", "null", "{", "[" * 10_000, good[:-40]),
        json.dumps({**json.loads(good), "id": "AAAA"}),
        json.dumps({**json.loads(good), "response": {**json.loads(good)["response"], "attestationObject": "oA"}}),
        json.dumps({**json.loads(good), "response": "x"}),
        Authenticator(verifies=False).create(page.options, visitor.origin),
        Authenticator().create(page.options, "https://evil.example"),
        Authenticator().create(page.options.replace("console.example.nl", "evil.example"), visitor.origin),
        Authenticator().create(other_browser.options, visitor.origin),
        Authenticator().create(foreign, visitor.origin),
    )
    for answer in wrong:
        assert (answer, 403) == (answer, (await visitor.sends(page, path, credential=answer)).status)
    assert 0 == await recorded(person, "account.enrolled")
    assert 303 == (await visitor.sends(page, path, credential=good)).status


async def test_a_challenge_is_too_old_after_ten_minutes(town: Town, visitor: Visitor) -> None:
    """An answer that comes later than ten minutes after the page counts no longer."""
    person = await town.coordinator(1)
    path = await link_of(person)
    page = await visitor.get(path)
    town.clock.pass_by(minutes=10)
    answer = Authenticator().create(page.options, visitor.origin)
    assert 403 == (await visitor.sends(page, path, credential=answer)).status


async def test_a_passkey_belongs_to_one_person(town: Town, visitor: Visitor) -> None:
    """A credential that somebody has is not enrolled for somebody else."""
    one, two, other = await town.coordinator(1), await town.coordinator(2), visitor.beside()
    key = await enrolled(one, visitor)
    assert 403 == (await other.enrols(await link_of(two), key)).status
    assert "__Host-session" not in other.cookies
