"""Tests that no screen or question with the words of a notice can be forwarded or saved."""

from collections.abc import Iterable

import pytest

from alerts.role import Role
from bot.conversation.message import Message
from tests.bot.changing import THREE, to_correction
from tests.bot.police import ask_approval, card, change, send_alone, to_place, to_preview, to_what
from tests.bot.reporting import jeweller, to_signals
from tests.bot.town import Person, Town

SAID = "scooter"  # words of `tests.bot.police`


def showing(person: Person, *words: str) -> list[Message]:
    """Return the messages that were on a person's screen at any time with one of these words, in the text or on a
    button."""
    shown = person.town.screens.shown.get(str(person.id), [])
    return [one for one in shown if any(word in _all_of(one) for word in words)]


def _all_of(message: Message) -> str:
    labels = (one.label for row in getattr(message.keyboard, "rows", ()) for one in row)
    return "\n".join((message.text, *labels))


def unprotected(messages: Iterable[Message]) -> list[str]:
    """Return the texts of messages that can be forwarded."""
    return [str(one.text) for one in messages if not one.is_protected]


async def test_every_question_of_a_correction_is_protected(town: Town) -> None:
    """Every question of a correction of somebody else's notice is protected: words, method, preview and typed text."""
    author, other, shop = await town.coordinator(1), await town.coordinator(2), await jeweller(town, 3)
    await ask_approval(author)
    await other.taps("Akkoord", card(other))
    await other.types("/lopend")
    await to_correction(other)
    await change(other, "Tekst")
    assert other.t("alert-what-now-protected", what=THREE) in other.last.text
    await other.taps("‹ Terug")
    await change(other, "Werkwijze")
    assert "Wapen: mes" in _all_of(other.last.message)
    await other.taps("Taal")
    await other.types("Sprak zacht en snel.")
    shown = showing(other, SAID, THREE, "Wapen: mes", "zacht en snel")
    assert len(shown) > 5
    assert [] == unprotected(shown)
    assert [] == showing(shop, SAID)


async def test_what_is_made_of_a_report_is_protected(town: Town) -> None:
    """A notice from a report is protected from the first question on, before it has a label."""
    agent = await town.coordinator(1)
    els = await jeweller(town, 2, agent)
    await to_signals(els)
    await els.taps(els.t.plain("signal-photos"))
    await els.taps(els.t.plain("report-send"))
    await agent.taps("Maak er")
    await change(agent, "Tekst")
    await agent.taps("Zo gebruiken")
    shown = showing(agent, "maakte foto")
    assert len(shown) > 1
    assert [] == unprotected(shown)


@pytest.mark.parametrize("tlp", ["GREEN ·", "AMBER ·"])
async def test_so_is_ones_own_from_when_it_says_something(town: Town, tlp: str) -> None:
    """A person's own notice is protected from its first secret on, also when it is kept or returned."""
    marshal, agent = await town.coordinator(1, Role.CITY_MARSHAL), await town.coordinator(2)
    await to_what(marshal)
    await marshal.taps(marshal.t.plain("template-robbery-1-label"))
    assert marshal.t.plain("alert-use-this") in _all_of(marshal.last.message)
    assert not marshal.last.message.is_protected, "an example of ours, to copy"
    await marshal.taps(marshal.t.plain("alert-use-this"))
    assert marshal.last.message.is_protected
    await marshal.taps("Stoppen")
    await ask_approval(marshal, tlp=tlp)
    await agent.taps("Terug met opmerking")
    await agent.types("Laat de vuurpijl weg.")
    await marshal.types("/concepten")
    await marshal.taps("Verder")
    await marshal.taps("Vraag akkoord")
    await marshal.types("/concepten")
    shown = showing(marshal, SAID, "vuurpijl", "2026-0001</b> ·")
    assert len(shown) > 4
    assert [] == unprotected(shown)


async def test_what_everybody_may_read_can_be_copied(town: Town) -> None:
    """A text that everybody may read can be copied with a tap."""
    agent = await town.coordinator(1)
    await to_preview(agent, severity="P4 ·", tlp="CLEAR ·")
    await change(agent, "Tekst")
    assert "tik erop" in agent.last.text
    assert not agent.last.message.is_protected
    await agent.taps("Zo gebruiken")
    await send_alone(agent)
    await agent.types("/lopend")
    await agent.taps("Corrigeren")
    await change(agent, "Tekst")
    assert not agent.last.message.is_protected


async def test_it_is_protected_from_its_first_message_on(town: Town) -> None:
    """A question that becomes secret is sent as a new protected message, and the old one loses its buttons, because an
    edit cannot add protection."""
    agent = await town.coordinator(1)
    await to_place(agent)
    await agent.types("2903")
    assert agent.last.message.is_protected
    assert [agent.last] == [one for one in agent.bubbles if one.buttons][-1:]
