"""Tests that a notice is updated and extended: what is new comes first, the text before it says that it is replaced,
and the sender is asked before the end."""

from datetime import timedelta

from alerts.alert import WHAT_LENGTH, Alert, ApprovalKind, RevisionKind
from alerts.ids import AlertId
from alerts.role import Role
from alerts.services.alert.ask_extension import ask_extensions, has_ending_soon
from tests.bot.changing import retract
from tests.bot.chats import tied_chat
from tests.bot.police import card, jeweller, send_alone, to_preview
from tests.bot.town import Bubble, Person, Town

NEWS = "Ze vluchtten op een scooter richting de Hoofdweg."


async def _sent(town: Town) -> tuple[Person, Person]:
    """Return the only police officer, and a shop that has the notice."""
    police = await town.coordinator(1)
    shop = await jeweller(town, 2, police)
    await to_preview(police)
    await send_alone(police)
    shop.news()
    return police, shop


async def _alert(town: Town) -> Alert:
    async with town.storage.reading() as uow:
        return await uow.alerts.get(AlertId(1))


async def _newest(town: Town) -> tuple[RevisionKind, ApprovalKind]:
    async with town.storage.reading() as uow:
        latest, approval = await uow.alerts.latest_revision(AlertId(1)), await uow.alerts.latest_approved(AlertId(1))
    assert latest is not None
    assert approval is not None
    return latest.kind, approval.kind


async def _ask(town: Town) -> None:
    async with town.storage.transaction() as uow:
        await ask_extensions(uow, town.clock.now())
    await town.deliver()


async def test_an_update_says_what_is_new_in_two_taps(town: Town) -> None:
    """Under the sender's own message: *Aanvullen*, what is new, *Versturen*. The shop reads that first, as an answer to
    the text before, which now says that it is replaced; *Meer* has all of it."""
    police, shop = await _sent(town)
    first = shop.last
    await police.taps("Aanvullen")
    assert "Wat is er nieuw" in police.last.text
    await police.types(NEWS)
    preview = police.bubbles[-2]
    await police.taps("Versturen")
    await police.taps("Geen collega in dienst")
    assert preview.text == shop.last.text
    assert shop.last.text.startswith("<b>AANVULLING</b> op het bericht hierboven.")
    assert f"<b>Nieuw:</b> {NEWS}" in shop.last.text
    assert "Een winkel is overvallen" not in shop.last.text
    assert first.id == shop.last.reply_to
    assert "vervangen door een nieuwere" in first.text
    assert [] == list(first.buttons)
    await shop.taps("Meer", shop.last)
    assert "Een winkel is overvallen" in shop.last.text
    assert NEWS in shop.last.text
    assert (RevisionKind.UPDATE, ApprovalKind.SOLE_ON_DUTY) == await _newest(town)


async def test_an_update_that_is_too_long_loses_nothing(town: Town) -> None:
    """Words that do not fit behind those of the notice are refused with how long it may be; the next answer counts."""
    police, shop = await _sent(town)
    await police.taps("Aanvullen")
    await police.types("x" * (WHAT_LENGTH - 10))
    assert "tekens" in police.last.text
    await police.types(NEWS)
    await police.taps("Versturen")
    await police.taps("Geen collega in dienst")
    assert NEWS in shop.last.text


async def test_a_returned_update_goes_on_as_an_update(town: Town) -> None:
    """A marshal's update is approved by police, who read what it is; one that is given back stays an update."""
    police, shop = await _sent(town)
    marshal = await town.coordinator(3, Role.CITY_MARSHAL)
    await marshal.types("/lopend")
    await marshal.taps("Aanvullen")
    await marshal.types(NEWS)
    await marshal.taps("Vraag akkoord")
    assert "Ter goedkeuring: een aanvulling" in card(police).text
    await police.taps("Terug met opmerking", card(police))
    await police.types("Noem de richting nauwkeuriger.")
    await marshal.taps("Verder")
    await marshal.taps("Vraag akkoord")
    await police.taps("Akkoord", card(police))
    assert f"<b>Nieuw:</b> {NEWS}" in shop.last.text
    assert (RevisionKind.UPDATE, ApprovalKind.FOUR_EYES) == await _newest(town)


