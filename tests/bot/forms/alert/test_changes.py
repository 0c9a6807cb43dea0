"""Tests that a notice is corrected, ended or retracted for everybody who got it."""

import re

import pytest

from alerts.alert import Alert, AlertState
from alerts.ids import AlertId
from alerts.kvo_group import ChatSetting
from alerts.role import Role
from tests.bot.changing import THREE, correct_alone, end, retract, to_correction
from tests.bot.chats import tick, tied_chat
from tests.bot.police import jeweller, send_alone, to_preview
from tests.bot.town import Person, Town


async def _sent(town: Town, *, tlp: str = "AMBER ·") -> tuple[Person, Person]:
    """Return the only police officer, and a shop that has the notice."""
    police = await town.coordinator(1)
    shop = await jeweller(town, 2, police)
    await to_preview(police, tlp=tlp)
    await send_alone(police)
    shop.news()
    return police, shop


async def _pause(person: Person) -> None:
    """Pause until the next morning."""
    await person.types("/mijn")
    await person.taps("Nacht en pauze")
    await person.taps("Pauze tot 7 uur")


async def _alert(town: Town, number: int = 1) -> Alert:
    async with town.storage.reading() as uow:
        return await uow.alerts.get(AlertId(number))


async def test_a_correction_answers_what_everybody_got(town: Town) -> None:
    """A correction is a reply with its own *Gelezen*; later subscribers see the last state only, and the sender sees
    the progress."""
    police, shop = await _sent(town)
    first = shop.last
    await correct_alone(police)
    assert first.id == shop.last.reply_to
    assert "GEWIJZIGD" in shop.last.text
    assert THREE in shop.last.text
    assert "van je zaak" in shop.last.text
    assert shop.last.message.is_protected
    await shop.taps("Gelezen", shop.last)
    await tick(town)
    assert any("Correctie v2: verstuurd 1" in bubble.text for bubble in police.bubbles)
    late = await jeweller(town, 3, police)
    await late.types("/actueel")
    assert THREE in late.last.text
    assert "scooter" not in late.last.text


async def test_the_preview_of_a_correction_is_what_arrives(town: Town) -> None:
    """The preview of a correction equals what arrives; it names the recipients, and fixed fields cannot be tapped."""
    police, shop = await _sent(town)
    await to_correction(police)
    preview, asked = police.bubbles[-2:]
    assert "1 ontvanger" in asked.text
    await police.taps("Iets wijzigen")
    assert ["Soort", "Tekst", "Wanneer", "Werkwijze", "Ernst", "Geldt tot"] == [
        one.label for one in police.last.buttons if one.data and one.data.startswith("pick:edit.")
    ]
    assert "liggen vast" in police.last.text
    version = (police.last.buttons[0].data or "").split(":")[-1]
    await police.presses(f"pick:edit.place:{version}", police.last)
    assert "Waar was het" not in police.last.text
    await police.taps("‹ Voorbeeld")
    await police.taps("Versturen")
    await police.taps("Er is direct gevaar")
    assert preview.text == shop.last.text


async def test_without_a_change_nothing_is_sent(town: Town) -> None:
    """A correction without a change is refused with what to do, and leaving the form leaves the notice unchanged."""
    police, shop = await _sent(town)
    await police.taps("Corrigeren")
    await police.taps("Versturen")
    assert "nog niets gewijzigd" in town.screens.toasts[-1]
    await police.taps("Stoppen")
    assert "blijft zoals het is" in police.last.text
    assert "" == shop.news()
    assert AlertState.LIVE is (await _alert(town)).state


async def test_what_may_not_be_said_is_refused_in_a_change_too(town: Town) -> None:
    """The guard refuses text in a correction and in a note too."""
    police, _ = await _sent(town)
    await to_correction(police, "De auto heeft kenteken 12-ABC-3.")
    assert "kenteken" in police.last.text
    await police.taps("Stoppen")
    await police.taps("Einde alert")
    await police.types("Bel 06-12345678")
    assert "telefoonnummer" in police.last.text
    assert AlertState.LIVE is (await _alert(town)).state


async def test_a_change_reaches_who_moved_left_muted_paused_or_stopped(town: Town) -> None:
    """A change reaches members who moved, left, muted, paused or stopped, but not who blocked the bot or never had the
    notice."""
    police = await town.coordinator(1)
    paused, stopped, left, blocked = [await jeweller(town, number, police) for number in (2, 3, 4, 5)]
    await to_preview(police)
    await send_alone(police)
    await _pause(paused)
    await stopped.types("/stop")
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(left.id))
        assert member is not None
        (following,) = await uow.premises.followings(member.id)
        await uow.premises.leave(following.premises.id, member.id, town.clock.now())
        await uow.members.set_active("telegram", str(blocked.id), active=False, now=town.clock.now())
    late = await jeweller(town, 6, police)
    people = (paused, stopped, left, blocked, late)
    for person in people:
        person.news()
    await correct_alone(police)
    assert [1, 1, 1, 0, 0] == [person.news().count("GEWIJZIGD") for person in people]
    await end(police)
    assert [1, 1, 1, 0, 0] == [person.news().count("EINDE ALERT") for person in people]


