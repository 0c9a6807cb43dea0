"""Tests of the MO register in the console: the records of /mo for the same readers, searched by address."""

import re
from dataclasses import replace
from datetime import timedelta

from alerts.branch import Branch
from alerts.mo_record import MoFilter
from alerts.role import Role
from alerts.tlp import Tlp
from tests.bot.handlers.test_mo_register import DAY, NOTICE, file
from tests.bot.town import Town
from tests.console.accounts import enrolled
from tests.console.pages.test_reports import words
from tests.console.visitor import Answer, Visitor


def found(page: Answer) -> list[str]:
    """Return the paths of the records on a page."""
    return re.findall(r'<a href="(/mo/[0-9a-f]+)">', page.text)


async def test_who_may_finds_records_and_reads_one(town: Town, visitor: Visitor) -> None:
    """Police find what lies in their scope, and read its method, and measures for the branch of the notice."""
    police = await town.coordinator(90)
    await file(town, NOTICE, replace(NOTICE, tlp=Tlp.RED), replace(NOTICE, ground=replace(NOTICE.ground, pc4="3011")))
    await enrolled(police, visitor)
    page = await visitor.get("/mo")
    assert 2 == len(found(page))
    assert "Aanpak: als klant" in words(page)
    one = await visitor.get(found(page)[0])
    assert 200 == one.status
    for told in ("Voorverkenning, 20 november 2026", "als klant", "één kostbaar stuk", "Woorden zijn er niet (meer)"):
        assert told in words(one)


async def test_what_is_not_for_the_reader_is_not_there(town: Town, visitor: Visitor) -> None:
    """A record outside the scope, or under a narrower label, answers as one that does not exist."""
    marshal = await town.coordinator(90, Role.CITY_MARSHAL)
    far = replace(NOTICE, ground=replace(NOTICE.ground, pc4="3011"), tlp=Tlp.AMBER)
    await file(town, replace(NOTICE, tlp=Tlp.RED), far)
    await enrolled(marshal, visitor)
    page = await visitor.get("/mo")
    assert [] == found(page)
    assert "Hier staat niets over wat je zoekt" in words(page)
    async with town.storage.reading() as uow:
        filed = await uow.mo_register.page(MoFilter(), after=None, limit=9)
    nothing = await visitor.get("/mo/123")
    for path in (*(f"/mo/{one.id:x}" for one in filed), "/mo/zz", "/mo/" + "f" * 16, "/mo/-1"):
        answer = await visitor.get(path)
        assert (404, words(nothing)) == (answer.status, words(answer)), path


async def test_a_role_that_ended_reads_nothing(town: Town, visitor: Visitor) -> None:
    """Rights are asked at every page."""
    police = await town.coordinator(90)
    await file(town, NOTICE)
    await enrolled(police, visitor)
    [path] = found(await visitor.get("/mo"))
    async with town.storage.transaction() as uow:
        [grant] = await uow.roles.active(town.clock.now())
        await uow.roles.end_at(grant.id, town.clock.now())
    assert [] == found(await visitor.get("/mo"))
    assert 404 == (await visitor.get(path)).status


async def test_an_address_searches(town: Town, visitor: Visitor) -> None:
    """Branch, period, place and each feature of the method are in the address; what is in no list is left out."""
    police = await town.coordinator(90, scope="national")
    old = replace(NOTICE, day=DAY - timedelta(days=200), branches=frozenset({Branch.BAKERY}), mo={"weapon": "knife"})
    await file(town, NOTICE, old, replace(NOTICE, ground=replace(NOTICE.ground, pc4="3011")))
    await enrolled(police, visitor)
    for query, many in (
        ("", 3),
        ("?branch=bakery", 1),
        ("?period=month", 2),
        ("?place=2903", 2),
        ("?place=Capelle+a%2Fd+IJssel", 2),
        ("?weapon=knife", 1),
        ("?approach=as_customer&offender_count=2", 2),
        ("?approach=as_customer&weapon=knife", 0),
        ("?branch=nothing&period=x&weapon=axe&after=x", 3),
    ):
        page = await visitor.get(f"/mo{query}")
        assert (200, many) == (page.status, len(found(page))), query


async def test_a_place_that_is_not_known_is_said_beside_the_field(town: Town, visitor: Visitor) -> None:
    """What was typed and chosen stays, and the summary leads to the field."""
    police = await town.coordinator(90)
    await enrolled(police, visitor)
    page = await visitor.get("/mo?place=%3Cb%3Energens&branch=bakery")
    assert 422 == page.status
    assert 'value="&lt;b&gt;nergens"' in page.text
    assert 'id="wrong-place"' in page.text
    assert '<a href="#place">' in page.text
    assert '<option value="bakery" selected>' in page.text


async def test_pages_of_fifty_follow_each_other(town: Town, visitor: Visitor) -> None:
    """The next page goes on with the same search, and each record comes once."""
    police = await town.coordinator(90)
    await file(town, *(replace(NOTICE, day=DAY - timedelta(days=number // 3)) for number in range(60)))
    await enrolled(police, visitor)
    page = await visitor.get("/mo?branch=jeweller&approach=as_customer")
    first = found(page)
    [older] = re.findall(r'<a href="(/mo\?[^"]+)">Ouder', page.text)
    then = await visitor.get(older.replace("&amp;", "&"))
    assert (50, 10) == (len(first), len(found(then)))
    assert 60 == len({*first, *found(then)})
    assert "Nieuwste" in words(then)
    assert '<option value="jeweller" selected>' in then.text
