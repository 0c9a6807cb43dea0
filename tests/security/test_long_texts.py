"""Tests that texts of the greatest length, of characters that grow as markup, fail in no preview, card or delivery."""

from html import escape, unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alerts.alert import WHAT_LENGTH
from alerts.errors import InvalidText
from alerts.invite import LABEL_LENGTH
from alerts.member import Language
from alerts.role import Role, parse_scope
from alerts.services.invite.create_invite import create_role_invite
from alerts.typed_text import utf16_length
from tests.bot.police import ask_approval, change
from tests.bot.reporting import jeweller, reports
from tests.bot.town import Person, Town
from tests.security.screens import Seen, inspect
from tests.security.stored import rows
from tests.security.walker import Walker
from tests.texts.test_phrases import DUTCH
from texts.html import Html
from texts.phrases import load_texts

TEXTS = load_texts(strict=True)
# Texts of one character that becomes five or four characters, or counts twice.
GROWING = ("&" * 700, "&" * WHAT_LENGTH, "<" * WHAT_LENGTH, "🔔" * (WHAT_LENGTH // 2))
SHORT = ("&" * 200, "<" * 300)  # for fields that take less


_TYPED = st.characters(codec="utf-8", exclude_characters="\x00")  # the one character that Telegram cannot send


@given(
    st.sampled_from(sorted(text for text, variables in DUTCH.items() if variables)),
    st.sampled_from(Language),
    st.one_of(st.text(_TYPED, max_size=60), st.text("&<>aé🔔", min_size=501, max_size=900), st.just("&" * 9_000)),
)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_no_value_is_too_long_for_a_text(text_id: str, language: Language, value: str) -> None:
    """Every text with a long value keeps the whole value, with and without markup, as often as it occurs."""
    filled = dict.fromkeys(DUTCH[text_id], value)
    said, plain = TEXTS[language](text_id, **filled), TEXTS[language].plain(text_id, **filled)
    assert "\x00" not in said + plain
    if len(value) > 500:  # a short value may occur in the text itself
        assert said.count(escape(value, quote=False)) == plain.count(value)


@pytest.mark.parametrize("value", ["&" * 700, "x" * 5_014, "<" * 2_501, "\x000\x00" + "y" * 600])
def test_a_long_value_is_said_whole(value: str) -> None:
    """A long value is shown whole, in markup and in plain text, also when it is itself markup, occurs twice, or has
    others beside it."""
    for t in TEXTS.values():
        assert value in unescape(t("alert-what", what=value))
        assert Html(escape(value)) in t("draft-head", draft=Html(escape(value)))
        said = t.plain("approval-comment", who=value, comment=value + "!")
        assert 2 == said.count(value)


@pytest.fixture
def seen(town: Town) -> Seen:
    """The texts of screens, each parsed as Telegram would."""
    return inspect(town)


@pytest.mark.parametrize("text", GROWING, ids=lambda one: f"{one[0]}{len(one)}")
async def test_a_notice_of_them_is_previewed_approved_and_delivered(
    town: Town, seen: Seen, tmp_path: Path, text: str
) -> None:
    """Preview, card, delivery, correction and the list of live alerts show such a notice."""
    agent, other = await town.coordinator(90), await town.coordinator(91)
    shop = await jeweller(town, 1, agent)
    await ask_approval(agent)
    await other.taps("Terug")
    await Walker(other, "&" * 300).walk()
    walker = Walker(agent, text)
    await walker.walk("alert")
    await ask_approval(agent)
    await other.taps("Akkoord")
    await shop.types("/actueel")
    [(live,)] = rows(tmp_path, "SELECT id FROM alerts WHERE state = 'live' AND severity = 'P2'")
    await walker.open("correction", f"correction.{live}")
    await change(agent, "Tekst")
    await agent.types(text)
    await agent.taps("Vraag akkoord")
    await other.taps("Akkoord")
    assert text in unescape(shop.last.text)
    for command in ("/lopend", "/concepten", "/goedkeuren"):
        await agent.types(command)
    assert ("alert", "words") in walker.accepted
    await _nothing_failed(town, tmp_path, agent)
    assert all(utf16_length(one) <= 4_096 for one in seen.texts)


@pytest.mark.parametrize("text", SHORT, ids=lambda one: f"{one[0]}{len(one)}")
async def test_a_report_and_its_cards(town: Town, seen: Seen, tmp_path: Path, text: str) -> None:
    """A report with five additions of the greatest length reaches its cards; a text that is too long for a field is
    refused and asked again."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    walker = Walker(els, text)
    await reports(els)
    for _ in range(5):
        await walker.walk("addition", "1")
    await Walker(agent, text).walk("question", "1")
    await walker.walk("answer", "1")
    await walker.walk("report")
    await els.types("/mijnmeldingen")
    await agent.types("/meldingen")
    assert {("addition", "text"), ("answer", "text"), ("report", "what")} <= walker.accepted
    assert seen.texts
    await _nothing_failed(town, tmp_path, agent)


async def test_a_label_is_bounded_where_it_comes_in(town: Town) -> None:
    """A label is limited on the command line and in every link, because each card that this person decides on shows
    it."""
    async with town.storage.transaction() as uow:
        with pytest.raises(InvalidText):
            await create_role_invite(uow, Role.POLICE, parse_scope("2903"), now=town.clock.now(), label="x" * 5_014)
        longest = "&" * LABEL_LENGTH
        made = await create_role_invite(uow, Role.POLICE, parse_scope("2903"), now=town.clock.now(), label=longest)
    labelled, other = town.person(1), await town.coordinator(2)
    await labelled.types(f"/start {made.secret}")
    await ask_approval(labelled)
    assert longest in unescape(other.last.text)


async def _nothing_failed(town: Town, folder: Path, person: Person) -> None:
    """Check that no update was set aside, nobody got an error message, and no delivery failed or waits for long."""
    for _ in range(5):  # a chat gets its messages a second apart
        town.clock.pass_by(seconds=30)
        await town.deliver()
    assert [] == rows(folder, "SELECT id FROM updates WHERE state NOT IN ('done', 'limited')")
    left = "SELECT notice_view, state, reason FROM deliveries WHERE state IN ('failed', 'queued', 'unknown')"
    assert [] == rows(folder, left)
    assert person.t.plain("update-failed") not in town.screens.toasts
