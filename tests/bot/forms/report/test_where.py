"""Tests of the place of a report: it never names another place than the reporter gave."""

from bot.conversation.menu import main_keyboard
from bot.conversation.message import LocationKeyboard
from tests.bot.reporting import cards, jeweller, labels, report_of, reports, to_signals, under_way
from tests.bot.town import Person, Town


async def with_two_shops(town: Town) -> Person:
    """A jeweller who is an optician in another postcode too."""
    els = await jeweller(town, 1)
    await els.types("/mijn")
    await els.taps("Nog een zaak")
    await els.types("2904XY")
    await els.taps("Opticien")
    await els.taps(els.t.plain("start-right"))
    await els.types("De Bril")
    await els.types("7")
    return els


async def test_elsewhere_is_a_postcode_and_here_a_location(town: Town) -> None:
    """*Elsewhere* asks for a postcode and *here* for a location; afterwards the report button replaces the location
    button."""
    els = await jeweller(town, 1)
    await to_signals(els)
    for _ in range(5):
        await els.taps("Overslaan")
    await els.taps("Ergens anders")
    await els.types("0903")
    assert els.last.text.startswith(els.t("postcode-starts-with-zero"))
    await els.taps("Terug")
    await els.taps("Hier waar")
    assert isinstance(els.bubbles[-2].keyboard, LocationKeyboard)
    await els.shares(51.9361, 4.5901)
    assert els.t("place-understood", place="2904 Capelle aan den IJssel") == els.bubbles[-2].text
    assert str(main_keyboard(els.t)) == str(els.bubbles[-2].keyboard)
    await els.taps("Nu versturen")
    report = await report_of(town)
    assert ("2904", None, None) == (report.place.pc4, report.place.pc6, report.premises_id)
    assert report.place.point is not None


async def test_without_a_shop_the_place_is_asked_in_any_case(town: Town) -> None:
    """A reporter without a shop, such as a coordinator, is always asked for the place, also when sending early."""
    agent = await town.coordinator(90)
    await to_signals(agent)
    await agent.taps("Nu versturen")
    assert agent.t("report-ask-where") == agent.last.text
    assert "Nu versturen" not in labels(agent)
    assert "Overslaan" not in labels(agent)
    await agent.taps("Hier waar")
    await agent.shares(51.9361, 4.5901)
    report = await report_of(town)
    assert ("2904", True) == (report.place.pc4, report.is_confirmed)
    assert any(one.keyboard == main_keyboard(agent.t) for one in agent.bubbles[-2:])


async def test_of_several_shops_one_is_chosen(town: Town) -> None:
    """A reporter with several shops chooses one by its button."""
    els = await with_two_shops(town)
    await to_signals(els)
    for _ in range(5):
        await els.taps("Overslaan")
    assert ["De Parel 1", "De Bril"] == labels(els)[:2]
    await els.taps("De Bril")
    await els.taps("Nu versturen")
    assert "2904XY" == (await report_of(town)).place.pc6


async def test_with_several_shops_nobody_guesses_which(town: Town) -> None:
    """A reporter with several shops who sends early is asked for the place first, which cannot be skipped."""
    els = await with_two_shops(town)
    await reports(els)
    assert els.t("report-ask-where") == els.last.text
    assert {"Nu versturen", "Overslaan"}.isdisjoint(labels(els))
    await els.taps("De Bril")
    assert "2904XY" == (await report_of(town)).place.pc6


async def test_what_was_elsewhere_is_never_at_the_own_shop(town: Town) -> None:
    """A reporter who said *elsewhere* is asked until the place is given or taken back."""
    els = await jeweller(town, 1)
    await to_signals(els)
    for _ in range(5):
        await els.taps("Overslaan")
    await els.taps("Ergens anders")
    assert {"Nu versturen", "Overslaan"}.isdisjoint(labels(els))
    await els.taps("Terug")
    await els.taps("Nu versturen")
    assert els.t("report-ask-postcode") == els.last.text
    await els.types("3011")
    report = await report_of(town)
    assert ("3011", None) == (report.place.pc4, report.premises_id)
    assert None is await under_way(els)


async def test_the_card_says_where_it_was_also_after_the_shop_moved(town: Town) -> None:
    """The card shows the reported place after the shop moved, and says that it moved, without its new address."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await reports(els)
    assert "De Parel 1, 2903 AB 1" in cards(agent)[-1]
    await els.types("/mijn")
    await els.taps("Wijzig De Parel")
    await els.taps("Verhuizen")
    await els.types("3011CD")
    await els.taps("Blijft Juwelier")
    await els.taps(els.t.plain("start-right"))
    await agent.types("/meldingen")
    for tapped in ("M-2026-0001", "Beoordelen"):
        await agent.taps(tapped)
    shown = agent.last.text
    assert "De Parel 1, toen op 2903 AB" in shown
    assert "3011" not in shown
