"""Tests of answers that a question refuses: the reason comes with the live question, and danger with 112."""

import pytest

from alerts.report import ADDITION_LENGTH, ReportKind
from alerts.role import Role
from bot.conversation.message import LocationKeyboard
from tests.bot.police import ask_approval, to_what
from tests.bot.reporting import jeweller, labels, report_of, reports, to_kind, to_signals, under_way
from tests.bot.town import Person, Town


async def at_postcode(town: Town) -> Person:
    """Somebody who was just asked for the postcode."""
    els = town.person(1)
    await els.types("/start")
    return els


async def test_why_an_answer_is_none_comes_above_the_question(town: Town) -> None:
    """One message says what is wrong and asks again; the buttons of the earlier question are gone."""
    els = await at_postcode(town)
    asked, before = els.last, len(els.bubbles)
    await els.types("2903")
    assert els.last.text.startswith(els.t("postcode-letters-missing"))
    assert els.t("start-postcode") in els.last.text
    assert before + 1 == len(els.bubbles), "the welcome and its keyboard are not sent again"
    assert not isinstance(els.last.keyboard, LocationKeyboard)
    assert els.t.plain("nav-cancel") in labels(els)
    assert [] == asked.buttons


async def test_the_question_below_an_error_can_be_answered(town: Town) -> None:
    """By typing, and by its buttons; the error is gone with the next question."""
    els = await at_postcode(town)
    await els.types("2903")
    await els.types("2903 AB")
    await els.types("geen idee")
    assert els.last.text.startswith(els.t("rejected-branch"))
    await els.taps("Juwelier")
    assert els.t("rejected-branch") not in els.last.text
    assert "2903 AB" in els.last.text


async def test_going_back_passes_an_error_that_is_mended(town: Town) -> None:
    """A postcode that the list does not have was asked about, and replaced: going back asks for the place."""
    els = await at_postcode(town)
    await els.types("2999 ZZ")
    assert "staat niet in onze lijst" in els.last.text
    await els.types("2903 AB")
    await els.taps(els.t.plain("nav-back"))
    assert "staat niet in onze lijst" not in els.last.text
    assert els.t("start-postcode") in els.last.text


async def test_going_back_passes_a_doubt_that_was_settled(town: Town) -> None:
    """Who said that the postcode is right is not asked again on the way back."""
    els = await at_postcode(town)
    await els.types("2999 ZZ")
    await els.taps(els.t.plain("place-is-right"))
    await els.taps(els.t.plain("nav-back"))
    assert els.t("start-postcode") in els.last.text


@pytest.mark.parametrize("words", ["help!", "hij heeft een mes", "overval!!", "112"])
async def test_danger_at_a_postcode_is_answered_with_112_first(town: Town, words: str) -> None:
    """Nothing about postcodes comes before it, and the question stays open below."""
    els = await at_postcode(town)
    await els.types(words)
    assert els.last.text.startswith(els.t("typed-first"))
    assert els.t("start-postcode") in els.last.text
    await els.types("2903 AB")
    await els.taps("Juwelier")
    assert "2903 AB" in els.last.text


async def test_danger_is_no_name_of_a_shop(town: Town) -> None:
    """A cry is answered with 112; a name with such a word in it is taken."""
    els = await at_postcode(town)
    await els.types("2903 AB")
    await els.taps("Juwelier")
    await els.taps(els.t.plain("start-right"))
    await els.types("hij heeft een mes")
    assert els.last.text.startswith(els.t("typed-first"))
    await els.types("Eerste Hulp bij Horloges")
    els.news()
    await els.types("112")
    told = els.news()
    assert "Eerste Hulp bij Horloges" in told
    assert "2903 AB 112" in told


async def test_danger_in_a_report_is_taken_below_112(town: Town) -> None:
    """Words about a weapon are what somebody saw, so they are kept; the advice comes first all the same."""
    els = await jeweller(town, 1, await town.coordinator(90))
    await to_signals(els)
    for label in ("Maakt foto", "Verder ›", "Zojuist", "2"):
        await els.taps(label)
    before = len(els.bubbles)
    await els.types("Hij heeft een mes, zwarte jas.")
    assert els.t("typed-first") == els.bubbles[before].text
    assert els.t("report-ask-vehicle") in els.last.text


async def test_police_are_not_told_to_call_the_police(town: Town) -> None:
    """What police write in a notice is their answer, with a knife in it or not."""
    police = await town.coordinator(1)
    await to_what(police)
    police.news()
    await police.types("De dader heeft een mes. Hij is gevlucht.")
    assert police.t("typed-first") not in police.news()


SENTENCE = "net 2 jongens die de etalage filmden, zwarte golf met draaiende motor"
NO_REPORT = "ik weet echt niet meer precies welke postcode dat is"


@pytest.mark.parametrize("text", [SENTENCE, NO_REPORT])
async def test_a_sentence_that_a_question_refuses_is_taken_up_with_a_tap(town: Town, text: str) -> None:
    """Its button begins a report with the words; who goes on with the form answers the question that stands below."""
    els = await jeweller(town, 1)
    await els.types("/mijn")
    await els.taps("Nog een zaak")
    await els.types(text)
    offered = els.bubbles[-2]
    assert els.t("typed-no-answer") == offered.text
    assert els.t("start-postcode") in els.last.text
    await els.taps(els.t.plain("typed-happened"), offered)
    await els.taps("Verder met")
    await els.types("2904 AB")
    assert els.t("start-branch") in els.last.text
    await els.taps(els.t.plain("typed-happened"), offered)
    await els.taps("Stop ermee")
    assert els.last.text.startswith(els.t("report-safety"))
    await els.taps("Geen gevaar")
    await els.taps("Nu versturen")
    assert text == (await report_of(town)).content.what


