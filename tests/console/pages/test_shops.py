"""Tests of sign-ups, the search for shops and a shop's page: the same use cases as in the chat."""

import re
from dataclasses import replace
from html import unescape

from alerts.ids import PremisesId
from alerts.premises import MOST_PEOPLE, Premises
from alerts.role import Role
from alerts.services.shop.list_shops import PAGE
from tests.bot.handlers.test_invites import colleague_link
from tests.bot.role_world import ELSEWHERE, HERE, build
from tests.bot.town import Person, Town
from tests.console.accounts import enrolled, recorded
from tests.console.pages.test_reports import words
from tests.console.visitor import Visitor

ONE = "/shops/1"


async def shop_of(town: Town, number: int = 1) -> Premises:
    """Return the shop as it is stored."""
    async with town.storage.reading() as uow:
        return await uow.premises.get(PremisesId(number))


async def signed_up(town: Town, number: int = 1, *, name: str = "De Parel", house_number: str = "7") -> Person:
    """Sign up as a jeweller at 2903 AB."""
    els = town.person(number)
    await els.subscribes("2903AB", "jeweller", name, house_number)
    els.news()
    return els


async def test_a_sign_up_is_verified_and_the_shop_hears_it(town: Town, visitor: Visitor) -> None:
    """A sign-up stands in the list with what the chat says of it; after the form the shop is verified and hears it, and
    the cards of colleagues say so."""
    agent, marshal = await town.coordinator(90), await town.coordinator(91, Role.CITY_MARSHAL)
    els = await signed_up(town)
    await enrolled(agent, visitor)
    listed = await visitor.get("/signups")
    assert ONE in listed.text
    for part in ("De Parel", "2903 AB 7", "Juwelier", "Er hoort 1 persoon bij."):
        assert part in words(listed)
    page = await visitor.get(ONE)
    version = str((await shop_of(town)).version)
    answer = await visitor.sends(page, f"{ONE}/verify", version=version, twin="")
    assert (303, ONE) == (answer.status, answer.headers["Location"])
    await town.deliver()
    assert (await shop_of(town)).is_verified
    assert "geverifieerd" in els.news()
    assert marshal.t("signup-done") in marshal.last.text
    assert "Er wacht geen zaak" in words(await visitor.get("/signups"))
    assert "Verifiëren" not in words(await visitor.get(ONE))


async def test_a_verification_is_withdrawn_after_a_question(town: Town, visitor: Visitor) -> None:
    """The page asks before the form; the shop hears it, its links work no longer, and the page says that it happened
    before."""
    agent = await town.coordinator(90)
    els = await signed_up(town)
    await agent.taps("Verifiëren")
    els.news()
    await enrolled(agent, visitor)
    page = await visitor.get(ONE)
    assert "Wil je de verificatie van deze zaak intrekken?" in words(page)
    version = str((await shop_of(town)).version)
    assert 303 == (await visitor.sends(page, f"{ONE}/withdraw", version=version)).status
    await town.deliver()
    assert not (await shop_of(town)).is_verified
    assert "verificatie" in els.news()
    assert "vandaag de verificatie ingetrokken" in words(await visitor.get(ONE))


async def test_a_stale_form_changes_nothing_and_says_why(town: Town, visitor: Visitor) -> None:
    """A form from before a change, and one for what a colleague did already, say so on the page as it is now."""
    agent, colleague = await town.coordinator(90), await town.coordinator(91)
    await signed_up(town)
    await enrolled(agent, visitor)
    page, version = await visitor.get(ONE), (await shop_of(town)).version
    for wrong in ("", "0", "x", str(version - 1), "9" * 30):
        late = await visitor.sends(page, f"{ONE}/verify", version=wrong, twin="")
        assert (409, True) == (late.status, "Er is net iets veranderd aan deze zaak" in words(late))
    await colleague.taps("Verifiëren")
    late = await visitor.sends(page, f"{ONE}/verify", version=str(version), twin="")
    assert (409, True) == (late.status, "Deze zaak is al geverifieerd" in words(late))
    await visitor.sends(page, f"{ONE}/withdraw", version=str((await shop_of(town)).version))
    late = await visitor.sends(page, f"{ONE}/withdraw", version=str((await shop_of(town)).version))
    assert (409, True) == (late.status, "Deze zaak is al niet meer geverifieerd" in words(late))


