"""Tests of the support register in the console: who changes it, what is refused, and what readers get then."""

import re

import pytest

from alerts.place_names import named_id
from alerts.role import Role
from bot.render.support import SUPPORT
from tests.bot.administering import administrator
from tests.bot.reporting import jeweller
from tests.bot.role_world import build
from tests.bot.town import Person, Town
from tests.console.accounts import enrolled, recorded
from tests.console.forms import fields_in
from tests.console.pages.test_reports import words
from tests.console.visitor import Answer, Visitor
from tests.roles_table import LETTERS

NAME = "Capelle aan den IJssel"
ALL, COUNTRY = f"/support/{named_id(NAME)}", "/support/country"
NEW = f"{ALL}/new"
TYPED = {
    "name-nl": "Slotenfonds",
    "name-en": "Lock fund",
    "purpose-nl": "Geld voor betere sloten na een overval.",
    "purpose-en": "Money for better locks after a robbery.",
    "audience-nl": "zaken in Capelle",
    "audience-en": "businesses in Capelle",
    "link": "https://www.capelle.example/slotenfonds",
    "source": "Gemeenteblad",
    "checked_on": "2026-01-01",
    "first": "",
    "last": "",
}


async def marshal(town: Town, visitor: Visitor, number: int = 90) -> Person:
    """Return a city marshal of the municipality who is signed in."""
    person = await town.coordinator(number, Role.CITY_MARSHAL, f"municipality:{NAME}")
    await enrolled(person, visitor)
    return person


async def keeps(visitor: Visitor, path: str = NEW, **typed: str) -> Answer:
    """Type into the form as the page shows it, and send it."""
    page = await visitor.get(path)
    return await visitor.post(path, {**dict(fields_in(page.text, "text").pairs), **typed})


async def reads(person: Person, key: str) -> str:
    """Return what the person reads of this card."""
    await person.types("/steun")
    await person.presses(f"{SUPPORT}:{key}:0", person.last)
    return person.last.text


def keys(page: Answer) -> list[str]:
    """Return the keys of the entries that this reader may change."""
    return re.findall(rf'href="{ALL}/(\d+)"', page.text)


async def test_a_municipality_adds_a_scheme_and_its_shops_read_it(town: Town, visitor: Visitor) -> None:
    """What was typed counts at once for the shops there, and for nobody elsewhere; each step is on the record, and
    taken away it is gone."""
    person = await marshal(town, visitor)
    els, stranger = await jeweller(town, 1), town.person(2)
    assert (303, ALL) == ((answer := await visitor.get("/support")).status, answer.headers["Location"])
    assert "Er staat nog niets." in words(await visitor.get(ALL))
    answer = await keeps(visitor, **TYPED)
    assert (303, f"{ALL}?kept") == (answer.status, answer.headers["Location"])
    page = await visitor.get(f"{ALL}?kept")
    assert "Slotenfonds" in words(page)
    assert "Geldt nu" in words(page)
    assert "Slachtofferhulp Nederland" in words(page), "the schemes of the country stand below"
    [key] = keys(page)
    assert "Geld voor betere sloten" in await reads(els, key)
    assert stranger.t.plain("support-gone") in await reads(stranger, key)
    form = await visitor.get(f"{ALL}/{key}")
    assert 303 == (await visitor.sends(form, f"{ALL}/{key}/remove", version="1")).status
    assert els.t.plain("support-gone") in await reads(els, key)
    assert 1 == await recorded(person, "municipality.support_added")
    assert 1 == await recorded(person, "municipality.support_removed")


async def test_what_ended_is_seen_by_its_editors_only(town: Town, visitor: Visitor) -> None:
    """The list and the form say that readers do not see it, before its first day and after its last."""
    await marshal(town, visitor)
    els = await jeweller(town, 1)
    await keeps(
        visitor,
        **TYPED,
    )
    [key] = keys(await visitor.get(ALL))
    for days, said in (
        ({"last": "2026-01-01"}, "Afgelopen"),
        ({"last": "", "first": "2036-01-01"}, "Nog niet begonnen"),
    ):
        assert 303 == (await keeps(visitor, f"{ALL}/{key}", **days)).status
        assert f"{said}: niet te zien" in words(await visitor.get(ALL))
        assert "Lezers zien haar niet." in words(await visitor.get(f"{ALL}/{key}"))
        assert els.t.plain("support-gone") in await reads(els, key)


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("name-nl", "", "text-empty"),
        ("name-en", "x" * 61, "text-too-long"),
        ("purpose-nl", "Bel 06-12345678", "text-phone"),
        ("audience-en", "Vraag naar AB-12-CD", "text-plate"),
        ("link", "http://www.capelle.example/", "text-no-https-link"),
        ("link", "javascript:alert(1)", "text-no-https-link"),
        ("source", "", "text-empty"),
        ("checked_on", "", "text-not-checked-yet"),
        ("checked_on", "2036-01-01", "text-not-checked-yet"),
        ("first", "morgen", "text-no-such-day"),
        ("last", "2019-12-31", "text-ends-before"),
    ],
)
async def test_what_is_wrong_is_said_beside_its_field(
    town: Town, visitor: Visitor, field: str, typed: str, told: str
) -> None:
    """What was typed stays, the summary leads to the field, and nothing is stored."""
    person = await marshal(town, visitor)
    answer = await keeps(visitor, **{**TYPED, "first": "2020-01-01", field: typed})
    assert 422 == answer.status
    assert f'id="wrong-{field}"' in answer.text
    assert f'<a href="#{field}">' in answer.text
    assert "Slotenfonds" in answer.text or field == "name-nl"
    assert person.t.plain(told, found="", length="", typed="")[:12] in words(answer)
    async with town.storage.reading() as uow:
        assert [] == await uow.support.entries([named_id(NAME)])