async def test_who_still_waits_for_the_first_text_gets_the_new_one_only(town: Town) -> None:
    """A member whose pause held the first text gets only the corrected one, not as a reply."""
    police = await town.coordinator(1)
    shop = await jeweller(town, 2, police)
    await _pause(shop)
    await to_preview(police)
    await send_alone(police)
    await correct_alone(police)
    shop.news()
    town.clock.pass_by(hours=19)
    await town.deliver()
    assert (1, 1) == ((news := shop.news()).count("Gebeurt het nu?"), news.count("GEWIJZIGD"))
    assert shop.last.reply_to is None


async def test_who_never_had_it_is_not_told_of_its_end(town: Town) -> None:
    """A member whose pause held the notice is not told of its end."""
    police = await town.coordinator(1)
    shop = await jeweller(town, 2, police)
    await _pause(shop)
    await to_preview(police)
    await send_alone(police)
    shop.news()
    await end(police)
    town.clock.pass_by(hours=19)
    await town.deliver()
    assert "" == shop.news()


async def test_an_end_is_a_short_reply_and_nothing_is_live_any_more(town: Town) -> None:
    """An end takes two taps and is a short reply; waiting deliveries are skipped, and the notice is no longer live."""
    police, shop = await _sent(town)
    first = shop.last
    await end(police)
    assert first.id == shop.last.reply_to
    assert "EINDE ALERT" in shop.last.text
    assert "aangehouden" in shop.last.text
    assert "scooter" not in shop.last.text
    assert [] == shop.last.buttons
    assert AlertState.ENDED is (await _alert(town)).state
    await shop.types("/actueel")
    assert "Er loopt nu geen bericht" in shop.last.text


async def test_a_retraction_comes_first_and_then_the_text_goes(town: Town) -> None:
    """The retraction is sent first, then the text is deleted; a text that is too old to be deleted is edited to say
    so."""
    police = await town.coordinator(1)
    shop, other = await jeweller(town, 2, police), await jeweller(town, 3, police)
    await to_preview(police)
    await send_alone(police)
    first, kept = shop.last, other.last
    town.screens.too_old.add(kept.id)
    await retract(police)
    assert "INGETROKKEN" in shop.last.text
    assert "De plaats klopte niet." in shop.last.text
    assert first.id == shop.last.reply_to
    assert first not in shop.bubbles
    assert ("Bericht <b>2026-0001</b> is ingetrokken. Negeer het.", []) == (kept.text, kept.buttons)
    assert AlertState.RETRACTED is (await _alert(town)).state
    await police.types("/lopend")
    assert "Er loopt nu geen bericht" in police.last.text


async def test_what_is_over_can_still_be_retracted(town: Town) -> None:
    """A notice that ended can be retracted, because a wrong text does harm afterwards as well; both texts are
    deleted."""
    police, shop = await _sent(town)
    await end(police)
    await retract(police)
    assert 1 == sum("2026-0001" in bubble.text for bubble in shop.bubbles)
    assert "INGETROKKEN" in shop.last.text


async def test_the_chat_of_a_group_reads_of_each_change(town: Town) -> None:
    """A group's chat gets each change as a reply, with no more than it may read; a note is not in its one line."""
    police = await town.coordinator(1)
    chat = await tied_chat(town)
    town.screens.lacks[chat.ref] = frozenset({ChatSetting.ADMIN})
    await to_preview(police, tlp="GREEN ·", audience="Alle zaken")
    await send_alone(police)
    await chat.tapped(town.person(9))
    await correct_alone(police)
    first, second = chat.bubbles
    assert first.id == second.reply_to
    assert second.text.startswith("<b>GEWIJZIGD.</b>")
    assert THREE not in second.text
    await tick(town)
    assert "Gelezen (1)" in [button.label for button in second.buttons]
    await retract(police)
    assert 1 == len(chat.bubbles)
    assert "INGETROKKEN" in chat.bubbles[0].text
    assert "plaats" not in chat.bubbles[0].text
    assert second.id == chat.bubbles[0].reply_to


