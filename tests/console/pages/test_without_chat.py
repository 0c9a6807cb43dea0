"""Tests of people without Telegram: a link makes them members with a role, and they count as others do."""

import asyncio
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from alerts.alert import AlertState
from alerts.errors import NotAllowed
from alerts.ids import AlertId, MemberId
from alerts.member import CONSOLE, Language
from alerts.role import Actor, Role, parse_scope
from alerts.services.approval.find_approvers import police_in_reach
from alerts.services.invite.invite_role import invite_role
from alerts.services.role.check_last_administrator import check_not_last_administrator
from tests.bot.administering import administrator
from tests.bot.confirming import confirmed, second_administrator
from tests.bot.police import to_preview
from tests.bot.town import Person, Town
from tests.console.accounts import console_invite, enrolled, link_of, member_of, recorded, without_chat
from tests.console.authenticator import Authenticator
from tests.console.pages.test_approvals import state_of, words
from tests.console.visitor import Visitor


async def _members(town: Town) -> int:
    """How many members without a chat there are."""
    async with town.storage.reading() as uow:
        found = [await uow.members.get(one.member_id) for one in await uow.roles.active(town.clock.now())]
    return sum(one.is_in_console_only for one in found)


async def _waiting(town: Town) -> str:
    async with town.storage.reading() as uow:
        waiting = (await uow.alerts.undecided())[-1]
    return f"/approvals/{waiting.alert_id}/{waiting.alert_version}"


async def test_a_link_makes_a_member_with_a_role(town: Town, visitor: Visitor) -> None:
    """The link says for whom and what it is, enrols a passkey, and gives the role; others in scope read for whom it
    was, and the new member signs in again later."""
    other, page_of_link = await town.coordinator(1), await console_invite(town)
    other.news()
    page = words(await visitor.get(page_of_link))
    for said in ("A. de Vries, politie", "overvalcoördinator", "geen berichten op je telefoon"):
        assert said in page
    assert "tweede persoon" not in page
    key = Authenticator()
    assert 303 == (await visitor.enrols(page_of_link, key)).status
    await town.deliver()
    told = other.news()
    assert "A. de Vries, politie (zonder Telegram) is nu" in told
    account = words(await visitor.get("/account"))
    assert "2900 tot en met 2999" in account
    assert "geen berichten op je telefoon" in account
    assert 1 == await _members(town)
    assert 303 == (await visitor.beside().signs_in(key)).status
    assert [1, 2] == [await recorded(other, one) for one in ("account.enrolled", "account.signed_in")]


async def test_the_link_counts_once_for_a_day_and_not_in_the_chat(town: Town, visitor: Visitor) -> None:
    """A used or old link is like one that never was; the chat does not take a link of the console, nor the console one
    of the chat."""
    path, stranger = await console_invite(town), town.person(5)
    await stranger.types(f"/start {path.rpartition('/')[2]}")
    assert "Deze uitnodiging ken ik niet" in stranger.last.text
    assert 0 == await _members(town)
    town.clock.pass_by(hours=23, minutes=59)
    assert 200 == (await visitor.get(path)).status
    await visitor.enrols(path, Authenticator())
    assert 404 == (await visitor.get(path)).status
    other, late = visitor.beside(), await console_invite(town)
    page = await other.get(late)
    town.clock.pass_by(hours=24)
    answer = await other.sends(page, late, credential=Authenticator().create(page.options, visitor.origin))
    assert (404, 404) == (answer.status, (await other.get(late)).status)
    assert 1 == await _members(town)
    person = await town.coordinator(6)
    assert 200 == (await other.get(await link_of(person))).status


async def test_a_link_that_two_use_at_once_makes_one_member(town: Town, visitor: Visitor) -> None:
    """Two browsers answer at the same moment: one is enrolled, the other reads that the link does not work."""
    path, others = await console_invite(town), (visitor, visitor.beside())
    pages = [await one.get(path) for one in others]
    answers = await asyncio.gather(
        *(
            one.sends(page, path, credential=Authenticator().create(page.options, visitor.origin))
            for one, page in zip(others, pages, strict=True)
        )
    )
    assert [303, 404] == sorted(one.status for one in answers)
    assert 1 == await _members(town)


async def _invites(town: Town, admin: Person) -> str:
    """Have an administrator make a link of the console in the chat; return its path."""
    await second_administrator(town)
    await admin.types("/beheer")
    await admin.taps("Iemand uitnodigen")
    await admin.taps("politie:")
    await admin.types("2903")
    await admin.taps("Overslaan")
    await admin.taps("Overslaan")
    await admin.taps("In de browser, zonder Telegram")
    await admin.types("B. Jansen, wijkagent")
    await admin.taps("Maak de link")
    [path] = [word[word.index("/link/") :] for word in admin.last.text.split() if "/link/" in word]
    return path.split("<")[0]


