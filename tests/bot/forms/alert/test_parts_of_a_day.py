"""A notice tells a part of a day as it was told, and no time of the clock, from the preview to a correction."""

import pytest

from alerts.alert import AlertContent
from alerts.ids import AlertId
from alerts.role import Role
from alerts.time_of_day import TimeOfDay
from tests.bot.police import alerts_of, card, change, jeweller, send_alone
from tests.bot.reporting import jeweller as reporter
from tests.bot.town import Person, Town

LINE = "Gistermiddag filmden 2 jongens de etalage van een juwelier in 2903."
TOLD, STANDS_FOR = "23 november, in de middag", "15:00"


async def content_of(town: Town, number: int = 1) -> AlertContent:
    """Return the content of a notice as it is stored."""
    async with town.storage.reading() as uow:
        return (await uow.alerts.get(AlertId(number))).content


async def sent(town: Town, line: str = LINE) -> tuple[Person, Person]:
    """Return the only police officer, who sent this line, and a shop that has the notice."""
    police = await town.coordinator(1, scope="national")
    shop = await jeweller(town, 2, police)
    await police.types("/alert")
    await police.types(line)
    await send_alone(police)
    await town.deliver()
    return police, shop


def tells_no_time(text: str) -> bool:
    """Tell whether a text about the notice has neither the moment that stands for the part, nor how long ago it was."""
    return STANDS_FOR not in text and "geleden" not in text


async def test_the_preview_and_what_arrives_tell_the_part(town: Town) -> None:
    """In its lines, at a glance and behind *Meer*; the first line does not say how long ago it was."""
    police = await town.coordinator(1, scope="national")
    shop = await jeweller(town, 2, police)
    await police.types("/alert")
    await police.types(LINE)
    preview, asked = police.bubbles[-2:]
    assert f"<b>Wanneer:</b> {TOLD}\n" in asked.text
    await send_alone(police)
    await town.deliver()
    [arrived] = alerts_of(shop)
    assert arrived == preview.text
    assert f"{TOLD}." in arrived
    assert tells_no_time(arrived)
    await shop.types("/start whole-1")
    assert f"<b>Wanneer:</b> {TOLD}\n" in shop.last.text
    assert TimeOfDay.AFTERNOON is (await content_of(town)).time_of_day


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Gisteren filmden 2 jongens de etalage van een juwelier in 2903.", "23 november, tijd niet bekend"),
        ("Vanmorgen filmden 2 jongens de etalage van een juwelier in 2903.", "24 november, in de ochtend"),
        ("Zondagavond filmden 2 jongens de etalage van een juwelier in 2903.", "22 november, in de avond"),
    ],
)
async def test_each_part_has_its_date(town: Town, line: str, told: str) -> None:
    """Also that of today, as a notice is read tomorrow too."""
    _, shop = await sent(town, line)
    [arrived] = alerts_of(shop)
    assert f"{told}." in arrived
    assert "geleden" not in arrived


async def test_a_time_of_the_clock_stays_a_time(town: Town) -> None:
    """What was told to the minute is shown so, with how long ago it was."""
    _, shop = await sent(town, "Gisteren om 16:20 filmden 2 jongens de etalage van een juwelier in 2903.")
    [arrived] = alerts_of(shop)
    assert "23 november om 16:20." in arrived
    assert "20 uur geleden" in arrived
    assert (await content_of(town)).time_of_day is None


async def test_a_time_that_is_chosen_takes_its_place(town: Town) -> None:
    """The question shows the part; a tapped or typed time is one."""
    police = await town.coordinator(1, scope="national")
    await police.types("/alert")
    await police.types(LINE)
    await change(police, "Wanneer")
    assert TOLD in police.last.text
    await police.types("gisteren 16:20")
    assert "<b>Wanneer:</b> 23 november om 16:20\n" in police.last.text
    assert (await content_of(town)).time_of_day is None


