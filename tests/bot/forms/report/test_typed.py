"""A shop types what it saw: the words are kept, 112 comes first, and three taps later it is sent."""

import json
from datetime import timedelta

import pytest

from alerts.report import ReportKind, Signal
from bot.conversation.text_parts import parts
from bot.jobs.schedule import clean_up
from tests.bot.forms.report.test_form import Thumb
from tests.bot.forms.report.test_where import with_two_shops
from tests.bot.reporting import cards, jeweller, labels, many_reports, report_of, to_kind, under_way
from tests.bot.town import BEGIN, Person, Town

pytestmark = pytest.mark.quick

SENTENCE = "net 2 jongens die de etalage filmden, zwarte golf met draaiende motor"
ENGLISH = "Two men just filmed the shop window, black Golf with running engine"
SIGNALS = frozenset({Signal.PHOTOS, Signal.WATCHING_FROM_VEHICLE})


async def test_one_sentence_and_two_taps_make_a_report(town: Town) -> None:
    """Nothing else is asked, as there is one shop; what was read travels with the words as typed."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    tap = Thumb(els)
    await els.types(SENTENCE)
    assert els.last.text.startswith(els.t("report-safety"))
    await tap("Geen gevaar")
    assert SENTENCE in els.last.text
    await tap("Nu versturen")
    assert "Ontvangen. Nog niet gedeeld." in els.last.text
    assert 2 == tap.taps
    report = await report_of(town)
    told = report.content
    assert (ReportKind.RECONNAISSANCE, SIGNALS) == (report.kind, told.signals)
    assert ("2", "zwarte golf") == (told.persons, told.vehicle)
    assert (SENTENCE, BEGIN, "2903AB") == (told.what, report.occurred_at, report.place.pc6)
    assert report.premises_id is not None
    [card] = cards(agent)
    assert SENTENCE in card


async def test_with_two_shops_the_place_is_the_one_question(town: Town) -> None:
    """Two taps from the sentence to the receipt, as the shop sends it; nobody guesses which shop it was."""
    els = await with_two_shops(town)
    tap = Thumb(els)
    await els.types(SENTENCE)
    await tap("112 is gebeld")
    assert els.t("report-ask-where") in els.last.text
    assert "Nu versturen" not in labels(els)
    await tap("Nu versturen: De Bril")
    assert "Ontvangen. Nog niet gedeeld." in els.last.text
    assert 2 == tap.taps
    assert "2904XY" == (await report_of(town)).place.pc6


async def test_in_english(town: Town) -> None:
    els = town.person(1, "en")
    await els.subscribes("2903AB", "jeweller", "Pearl", "1")
    await els.types(ENGLISH)
    await els.taps("No danger")
    for line in ("Kind:", "Stood out:", "When:", "People:", "black Golf", "Pearl"):
        assert line in els.last.text
    await els.taps("Send now")
    told = (await report_of(town)).content
    assert SIGNALS == told.signals
    assert ("2", ENGLISH) == (told.persons, told.what)


async def test_what_is_denied_is_not_told(town: Town) -> None:
    """No weapon was seen, and nobody filmed: neither is a sighting."""
    els = await jeweller(town, 1)
    await els.types("Geen wapen gezien en er is niet gefilmd, wel voelde iemand net aan de deur.")
    await els.taps("Geen gevaar")
    await els.taps("Nu versturen")
    told = (await report_of(town)).content
    assert frozenset({Signal.TESTING_DOOR}) == told.signals
    assert told.weapon in (None, "none_seen")


async def test_each_line_can_be_changed_and_comes_back(town: Town) -> None:
    """The kind by buttons, people by buttons, the words by typing; what was read of the old words goes with them."""
    els = await jeweller(town, 1)
    await els.types(SENTENCE)
    await els.taps("Geen gevaar")
    for line in ("Soort", "Viel op", "Wanneer", "Personen", "Vervoer", "Waar", "Tekst"):
        assert line in labels(els)
    await els.taps("Personen")
    assert els.t("report-ask-persons") == els.last.text
    assert "Nu versturen" not in labels(els)
    await els.taps("4 of meer")
    assert "4 of meer" in els.last.text
    await els.taps("Soort")
    await els.taps("Terug")
    await els.taps("Soort")
    await els.taps("Iets anders dat verdacht is")
    await els.taps("Tekst")
    assert SENTENCE in els.last.text
    await els.types("Ze keken lang naar de camera's, een man met een rode jas.")
    assert "zwarte golf" not in els.last.text
    assert "rode jas" in els.last.text
    await els.taps("Nu versturen")
    report = await report_of(town)
    assert (ReportKind.SUSPICIOUS_SITUATION, "4_plus", None) == (
        report.kind,
        report.content.persons,
        report.content.vehicle,
    )


async def test_how_it_went_is_read_and_travels_to_the_notice(town: Town) -> None:
    """Violence, the face, and how they left are MO values; a wrong one is chosen anew or left out."""
    els = await jeweller(town, 1)
    await els.types("Net overvallen, man met bivakmuts bedreigde me met een pistool, weg op een scooter richting noord")
    await els.taps("112 is gebeld")
    for line in ("Geweld:", "Gezicht:", "Vertrokken:"):
        assert line in els.last.text
    await els.taps("Meer…")
    await els.taps("Gezicht")
    await els.taps("masker of sjaal")
    await els.taps("Vertrokken")
    await els.taps("Klopt niet: laat weg")
    assert "Vertrokken:" not in els.last.text
    await els.taps("Nu versturen")
    mo = (await report_of(town)).content.mo
    assert ("threat", "mask", "firearm") == (mo["violence"], mo["face_cover"], mo["weapon"])


async def test_a_draft_made_of_it_says_nothing_twice(town: Town) -> None:
    """The vehicle and the clothing that were read of the words are not put before them again."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await els.types("Net overvallen, man met een rode jas, weg op een zwarte scooter")
    await els.taps("112 is gebeld")
    await els.taps("Nu versturen")
    await agent.taps(agent.t.plain("report-alert"))
    dialogue = await under_way(agent)
    assert dialogue is not None
    assert "Net overvallen, man met een rode jas, weg op een zwarte scooter" == dialogue.draft["what"]