async def test_a_link_of_an_administrator_waits_for_a_second_person(town: Town, visitor: Visitor) -> None:
    """Who uses it can sign in and reads that the role waits; the card of the confirmer names for whom it was made."""
    admin = await administrator(town)
    path = await _invites(town, admin)
    assert "Ze telt zodra een tweede persoon het bevestigt" in words(await visitor.get(path))
    await visitor.enrols(path, Authenticator())
    await town.deliver()
    assert "B. Jansen, wijkagent (zonder Telegram)" in admin.news()
    account = words(await visitor.get("/account"))
    assert "wacht tot een tweede persoon" in account
    assert 0 == await _members(town)
    assert "/approvals" not in (await visitor.get("/account")).text
    second = await second_administrator(town)
    await confirmed(town)
    assert any("B. Jansen, wijkagent" in one.text for one in second.bubbles)
    assert 1 == await _members(town)
    assert 200 == (await visitor.get("/approvals")).status


async def test_a_link_ends_with_the_right_to_give(town: Town, visitor: Visitor) -> None:
    """When the maker of the link has the role no longer, the link is like one that never was, also for who had its page
    open."""
    admin = await administrator(town)
    await second_administrator(town)
    path = await console_invite(town, by=await member_of(admin))
    page = await visitor.get(path)
    async with town.storage.transaction() as uow:
        [grant] = await uow.roles.of_member(await member_of(admin))
        await uow.roles.end_at(grant.id, town.clock.now())
    answer = await visitor.sends(page, path, credential=Authenticator().create(page.options, visitor.origin))
    assert (404, 404) == (answer.status, (await visitor.get(path)).status)


async def test_a_colleague_without_a_chat_approves(town: Town, visitor: Visitor) -> None:
    """Where the only colleague has no chat, the author reads that nobody gets a message, the request stands in the
    console, and an approval there sends it and tells the author."""
    author = await town.coordinator(1)
    await without_chat(town, visitor)
    author.news()
    await to_preview(author)
    assert "Niemand krijgt een bericht op de telefoon" in "\n".join(one.text for one in author.bubbles[-3:])
    await author.taps("Vraag akkoord")
    assert "wacht op akkoord. Niemand krijgt een bericht op de telefoon" in author.last.text
    path = await _waiting(town)
    page = await visitor.get(path)
    assert path in (await visitor.get("/today")).text
    assert 303 == (await visitor.sends(page, f"{path}/approve", grounds="public")).status
    await town.deliver()
    assert AlertState.LIVE is await state_of(town, path)


async def test_a_colleague_who_is_not_signed_in_keeps_nobody_waiting(town: Town, visitor: Visitor) -> None:
    """Somebody without a chat counts as on duty while signed in; else the author sends alone where that is agreed."""
    author = await town.coordinator(1)
    await without_chat(town, visitor)
    town.clock.pass_by(minutes=31)
    await to_preview(author)
    assert any("Je bent hier de enige" in one.text for one in author.bubbles[-3:])


async def test_some_hear_and_some_do_not(town: Town, visitor: Visitor) -> None:
    """With one colleague in the chat and one in the console the author reads how many get no message."""
    author, colleague = await town.coordinator(1), await town.coordinator(2)
    await without_chat(town, visitor)
    colleague.news()
    await to_preview(author)
    await author.taps("Vraag akkoord")
    assert "2 mensen van de politie" in author.last.text
    assert "Een van hen krijgt geen bericht" in author.last.text
    assert "Ter goedkeuring" in colleague.news()


async def test_a_deputy_with_a_chat_is_asked_along(town: Town, visitor: Visitor) -> None:
    """Where the holder has no chat and the deputy does, the deputy gets the request at once."""
    marshal = await town.coordinator(1, Role.CITY_MARSHAL)
    holder, _ = await without_chat(town, visitor)
    deputy = town.person(3)
    await deputy.subscribes("2903 AB", "jeweller", "Goud", "1")
    async with town.storage.transaction() as uow:
        [grant] = await uow.roles.of_member(holder)
        await uow.roles.set_deputy(grant.id, await member_of(deputy), instead_of=None)
    deputy.news()
    await to_preview(marshal)
    await marshal.taps("Vraag akkoord")
    assert "Akkoord" in [one.label.split(",")[0] for bubble in deputy.bubbles for one in bubble.buttons]


async def test_only_police_with_a_chat_hold_a_tip(town: Town, visitor: Visitor) -> None:
    """A tip goes out by itself after its card arrived, so police who get no card do not count as able to stop it."""
    author = await town.coordinator(1)
    await without_chat(town, visitor)
    await to_preview(author)
    await author.taps("Vraag akkoord")
    path, me = await _waiting(town), await member_of(author)
    colleague = await member_of(await town.coordinator(2))
    async with town.storage.reading() as uow:
        content = (await uow.alerts.get(AlertId(int(path.split("/")[2])))).content
        assert (colleague,) == await police_in_reach(uow, content, me, town.clock.now())