async def test_twins_stand_side_by_side(town: Town, visitor: Visitor) -> None:
    """A sign-up that looks like another is shown beside it; a form that did not show the twin verifies nothing."""
    agent = await town.coordinator(90)
    await signed_up(town)
    await agent.taps("Verifiëren")
    await signed_up(town, 2, house_number="9")
    await enrolled(agent, visitor)
    assert agent.t("signup-twin-verified") in (await visitor.get("/signups")).text
    page = await visitor.get("/shops/2")
    beside = page.text.partition('class="beside"')[2]
    for part in ("2903 AB 7", "2903 AB 9", 'href="/shops/1"', "Dit is de zaak op deze pagina"):
        assert part in beside
    version = str((await shop_of(town, 2)).version)
    for shown in ("", "invited", "signed-up", "nonsense"):
        assert 409 == (await visitor.sends(page, "/shops/2/verify", version=version, twin=shown)).status
    assert 'name="twin" value="verified"' in page.text
    assert 303 == (await visitor.sends(page, "/shops/2/verify", version=version, twin="verified")).status
    assert (await shop_of(town, 2)).is_verified


async def test_people_are_counted_and_never_named(town: Town, visitor: Visitor) -> None:
    """The page counts owners, colleagues and who is new; vouching and allowing more are told to them."""
    agent, els = await town.coordinator(90), await signed_up(town)
    await agent.taps("Verifiëren")
    link = await colleague_link(els)
    jan = town.person(3)
    await jan.types(f"/start {link}")
    await enrolled(agent, visitor)
    page = await visitor.get(ONE)
    assert "1 persoon beheert de zaak. Er is 1 collega." in words(page)
    assert "Nieuw en nog niet bekend: 1" in words(page)
    assert not any(str(one.id) in page.text for one in (els, jan))
    jan.news()
    assert 303 == (await visitor.sends(page, f"{ONE}/vouch")).status
    await town.deliver()
    assert "De Parel" in jan.news()
    late = await visitor.sends(page, f"{ONE}/vouch")
    assert 409 == late.status
    assert "/allow" not in page.text
    crowd = [await town.coordinator(200 + number) for number in range(MOST_PEOPLE - 2)]
    async with town.storage.transaction() as uow:
        for one in crowd:
            member = await uow.members.by_ref("telegram", str(one.id))
            assert member is not None
            await uow.premises.join(PremisesId(1), member.id, is_owner=False, now=town.clock.now())
    full = await visitor.get(ONE)
    els.news()
    for wrong in ("", "1", "x", str(MOST_PEOPLE * 3)):
        assert 409 == (await visitor.sends(full, f"{ONE}/allow", most=wrong)).status
    assert f'name="most" value="{MOST_PEOPLE * 2}"' in full.text
    assert 303 == (await visitor.sends(full, f"{ONE}/allow", most=str(MOST_PEOPLE * 2))).status
    await town.deliver()
    assert str(MOST_PEOPLE * 2) in els.news()


async def test_shops_are_found_by_postcode_name_and_branch(town: Town, visitor: Visitor) -> None:
    """Each field narrows the list down; a wrong postcode says what is wrong, and keeps all that was typed."""
    agent = await town.coordinator(90)
    await signed_up(town)
    await signed_up(town, 2, name="Gouden Ring", house_number="9")
    await enrolled(agent, visitor)
    for query in ("", "?postcode=2903", "?postcode=2903%20ab", "?name=de%20PA", "?branch=jeweller", "?branch=x"):
        found = await visitor.get(f"/shops{query}")
        assert (200, True) == (found.status, "De Parel" in words(found)), query
    assert "Gouden Ring" not in words(await visitor.get("/shops?name=de"))
    for query in ("?postcode=2904", "?name=parel", "?branch=bakery"):
        found = await visitor.get(f"/shops{query}")
        assert "Geen zaak in jouw gebied past hierbij" in words(found), query
    wrong = await visitor.get("/shops?postcode=29O3%20A&name=De&branch=jeweller")
    assert 'href="#postcode"' in wrong.text
    assert "De Parel" not in words(wrong)
    for kept in ('value="29O3 A"', 'value="De"', 'value="jeweller" selected'):
        assert kept in wrong.text