async def test_the_place_can_be_changed(town: Town) -> None:
    """To another place by its postcode; going back from that asks again, and nothing is sent without a place."""
    els = await jeweller(town, 1)
    await els.types(SENTENCE)
    await els.taps("Geen gevaar")
    assert "De Parel 1" in els.last.text
    await els.taps("Waar")
    assert "Nu versturen" not in labels(els)
    await els.taps("Ergens anders")
    await els.taps("Terug")
    assert "Nu versturen" not in labels(els)
    await els.taps("Ergens anders")
    await els.types("3011")
    assert "3011" in els.last.text
    await els.taps("Nu versturen")
    report = await report_of(town)
    assert ("3011", None) == (report.place.pc4, report.premises_id)


async def test_a_shared_location_is_the_place(town: Town) -> None:
    """Also while the overview asks for it; and in a town other than the shop's the place is asked."""
    els = await jeweller(town, 1)
    await els.types("Net zag ik in Krimpen aan den IJssel een man aan een deur voelen")
    await els.taps("Geen gevaar")
    assert els.t("report-ask-where") in els.last.text
    await els.shares(51.9171, 4.5891)
    await els.taps("Nu versturen")
    assert ("2922", None) == ((await report_of(town)).place.pc4, (await report_of(town)).premises_id)


async def test_a_postcode_in_the_sentence_is_the_place(town: Town) -> None:
    els = await jeweller(town, 1)
    await els.types("Net voelde iemand aan de deur in 3011")
    await els.taps("Geen gevaar")
    assert "3011" in els.last.text
    await els.taps("Nu versturen")
    assert "3011" == (await report_of(town)).place.pc4