async def test_what_two_fields_make_together_is_refused(town: Town, visitor: Visitor) -> None:
    """A number that begins in the name and ends in the purpose is found, as readers see them below each other."""
    await marshal(town, visitor)
    answer = await keeps(visitor, **{**TYPED, "name-nl": "Bel 06-123", "purpose-nl": "45678 voor geld"})
    assert 422 == answer.status
    assert 'id="wrong-name-nl"' in answer.text


async def test_what_a_colleague_changed_meanwhile_is_not_overwritten(town: Town, visitor: Visitor) -> None:
    """The form that is late says what is kept now and keeps what was typed; saved again, it counts."""
    await marshal(town, visitor)
    await keeps(visitor, **TYPED)
    [key] = keys(await visitor.get(ALL))
    path = f"{ALL}/{key}"
    old = await visitor.get(path)
    assert 303 == (await keeps(visitor, path, source="Website")).status
    late = await visitor.post(path, {**dict(fields_in(old.text, "text").pairs), "source": "Raadsbesluit"})
    assert 409 == late.status
    assert 'value="Raadsbesluit"' in late.text
    assert "Nu bewaard: Website" in words(late)
    assert 303 == (await visitor.post(path, dict(fields_in(late.text, "text").pairs))).status
    assert "Bron: Raadsbesluit" in words(await visitor.get(ALL))
    assert 409 == (await visitor.sends(old, f"{path}/remove", version="1")).status


async def test_an_administrator_of_the_country_changes_the_schemes_for_all(town: Town, visitor: Visitor) -> None:
    """The program's own is filled in; ended it is shown to nobody, and restored it counts again. A new link leaves the
    card as the program words it."""
    await enrolled(await administrator(town), visitor)
    els = town.person(1)
    assert 'href="/support"' in (await visitor.get("/people")).text
    assert COUNTRY == (await visitor.get("/support")).headers["Location"]
    path = f"{COUNTRY}/violence-fund"
    assert 303 == (await keeps(visitor, path, checked_on="2026-01-01", link="https://www.schadefonds.nl/")).status
    assert "Drie keer ja?" in await reads(els, "violence-fund")
    assert ["https://www.schadefonds.nl/"] == [one.url for one in els.last.buttons if one.url]
    assert 303 == (await keeps(visitor, path, **{"purpose-nl": "Een bedrag ineens."})).status
    assert "Een bedrag ineens." in await reads(els, "violence-fund")
    assert 303 == (await keeps(visitor, path, last="2026-01-02")).status
    assert els.t.plain("support-gone") in await reads(els, "violence-fund")
    page = await visitor.get(path)
    assert 303 == (await visitor.sends(page, f"{path}/remove", version="3")).status
    assert "Drie keer ja?" in await reads(els, "violence-fund")
    assert 404 == (await visitor.sends(page, f"{path}/remove", version="0")).status


@pytest.mark.parametrize("letter", [letter for letter in LETTERS if letter != "R"])
async def test_who_changes_whose_register(town: Town, visitor: Visitor, letter: str) -> None:
    """S, V and G of the whole municipality change its schemes; nobody else does, nor there of another municipality or
    of the country."""
    world = await build(town)
    async with town.storage.transaction() as uow:
        for grant in await uow.roles.of_member(world.members[letter]):
            if grant.role in (Role.CITY_MARSHAL, Role.SAFETY_DIRECTOR, Role.MUNICIPALITY):
                await world.grant(uow, letter, grant.role, f"municipality:{NAME}")
    await enrolled(world.people[letter], visitor)
    is_editor = letter in ("S", "V", "G")
    account = await visitor.get("/account")
    assert is_editor is ('href="/support"' in account.text)
    elsewhere = f"/support/{named_id('Rotterdam')}"
    for where, is_own in ((ALL, True), (elsewhere, False), (COUNTRY, False), ("/support/nergens", False)):
        is_allowed = is_editor and is_own
        assert is_allowed is ((await visitor.get(where)).status == 200), where
        assert is_allowed is ((await visitor.get(f"{where}/new")).status == 200), where
        assert is_allowed is ((await visitor.sends(account, f"{where}/new", version="0", **TYPED)).status == 303), where
    async with town.storage.reading() as uow:
        found = await uow.support.entries([named_id(NAME), named_id("Rotterdam")])
    assert is_editor is bool(found)


async def test_a_role_that_ended_meanwhile_changes_nothing(town: Town, visitor: Visitor) -> None:
    """The form that is still open is refused."""
    world = await build(town)
    async with town.storage.transaction() as uow:
        await world.grant(uow, "S", Role.CITY_MARSHAL, f"municipality:{NAME}")
    await enrolled(world.people["S"], visitor)
    page = await visitor.get(NEW)
    await world.end_roles()
    assert (await visitor.sends(page, NEW, version="0", **TYPED)).status in (303, 403)
    async with town.storage.reading() as uow:
        assert [] == await uow.support.entries([named_id(NAME)])


async def test_an_address_that_is_not_there(town: Town, visitor: Visitor) -> None:
    """An entry of nobody, of another municipality or of the country is not found in one's own register."""
    await marshal(town, visitor)
    for entry in ("999", "victim-support", "nothing"):
        assert 404 == (await visitor.get(f"{ALL}/{entry}")).status, entry
        page = await visitor.get(NEW)
        assert 404 == (await visitor.sends(page, f"{ALL}/{entry}", version="0", **TYPED)).status, entry
        assert 404 == (await visitor.sends(page, f"{ALL}/{entry}/remove", version="0")).status, entry