async def test_long_lists_go_on(town: Town, visitor: Visitor) -> None:
    """Beyond fifty shops both lists lead to the next page; each shop stands on one."""
    world = await build(town)
    await enrolled(world.people["P"], visitor)
    async with town.storage.transaction() as uow:
        for number in range(PAGE + 1):
            await world.person(uow, f"new {number}")
            await world.shop(uow, f"new {number}", HERE, is_verified=False, called=f"Nieuw {number:02}")
    for path in ("/signups", "/shops?name=nieuw", "/shops?postcode=2903&branch=jeweller"):
        first = await visitor.get(path)
        [onwards] = re.findall(r'href="([^"]*after=[^"]+)"', first.text)
        second = await visitor.get(unescape(onwards))
        pages = [re.findall(r"Nieuw \d\d", page.text) for page in (first, second)]
        assert (PAGE + 1, PAGE + 1) == (len({*pages[0], *pages[1]}), len(pages[0]) + len(pages[1])), path
        assert "after=" not in second.text
        assert "Begin vooraan" in words(second)
    for odd in ("?after=x", "?after=0&key=2903", f"?after={'9' * 30}"):
        assert 200 == (await visitor.get(f"/shops{odd}")).status
        assert 200 == (await visitor.get(f"/signups{odd}")).status


async def test_nobody_decides_about_their_own_shop(town: Town, visitor: Visitor) -> None:
    """A coordinator finds the shop where they belong in neither list, and no form verifies it."""
    world = await build(town)
    async with town.storage.transaction() as uow:
        own = await world.shop(uow, "P", HERE, is_verified=False, called="Mijn eigen zaak")
    await enrolled(world.people["P"], visitor)
    for path in ("/signups", "/shops"):
        listed = await visitor.get(path)
        assert "Mijn eigen zaak" not in words(listed)
    path = f"/shops/{own.id}"
    assert 403 == (await visitor.get(path)).status
    for way in ("verify", "vouch", "allow"):
        answer = await visitor.sends(listed, f"{path}/{way}", version=str(own.version), twin="", most="16")
        assert 403 == answer.status
    assert not (await shop_of(town, own.id)).is_verified


async def test_what_is_elsewhere_and_what_is_not_there_is_one_answer(town: Town, visitor: Visitor) -> None:
    """A shop outside the scope and one that never was get the same page, for each page and form; so do links."""
    world = await build(town)
    await enrolled(world.people["P"], visitor)
    far, here = world.shops[ELSEWHERE], world.shops[HERE]
    listed = await visitor.get("/shops")
    never = await visitor.get("/shops/999999")
    for path in (f"/shops/{far.id}", "/shops/999999"):
        shown = await visitor.get(path)
        assert (404, never.text) == (shown.status, shown.text)
        for way in ("verify", "withdraw", "vouch", "allow", "links/1/revoke"):
            answer = await visitor.sends(listed, f"{path}/{way}", version=str(far.version), twin="", most="16")
            assert 404 == answer.status, way
    assert 404 == (await visitor.sends(listed, f"/shops/{here.id}/links/999/revoke")).status
    for bad in ("/shops/0", "/shops/x", f"/shops/{'9' * 30}", f"/shops/{far.id}/else"):
        assert 404 == (await visitor.get(bad)).status
    assert far == await shop_of(town, far.id)


async def test_a_closed_shop_has_no_page(town: Town, visitor: Visitor) -> None:
    """Of a shop that was closed the page says that, and no more; the lists leave it out."""
    agent = await town.coordinator(90)
    await signed_up(town)
    await enrolled(agent, visitor)
    page, version = await visitor.get(ONE), str((await shop_of(town)).version)
    async with town.storage.transaction() as uow:
        await uow.premises.save(replace(await uow.premises.get(PremisesId(1)), closed_at=town.clock.now()))
    for answer in (await visitor.get(ONE), await visitor.sends(page, f"{ONE}/verify", version=version, twin="")):
        assert 409 == answer.status
        assert "Deze aanmelding is ingetrokken" in words(answer)
        assert "De Parel" not in words(answer)
    assert "De Parel" not in words(await visitor.get("/shops"))
    assert 1 <= await recorded(agent, "request.refused")