async def test_police_extend_at_once(town: Town) -> None:
    """*Verlengen* and how much longer: two taps. Everybody reads until when it is valid now, and a colleague reviews it
    afterwards."""
    police, shop = await _sent(town)
    was = (await _alert(town)).content
    await police.taps("Verlengen")
    assert "gaat het meteen weg" in police.last.text
    await police.taps("1 dag langer")
    assert "is verlengd" in police.last.text
    assert was.until + timedelta(days=1) == (await _alert(town)).content.until
    assert shop.last.text.startswith("<b>VERLENGD:</b> geldt tot ")
    assert "Een winkel is overvallen" in shop.last.text
    assert (RevisionKind.EXTENSION, ApprovalKind.CLOSING) == await _newest(town)


async def test_others_ask_to_extend(town: Town) -> None:
    """A marshal asks the police; an earlier end is refused with what to do, and a typed one counts."""
    police, shop = await _sent(town)
    marshal = await town.coordinator(3, Role.CITY_MARSHAL)
    await marshal.types("/lopend")
    await marshal.taps("Verlengen")
    assert "eerst akkoord" in marshal.last.text
    await marshal.types(f"{town.clock.now() + timedelta(hours=3):%H:%M}")
    assert "niet later dan het einde" in marshal.last.text
    await marshal.types("1-12 18:00")
    assert "Ter goedkeuring: een bericht verlengen" in card(police).text
    await police.taps("Akkoord", card(police))
    assert "VERLENGD" in shop.last.text


async def test_a_later_end_by_correction_is_an_extension(town: Town) -> None:
    """Who changes nothing but the end under *Corrigeren* extends: the reader hears of no mistake."""
    police, shop = await _sent(town)
    await police.taps("Corrigeren")
    await police.taps("Iets wijzigen")
    await police.taps("Geldt tot")
    await police.taps("1 week")
    await police.taps("Versturen")
    assert "VERLENGD" in shop.last.text
    assert (RevisionKind.EXTENSION, ApprovalKind.CLOSING) == await _newest(town)


async def test_the_sender_is_asked_once_before_each_end(town: Town) -> None:
    """An hour before the end the sender is asked, once; after an extension once more before the new end."""
    police, _ = await _sent(town)
    ends = (await _alert(town)).content.until
    town.clock.at = ends - timedelta(minutes=61)
    await _ask(town)
    assert not any("loopt af" in bubble.text for bubble in police.bubbles)
    town.clock.at = ends - timedelta(minutes=59)
    for _ in range(2):
        await _ask(town)
    assert 1 == len(_questions(police))
    await police.taps("Verlengen", _questions(police)[0])
    await police.taps("6 uur langer")
    town.clock.at = ends + timedelta(hours=5, minutes=30)
    await _ask(town)
    assert 2 == len(_questions(police))
    async with town.storage.reading() as uow:
        assert not await has_ending_soon(uow, town.clock.now())


async def test_who_has_left_is_not_asked(town: Town) -> None:
    """When the sender has no role any more, the police of the place are asked."""
    police, _ = await _sent(town)
    colleague = await town.coordinator(4)
    async with town.storage.transaction() as uow:
        grants = await uow.roles.of_member((await _alert(town)).author_id)
        await uow.roles.end_at(grants[0].id, town.clock.now())
    town.clock.at = (await _alert(town)).content.until - timedelta(minutes=30)
    await _ask(town)
    assert ([], 1) == (_questions(police), len(_questions(colleague)))


async def test_in_a_groups_chat_the_earlier_text_is_replaced_too(town: Town) -> None:
    """A group's chat reads the update, and of the earlier text that it is replaced; a retraction removes both."""
    police = await town.coordinator(1)
    chat = await tied_chat(town)
    await to_preview(police, tlp="GREEN ·", audience="Alle zaken binnen bereik")
    await send_alone(police)
    first = chat.bubbles[-1]
    await police.taps("Aanvullen")
    await police.types(NEWS)
    await police.taps("Versturen")
    await police.taps("Geen collega in dienst")
    assert "AANVULLING" in chat.bubbles[-1].text
    assert "vervangen door een nieuwere" in first.text
    await retract(police)
    assert ["INGETROKKEN"] == [bubble.text[3:14] for bubble in chat.bubbles]


def _questions(person: Person) -> list[Bubble]:
    return [bubble for bubble in person.bubbles if "loopt af" in bubble.text]