async def test_an_administrator_without_a_chat_counts(town: Town, visitor: Visitor) -> None:
    """Who is the only one in the chat may leave while another administrator has a passkey, and not before."""
    admin = await member_of(await administrator(town))
    async with town.storage.reading() as uow:
        with pytest.raises(NotAllowed):
            await check_not_last_administrator(uow, admin, town.clock.now())
    await without_chat(town, visitor, Role.ADMINISTRATOR, "national")
    async with town.storage.reading() as uow:
        await check_not_last_administrator(uow, admin, town.clock.now())


async def test_nothing_is_queued_for_who_has_no_chat(town: Town, visitor: Visitor, tmp_path: Path) -> None:
    """Notices and copies of alerts go to chats only, menus too, and a member without a chat is not taken for a
    passer-by whom retention erases."""
    member, _ = await without_chat(town, visitor)
    author = await town.coordinator(1)
    await to_preview(author)
    await author.taps("Vraag akkoord")
    path = await _waiting(town)
    await visitor.sends(await visitor.get(path), f"{path}/approve", grounds="public")
    await town.deliver()
    async with town.storage.reading() as uow:
        address = (await uow.members.get(member)).address
        assert (CONSOLE, False) == (address.channel, address.is_active)
        counts = await uow.deliveries.counts(AlertId(int(path.split("/")[2])))
        assert [] == [one for one in counts if one.reason == "unreachable"]
        assert member not in await uow.personal.passers_by(town.clock.now().replace(year=2099), 100)
    with closing(sqlite3.connect(tmp_path / "town.db")) as database:
        theirs = "SELECT count(*) FROM deliveries WHERE address_id = ?"
        assert (0,) == database.execute(theirs, [address.id]).fetchone()
    assert address.ref not in town.screens.menus
    assert address.ref not in town.screens.bubbles


async def test_their_data_and_erasure(town: Town, visitor: Visitor) -> None:
    """They download what is held and erase themselves on their account, with a fresh passkey; who has a chat does that
    in the chat."""
    other = await town.coordinator(2)
    member, key = await without_chat(town, visitor)
    town.clock.pass_by(minutes=11)
    page = await visitor.get("/account")
    assert 409 == (await visitor.sends(page, "/account/data")).status
    proof = key.get(page.options, visitor.origin)
    data = await visitor.sends(page, "/account/data", credential=proof)
    assert 200 == data.status
    assert 1 == len(json.loads(data.text)["records"]["passkeys"])
    beside = visitor.beside()
    await enrolled(other, beside)
    assert 404 == (await beside.sends(await beside.get("/account"), "/account/erase")).status
    assert 303 == (await visitor.sends(await visitor.get("/account"), "/account/erase")).status
    async with town.storage.reading() as uow:
        erased = await uow.members.get(member)
        assert erased.is_erased
        assert [] == await uow.accounts.passkeys_of(member)
    assert 403 == (await visitor.signs_in(key)).status


async def test_their_language_is_kept(town: Town, visitor: Visitor) -> None:
    """The language of the link's page is the member's, and a choice later holds in every browser."""
    path = await console_invite(town)
    page = await visitor.get(path)
    await visitor.sends(page, "/language", language="en", back=path)
    page = await visitor.get(path)
    assert "Make your passkey" in page.text
    key = Authenticator()
    await visitor.sends(page, path, credential=key.create(page.options, visitor.origin))
    assert [Language.ENGLISH] == await _languages(town)
    await visitor.sends(await visitor.get("/account"), "/language", language="nl", back="/account")
    assert [Language.DUTCH] == await _languages(town)


async def test_no_link_for_what_the_maker_may_not_give(town: Town, visitor: Visitor) -> None:
    """The rules of links in the chat hold: nobody makes one outside their scope."""
    admin = await administrator(town, scope="2900-2999")
    async with town.storage.transaction() as uow:
        member = await uow.members.get(await member_of(admin))
        grants = tuple(await uow.roles.of_member(member.id))
        with pytest.raises(NotAllowed):
            await invite_role(
                uow,
                Actor(member, grants),
                Role.POLICE,
                parse_scope("3011"),
                label=None,
                ends_at=None,
                now=town.clock.now(),
                for_console="A. de Vries",
            )


async def _languages(town: Town) -> list[Language]:
    async with town.storage.reading() as uow:
        found: list[MemberId] = [one.member_id for one in await uow.roles.active(town.clock.now())]
        return [one.language for one in [await uow.members.get(one) for one in found] if one.is_in_console_only]