@pytest.mark.parametrize("text", ["2903", "Hoofdweg 12", "bij de kerk links"])
async def test_a_short_wrong_answer_is_just_asked_again(town: Town, text: str) -> None:
    """A few words that were meant as the answer get no button of their own."""
    els = await at_postcode(town)
    before = len(els.bubbles)
    await els.types(text)
    assert before + 1 == len(els.bubbles)
    assert els.t("start-postcode") in els.last.text


async def test_who_may_draft_takes_it_up_as_a_notice(town: Town) -> None:
    """At a question of another form; the notice begins with the words when that form is left."""
    police = await town.coordinator(1)
    await police.types("/uitnodigen")
    await police.types("Overval op een juwelier in 2903, twee daders op een scooter gevlucht")
    await police.taps("Wees-alertbericht", police.bubbles[-2])
    await police.taps("Stop ermee")
    stands = await under_way(police)
    assert stands is not None
    assert ("alert", "preview") == (stands.form, stands.step)
    assert "Overval op een juwelier" in police.bubbles[-2].text


async def test_a_cry_that_a_question_refuses_is_offered_below_112(town: Town) -> None:
    """The advice comes first in each message."""
    els = await at_postcode(town)
    await els.types("overval!!")
    assert all(one.text.startswith(els.t("typed-first")) for one in els.bubbles[-2:])
    assert [els.t.plain("typed-happened")] == [one.label for one in els.bubbles[-2].buttons]


async def test_a_sentence_at_a_question_of_a_report_belongs_to_it(town: Town) -> None:
    """Nobody is asked whether it is for a report: what was tapped stays, and all that was understood is shown."""
    els = await jeweller(town, 1)
    await to_kind(els)
    await els.taps(els.t.plain("report-kind-robbery"))
    await els.types("twee mannen met een mes, ze gingen er op een scooter vandoor")
    assert els.t("typed-no-answer") not in els.news()
    assert els.last.text.startswith(els.t("report-overview"))
    await els.taps("Nu versturen")
    report = await report_of(town)
    told = report.content
    assert (ReportKind.ROBBERY, "2", "knife", "scooter") == (report.kind, told.persons, told.weapon, told.exit_mode)
    assert "ze gingen er op een scooter vandoor" in (told.what or "")


async def test_danger_at_a_question_of_a_report_is_kept_below_112(town: Town) -> None:
    """Also at a question that wants a tap."""
    els = await jeweller(town, 1)
    await to_kind(els)
    before = len(els.bubbles)
    await els.types("hij heeft een mes en staat nog in de winkel")
    assert els.t("typed-first") == els.bubbles[before].text
    assert "staat nog in de winkel" in els.last.text


async def test_the_beginning_of_too_long_a_text_is_taken_with_a_tap(town: Town) -> None:
    """As many sentences as fit; what the guard finds in them is left out, and kept nowhere."""
    els = await jeweller(town, 1)
    await reports(els)
    await els.taps("Aanvullen")
    first = (
        "Ze stonden er weer, bel me op 06-12345678. Ze hadden dezelfde jassen aan als gisteren en keken naar binnen."
    )
    await els.types(first + " Daarna liepen ze weg." * (ADDITION_LENGTH // 20))
    assert str(ADDITION_LENGTH) in els.last.text
    assert els.t("typed-no-answer") not in els.news()
    dialogue = await under_way(els)
    assert dialogue is not None
    assert "12345678" not in str(dialogue.draft)
    await els.taps("Neem het begin")
    assert els.t("report-added", number="M-2026-0001") in els.last.text
    async with town.storage.reading() as uow:
        added = (await uow.reports.events((await report_of(town)).id))[-1].comment or ""
    assert "dezelfde jassen" in added
    assert "12345678" not in added
    assert len(added) <= ADDITION_LENGTH


async def test_the_beginning_of_an_earlier_text_is_no_answer(town: Town) -> None:
    """Its button does nothing once another text was typed, or the question was left."""
    els = await jeweller(town, 1)
    await reports(els)
    await els.taps("Aanvullen")
    await els.types("Ze waren er weer. " * 30)
    asked = els.last
    data = next(one.data for one in asked.buttons if one.label.startswith("Neem het begin"))
    assert data is not None
    await els.types("Ze waren er nog steeds. " * 30)
    await els.presses(data, asked)
    assert els.t.plain("dialogue-stale") == town.screens.toasts[-1]


async def test_the_beginning_of_a_comment_is_taken_too(town: Town) -> None:
    """In any field for a text of one's own, not only of what somebody saw."""
    marshal, agent = await town.coordinator(90, Role.CITY_MARSHAL), await town.coordinator(91)
    await ask_approval(marshal)
    await agent.taps("Terug met opmerking")
    await agent.types("Zeg er nog bij hoe laat het ongeveer was. " * 40)
    await agent.taps("Neem het begin")
    assert "Zeg er nog bij hoe laat het ongeveer was." in marshal.news()


async def test_what_is_too_long_only_beside_the_rest_has_no_beginning(town: Town) -> None:
    """The button would be refused again."""
    els = await jeweller(town, 1)
    await els.types("net twee mannen die de kluis bekeken. " + "Ze keken lang naar alles. " * 35)
    await els.taps("Geen gevaar")
    await els.taps("Personen")
    await els.types("Daarna kwamen ze nog een keer terug en liepen langs de achterdeur. " * 3)
    assert not [one for one in labels(els) if one.startswith("Neem het begin")]
    assert els.bubbles[-2].buttons
