"""Screens with many choices: the likely ones first, all of them one tap away, and what is ticked never out of sight.

That no screen of any other test has more than eight choices is checked at the end of each (`tests/bot/crowded.py`).
"""

from collections.abc import Collection

import pytest

from alerts.branch import Branch
from alerts.likely_details import likely_loot, likely_signals
from alerts.report import ReportKind, Signal
from bot.conversation.likely_choices import MOST, likely_choices
from bot.conversation.message import Button, Keyboard, Message
from tests.bot.crowded import is_crowded
from tests.bot.police import change, to_preview
from tests.bot.reporting import jeweller, labels, report_of, to_signals
from tests.bot.town import Person, Town
from texts.html import Html

RICH = (
    "Net overvallen, twee mannen met bivakmuts bedreigden me met een pistool, ze namen sieraden mee, "
    "weg op een scooter richting noord"
)


@pytest.mark.parametrize(
    ("chosen", "room", "shown"),
    [
        ("", 3, "bde"),
        ("a", 3, "abe"),
        ("acg", 3, "acg"),
        ("acgh", 3, "acgh"),
        ("", 7, "abcdefgh"),  # one more button than the one for more would be
    ],
)
def test_the_chosen_ones_come_first_then_the_likely_ones(chosen: str, room: int, shown: str) -> None:
    """They stand in their own order, so that no button moves."""
    assert list(shown) == likely_choices("abcdefgh", "ebd", chosen, room)


@pytest.mark.parametrize(
    ("kind", "branches", "signal"),
    [
        (ReportKind.RECONNAISSANCE, {Branch.JEWELLER}, Signal.HIGH_VALUE_REQUEST),
        (ReportKind.RECONNAISSANCE, {Branch.BAKERY}, Signal.INTEREST_LAYOUT),
        (ReportKind.SUSPICIOUS_SITUATION, set(), Signal.WATCHING_FROM_VEHICLE),
    ],
)
def test_the_likeliest_signal(kind: ReportKind, branches: Collection[Branch], signal: Signal) -> None:
    assert signal is likely_signals(kind, branches)[0]


def test_the_likeliest_loot() -> None:
    """Of its branch first, then money."""
    assert ("glasses", "cash") == likely_loot({Branch.OPTICIAN})[:2]
    assert "cash" == likely_loot({Branch.BAKERY})[0]


async def test_signals_that_are_ticked_stay(town: Town) -> None:
    """Five and the button for more; those behind it are ticked there, and seen when the others are folded away."""
    els = await jeweller(town, 1)
    await to_signals(els)
    assert MOST == len(_choices(els))
    await els.taps("Meer…")
    assert len(Signal) + 3 == len(_choices(els))
    await els.taps("Voelt aan een deur")
    await els.taps("Staat op de uitkijk")
    await els.taps("Minder")
    assert MOST == len(_choices(els))
    assert 2 == len([one for one in labels(els) if one.startswith("✓")])
    await els.taps("Nu versturen")
    assert 2 == len((await report_of(town)).content.signals)


async def test_the_overview_of_a_rich_sentence_is_short(town: Town) -> None:
    """Eight buttons: to send, six lines, and the other lines behind one tap."""
    els = await jeweller(town, 1)
    await els.types(RICH)
    await els.taps("112 is gebeld")
    few = _choices(els)
    assert MOST == len(few)
    await els.taps("Meer…")
    every = _choices(els)
    assert {*few} - {"Meer…"} < {*every}
    assert len(every) > MOST + 2
    for line in ("Geweld", "Buit", "Gezicht", "Richting"):
        assert line in every
        assert f"{line}:" in els.last.text or f"{line} (" in els.last.text
    await els.taps("Minder")
    assert few == _choices(els)


async def test_of_many_shops_the_oldest_are_shown(town: Town) -> None:
    """A report asks which of them, and /mijn lists them: the others are one tap away."""
    els = await jeweller(town, 1)
    for number in range(2, 9):
        await els.types("/mijn")
        await els.taps("Nog een zaak")
        for answer in ("2904XY", "Juwelier"):
            await els.types(answer)
        await els.taps(els.t.plain("start-right"))
        for answer in (f"De Parel {number}", str(number)):
            await els.types(answer)
    await els.types("/mijn")
    assert "De Parel 8" not in " ".join(labels(els))
    await els.taps("Meer…")
    assert "De Parel 8" in " ".join(labels(els))
    await els.types("Net filmden twee jongens de etalage")
    await els.taps("Geen gevaar")
    assert len(_choices(els)) <= MOST
    await els.taps("Meer…")
    await els.taps("Nu versturen: De Parel 8")
    assert "Ontvangen" in els.last.text


async def test_branches_that_are_chosen_stay(town: Town) -> None:
    """Of a notice: five, all, more, and to go on."""
    police = await town.coordinator(1)
    await to_preview(police)
    await change(police, "Branches")
    assert MOST == len(_choices(police))
    await police.taps("Meer branches")
    await police.taps("Taxi")
    await police.taps("Minder")
    assert "✓ Taxi" in _choices(police)
    assert MOST == len(_choices(police))


async def test_branches_alike_are_shown_first_to_follow(town: Town) -> None:
    """A jeweller finds opticians on the first screen; a choice behind the button for more stays on that screen."""
    els = await jeweller(town, 1)
    await els.types("/mijn")
    await els.taps("Wijzig")
    await els.taps(els.t.plain("shop-branches"))
    assert MOST == len(_choices(els))
    assert "Opticien" in _choices(els)
    await els.taps("Meer…")
    await els.taps("Taxi")
    assert len(Branch) == len(_choices(els))
    await els.taps("Minder")
    assert MOST == len(_choices(els))
    assert any("Taxi" in one for one in _choices(els))


@pytest.mark.parametrize("ticked", [0, 6, 9])
def test_a_crowded_screen_is_noticed(ticked: int) -> None:
    """Nine choices are too many, unless they are ticked or asked for; the way back does not count."""
    choices = [Button("✓ x" if number < ticked else "x", data="pick:x:1") for number in range(9)]
    for more, is_too_many in (([], ticked == 0), ([Button("Minder", data="pick:less:1")], False)):
        rows = tuple((one,) for one in [*choices, *more, Button("‹ Terug", data="back::1")])
        assert is_too_many is is_crowded(Message(Html("x"), Keyboard(rows)))
    assert not is_crowded(Message(Html("x"), Keyboard(tuple((one,) for one in choices[1:]))))


def _choices(person: Person) -> list[str]:
    """The buttons under the last message, without the ways back and out."""
    ways = {person.t.plain(one) for one in ("nav-back", "nav-skip", "nav-save", "nav-cancel")}
    return [one for one in labels(person) if one not in ways]