async def test_a_second_text_at_the_gate_is_added(town: Town) -> None:
    """Typed in quick succession; what it says is read together with the first. So is what is typed at the overview."""
    els = await jeweller(town, 1)
    await els.types("Net overvallen, twee mannen met een mes")
    await els.types("weg op een zwarte scooter")
    assert els.last.text.startswith(els.t("report-safety"))
    await els.taps("112 is gebeld")
    assert "zwarte scooter" in els.last.text
    await els.types("hij droeg een rode jas")
    await els.taps("Nu versturen")
    report = await report_of(town)
    assert "Net overvallen, twee mannen met een mes\nweg op een zwarte scooter\nhij droeg een rode jas" == (
        report.content.what
    )
    assert (ReportKind.ROBBERY, "knife", "zwarte scooter") == (
        report.kind,
        report.content.weapon,
        report.content.vehicle,
    )


async def test_a_bare_yes_at_the_gate_is_no_text(town: Town) -> None:
    """It may answer that there is danger, so a tap is asked."""
    els = await jeweller(town, 1)
    await els.types(SENTENCE)
    await els.types("ja")
    assert els.t("text-tap-a-button") in els.last.text
    dialogue = await under_way(els)
    assert dialogue is not None
    assert SENTENCE == dialogue.draft["what"]


async def test_what_is_typed_at_the_gate_of_the_command_is_a_report_too(town: Town) -> None:
    els = await jeweller(town, 1)
    await els.types("/melding")
    await els.types(SENTENCE)
    assert els.last.text.startswith(els.t("report-safety"))
    await els.taps("Geen gevaar")
    await els.taps("Nu versturen")
    assert SENTENCE == (await report_of(town)).content.what


async def test_what_the_guard_refuses_is_offered_back_and_taken_up_with_a_tap(town: Town) -> None:
    """112 comes first; the plate is in no draft; the rest becomes the report."""
    els = await jeweller(town, 1)
    await els.types("net 2 jongens die de etalage filmden, weg in een zwarte golf met kenteken 12-ABC-3")
    assert els.last.text.startswith(els.t("typed-first"))
    assert els.t("text-plate", found="12-ABC-3") in els.last.text
    dialogue = await under_way(els)
    assert dialogue is not None
    assert "12-ABC" not in json.dumps(dict(dialogue.draft))
    await els.taps(els.t.plain("guard-use-this"))
    assert els.last.text.startswith(els.t("report-safety"))
    await els.taps("Geen gevaar")
    await els.taps("Nu versturen")
    told = (await report_of(town)).content
    assert "12-ABC" not in str(told)
    assert Signal.PHOTOS in told.signals


async def test_a_name_may_be_kept(town: Town) -> None:
    """A warning, as in every form."""
    els = await jeweller(town, 1)
    await els.types("Net filmde Jan de Vries de etalage")
    await els.taps(els.t.plain("guard-keep-name"))
    await els.taps("Geen gevaar")
    await els.taps("Nu versturen")
    assert "Jan de Vries" in ((await report_of(town)).content.what or "")


async def test_a_text_of_two_pieces_is_checked_as_one(town: Town) -> None:
    """A plate whose halves stand in two messages is found."""
    els = await jeweller(town, 1)
    await els.types("net filmden 2 jongens de etalage, kenteken 12-AB")
    await els.types("C-3 was het")
    dialogue = await under_way(els)
    assert dialogue is not None
    assert "C-3" not in json.dumps(dict(dialogue.draft))


