"""Tests of the measures of a branch in the console: who changes them, what is refused, and what readers read then."""

import re

import pytest

from alerts.role import Role
from tests.bot.handlers.test_measures import ONE_PIECE
from tests.bot.handlers.test_mo_register import NOTICE, file
from tests.bot.police import jeweller
from tests.bot.role_world import build
from tests.bot.town import Person, Town
from tests.console.accounts import enrolled
from tests.console.pages.test_reports import words
from tests.console.visitor import Answer, Visitor
from tests.roles_table import LETTERS

TABLE, FORM = "/measures/jeweller", "/measures/jeweller/one_piece"
TYPED = {
    "words-nl": "Laat nooit twee ringen tegelijk zien.",
    "words-en": "Never show two rings at once.",
    "source": "FGZ",
}


async def _association(town: Town, visitor: Visitor, scope: str = "branch:jeweller") -> Person:
    person = await town.coordinator(90, Role.TRADE_ASSOCIATION, scope)
    await enrolled(person, visitor)
    return person


async def _read(reader: Person) -> str:
    await reader.types("/mo")
    await reader.taps("1")
    return reader.last.text


def _version(page: Answer) -> str:
    [version, *_] = re.findall(r'name="version" value="(\d+)"', page.text)
    return str(version)


async def test_an_association_changes_the_words_for_its_branch(town: Town, visitor: Visitor) -> None:
    """What the association typed is what jewellers read from then on, with its source in the table; opticians read what
    they read before. Taken back, the table of the program counts again, and the record has each step."""
    association = await _association(town, visitor)
    police = await town.coordinator(91)
    gold = await jeweller(town, 1, police)
    lens = town.person(2)
    await lens.subscribes("2903AB", "optician", "Bril", "2")
    await police.taps("Verifiëren")
    await file(town, NOTICE)
    page = await visitor.get(FORM)
    assert ONE_PIECE in words(page)
    answer = await visitor.sends(page, FORM, version=_version(page), **TYPED)
    assert (303, f"{TABLE}?kept") == (answer.status, answer.headers["Location"])
    table = await visitor.get(f"{TABLE}?kept")
    assert "Gewijzigd · Laat nooit twee ringen tegelijk zien." in words(table)
    assert "Bron: FGZ" in words(table)
    assert TYPED["words-nl"] in await _read(gold)
    assert ONE_PIECE in await _read(lens)
    [edit] = re.findall(r'name="edit" value="(\d+)"', table.text)
    assert 303 == (await visitor.sends(table, f"{TABLE}/restore", edit=edit, version="1")).status
    assert ONE_PIECE in await _read(gold)
    async with town.storage.reading() as uow:
        rows = [one.action for one in await uow.audit.page(0, 1_000) if one.entity == "measure"]
    assert ["measure.changed", "measure.restored"] == rows
    await association.types("/logboek")


async def test_a_measure_is_left_out_and_one_is_added(town: Town, visitor: Visitor) -> None:
    """A measure that does not fit makes room, and one of one's own comes first where it helps."""
    await _association(town, visitor)
    police = await town.coordinator(91)
    gold = await jeweller(town, 1, police)
    await file(town, NOTICE)
    page = await visitor.get(FORM)
    assert 303 == (await visitor.sends(page, f"{FORM}/leave-out", version="0")).status
    assert ONE_PIECE not in await _read(gold)
    assert "Weggelaten · Laat één kostbaar stuk" in words(await visitor.get(TABLE))
    new = await visitor.get(f"{TABLE}/new")
    answer = await visitor.sends(
        new, f"{TABLE}/new", version="0", sort="organisational", method="approach=as_customer", **TYPED
    )
    assert 303 == answer.status
    assert TYPED["words-nl"] in await _read(gold)
    assert "Aanpak: als klant" in words(await visitor.get(TABLE))


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("words-nl", "", "text-empty"),
        ("words-en", "Bel 06-12345678", "text-phone"),
        ("words-nl", "Doe de deur op slot en ga na of je dat deed en dan", "rejected-measure-words"),
        ("source", "<b>AB-12-CD</b>", "text-plate"),
    ],
)
async def test_what_may_not_be_sent_is_refused_beside_its_field(
    town: Town, visitor: Visitor, field: str, typed: str, told: str
) -> None:
    """The guard and the lengths hold here as for any text that is sent; what was typed stays, and nothing is stored."""
    association = await _association(town, visitor)
    page = await visitor.get(FORM)
    answer = await visitor.sends(page, FORM, version="0", **{**TYPED, field: typed})
    assert 422 == answer.status
    assert f'id="wrong-{field}"' in answer.text
    assert f'<a href="#{field}">' in answer.text
    assert all(f'value="{text}"' in answer.text for name, text in TYPED.items() if name != field)
    assert "<b>AB" not in answer.text
    assert association.t.plain(told, most="12", found="", length="", typed="")[:12] in words(answer)
    async with town.storage.reading() as uow:
        assert [] == await uow.measures.edits()


