"""Tests of answers that a question refuses: the reason comes with the live question, and danger with 112."""

import pytest

from bot.conversation.message import LocationKeyboard
from tests.bot.police import to_what
from tests.bot.reporting import jeweller, labels, to_signals
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