@pytest.mark.parametrize("label", ["Corrigeren", "Einde alert"])
async def test_a_button_that_came_too_late_says_so(town: Town, label: str) -> None:
    """A button for a notice that ended in the meantime says so."""
    police, _ = await _sent(town)
    under = next(bubble for bubble in reversed(police.bubbles) if any(one.label == label for one in bubble.buttons))
    await end(police)
    await police.taps(label, under)
    assert "loopt niet meer" in town.screens.toasts[-1]
    assert AlertState.ENDED is (await _alert(town)).state


@pytest.mark.parametrize(
    "data", ["correct:1:0", "correct:1:3", "allclear:1:0", "retract:1:0", "retract:²:0", "correct:99:0"]
)
async def test_who_may_not_change_it_changes_nothing(town: Town, data: str) -> None:
    """A shop, a stranger and police elsewhere change nothing, with buttons of their own or forwarded ones."""
    _, shop = await _sent(town)
    elsewhere = await town.coordinator(7, scope="3000-3099")
    for person in (shop, elsewhere, town.person(9)):
        toasts = len(town.screens.toasts)
        await person.presses(data, None)
        assert toasts + 1 == len(town.screens.toasts)
        assert "?" not in person.news()
    assert AlertState.LIVE is (await _alert(town)).state
    assert "GEWIJZIGD" not in shop.news()


async def test_a_request_of_somebody_else_is_not_opened(town: Town) -> None:
    """A request of somebody else cannot be opened, nor a version that was not returned."""
    police, _ = await _sent(town)
    await police.presses("correct:1:3", police.last)
    assert "Iets wijzigen" not in [one.label for one in police.last.buttons]


async def test_who_was_ahead_is_not_overwritten(town: Town) -> None:
    """Of two colleagues with the form open, the second reads that the notice has changed, and overwrites nothing."""
    police, shop = await _sent(town)
    colleague = await town.coordinator(7)
    await to_correction(police, "Vier daders vluchtten te voet.")
    await colleague.types("/lopend")
    await to_correction(colleague)
    await colleague.taps("Vraag akkoord")
    await police.types("/goedkeuren")
    await police.taps("Akkoord")
    assert 1 == shop.news().count("GEWIJZIGD")
    await police.taps("Vraag akkoord")
    assert "intussen gewijzigd" in town.screens.toasts[-1]
    assert "" == shop.news()


async def test_what_a_colleague_only_proposes_does_not_stop_who_corrects(town: Town) -> None:
    """A colleague's open proposal does not stop a correction by police; the proposal is overtaken."""
    police, shop = await _sent(town)
    marshal = await town.coordinator(7, Role.CITY_MARSHAL)
    await to_correction(police)
    await marshal.types("/lopend")
    await end(marshal)
    await police.taps("Versturen", next(one for one in reversed(police.bubbles) if "correctie zoals" in one.text))
    await police.taps("Geen collega in dienst")
    assert 1 == shop.news().count("GEWIJZIGD")
    assert "iets anders gewijzigd" in marshal.news()


async def test_who_comes_second_with_a_retraction_is_not_asked_any_more(town: Town) -> None:
    """A second retraction is not asked for its reason any more: the question is replaced by what happened."""
    police, _ = await _sent(town)
    colleague = await town.coordinator(7)
    await colleague.types("/lopend")
    await colleague.taps("Intrekken")
    await retract(police)
    await colleague.taps("Verkeerde plaats")
    assert "Dit kan niet meer" in colleague.last.text
    assert [] == [button for bubble in colleague.bubbles for button in bubble.buttons if button.label == "Stoppen"]


async def test_the_list_shows_what_is_live_in_scope(town: Town) -> None:
    """The list shows live notices in scope with their buttons; others see an empty list or none."""
    police, shop = await _sent(town)
    elsewhere = await town.coordinator(7, scope="3000-3099")
    await police.types("/lopend")
    assert ["Aanvullen", "Corrigeren", "Verlengen", "Einde alert", "Intrekken"] == [
        one.label for one in police.last.buttons
    ]
    await elsewhere.types("/running")
    assert "geen bericht in jouw werkgebied" in elsewhere.last.text
    await shop.types("/lopend")
    assert "Een wees-alertbericht opstellen kan alleen" in shop.last.text


async def test_the_newest_of_the_list_comes_last(town: Town) -> None:
    """The notice that was just sent stands right above the typing field."""
    police, _ = await _sent(town)
    await to_preview(police)
    await send_alone(police)
    before = len(police.bubbles)
    await police.types("/lopend")
    assert ["2026-0001", "2026-0002"] == [re.findall(r"2026-\d{4}", one.text)[0] for one in police.bubbles[before:]]
