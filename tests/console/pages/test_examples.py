"""Tests of a notice that begins with an example in the console."""

import re

import pytest

from alerts.place_names import named_id
from alerts.role import Role
from tests.bot.town import Person, Town
from tests.console.accounts import enrolled, recorded
from tests.console.forms import fields_in
from tests.console.pages.test_compose import drafter, follows, sends, words
from tests.console.visitor import Answer, Visitor

NAME = "Capelle aan den IJssel"
ALL = f"/examples/{named_id(NAME)}"
NEW = f"{ALL}/new"
OWN = "de markt in {plaats} is een pui geramd."
TYPED = {
    "nl": f"Bij {OWN}",
    "en": "At the market in {plaats} a front was rammed.",
    "kind": "ram_raid",
    "branch": "jeweller",
}
TEXT = "Om 14:05 is een juwelier overvallen in 2903 AB. De dader droeg een zwarte jas. Zie je iets? Bel 112."


async def test_an_example_begins_a_notice(town: Town, visitor: Visitor) -> None:
    """The page lists the examples by kind; a chosen one fills the words, the kind and the branch."""
    await drafter(town, visitor)
    page = await visitor.get("/compose")
    assert "Om {tijd} is een juwelier overvallen in {plaats}." in words(page)
    assert 'href="/compose?example=robbery-jeweller"' in page.text
    begun = await visitor.get("/compose?example=robbery-jeweller")
    fields = fields_in(begun.text, "compose")
    assert ("robbery", ["jeweller"]) == (fields["kind"], list(fields.several("branches")))
    assert fields["words"].startswith("Om {tijd} is een juwelier overvallen")
    assert 404 == (await visitor.get("/compose?example=nergens")).status


async def test_what_is_not_filled_in_is_not_sent(town: Town, visitor: Visitor) -> None:
    """A notice with an open placeholder is refused beside its words, with all that was typed; filled in, it is asked
    for as any other."""
    await drafter(town, visitor)
    begun = await visitor.get("/compose?example=robbery-jeweller")
    stored = await follows(visitor, await sends(visitor, begun, "preview", place="2903 AB"))
    refused = await sends(visitor, stored, "ask")
    assert 409 == refused.status
    assert "Vul eerst nog in: {tijd}, {plaats}, {signalement}, {richting}." in words(refused)
    again = await follows(visitor, await sends(visitor, refused, "preview", words=TEXT))
    asked = await follows(visitor, await sends(visitor, again, "ask"))
    assert "wacht op akkoord" in words(asked)


async def keeper(town: Town, visitor: Visitor, role: Role = Role.CITY_MARSHAL, number: int = 5) -> Person:
    """Return a coordinator of all of the municipality who is signed in."""
    found = await town.coordinator(number, role, f"municipality:{NAME}")
    await enrolled(found, visitor)
    return found


async def keeps(visitor: Visitor, path: str = NEW, **typed: str) -> Answer:
    """Type into the form as the page shows it, and send it."""
    page = await visitor.get(path)
    return await visitor.post(path, fields_in(page.text, "text").changed(typed).pairs)


def paths(page: Answer) -> list[str]:
    """Return the forms of the examples that this reader may change."""
    return re.findall(rf'href="({ALL}/\d+)"', page.text)


async def test_an_example_of_a_municipality_is_shared_with_its_drafters(town: Town, visitor: Visitor) -> None:
    """Who drafts there begins with it in the chat, before those of the program, and in the console; who drafts
    elsewhere does not see it. Changed or removed it is so for all, and each step is on the record."""
    marshal = await keeper(town, visitor)
    assert (303, ALL) == ((answer := await visitor.get("/examples")).status, answer.headers["Location"])
    assert 303 == (await keeps(visitor, **TYPED)).status
    assert f"Ramkraak · Juwelier\nBij {OWN}" in re.sub(r"\s*\n\s*", "\n", words(await visitor.get(ALL)))
    assert OWN in words(await visitor.get("/compose"))
    author, stranger = await town.coordinator(6), await town.coordinator(7, Role.POLICE, "3000-3099")
    for person, is_shared in ((author, True), (stranger, False)):
        await person.types("/alert")
        for label in ("Begin met een voorbeeld", "Ramkraak"):
            await person.taps(label)
        assert is_shared == (OWN in person.last.text)
    [path] = paths(await visitor.get(ALL))
    assert 303 == (await keeps(visitor, path, nl="Anders in {plaats}.", en="Different in {plaats}.")).status
    assert "Anders in {plaats}." in words(await visitor.get("/compose"))
    page = await visitor.get(path)
    assert 303 == (await visitor.sends(page, f"{path}/remove", version="2")).status
    assert "Anders in {plaats}." not in words(await visitor.get("/compose"))
    for what in ("added", "changed", "removed"):
        assert 1 == await recorded(marshal, f"municipality.example_{what}")


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("nl", "Om {uur} in {plaats}.", "{uur} ken ik niet. Je kunt deze plekken gebruiken: {tijd}, {plaats}"),
        ("nl", "In {plaats}, dus in {plaats}.", "{plaats} staat er twee keer."),
        ("en", "In {plaats a ram raid.", "Bij “{plaats” mist een accolade."),
        ("en", "At {tijd} in {plaats}.", "{tijd} staat maar in één taal."),
        ("nl", "Bel 06-12345678 over {plaats}.", "telefoonnummer"),
        ("en", "", "Er staat niets."),
        ("nl", "x" * 401, "te lang"),
    ],
)
async def test_what_is_wrong_with_an_example_is_said_when_it_is_kept(
    town: Town, visitor: Visitor, field: str, text: str, told: str
) -> None:
    """One sentence beside the field says which placeholder is wrong, or what the guard refuses; all that was typed
    stays, and nothing is stored."""
    await keeper(town, visitor)
    refused = await keeps(visitor, **{**TYPED, field: text})
    assert 422 == refused.status
    assert told in words(refused)
    again = fields_in(refused.text, "text")
    assert {**TYPED, field: text} == {name: again[name].strip() for name in TYPED}
    assert [] == paths(await visitor.get(ALL))


async def test_only_its_maker_and_police_change_an_example(town: Town, visitor: Visitor) -> None:
    """Another drafter reads it and cannot open its form; police of all of the municipality can."""
    await keeper(town, visitor)
    await keeps(visitor, **TYPED)
    [path] = paths(await visitor.get(ALL))
    for number, role, status in ((8, Role.CITY_MARSHAL, 403), (9, Role.POLICE, 200)):
        own = visitor.beside()
        await keeper(town, own, role, number)
        assert OWN in words(await own.get(ALL))
        assert (status == 200) == bool(paths(await own.get(ALL)))
        assert status == (await own.get(path)).status


async def test_a_late_change_and_a_fifth_of_a_kind_are_refused(town: Town, visitor: Visitor) -> None:
    """A form that was opened before a colleague changed the example comes back with both; one too many is named."""
    await keeper(town, visitor)
    await keeps(visitor, **TYPED)
    [path] = paths(await visitor.get(ALL))
    page = await visitor.get(path)
    await keeps(visitor, path, nl="Eerst in {plaats}.", en="First in {plaats}.")
    late = await visitor.post(path, fields_in(page.text, "text").changed({"nl": "Later in {plaats}."}).pairs)
    assert 409 == late.status
    assert "Eerst in {plaats}." in words(late)
    assert "Later in {plaats}." in words(late)
    for _ in range(3):
        assert 303 == (await keeps(visitor, **TYPED)).status
    full = await keeps(visitor, **TYPED)
    assert 422 == full.status
    assert "al 4 eigen voorbeelden" in words(full)
