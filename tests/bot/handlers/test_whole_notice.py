"""Behind the button Meer stands all of a notice, in the same message, for whoever may still read it."""

from tests.bot.changing import correct_alone, retract
from tests.bot.police import change, data, jeweller, send_alone, to_preview
from tests.bot.town import Bubble, Person, Town

BEGUN = "Een winkel is overvallen"
LAST = "zei de getuige."
LONG = f"{BEGUN}. " + "De dader droeg een donkere jas en witte schoenen. " * 8 + f"Hij rende weg, {LAST}"


async def test_all_of_it_takes_the_place_of_the_glance(town: Town) -> None:
    """The press is answered in the same message, and *Gelezen* stays as it was pressed."""
    _, shop, got = await _sent(town)
    assert BEGUN in got.text
    assert LAST not in got.text
    assert ["Gelezen", "Iets melden", "Meer"] == _labels(got)
    await shop.taps("Gelezen", got)
    below = ["Maatregel genomen", "Waarom kreeg ik dit?", "Kaart", "Minder hiervan"]
    assert ["✓ Gelezen", "Iets melden", "Meer", *below] == _labels(got)
    await shop.taps("Meer", got)
    assert LONG in got.text
    assert "<b>Geldt tot:</b>" in got.text
    assert ["✓ Gelezen", "Iets melden", *below] == _labels(got)
    assert got.message.is_protected


async def test_a_retraction_removes_all_of_it(town: Town) -> None:
    """The whole text stands in the message that was sent, so it goes with it."""
    police, shop, got = await _sent(town)
    await shop.taps("Meer", got)
    await retract(police)
    await town.deliver()
    assert not any(LAST in bubble.text for bubble in shop.bubbles)


async def test_an_older_text_is_not_made_whole(town: Town) -> None:
    """After a correction a press that was made before it shows nothing of the older text, and says why."""
    police, shop, got = await _sent(town)
    more = data(got, "Meer")
    await correct_alone(police)
    await town.deliver()
    town.screens.toasts.clear()
    await shop.presses(more, got)
    assert [shop.t.plain("alert-newer")] == town.screens.toasts
    assert LAST not in got.text


async def test_the_press_of_somebody_else_shows_nothing(town: Town) -> None:
    """The button is no right: a shop that the notice does not concern reads what the link says to it."""
    police, _, _ = await _sent(town)
    other = town.person(8)
    await other.subscribes("2903AB", "bakery", "Bakker", "8")
    await police.taps("Verifiëren")
    for alert in (1, 99):
        await other.presses(f"whole:{alert}:1")
        assert other.last.text == other.t("alert-not-for-you")


async def test_the_sender_reads_what_the_glance_leaves_out(town: Town) -> None:
    """The preview says so, and police read all of it before they approve."""
    marshal = await town.coordinator(1)
    await _to_long_preview(marshal)
    assert marshal.t("alert-left-out") in marshal.last.text


async def _to_long_preview(police: Person) -> None:
    await to_preview(police)
    await change(police, "Tekst")
    await police.types(LONG)


async def _sent(town: Town) -> tuple[Person, Person, Bubble]:
    police = await town.coordinator(1)
    shop = await jeweller(town, 2, police)
    await _to_long_preview(police)
    await send_alone(police)
    await town.deliver()
    return police, shop, next(bubble for bubble in shop.bubbles if BEGUN in bubble.text)


def _labels(bubble: Bubble) -> list[str]:
    return [one.label for one in bubble.buttons]
