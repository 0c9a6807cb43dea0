"""Tests of changes that others than the only police officer propose: asked, approved, returned, overtaken."""

from alerts.alert import Alert, AlertState
from alerts.ids import AlertId
from alerts.role import Role
from alerts.services.alert.end_alert import end_due_alerts
from tests.bot.changing import THREE, end, retract, to_correction
from tests.bot.chats import tied_chat
from tests.bot.police import ask_approval, jeweller, send_alone, to_preview
from tests.bot.town import Person, Town


async def _sent(town: Town) -> tuple[Person, Person, Person]:
    """Return police, a city marshal, and a shop that has the notice."""
    police = await town.coordinator(1)
    marshal = await town.coordinator(2, Role.CITY_MARSHAL)
    shop = await jeweller(town, 3, police)
    await to_preview(police)
    await send_alone(police)
    for person in (police, marshal, shop):
        person.news()
    return police, marshal, shop


async def _alert(town: Town) -> Alert:
    async with town.storage.reading() as uow:
        return await uow.alerts.get(AlertId(1))


async def _propose(marshal: Person, what: str = THREE) -> None:
    await marshal.types("/lopend")
    await to_correction(marshal, what)
    await marshal.taps("Vraag akkoord")


async def test_a_correction_of_others_waits_for_police(town: Town) -> None:
    """Until police approve a proposed correction the notice stays as it is; the card shows the new text, and the
    proposer reads the decision."""
    police, marshal, shop = await _sent(town)
    await _propose(marshal)
    assert "wacht op akkoord" in marshal.last.text
    assert "een correctie" in police.last.text
    assert "GEWIJZIGD" in police.last.text
    assert "" == shop.news()
    assert THREE != (await _alert(town)).content.what
    await marshal.types("/lopend")
    assert "Er wacht een wijziging" in marshal.last.text
    await police.types("/goedkeuren")
    await police.taps("Akkoord")
    assert THREE in shop.last.text
    assert THREE == (await _alert(town)).content.what
    assert "met akkoord van een collega" in marshal.news()


async def test_it_is_approved_once_and_never_by_who_asked(town: Town) -> None:
    """A correction is approved once and never by its proposer; a second approver reads who was first."""
    police, marshal, shop = await _sent(town)
    colleague = await town.coordinator(4)
    await to_correction(police)
    await police.taps("Vraag akkoord")
    card = colleague.last
    data = next(one.data for one in card.buttons if one.data)
    await police.presses(data, police.last)
    assert "eigen bericht" in town.screens.toasts[-1]
    await marshal.presses(data, marshal.last)
    await shop.presses(data, shop.last)
    assert "" == shop.news()
    await colleague.taps("Akkoord", card)
    await colleague.presses(data, card)
    assert "door jou" in town.screens.toasts[-1]
    assert 1 == shop.news().count("GEWIJZIGD")


async def test_a_request_is_listed_for_who_may_decide_not_for_who_asked(town: Town) -> None:
    """A request is listed for everybody who may decide, also the author of the notice, and not for its proposer."""
    author, colleague = await town.coordinator(1), await town.coordinator(2)
    await jeweller(town, 3, author)
    await ask_approval(author)
    await colleague.taps("Akkoord")
    await colleague.types("/lopend")
    await to_correction(colleague)
    await colleague.taps("Vraag akkoord")
    for police in (author, colleague):
        await police.types("/goedkeuren")
    assert "Ter goedkeuring: een correctie" in author.last.text
    assert author.last.buttons
    assert colleague.t("approvals-none") == colleague.last.text


async def test_what_was_returned_goes_on_from_its_words(town: Town) -> None:
    """A returned correction goes on from its words; the words of somebody else's request cannot be opened."""
    police, marshal, shop = await _sent(town)
    other = await town.coordinator(5, Role.CITY_MARSHAL)
    await _propose(marshal)
    await police.taps("Terug")
    await police.types("Noem de richting.")
    assert "Noem de richting." in marshal.last.text
    again = next(one.data for one in marshal.last.buttons if one.data)
    await other.presses(again, other.last)
    assert "Iets wijzigen" not in [one.label for one in other.last.buttons]
    await marshal.taps("Verder")
    assert any(THREE in bubble.text for bubble in marshal.bubbles[-2:])
    await marshal.taps("Vraag akkoord")
    await police.taps("Akkoord")
    assert 1 == shop.news().count(THREE)


