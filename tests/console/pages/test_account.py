"""Tests of the account: passkeys and sessions are listed, added and ended by their owner alone."""

import re

from tests.bot.town import Person, Town
from tests.console.accounts import enrolled, recorded
from tests.console.authenticator import Authenticator
from tests.console.visitor import Answer, Visitor


async def test_only_who_is_signed_in_sees_an_account(visitor: Visitor) -> None:
    """Every page and form of the account sends strangers to sign in."""
    page = await visitor.get("/sign-in")
    assert 303 == (await visitor.get("/account")).status
    for path in ("confirm", "passkeys", "passkeys/remove", "sessions/end"):
        answer = await visitor.sends(page, f"/account/{path}", number="1")
        assert (303, "/sign-in?back=/") == (answer.status, answer.headers["Location"])


async def test_a_second_passkey_is_added_and_the_first_removed(town: Town, visitor: Visitor) -> None:
    """Somebody with a fresh passkey adds another, and removes the first: its sessions end, the other signs in."""
    person = await town.coordinator(1)
    first, second = await enrolled(person, visitor), Authenticator()
    page = await visitor.get("/account")
    assert "enige toegangssleutel" in page.text
    answer = await visitor.sends(page, "/account/passkeys", credential=second.create(page.options, visitor.origin))
    assert 303 == answer.status
    page = await visitor.get("/account")
    assert "enige toegangssleutel" not in page.text
    numbers = _numbers(page, "/account/passkeys/remove")
    assert 2 == len(numbers)
    answer = await visitor.sends(page, "/account/passkeys/remove", number=numbers[0])
    assert "/" == answer.headers["Location"]
    assert 303 == (await visitor.get("/account")).status
    assert 403 == (await visitor.signs_in(first)).status
    assert 303 == (await visitor.signs_in(second)).status
    assert [2, 1] == [await recorded(person, f"account.{one}") for one in ("enrolled", "removed")]


async def test_changes_need_a_passkey_of_the_last_ten_minutes(town: Town, visitor: Visitor) -> None:
    """After ten minutes removing asks the passkey again, and adding asks to confirm first."""
    person = await town.coordinator(1)
    key = await enrolled(person, visitor)
    fresh = await visitor.get("/account")
    town.clock.pass_by(minutes=10)
    page = await visitor.get("/account")
    [number] = _numbers(page, "/account/passkeys/remove")
    late = Authenticator().create(fresh.options, visitor.origin)
    assert 409 == (await visitor.sends(page, "/account/passkeys", credential=late)).status
    for wrong in ("", Authenticator().get(page.options, visitor.origin)):
        told = await visitor.sends(page, "/account/passkeys/remove", number=number, credential=wrong)
        assert (409, True) == (told.status, "Bevestig dit met je toegangssleutel" in told.text)
    answer = await visitor.sends(page, "/account/confirm", credential=key.get(page.options, visitor.origin))
    assert 303 == answer.status
    assert 1 == await recorded(person, "account.confirmed")
    page = await visitor.get("/account")
    more = Authenticator().create(page.options, visitor.origin)
    assert 303 == (await visitor.sends(page, "/account/passkeys", credential=more)).status


async def test_a_passkey_of_somebody_else_confirms_nothing(town: Town, visitor: Visitor) -> None:
    """The passkey of another member, and an answer made in another session, do not count as fresh."""
    key = await enrolled(await town.coordinator(1), visitor)
    other = visitor.beside()
    others = await enrolled(await town.coordinator(2), other)
    second = visitor.beside()
    await second.signs_in(key)
    town.clock.pass_by(minutes=11)
    page, elsewhere = await visitor.get("/account"), await second.get("/account")
    for answer in (others.get(page.options, visitor.origin), key.get(elsewhere.options, visitor.origin)):
        assert 409 == (await visitor.sends(page, "/account/confirm", credential=answer)).status


async def test_a_session_is_ended_from_another(town: Town, visitor: Visitor) -> None:
    """Somebody who sees a session that they do not know ends it: its next request is nobody's."""
    person = await town.coordinator(1)
    key = await enrolled(person, visitor)
    other = visitor.beside()
    await other.signs_in(key)
    page = await visitor.get("/account")
    mine, others = sorted(_numbers(page, "/account/sessions/end"))
    assert 303 == (await visitor.sends(page, "/account/sessions/end", number=others)).status
    assert 303 == (await other.get("/account")).status
    assert 200 == (await visitor.get("/account")).status
    assert 404 == (await visitor.sends(page, "/account/sessions/end", number=others)).status
    assert mine != others


async def test_nobody_ends_what_is_somebody_elses(town: Town, visitor: Visitor) -> None:
    """Passkeys and sessions of others are like those that never were."""
    other = visitor.beside()
    await enrolled(await town.coordinator(1), visitor)
    await enrolled(await town.coordinator(2), other)
    page, others = await visitor.get("/account"), await other.get("/account")
    for path in ("/account/passkeys/remove", "/account/sessions/end"):
        [number] = _numbers(others, path)
        for given in (number, "999999", "0", "-1", "x", "", "9" * 30, "²"):
            assert (given, 404) == (given, (await visitor.sends(page, path, number=given)).status)
    assert 200 == (await other.get("/account")).status


async def test_a_role_that_ends_is_gone_at_the_next_request(town: Town, visitor: Visitor) -> None:
    """The account shows the roles of this moment."""
    person = await town.coordinator(1)
    await enrolled(person, visitor)
    assert "2900" in (await visitor.get("/account")).text
    await _lose_role(town, person)
    page = await visitor.get("/account")
    assert "2900" not in page.text
    assert "Je hebt nu geen rol" in page.text


async def test_erasing_takes_passkeys_and_sessions(town: Town, visitor: Visitor) -> None:
    """Whoever erases themselves in the chat is signed out everywhere, and no passkey is left."""
    person = await town.coordinator(1)
    key = await enrolled(person, visitor)
    await person.types("/mijngegevens")
    assert "Je toegangssleutels: 1" in person.bubbles[-2].text
    await person.types("/verwijder")
    await person.taps("Ja")
    assert 303 == (await visitor.get("/account")).status
    assert 403 == (await visitor.signs_in(key)).status


async def test_what_the_record_says(town: Town, visitor: Visitor) -> None:
    """The audit record has words for every step of an account."""
    for language in town.texts.values():
        for action in ("linked", "enrolled", "signed_in", "failed", "confirmed", "signed_out", "removed"):
            assert language.plain(f"audit-account-{action}")


async def _lose_role(town: Town, person: Person) -> None:
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
        assert member is not None
        [grant] = await uow.roles.of_member(member.id)
        await uow.roles.end_at(grant.id, town.clock.now())


def _numbers(page: Answer, action: str) -> list[str]:
    """The numbers in the page's forms of this action."""
    forms = re.findall(rf'<form[^>]*action="{action}".*?</form>', page.text, re.DOTALL)
    return [number for form in forms for number in re.findall(r'name="number" value="(\d+)"', form)]