async def test_too_long_a_text_is_reported_in_parts(town: Town) -> None:
    """112 comes first, then how much fits and what does not, to copy; a tap takes the sentences that fit, another what
    is left, and nothing is said that was not typed."""
    els = await jeweller(town, 1)
    text = " ".join(f"{number}: {SENTENCE}." for number in range(20))
    await els.types(text)
    assert els.last.text.startswith(els.t("typed-first"))
    assert str(len(text)) in els.last.text
    assert await under_way(els) is None
    answer = els.last
    await els.taps("Meld deel 1")
    await els.taps("Geen gevaar")
    await els.taps("Nu versturen")
    what = (await report_of(town)).content.what or ""
    assert 900 < len(what) <= 1000
    assert text.startswith(what)
    assert what.endswith("motor.")
    rest = text.removeprefix(what).strip()
    assert f"<code>{rest}</code>" in answer.text
    assert ["Meld deel 2"] == [one.label for one in answer.buttons]
    await els.taps("Meld deel 2")
    await els.taps("Geen gevaar")
    await els.taps("Nu versturen")
    assert rest == (await report_of(town, 2)).content.what
    assert [] == answer.buttons


async def test_a_part_that_was_never_offered_is_none(town: Town) -> None:
    """An altered client asks for a third part of two, and reads what there is; an old button takes the first."""
    els = await jeweller(town, 1)
    await els.types(" ".join(f"{number}: {SENTENCE}." for number in range(20)))
    answer = els.last
    await els.presses("take-up:3:0", answer)
    assert await under_way(els) is None
    assert ["Meld deel 1", "Meld deel 2"] == labels(els)
    await els.presses("take-up:beginning:0", answer)
    assert await under_way(els) is not None


@pytest.mark.parametrize(("text", "count"), [("", 0), ("a b. " * 10, 1), ("a b. " * 300, 2), ("x" * 4096, 5)])
def test_parts_lose_nothing(text: str, count: int) -> None:
    """No part is too long, and together they have every word."""
    found = parts(text.strip(), 1000)
    assert count == len(found)
    assert all(0 < len(one) <= 1000 for one in found)
    assert text.split() == (" ".join(found).split() if " " in text else "".join(found).split())


async def test_a_long_text_travels_whole(town: Town) -> None:
    """A thousand characters reach the card, in one piece."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    text = (SENTENCE + " " + "en het was druk in de straat " * 40)[:1000].strip()
    await els.types(text)
    await els.taps("Geen gevaar")
    await els.taps("Nu versturen")
    assert text in cards(agent)[0]


async def test_after_a_day_the_words_are_gone(town: Town) -> None:
    """As every draft."""
    els = await jeweller(town, 1)
    await els.types(SENTENCE)
    town.clock.pass_by(days=1)
    async with town.storage.transaction() as uow:
        await clean_up(uow, town.clock.now())
    assert await under_way(els) is None
    assert 0 == await many_reports(town)


async def test_the_free_text_of_the_form_fills_what_is_open(town: Town) -> None:
    """What was answered stays; what the text adds is shown before it is sent."""
    els = await jeweller(town, 1)
    await _to_what(els)
    await els.types("Twee mannen, weg in een zwarte golf")
    assert els.t("report-overview") in els.last.text
    assert "zwarte golf" in els.last.text
    await els.taps("Nu versturen")
    report = await report_of(town)
    assert (ReportKind.RECONNAISSANCE, BEGIN - timedelta(minutes=30), "2", "zwarte golf") == (
        report.kind,
        report.occurred_at,
        report.content.persons,
        report.content.vehicle,
    )


async def test_a_free_text_that_adds_nothing_is_sent_at_once(town: Town) -> None:
    els = await jeweller(town, 1)
    await _to_what(els)
    await els.types("Het was erg druk in de zaak.")
    assert "Ontvangen. Nog niet gedeeld." in els.last.text


async def _to_what(els: Person) -> None:
    await to_kind(els)
    await els.taps("Iemand verkent")
    await els.taps("Maakt foto")
    await els.taps("Verder ›")
    await els.taps("Een half uur")
    while els.t("report-ask-what") != els.last.text:
        await els.taps("Overslaan")
