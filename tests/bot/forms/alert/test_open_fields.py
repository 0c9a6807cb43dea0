"""What a drafter's words tell in two ways is shown as open at the preview, with the button that chooses."""

from alerts.alert import AlertContent
from alerts.ids import AlertId
from alerts.role import Role
from tests.bot.police import change
from tests.bot.reporting import labels
from tests.bot.town import Person, Town

LINE = "Overval op een juwelier in 2903 met een mes of een pistool, geld en sigaretten meegenomen."
WEAPON = "<b>Wapen:</b> mes of vuurwapen (of lijkt erop) · <i>kies met Wapen</i>"
LOOT = "<b>Buit (soort):</b> contant geld of tabak · <i>kies met Buit (soort)</i>"


async def at_preview(town: Town, line: str = LINE) -> Person:
    """Return a drafter with this line at the preview, who has a colleague."""
    author, _ = await town.coordinator(1, Role.CITY_MARSHAL), await town.coordinator(2)
    await author.types("/alert")
    await author.types(line)
    return author


async def stored(town: Town) -> AlertContent:
    """Return the content of the draft."""
    async with town.storage.reading() as uow:
        return (await uow.alerts.get(AlertId(1))).content


async def test_two_values_of_a_field_are_shown_with_the_button_that_chooses(town: Town) -> None:
    """A tap and a choice end that; what stays open is not in the notice, as the words say it."""
    author = await at_preview(town)
    assert WEAPON in author.last.text
    assert LOOT in author.last.text
    assert len(author.last.buttons) - 3 <= 8, "beside those that put it off, go back and stop"
    await author.taps("Wapen")
    assert ["mes", "vuurwapen (of lijkt erop)"] == labels(author)[:2]
    await author.taps("mes")
    assert "kies met Wapen" not in author.last.text
    assert "mes" in author.bubbles[-2].text
    assert "knife" == (await stored(town)).mo["weapon"]
    await author.taps("Buit")
    await author.taps("‹ Terug")
    assert LOOT in author.last.text
    await author.taps("Vraag akkoord")
    assert "wacht op akkoord" in author.last.text
    assert {"weapon": "knife"} == dict((await stored(town)).mo)


async def test_it_is_chosen_among_all_that_is_known_of_it_too(town: Town) -> None:
    """In the list of how offenders worked."""
    author = await at_preview(town)
    await change(author, "Werkwijze")
    await author.taps("Buit")
    await author.taps("tabak")
    await author.taps("Verder ›")
    assert "kies met Buit" not in author.last.text
    assert WEAPON in author.last.text


async def test_an_attempt_has_no_loot_to_choose(town: Town) -> None:
    """Nothing was taken at an attempt, so two kinds of loot are none."""
    author = await at_preview(town)
    await change(author, "Soort")
    await author.taps("Poging tot overval")
    assert "kies met Buit" not in author.last.text
    assert WEAPON in author.last.text


async def test_a_draft_that_is_opened_again_still_asks(town: Town) -> None:
    """What is open is kept beside the draft."""
    author = await at_preview(town)
    await author.taps("Opslaan")
    await author.types("/concepten")
    await author.taps("Verder")
    assert WEAPON in author.last.text
    await author.taps("Wapen")
    await author.taps("mes")
    assert "knife" == (await stored(town)).mo["weapon"]


async def test_other_words_end_it(town: Town) -> None:
    """The fields are those of the newest words."""
    author = await at_preview(town, "Overval op een juwelier met een mes of een pistool.")
    await author.taps("‹ Terug")
    await author.types("Overval op een juwelier in 2903 met een mes.")
    assert "kies met" not in author.last.text
    assert "knife" == (await stored(town)).mo["weapon"]