async def test_what_was_rejected_leaves_the_notice_alone(town: Town) -> None:
    """A rejected correction leaves the notice unchanged, and its proposer reads the reason."""
    police, marshal, shop = await _sent(town)
    await _propose(marshal)
    await police.taps("Afwijzen")
    assert "Het bericht zelf blijft zoals het is." in police.last.text
    await police.types("Dit klopt niet.")
    assert "De wijziging van bericht <b>2026-0001</b> is afgewezen." in police.last.text
    assert "Dit klopt niet." in marshal.last.text
    assert "blijft zoals het is" in marshal.last.text
    assert "" == shop.news()
    assert AlertState.LIVE is (await _alert(town)).state


async def test_an_end_that_others_propose_needs_police_and_what_police_says_does_not(town: Town) -> None:
    """An end that others propose needs police. When police end the notice themselves, an open request is overtaken and
    its card says so."""
    police, marshal, shop = await _sent(town)
    await marshal.types("/lopend")
    await end(marshal)
    assert "wacht op akkoord" in marshal.last.text
    card = police.last
    assert "einde van een bericht" in card.text
    await retract(police)
    assert "INGETROKKEN" in shop.last.text
    assert "hoeft niemand meer te beslissen" in card.text
    assert AlertState.RETRACTED is (await _alert(town)).state


async def test_an_approved_end_goes_out(town: Town) -> None:
    """An approved end is sent like one by police."""
    police, marshal, shop = await _sent(town)
    await marshal.types("/lopend")
    await end(marshal)
    await police.taps("Akkoord")
    assert 1 == shop.news().count("EINDE ALERT")
    assert AlertState.ENDED is (await _alert(town)).state


async def test_a_request_ends_with_its_notice(town: Town) -> None:
    """A request ends with its notice, and its button then says that it is too late."""
    police, marshal, shop = await _sent(town)
    await _propose(marshal)
    card = police.last
    data = next(one.data for one in card.buttons if one.data)
    town.clock.pass_by(days=3, minutes=1)
    async with town.storage.transaction() as uow:
        await end_due_alerts(uow, town.clock.now())
    await town.deliver()
    assert "hoeft niemand meer te beslissen" in card.text
    await police.presses(data, card)
    assert "hoeft niet meer" in town.screens.toasts[-1]
    assert "GEWIJZIGD" not in shop.news()


async def test_a_newer_request_takes_the_place_of_an_open_one(town: Town) -> None:
    """A newer request replaces an open one."""
    police, marshal, shop = await _sent(town)
    await _propose(marshal)
    card = police.last
    await _propose(marshal, "Vier daders.")
    assert "hoeft niemand meer te beslissen" in card.text
    await police.taps("Akkoord")
    assert (1, 0) == ((news := shop.news()).count("Vier daders."), news.count(THREE))


async def test_the_manager_takes_back_a_tip_without_police(town: Town) -> None:
    """A manager retracts a tip as it was sent, without police; a tip is not corrected or ended, because another one can
    be sent."""
    await town.coordinator(1)
    chat = await tied_chat(town)
    manager = await town.coordinator(2, Role.KVO_MANAGER, f"kvo_group:{chat.group}")
    await manager.types("/preventie")
    await manager.taps("Samen openen")
    await manager.taps("Nee")
    await manager.taps("Versturen")
    assert "Open en sluit samen" in chat.bubbles[-1].text
    await manager.types("/lopend")
    assert ["Intrekken"] == [one.label for one in manager.last.buttons]
    await manager.presses("allclear:1:0", manager.last)
    assert AlertState.LIVE is (await _alert(town)).state
    await retract(manager, "Per ongeluk")
    assert ["INGETROKKEN"] == [text.split(":")[0].removeprefix("<b>") for text in (one.text for one in chat.bubbles)]


async def test_who_asked_hears_that_it_was_overtaken(town: Town) -> None:
    """A proposer reads that their request was overtaken by a colleague's change or the end of the notice, and not by
    their own newer request."""
    police, marshal, _ = await _sent(town)
    await _propose(marshal)
    await _propose(marshal, "Vier daders vluchtten te voet.")
    assert "niet beslist" not in marshal.news()
    await police.types("/lopend")
    await end(police)
    assert (
        "Over je correctie van bericht <b>2026-0001</b> is niet beslist. Het bericht is al afgelopen." in marshal.news()
    )
    await marshal.taps("Intrekken")
    await marshal.taps("Het klopt niet")
    assert "wacht op akkoord" in marshal.news()
    await retract(police)
    told = next(one for one in marshal.bubbles if "Over je voorstel om bericht" in one.text)
    assert "al ingetrokken" in told.text
    assert [] == told.buttons
    card = next(one for one in police.bubbles if "2026-0001 (intrekking)" in one.text)
    assert "opnieuw akkoord gevraagd" not in card.text
