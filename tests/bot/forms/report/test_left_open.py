"""What a typed report leaves open is shown as it was told: parts of a day, a flight in words, two ways to read it."""

import pytest

from tests.bot.reporting import cards, jeweller, report_of
from tests.bot.town import Town


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("nl", "gistermiddag filmden 2 mannen de kluis", "<b>Wanneer:</b> 23 november, in de middag"),
        ("nl", "gisteren filmden 2 mannen de kluis", "<b>Wanneer:</b> 23 november, tijd niet bekend"),
        ("nl", "vanmorgen filmden 2 mannen de kluis", "<b>Wanneer:</b> vandaag, in de ochtend"),
        ("en", "yesterday evening 2 men filmed the safe", "<b>When:</b> 23 November, in the evening"),
    ],
)
async def test_a_part_of_a_day_is_shown_as_it_was_told(town: Town, language: str, text: str, said: str) -> None:
    """On the overview and on the card of who reads it nobody sees a time of the clock that was not told."""
    agent = await town.coordinator(90)
    els = town.person(1, language)
    await els.subscribes("2903AB", "jeweller", "De Parel", "1")
    await els.types(text)
    await els.taps(els.t.plain("report-safety-safe"))
    assert said in els.last.text
    await els.taps(els.t.plain("report-send"))
    [card] = cards(agent)
    assert (
        said.replace("When:", "Wanneer:")
        .replace("23 November, in the", "23 november, in de")
        .replace("evening", "avond")
        in card
    )


async def test_a_time_that_is_tapped_takes_the_place_of_the_part_of_a_day(town: Town) -> None:
    """Then it is a time; later words do not make a part of a day of it."""
    els = await jeweller(town, 1)
    await els.types("gistermiddag filmden 2 mannen de kluis")
    await els.taps("Geen gevaar")
    await els.taps("Wanneer")
    await els.types("gisteren 16:20")
    assert "23 november om 16:20" in els.last.text
    await els.types("vanmorgen waren ze er weer")
    assert "23 november om 16:20" in els.last.text
    await els.taps("Nu versturen")
    assert (await report_of(town)).content.time_of_day is None


async def test_a_flight_in_words_is_a_line(town: Town) -> None:
    """Until a direction of the compass is chosen, or it is left out; the coordinator reads it too."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await els.types("overval, twee daders op een scooter gevlucht richting het station")
    await els.taps("Geen gevaar")
    assert "<b>Richting:</b> het station" in els.last.text
    await els.taps("Richting")
    await els.taps("noord")
    assert "het station" not in els.last.text.partition("Je schreef")[0]
    await els.taps("Richting")
    await els.taps("Klopt niet")
    assert "Richting:" not in els.last.text
    await els.taps("Nu versturen")
    await els.types("overval, twee daders op een scooter gevlucht richting de A20")
    await els.taps("Nee, het is iets anders")
    await els.taps("Geen gevaar")
    await els.taps("Nu versturen")
    assert "de A20" == (await report_of(town, 2)).content.exit_goal
    assert "<b>Richting:</b> de A20" in cards(agent)[-1]


async def test_a_flight_to_somebody_is_no_line(town: Town) -> None:
    """What the guard finds in the goal is shown in no field, also where the writer kept the name in the words."""
    els = await jeweller(town, 1)
    await els.types("overval, twee daders op een scooter gevlucht richting Kees de Vries")
    await els.taps(els.t.plain("guard-keep-name"))
    await els.taps("Geen gevaar")
    assert "Kees de Vries" in els.last.text
    assert "<b>Richting:</b>" not in els.last.text


async def test_what_the_words_tell_in_two_ways_is_shown_as_open(town: Town) -> None:
    """With the button that chooses; a choice, or leaving it out, ends that."""
    els = await jeweller(town, 1)
    await els.types("overval met een mes of een pistool, geld en sigaretten meegenomen")
    await els.taps("Geen gevaar")
    text = els.last.text
    assert "<b>Wapen:</b> vuurwapen (of lijkt erop) of mes · <i>kies met Wapen</i>" in text
    assert "<b>Buit (soort):</b> contant geld of tabak · <i>kies met Buit</i>" in text
    await els.taps("Wapen")
    await els.taps("mes")
    assert "<b>Wapen:</b> mes\n" in els.last.text
    await els.taps("Buit")
    await els.taps("Klopt niet")
    assert "Buit" not in els.last.text
    await els.taps("Nu versturen")
    assert ("knife", None) == ((told := (await report_of(town)).content).weapon, told.loot_type)
