"""What to do in a robbery: four lines at once, the first hour a step at a time, and the way to a report."""

import pytest

from alerts.report import ReportKind
from alerts.role import Role
from bot.conversation.menu import main_keyboard
from bot.handlers.robbery_now import STEPS
from tests.bot.reporting import jeweller, report_of
from tests.bot.town import Person, Town


async def first_hour(person: Person) -> list[str]:
    """Walk through the first hour; return the words of its steps."""
    await person.taps(person.t.plain("first-hour-title"))
    told = [person.last.text]
    while person.t.plain("first-hour-next") in [one.label for one in person.last.buttons]:
        await person.taps(person.t.plain("first-hour-next"))
        told.append(person.last.text)
    return told


@pytest.mark.parametrize(
    "typed", ["/overval", "/robbery", "Overval: wat nu?", "overval!", "we worden overvallen", "robbery"]
)
async def test_anybody_sees_four_lines_and_one_button(town: Town, typed: str) -> None:
    """Also without a subscription: 112 comes first, and nothing is asked."""
    els = town.person(1)
    await els.types(typed)
    lines = els.last.text.splitlines()
    assert 4 == len(lines)
    assert "112" in lines[0]
    assert [els.t.plain("robbery-safe")] == [one.label for one in els.last.buttons]


async def test_the_first_hour_is_told_a_step_at_a_time(town: Town) -> None:
    """Each step has a screen of its own; the last one names Slachtofferhulp, with its number to copy."""
    els = town.person(1)
    await els.types("/overval")
    await els.taps(els.t.plain("robbery-safe"))
    assert els.t.plain("robbery-report") not in [one.label for one in els.last.buttons], "a stranger cannot report"
    told = await first_hour(els)
    assert STEPS == len(told) == len(set(told))
    assert "112" in told[1]
    assert "0900-0101" in told[-1]
    assert "0900-0101" in [one.copy for one in els.last.buttons]
    await els.taps(els.t.plain("first-hour-show-all"))
    assert all(els.t(f"first-hour-{number}") in els.last.text for number in range(1, STEPS + 1))
    await els.presses("first-hour:11:0", els.last)
    assert els.t.plain("not-found") == town.screens.toasts[-1]


async def test_who_may_report_without_a_shop_goes_on_by_the_form(town: Town) -> None:
    """A city marshal has no shop that tells the place: the form asks for it, and neither safety nor kind again."""
    agent = await town.coordinator(90)
    marshal = await town.coordinator(91, Role.CITY_MARSHAL)
    await marshal.types("/overval")
    for label in ("robbery-safe", "robbery-report"):
        await marshal.taps(marshal.t.plain(label))
    assert marshal.t("report-ask-weapon") in marshal.last.text
    while "2903" not in marshal.last.text and marshal.t("report-ask-where") not in marshal.last.text:
        await marshal.taps(marshal.t.plain("nav-skip"))
    await marshal.taps(marshal.t.plain("report-elsewhere"))
    await marshal.types("2903")
    await marshal.taps(marshal.t.plain("report-send"))
    report = await report_of(town)
    assert (ReportKind.ROBBERY, "2903", None) == (report.kind, report.place.pc4, report.premises_id)
    assert report.number in agent.last.text


async def test_the_first_hour_in_english_for_a_stranger(town: Town) -> None:
    """Also in English, without a subscription, and with the number of Slachtofferhulp."""
    els = town.person(1, "en")
    await els.types("/robbery")
    await els.taps(els.t.plain("robbery-safe"))
    assert "first hour" in els.last.buttons[0].label
    told = await first_hour(els)
    assert STEPS == len(set(told))
    assert "0900-0101" in told[-1]
    assert "0900-0101" in [one.copy for one in els.last.buttons]


async def test_an_open_form_is_not_lost(town: Town) -> None:
    """The screen comes between; the open question is still there afterwards, and the main keyboard has both buttons."""
    els = await jeweller(town, 1)
    await els.types("/melding")
    await els.taps("Geen gevaar")
    await els.types(els.t.plain("robbery-button"))
    assert els.t("robbery-now") in els.last.text
    await els.types("iemand verkent de zaak")
    assert "iemand verkent de zaak" in els.last.text, "the form goes on"
    assert (els.t.plain("report-button"), els.t.plain("robbery-button")) == main_keyboard(els.t).labels
