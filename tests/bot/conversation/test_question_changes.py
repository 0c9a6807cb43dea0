"""A dialogue that goes on by buttons is one message, and a finished one leaves one line; no message only says that an
answer arrived."""

import pytest

from bot.conversation.menu import main_keyboard
from bot.conversation.message import LocationKeyboard
from tests.bot.police import to_place, to_preview
from tests.bot.reporting import jeweller, labels, to_kind, to_signals
from tests.bot.town import Person, Town

pytestmark = pytest.mark.quick


async def to_location(els: Person) -> None:
    """Up to the question of a report that a location can answer."""
    await to_signals(els)
    for _ in range(5):
        await els.taps(els.t.plain("nav-skip"))
    await els.taps(els.t.plain("report-here"))


async def test_a_report_by_buttons_is_one_message_and_leaves_its_receipt(town: Town) -> None:
    """Nothing else of it stays."""
    els = await jeweller(town, 1)
    before = len(els.bubbles)
    await to_kind(els)
    question = els.last.id
    await els.taps(els.t.plain("report-kind-reconnaissance"))
    await els.taps(els.t.plain("signal-photos"))
    await els.taps("Verder ›")
    assert [question] == [one.id for one in els.bubbles[before:]]
    await els.taps(els.t.plain("report-send"))
    [receipt] = els.bubbles[before:]
    assert "M-2026-0001" in receipt.text


async def test_a_stopped_dialogue_leaves_one_line(town: Town) -> None:
    """In the place of its question."""
    els = await jeweller(town, 1)
    before = len(els.bubbles)
    await to_signals(els)
    await els.taps(els.t.plain("nav-cancel"))
    assert [els.t("dialogue-cancelled")] == [one.text for one in els.bubbles[before:]]
    assert [] == els.last.buttons


async def test_a_preview_that_may_not_be_forwarded_gives_way_to_a_line_that_may(town: Town) -> None:
    """An edit would keep the protection, so the preview is deleted."""
    author, other = await town.coordinator(1), await town.coordinator(2)
    await to_preview(author)
    preview = author.last
    assert preview.is_protected
    await author.taps("Vraag akkoord")
    assert preview.id not in [one.id for one in author.bubbles]
    said = author.t("alert-waits", number="2026-0001", approvers=1)
    assert [False] == [one.is_protected for one in author.bubbles if one.text == said]
    assert "scooter" in other.last.text


async def test_a_shared_location_is_answered_by_the_place_and_the_next_question(town: Town) -> None:
    """The line with the place takes the location button away, and the place of the hint that brought it; the question
    that was answered keeps no buttons."""
    els = await jeweller(town, 1)
    await to_location(els)
    hint, question = els.bubbles[-2:]
    assert isinstance(hint.keyboard, LocationKeyboard)
    await els.shares(51.9361, 4.5901)
    assert [els.t("place-understood", place="2904 Capelle aan den IJssel"), els.t("report-ask-what")] == [
        one.text for one in els.bubbles[-2:]
    ]
    assert main_keyboard(els.t) == els.bubbles[-2].keyboard
    assert [] == question.buttons
    assert hint.id not in [one.id for one in els.bubbles]


async def test_a_hint_stays_while_its_question_is_asked_again(town: Town) -> None:
    """The button to share a location is wanted as long as no place was understood; then the hint goes."""
    els = await jeweller(town, 1)
    await to_location(els)
    hint = els.bubbles[-2]
    for answer in ("0903", "niks"):
        await els.types(answer)
        assert hint.id in [one.id for one in els.bubbles]
    await els.types("2904")
    assert hint.id not in [one.id for one in els.bubbles]


async def test_a_hint_too_old_to_be_deleted_stays(town: Town) -> None:
    """Telegram deletes what is younger than 48 hours; the form goes on all the same."""
    els = await jeweller(town, 1)
    await to_location(els)
    hint = els.bubbles[-2]
    town.screens.too_old.add(hint.id)
    await els.types("2904")
    assert els.t("report-ask-what") == els.last.text
    assert hint.id in [one.id for one in els.bubbles]


async def test_back_from_a_location_says_that_no_place_was_given(town: Town) -> None:
    """The question that was left is deleted, as the one before it is sent anew."""
    els = await jeweller(town, 1)
    await to_location(els)
    hint, question = els.bubbles[-2:]
    await els.taps(els.t.plain("nav-back"))
    assert [els.t("place-none"), els.t("report-ask-where")] == [one.text for one in els.bubbles[-2:]]
    assert main_keyboard(els.t) == els.bubbles[-2].keyboard
    assert {question.id, hint.id}.isdisjoint(one.id for one in els.bubbles)


async def test_a_stranger_has_no_button_left_after_the_place(town: Town) -> None:
    """There is no keyboard of theirs to come back."""
    els = town.person(1)
    await els.types("/start")
    await els.types("2903ab")
    assert els.t("place-understood", place="2903 AB Capelle aan den IJssel") == els.bubbles[-2].text
    assert els.t("start-branch") == els.last.text


async def test_stopping_at_a_location_takes_its_button_away(town: Town) -> None:
    """The line that says so brings the usual button back, so it cannot be an edit."""
    police = await town.coordinator(1)
    await to_place(police)
    hint, question = police.bubbles[-2:]
    await police.taps(police.t.plain("nav-cancel"))
    assert police.t("dialogue-cancelled") == police.last.text
    assert hint.id not in [one.id for one in police.bubbles]
    assert main_keyboard(police.t) == police.last.keyboard
    assert question.id not in [one.id for one in police.bubbles]


async def test_a_question_too_old_to_be_deleted_keeps_no_buttons(town: Town) -> None:
    """Telegram deletes what is younger than 48 hours."""
    police = await town.coordinator(1)
    await to_place(police)
    question = police.last
    town.screens.too_old.add(question.id)
    await police.taps(police.t.plain("nav-cancel"))
    assert [] == question.buttons
    assert police.t("dialogue-cancelled") == police.last.text


async def test_going_on_with_a_dialogue_puts_its_question_in_place_of_the_choice(town: Town) -> None:
    """The question that stood further up is deleted, so that one stays to be answered."""
    els = await jeweller(town, 1)
    await to_signals(els)
    asked = els.last
    await els.types("/mijn")
    await els.taps("Nog een zaak")
    choice = els.last
    assert els.t.plain("dialogue-resume", current=els.t.plain("form-report")) in labels(els)
    await els.taps(els.t.plain("dialogue-resume", current=els.t.plain("form-report")))
    assert asked.text == choice.text
    assert asked.id not in [one.id for one in els.bubbles]