async def test_other_words_tell_another_time(town: Town) -> None:
    """Where they tell none it is proposed again, as a time."""
    police = await town.coordinator(1, scope="national")
    await police.types("/alert")
    await police.types("Gistermiddag filmden 2 jongens de etalage van een juwelier.")
    await police.taps("‹")
    await police.types("Twee jongens filmden de etalage van een juwelier in 2903.")
    assert "<b>Wanneer:</b> vandaag om 13:00 · <i>voorstel</i>" in police.last.text
    assert (await content_of(town)).time_of_day is None


async def test_a_correction_keeps_the_part_until_a_time_is_given(town: Town) -> None:
    """A corrected text still tells the part; a corrected time is what changed."""
    police, shop = await sent(town)
    await police.taps("Corrigeren")
    await change(police, "Tekst")
    await police.types("Drie jongens filmden de etalage.")
    assert f"{TOLD}." in police.bubbles[-2].text
    await send_alone(police)
    await town.deliver()
    corrected = alerts_of(shop)[-1]
    assert f"{TOLD}." in corrected
    assert tells_no_time(corrected)
    await police.taps("Corrigeren")
    await change(police, "Wanneer")
    assert TOLD in police.last.text
    await police.types("gisteren 15:00")
    await send_alone(police)
    await town.deliver()
    assert "<b>GEWIJZIGD:</b> het was 23 november om 15:00" in alerts_of(shop)[-1]
    assert (await content_of(town)).time_of_day is None


async def test_a_report_brings_its_part_of_the_day(town: Town) -> None:
    """A notice that is made of a report tells it as the shop did; who approves it reads the same."""
    agent, marshal = await town.coordinator(90, scope="national"), await town.coordinator(91, Role.CITY_MARSHAL)
    els = await reporter(town, 1, agent)
    await els.types("gistermiddag filmden 2 mannen de kluis")
    await els.taps("Geen gevaar")
    await els.taps("Nu versturen")
    await town.deliver()
    await marshal.taps("Maak er een bericht van")
    assert f"<b>Wanneer:</b> {TOLD}\n" in marshal.last.text
    assert f"{TOLD}." in marshal.bubbles[-2].text
    await marshal.taps("Vraag akkoord")
    await town.deliver()
    asked = card(agent).text
    assert TOLD in agent.news()
    assert tells_no_time(asked)


async def test_a_returned_draft_and_one_that_is_put_aside_keep_it(town: Town) -> None:
    """It is kept beside the draft, as every other field."""
    police = await town.coordinator(1, scope="national")
    await police.types("/alert")
    await police.types("Gistermiddag filmden 2 jongens de etalage van een juwelier.")
    await police.taps("Opslaan")
    await police.types("/concepten")
    await police.taps("Verder")
    await police.types("2903")
    assert f"<b>Wanneer:</b> {TOLD}\n" in police.last.text
    await police.taps("Opslaan")
    await police.types("/concepten")
    await police.taps("Verder")
    assert f"<b>Wanneer:</b> {TOLD}\n" in police.last.text


async def test_the_words_reused_begin_without_another_time(town: Town) -> None:
    """A new notice with the words of a retracted one has the part that it told."""
    police, _ = await sent(town)
    await police.taps("Intrekken")
    await police.taps("Verkeerde plaats")
    await police.taps(police.t.plain("draft-reuse"))
    assert f"<b>Wanneer:</b> {TOLD}\n" in police.last.text


async def test_each_reader_reads_it_in_their_language(town: Town) -> None:
    """The text goes by the part, not by the words of its writer."""
    police = await town.coordinator(1, scope="national")
    ann = town.person(2, "en")
    await ann.subscribes("2903AB", "jeweller", "Gold", "1")
    await police.taps("Verifiëren")
    await police.types("/alert")
    await police.types(LINE)
    await send_alone(police)
    await town.deliver()
    assert "23 November, in the afternoon." in ann.news()
