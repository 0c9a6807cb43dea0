"""Help after a robbery in the chat: cards of four lines with one thing to do, and the schemes that count today."""

from dataclasses import replace
from datetime import date

import pytest

from alerts.ids import MunicipalityId
from alerts.member import Language
from alerts.place_names import named_id
from alerts.role import Role
from alerts.services.support.find_support import ShownCard, support_cards
from alerts.support import Scheme, SchemeWords, SupportCard, SupportEntry
from bot.render.support import PAGE
from tests.bot.reporting import jeweller
from tests.bot.town import Person, Town
from texts.phrases import load_texts
from texts.support import card_words

CAPELLE, ROTTERDAM = named_id("Capelle aan den IJssel"), named_id("Rotterdam")
DAY = date(2026, 1, 1)
LINK = "https://www.capelle.example/fonds"


def scheme(name: str, where: MunicipalityId | None = CAPELLE, **more: date | str | None) -> Scheme:
    """Return a scheme with this name in both languages."""
    words = {one: SchemeWords(f"{name} {one}", "Geld voor een slot.", "Zaken <hier>.") for one in Language}
    return replace(Scheme(where, LINK, "Gemeente", DAY, words=words), **more)  # type: ignore[arg-type]


async def stored(town: Town, *schemes: Scheme) -> list[SupportEntry]:
    """Store schemes in the register."""
    by = await town.coordinator(80, Role.CITY_MARSHAL)
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(by.id))
        assert member is not None
        return [await uow.support.add(one, member.id, town.clock.now()) for one in schemes]


def labels(person: Person) -> list[str]:
    """Return what stands on the buttons that the person sees."""
    return [one.label for one in person.last.buttons]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("card", SupportCard)
def test_a_card_has_four_lines_and_one_thing_to_do(card: SupportCard, language: Language) -> None:
    """Short words for who is upset: a title and three lines, each short, and one number at most to call."""
    t = load_texts(strict=True)[language]
    lines = card_words(ShownCard(card), t).splitlines()
    assert 4 == len(lines)
    assert all(len(one.split()) <= 24 for one in lines), lines
    assert sum(number in " ".join(lines) for number in ("0900-0101", "0900-8844")) <= 1


@pytest.mark.parametrize("typed", ["/steun", "/support"])
async def test_anybody_finds_help_without_a_subscription(town: Town, typed: str) -> None:
    """A stranger sees whom to call and reads each card with its one action; for the country there is no more."""
    els = town.person(1)
    await els.types(typed)
    assert "0900-0101" in els.last.text
    assert 4 == len(els.last.text.splitlines())
    assert els.t.plain("support-schemes-title") not in labels(els)
    await els.taps(els.t.plain("support-title-violence-fund"))
    assert "Drie keer ja?" in els.last.text
    assert ["https://www.schadefonds.nl/kom-ik-in-aanmerking/"] == [one.url for one in els.last.buttons if one.url]
    await els.taps(els.t.plain("nav-back"))
    await els.taps(els.t.plain("support-rights-title"))
    rights = labels(els)[:-1]
    assert 6 == len(rights)
    for right in rights:
        await els.taps(right)
        assert right in els.last.text
        await els.taps(els.t.plain("nav-back"))
    await els.taps("Aangifte en je kopie")
    assert ["0900-8844"] == [one.copy for one in els.last.buttons if one.copy]


async def test_the_end_of_the_first_hour_leads_to_help(town: Town) -> None:
    """From the last step, and from all steps at once."""
    els = town.person(1)
    await els.types("/overval")
    await els.taps(els.t.plain("robbery-safe"))
    await els.taps(els.t.plain("first-hour-title"))
    await els.taps(els.t.plain("first-hour-show-all"))
    await els.taps(els.t.plain("support-button"))
    assert els.t.plain("support-rights-title") in labels(els)


async def test_a_shop_reads_what_counts_in_its_municipality_today(town: Town) -> None:
    """Not what another municipality has, what has ended, or what has not begun; typed words are shown as they are."""
    await stored(
        town,
        scheme("Slotenfonds"),
        scheme("Verlopen", last=date(2020, 1, 1)),
        scheme("Later", first=date(2036, 1, 1)),
        scheme("Elders", ROTTERDAM),
        scheme("Landelijk", None, last=date(2036, 12, 31)),
    )
    els = await jeweller(town, 1)
    await els.types("/steun")
    await els.taps(els.t.plain("support-schemes-title"))
    assert ["Slotenfonds nl", "Landelijk nl", els.t.plain("nav-back")] == labels(els)
    await els.taps("Landelijk nl")
    assert "Tot en met 31 december 2036." in els.last.text
    assert "Zaken &lt;hier&gt;." in els.last.text
    assert [LINK] == [one.url for one in els.last.buttons if one.url]
    stranger = town.person(2)
    await stranger.types("/steun")
    await stranger.taps(stranger.t.plain("support-schemes-title"))
    assert ["Landelijk nl", stranger.t.plain("nav-back")] == labels(stranger)


async def test_many_schemes_come_in_pages(town: Town) -> None:
    """Each page has room on a phone, and each scheme is on one."""
    await stored(town, *(scheme(f"Fonds {number}") for number in range(PAGE * 2 + 1)))
    els = await jeweller(town, 1)
    await els.types("/steun")
    await els.taps(els.t.plain("support-schemes-title"))
    seen = labels(els)
    while els.t.plain("support-more") in labels(els):
        await els.taps(els.t.plain("support-more"))
        assert len(labels(els)) <= PAGE + 2
        seen += labels(els)
    assert all(f"Fonds {number} nl" in seen for number in range(PAGE * 2 + 1))


async def test_what_ended_since_is_gone(town: Town) -> None:
    """An old button leads to no ended scheme: not to one of a municipality, and not to that of the program."""
    [entry] = await stored(town, scheme("Slotenfonds"))
    els = await jeweller(town, 1)
    await els.types("/steun")
    async with town.storage.transaction() as uow:
        assert entry.id is not None
        member = await uow.members.by_ref("telegram", str(els.id))
        assert member is not None
        ended = replace(entry.scheme, last=DAY)
        await uow.support.save(entry.id, ended, 1, member.id, town.clock.now())
        fund = scheme("Schadefonds", None, standard="violence-fund", last=DAY)
        await uow.support.add(fund, member.id, town.clock.now())
    for key in (str(entry.id), "violence-fund", "nothing", "999"):
        await els.presses(f"support:{key}:0", els.last)
        assert els.t.plain("support-gone") in els.last.text
    await els.types("/steun")
    assert [els.t.plain("support-title-victim-support"), els.t.plain("support-rights-title")] == labels(els)


async def test_the_cards_for_aftercare_come_in_order(town: Town) -> None:
    """People and money first, then rights, then schemes; a scheme of the program that was worded anew reads so."""
    anew = scheme("Schadefonds anders", None, standard="violence-fund")
    await stored(town, anew, scheme("Slotenfonds"))
    async with town.storage.reading() as uow:
        cards = await support_cards(uow, CAPELLE, town.clock.now().date())
        of_nowhere = await support_cards(uow, None, town.clock.now().date())
    assert [*SupportCard, None] == [one.card for one in cards]
    assert list(SupportCard) == [one.card for one in of_nowhere]
    told = [card_words(one, town.texts[Language.DUTCH]) for one in cards]
    assert told[1].startswith("<b>Schadefonds anders nl")
    assert told[-1].startswith("<b>Slotenfonds nl")
    assert all(len(one.splitlines()) == 4 for one in told)
