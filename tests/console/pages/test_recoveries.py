"""Tests of a new link that police ask for: for whom they may, and with a second person."""

import re
from html import unescape

import pytest

from alerts.ids import MemberId
from alerts.role import Role, parse_scope
from tests.bot.administering import administrator
from tests.bot.group_chats import end_roles
from tests.bot.town import Person, Town
from tests.console.accounts import enrolled, member_of, recorded, without_chat
from tests.console.authenticator import Authenticator
from tests.console.pages.test_reports import words
from tests.console.visitor import Visitor


async def gets(town: Town, member: MemberId, role: Role, scope: str) -> None:
    """Give a member one more role."""
    async with town.storage.transaction() as uow:
        await uow.roles.grant(
            member=member, role=role, scope=parse_scope(scope), label=None, granted_by=None, now=town.clock.now()
        )


async def asked_of(town: Town) -> int:
    """Return the number of the only request that waits."""
    async with town.storage.reading() as uow:
        [request] = await uow.grant_requests.undecided()
    return request.id


async def test_police_ask_and_make_one_link(town: Town, visitor: Visitor) -> None:
    """Police find a colleague without a chat, ask, and make the link once another of the police confirmed it; the old
    passkey works no longer and the roles are there."""
    police, second = await town.coordinator(1), await town.coordinator(2)
    lost = visitor.beside()
    member, old = await without_chat(town, lost)
    await enrolled(police, visitor)
    assert 'href="/recoveries"' in (await visitor.get("/account")).text
    page = await visitor.get("/recoveries")
    assert ("A. de Vries" in words(page), page.text.count("/ask")) == (True, 1)
    assert 303 == (await visitor.sends(page, f"/recoveries/{member}/ask")).status
    assert 409 == (await visitor.sends(page, f"/recoveries/{member}/ask")).status
    assert "Een collega vroeg een nieuwe link" in words(await lost.get("/account"))
    form = f"/recoveries/{await asked_of(town)}/link"
    assert 409 == (await visitor.sends(page, form)).status
    await town.deliver()
    await second.taps("Bevestigen")
    made = await visitor.sends(await visitor.get("/recoveries"), form)
    assert 200 == made.status
    [link] = re.findall(r"<code>([^<]+)</code>", made.text)
    assert 403 == (await lost.beside().signs_in(old)).status
    assert 303 == (await lost.enrols(unescape(link).removeprefix(visitor.origin), Authenticator())).status
    assert "2900 tot en met 2999" in words(await lost.get("/account"))
    assert 409 == (await visitor.sends(page, form)).status
    steps = ("recovery_asked", "recovery_confirmed", "recovery_linked")
    assert [1, 1, 1] == [await recorded(police, f"account.{one}") for one in steps]


@pytest.mark.parametrize(
    ("role", "scope"),
    [(Role.ADMINISTRATOR, "2900-2999"), (Role.CITY_MARSHAL, "3000-3099"), (Role.POLICE, "national")],
)
async def test_a_link_opens_nothing_beyond_the_police_who_ask(
    town: Town, visitor: Visitor, role: Role, scope: str
) -> None:
    """Whoever has another role too, of an administrator or beyond the scope of the police, is not theirs to recover."""
    police = await town.coordinator(1)
    await town.coordinator(2)
    await administrator(town)
    member, _ = await without_chat(town, visitor.beside())
    await gets(town, member, role, scope)
    await enrolled(police, visitor)
    page = await visitor.get("/recoveries")
    assert "/ask" not in page.text
    assert 404 == (await visitor.sends(page, f"/recoveries/{member}/ask")).status
    async with town.storage.reading() as uow:
        assert [] == list(await uow.grant_requests.undecided())


async def test_who_has_a_chat_or_is_nobody_gets_no_link_by_police(town: Town, visitor: Visitor) -> None:
    """A colleague with a chat asks there; that one, oneself and a number that nobody has answer alike."""
    police, other = await town.coordinator(1), await town.coordinator(2)
    await town.coordinator(3)
    await enrolled(police, visitor)
    page = await visitor.get("/recoveries")
    assert "niemand zonder Telegram" in words(page)
    for member in (await member_of(other), await member_of(police), 999999):
        assert 404 == (await visitor.sends(page, f"/recoveries/{member}/ask")).status


async def test_a_request_lapses_with_the_role_of_who_asked(town: Town, visitor: Visitor) -> None:
    """After the role of the police ended nobody can confirm their request, and they make no link."""
    police, second = await town.coordinator(1), await town.coordinator(2)
    member, _ = await without_chat(town, visitor.beside())
    await enrolled(police, visitor)
    page = await visitor.get("/recoveries")
    await visitor.sends(page, f"/recoveries/{member}/ask")
    asked = await asked_of(town)
    await town.deliver()
    await end_roles(police)
    town.clock.pass_by(seconds=1)
    await second.taps("Bevestigen")
    assert second.t.plain("too-late-grant-lapsed") in (*town.screens.toasts, second.last.text)
    assert 403 == (await visitor.sends(page, f"/recoveries/{asked}/link")).status
    assert 403 == (await visitor.get("/recoveries")).status


async def test_a_city_marshal_asks_for_nobody(town: Town, visitor: Visitor) -> None:
    """Others than police and administrators have neither link nor page, and no form of it counts."""
    marshal: Person = await town.coordinator(1, Role.CITY_MARSHAL)
    await town.coordinator(2)
    member, _ = await without_chat(town, visitor.beside())
    await enrolled(marshal, visitor)
    account = await visitor.get("/account")
    assert "/recoveries" not in account.text
    assert 403 == (await visitor.get("/recoveries")).status
    assert 403 == (await visitor.sends(account, f"/recoveries/{member}/ask")).status
    assert 404 == (await visitor.sends(account, "/recoveries/1/link")).status
