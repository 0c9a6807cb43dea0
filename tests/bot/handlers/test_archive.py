"""Tests of /archief: what somebody finds, how it is looked for, and what is read of what is over."""

from datetime import date

import pytest

from alerts.archive import folded
from alerts.branch import Branch
from alerts.member import Language
from alerts.role import Role
from alerts.services.alert import search_archive
from bot.render.archive import PAGE
from tests.bot.handlers.test_delivery_rules import warns
from tests.bot.police import jeweller
from tests.bot.town import Person, Town
from texts.archive import read_sought
from texts.phrases import load_texts


@pytest.fixture
async def police(town: Town) -> Person:
    """The police of the country, alone on duty."""
    return await town.coordinator(90, scope="national")


def found(person: Person) -> list[str]:
    """Return the numbers on the page that was shown last."""
    labels = (one.label for one in person.last.buttons)
    return [label.partition(" ")[0] for label in labels if label.startswith(("2026-", "OEFENING-"))]


async def ends(police: Person) -> None:
    """End the notice that runs."""
    await police.types("/lopend")
    await police.taps("Einde alert")
    await police.taps(police.t.plain("choice-all_clear-no_danger"))


@pytest.mark.quick
async def test_a_shop_finds_what_came_to_it(town: Town, police: Person) -> None:
    """What is live is read there; of what is over, how it ended; what did not come is not there."""
    els = await jeweller(town, 1, police)
    await warns(police)
    cafe = town.person(2)
    await cafe.subscribes("2903AB", "cafe", "Bar", "2")
    await els.types("/archief")
    assert ["2026-0001"] == found(els)
    await els.taps("2026-0001")
    assert els.t("archive-live") in els.last.text
    assert "scooter" in els.last.text
    await ends(police)
    await els.types("/archief overval")
    await els.taps("2026-0001")
    assert "Afgelopen" in els.last.text
    assert "scooter" not in els.last.text
    await cafe.types("/archief")
    assert cafe.t("archive-none") in cafe.last.text
    await cafe.presses("archived:1:0")
    assert cafe.t("archive-gone") == cafe.last.text
    await cafe.presses("archived:99:0")
    assert cafe.t("archive-gone") == cafe.last.text


async def test_who_may_change_it_there_reads_what_is_over(town: Town, police: Person) -> None:
    """Police and whoever drafts in the place do; whoever only reads what is live sees how it ended."""
    mayor = await town.coordinator(91, Role.MAYORS_OFFICE, scope="national")
    await jeweller(town, 1, police)
    await warns(police)
    await ends(police)
    for person, reads in ((police, True), (mayor, False)):
        await person.types("/archief")
        await person.taps("2026-0001")
        assert "Afgelopen" in person.last.text
        assert reads is ("scooter" in person.last.text)


async def test_what_was_retracted_is_gone_for_shops(town: Town, police: Person) -> None:
    """The police find it, with when it was retracted."""
    els = await jeweller(town, 1, police)
    await warns(police)
    await police.types("/lopend")
    await police.taps("Intrekken")
    await police.taps(police.t.plain("choice-retraction-mistake"))
    await els.types("/archief")
    assert [] == found(els)
    await police.types("/archief 1")
    await police.taps("2026-0001")
    assert "Ingetrokken" in police.last.text


async def test_pages_keep_what_is_looked_for(town: Town, police: Person) -> None:
    """The next page has the older ones, of the same search, and leads back."""
    await jeweller(town, 1, police)
    for _ in range(PAGE + 1):
        await warns(police)
    await police.types("/archief Juwelier")
    assert [f"2026-{number:04d}" for number in range(PAGE + 1, 1, -1)] == found(police)
    await police.taps("Ouder")
    assert ["2026-0001"] == found(police)
    assert "juwelier" in police.last.text
    await police.taps("Nieuwste")
    assert PAGE == len(found(police))
    await police.types("/archief sieradenroof")
    assert police.t("archive-none") in police.last.text


async def test_a_page_is_bounded_and_the_next_goes_on(
    town: Town, police: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who may read few of many notices gets an answer at once, and goes on from there."""
    els = await jeweller(town, 1, police)
    for _ in range(3):
        await warns(police)
    elsewhere = await town.coordinator(92, scope="3000-3099")
    monkeypatch.setattr(search_archive, "MOST_ASKED", 2)
    await elsewhere.types("/archief")
    assert [] == found(elsewhere)
    await elsewhere.taps("Ouder")
    assert "Ouder ›" not in {one.label for one in elsewhere.last.buttons}
    await els.types("/archief")
    assert ["2026-0003", "2026-0002"] == found(els)
    await els.taps("Ouder")
    assert ["2026-0001"] == found(els)
    await els.types("/archief 2026-0001")
    assert ["2026-0001"] == found(els)


DUTCH = load_texts()[Language.DUTCH]
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "number", "words", "days"),
    [
        ("2026-12", "2026-0012", (), None),
        ("12", "-0012", (), None),
        ("WA-2026-0012", "2026-0012", (), None),
        ("OEFENING-2026-0003", "2026-0003", (), None),
        ("2903", "", ("2903",), None),
        ("Café", "", ("cafe",), None),
        ("juwelier november", "", ("juwelier",), ("2026-11-01", "2026-11-30")),
        ("december", "", (), ("2025-12-01", "2025-12-31")),
        ("februari 2024 mes", "", ("mes",), ("2024-02-01", "2024-02-29")),
        ("2025", "", (), ("2025-01-01", "2025-12-31")),
        ("deze week", "", (), ("2026-11-23", "2026-11-24")),
        ("vorige week scooter", "", ("scooter",), ("2026-11-16", "2026-11-22")),
        ("gisteren", "", (), ("2026-11-23", "2026-11-23")),
    ],
)
def test_what_is_looked_for(typed: str, number: str, words: tuple[str, ...], days: tuple[str, str] | None) -> None:
    """Numbers, words and days are told apart; capitals and accents do not count."""
    sought = read_sought(typed, DUTCH, TODAY)
    told = None if sought.first is None or sought.last is None else (str(sought.first), str(sought.last))
    assert (number, words, days) == (sought.number, sought.words, told)


def test_a_word_may_be_a_branch() -> None:
    """`juwelier` is the branch as well as the word; a part of a word that is too short is none."""
    assert {"juwelier": Branch.JEWELLER} == dict(read_sought("juwelier ju", DUTCH, TODAY).branches or {})
    assert "cafe" == folded("  CAFÉ ")
