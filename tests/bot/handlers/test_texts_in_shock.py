"""The eight texts of the first minutes, as somebody in shock reads them: four lines at most, and one action each."""

import re

import pytest

from alerts.member import Language
from alerts.robbery_facts import Fact
from bot.conversation.message import Button
from bot.handlers.robbery_now import STEPS
from tests.bot.handlers.test_robbery_report import robbed
from tests.bot.reporting import jeweller
from tests.bot.town import Bubble, Person, Town
from texts.phrases import load_texts

MOST_LINES, MOST_SIGNS, MOST_IN_A_STEP = 4, 80, 100  # signs of one line; a step of the first hour is one line
MOST_WORDS = 40
SCREENS = (
    *("now", "safe", "safe with several shops", "reported"),
    *("question", "question after a tap", "done", "first hour"),
)
_NUMBER = re.compile(r"\b(?:112|0900-\d{4})\b")
_MARKUP = re.compile(r"<[^>]+>")


async def screens(town: Town, language: str) -> dict[str, Bubble]:
    """Walk through the first minutes; return each screen as it was."""
    await town.coordinator(90)
    els = await jeweller(town, 1)
    els.language = language
    await els.types("/language")
    await els.presses(f"language:{language}:0", els.last)
    shown: dict[str, Bubble] = {}

    def keep(name: str) -> None:
        last = els.last
        shown[name] = Bubble(last.id, last.message, last.keyboard)

    await els.types("/robbery")
    keep("now")
    await els.taps(els.t.plain("robbery-safe"))
    keep("safe")
    await els.taps(els.t.plain("first-hour-title"))
    keep("first hour")
    await robbed(els)
    keep("reported")
    await els.taps(els.t.plain("robbery-fact-persons"))
    keep("question")
    await els.taps("2")
    keep("question after a tap")
    await els.taps(els.t.plain("robbery-overview"))
    await els.taps(els.t.plain("robbery-done-button"))
    keep("done")
    await _second_shop(els)
    await els.types("/robbery")
    await els.taps(els.t.plain("robbery-safe"))
    keep("safe with several shops")
    return shown


async def _second_shop(person: Person) -> None:
    await person.presses("add-shop::0", person.last)
    await person.types("2903AB")
    await person.types(person.t.plain("branch-jeweller"))
    await person.taps(person.t.plain("start-right"))
    await person.types("De Parel 2")
    await person.types("2")


def actions(bubble: Bubble) -> set[str]:
    """Return what the text asks for: a number to call, or a tap on the buttons below it."""
    asked = set(_NUMBER.findall(bubble.text))
    return asked | {"tap" for one in bubble.buttons if _leads_on(one, bubble.text)}


def _leads_on(one: Button, text: str) -> bool:
    """Whether the button is what the text asks for; the way back and what may be done besides are not."""
    verb = (one.data or "").partition(":")[0]
    beside = {"robbery-done", "robbery-board", "report-back", "report-add"}
    is_beside = verb in beside or (verb == "robbery-ask" and one.label.startswith("‹"))
    return one.copy is None and not is_beside and not (verb == "first-hour" and _NUMBER.search(text))


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_each_text_has_four_lines_and_one_action(town: Town, language: str) -> None:
    """Whoever reads them needs to do one thing: call a number, or tap. Where there is a number beside the buttons it is
    112, which always comes first."""
    shown = await screens(town, language)
    assert set(SCREENS) == set(shown)
    for name, bubble in shown.items():
        lines = _MARKUP.sub("", bubble.text).splitlines()
        assert len(lines) <= MOST_LINES, (name, lines)
        assert max(map(len, lines)) <= MOST_SIGNS, (name, lines)
        assert len(" ".join(lines).split()) <= MOST_WORDS, (name, lines)
        asked = actions(bubble)
        assert 1 == len(asked - {"112"}) or asked == {"112"}, (name, asked)
        assert sum("?" in line for line in lines) <= 2, (name, "at most one question, beside that for 112")


@pytest.mark.parametrize("language", list(Language))
def test_no_text_of_the_first_minutes_is_longer(language: Language) -> None:
    """Also those that few read: nobody reads along in the area, the report is closed, a stranger, each question, each
    step of the first hour."""
    t = load_texts()[language]
    names = [
        *(f"robbery-{one}" for one in ("now", "safe-first", "safe-stranger", "safe-shops", "done")),
        *(f"robbery-board{one}" for one in ("", "-nobody", "-ended")),
        *(f"robbery-ask-{fact}" for fact in Fact),
        *(f"first-hour-{step}" for step in range(1, STEPS + 1)),
    ]
    for name in names:
        lines = _MARKUP.sub("", t(name, number="M-2026-0001") if "board" in name else t(name)).splitlines()
        assert len(lines) <= MOST_LINES, name
        most = MOST_IN_A_STEP if name.startswith("first-hour") else MOST_SIGNS
        assert max(map(len, lines)) <= most, name