async def test_what_a_colleague_changed_meanwhile_is_not_overwritten(town: Town, visitor: Visitor) -> None:
    """The form that is late says so and keeps what was typed; saved again, it counts."""
    await _association(town, visitor)
    page = await visitor.get(FORM)
    await visitor.sends(page, FORM, version="0", **TYPED)
    late = await visitor.sends(page, FORM, version="0", **{**TYPED, "source": "Politie"})
    assert 409 == late.status
    assert 'value="Politie"' in late.text
    assert "Iemand anders heeft deze maatregel net gewijzigd" in words(late)
    assert 303 == (await visitor.sends(late, FORM, version=_version(late), **{**TYPED, "source": "Politie"})).status
    assert "Bron: Politie" in words(await visitor.get(TABLE))
    assert 409 == (await visitor.sends(page, f"{FORM}/leave-out", version="1")).status


@pytest.mark.parametrize("letter", [letter for letter in LETTERS if letter != "R"])
async def test_who_edits_whose_measures(town: Town, visitor: Visitor, letter: str) -> None:
    """A trade association changes the measures of its branch, and nobody else does, nor for another branch."""
    world = await build(town)
    await enrolled(world.people[letter], visitor)
    is_editor = letter == "B"  # the police of this world have a range of postcodes
    assert is_editor == ('href="/measures"' in (await visitor.get("/mo")).text)
    assert is_editor == ((await visitor.get("/measures")).status == 303)
    for branch, is_own in (("jeweller", True), ("optician", False)):
        is_allowed = is_editor and is_own
        for path in (f"/measures/{branch}", f"/measures/{branch}/one_piece", f"/measures/{branch}/new"):
            assert is_allowed == ((await visitor.get(path)).status == 200), path
        account = await visitor.get("/account")
        for path in (f"/measures/{branch}/one_piece", f"/measures/{branch}/new"):
            assert is_allowed == ((await visitor.sends(account, path, version="0", **TYPED)).status == 303), path
    async with town.storage.reading() as uow:
        assert (2 if is_editor else 0) == len(await uow.measures.edits())


@pytest.mark.parametrize(("scope", "is_editor"), [("national", True), ("branch:jeweller", True), ("2900-2999", False)])
async def test_police_edit_for_a_whole_branch_only(town: Town, visitor: Visitor, scope: str, is_editor: bool) -> None:
    """What is typed counts in the whole country, so police of a part of it do not change it."""
    police = await town.coordinator(90, scope=scope)
    await enrolled(police, visitor)
    assert is_editor == ((await visitor.get(TABLE)).status == 200)


async def test_an_address_that_is_not_there(town: Town, visitor: Visitor) -> None:
    """A branch or a measure that does not exist is not found."""
    await _association(town, visitor)
    for path in ("/measures/nothing", f"{TABLE}/nothing", f"{TABLE}/night_window"):
        assert 404 == (await visitor.get(path)).status, path
    page = await visitor.get(FORM)
    assert 404 == (await visitor.sends(page, f"{TABLE}/restore", edit="99", version="1")).status
    assert 404 == (await visitor.sends(page, f"{TABLE}/new", version="0", method="weapon=axe", **TYPED)).status
