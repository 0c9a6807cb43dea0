"""Tests of a notice by police: the form, the guard, the preview, approval, and what arrives."""

import json
from collections.abc import Awaitable, Callable

import pytest

from alerts.alert import AlertState
from alerts.ports import Dialogue, DialogueKey
from alerts.role import Role
from alerts.services.alert.end_alert import end_due_alerts
from tests.bot.police import alerts_of, change, jeweller, send_alone, to_place, to_preview, to_what
from tests.bot.town import Person, Town

Step = Callable[[Person], Awaitable[None]]


async def test_the_preview_is_byte_for_byte_what_arrives(town: Town) -> None:
    """The preview equals the nearest recipient's message byte for byte, with number, distance and protection; the
    recipients by branch and the farthest distance stand below it."""
    police = await town.coordinator(1)
    shop = await jeweller(town, 2, police)
    await to_preview(police)
    (preview,) = alerts_of(police)
    assert "Juwelier: 1" in police.last.text
    assert "Verste ontvanger" in police.last.text
    await send_alone(police)
    assert [preview] == alerts_of(shop)
    assert "2026-0001" in preview
    arrived = next(bubble for bubble in shop.bubbles if "Gebeurt het nu?" in bubble.text)
    assert arrived.message.is_protected


async def test_an_unverified_shop_and_another_branch_do_not_get_it(town: Town) -> None:
    """AMBER goes to verified shops of the chosen branches only."""
    police = await town.coordinator(1)
    unverified = await jeweller(town, 2, police, verified=False)
    bakery = town.person(3)
    await bakery.subscribes("2903AB", "supermarket", "Versplein", "3")
    await police.taps("Verifiëren")
    await to_preview(police)
    assert "Niemand" in police.last.text
    await send_alone(police)
    assert alerts_of(unverified) + alerts_of(bakery) == []


async def test_seen_counts_once_and_only_for_recipients(town: Town) -> None:
    """*Gelezen* counts once for each recipient, the button shows it, and a press of another person does not count."""
    police = await town.coordinator(1)
    shop = await jeweller(town, 2, police)
    await to_preview(police)
    await send_alone(police)
    await shop.taps("Gelezen")
    await shop.taps("✓ Gelezen")
    stranger = town.person(9)
    await stranger.presses("seen:1:1")
    other = await jeweller(town, 3, police)
    await other.presses("seen:1:1")
    async with town.storage.reading() as uow:
        (alert,) = await uow.alerts.live_by_place(town.clock.now())
        assert await uow.alerts.seen_count(alert.id) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De dader reed weg in 12-AB-34", "12-AB-34"),
        ("Bel mij op 06-12345678", "06-12345678"),
        ("Mail naar winkel@voorbeeld.nl", "winkel@voorbeeld.nl"),
        ("Er is € 5.000 weg", "€ 5.000"),
        ("Nummer 111222333 gezien", "111222333"),
    ],
)
async def test_the_guard_says_what_to_change_and_nothing_else_is_retyped(town: Town, text: str, found: str) -> None:
    """The guard names the words that it found, the question stays open, and the refused text is not stored."""
    police = await town.coordinator(1)
    await to_what(police)
    await police.types(text)
    assert found in police.last.text
    dialogue = await _under_way(town, police)
    assert (dialogue.step, dialogue.draft["kind"]) == ("what", "robbery")
    assert found not in json.dumps(dict(dialogue.draft))
    await police.types("De dader reed weg in een zwarte auto")
    assert "Wanneer" in police.last.text


async def _under_way(town: Town, person: Person) -> Dialogue:
    async with town.storage.reading() as uow:
        dialogue = await uow.dialogues.get(DialogueKey(str(person.id), str(person.id)))
    assert dialogue is not None
    return dialogue


async def test_change_one_thing_at_the_preview_and_come_back(town: Town) -> None:
    """A change at the preview returns to the preview, and the number stays."""
    police = await town.coordinator(1)
    await jeweller(town, 2, police)
    await to_preview(police)
    await change(police, "Tekst")
    await police.types("Nu met andere woorden.")
    assert "Nu met andere woorden." in alerts_of(police)[-1]
    assert "2026-0001" in alerts_of(police)[-1]
    await send_alone(police)
    async with town.storage.reading() as uow:
        (alert,) = await uow.alerts.live_by_place(town.clock.now())
    assert (alert.number, alert.content.what) == ("2026-0001", "Nu met andere woorden.")


async def test_back_and_skip_keep_what_was_filled_in(town: Town) -> None:
    """*Back* shows the earlier answer, and going on again loses nothing."""
    police = await town.coordinator(1)
    await to_what(police)
    await police.types("Eerste tekst.")
    await police.taps("Terug")
    assert "Eerste tekst." in police.last.text
    await police.taps("Zo gebruiken")
    await police.taps("Overslaan")
    assert "Werkwijze" in police.last.text


@pytest.mark.parametrize("where", [to_what, to_place, to_preview])
async def test_save_as_draft_at_any_step_and_go_on_later(town: Town, where: Step) -> None:
    """A draft that is saved at any step is listed under /concepten, goes on where it was left, and stays when the form
    is left again."""
    police = await town.coordinator(1)
    await where(police)
    question = police.last.text
    await police.taps("Opslaan als concept")
    await police.types("/concepten")
    await police.taps("Verder")
    assert question in police.last.text
    await police.taps("Stoppen")
    assert "staat nog bij /concepten" in police.last.text
    await police.types("/concepten")
    await police.taps("Weggooien")
    await police.types("/concepten")
    assert "geen concepten" in police.last.text


async def test_with_a_colleague_the_notice_waits_for_other_eyes(town: Town) -> None:
    """With a colleague on duty the notice waits for them, two presses make one approval, and the author is told
    once."""
    author = await town.coordinator(1)
    colleague = await town.coordinator(2)
    shop = await jeweller(town, 3, author)
    await to_preview(author)
    await author.taps("Vraag akkoord")
    assert alerts_of(shop) == []
    approve = next(b.data for b in colleague.last.buttons if "Akkoord" in b.label)
    assert approve is not None
    await author.presses(approve)
    assert "eigen bericht" in town.screens.toasts[-1]
    assert alerts_of(shop) == []
    await colleague.taps("Akkoord")
    await colleague.presses(approve, colleague.last)
    assert len(alerts_of(shop)) == 1
    assert "door jou" in town.screens.toasts[-1]


async def test_a_returned_notice_is_a_draft_again(town: Town) -> None:
    """The author corrects a returned notice without retyping and asks again; the old approval button is void."""
    author = await town.coordinator(1)
    colleague = await town.coordinator(2)
    await to_preview(author)
    await author.taps("Vraag akkoord")
    old = next(b.data for b in colleague.last.buttons if "Akkoord" in b.label)
    await colleague.taps("Terug met opmerking")
    await colleague.taps("Graag korter")
    await author.taps("Verder")
    assert "2026-0001" in alerts_of(author)[-1]
    await author.taps("Vraag akkoord")
    await colleague.presses(old or "", next(one for one in colleague.bubbles if "teruggegeven" in one.text))
    async with town.storage.reading() as uow:
        (waiting,) = await uow.alerts.pending()
        assert AlertState.PENDING is waiting.state
    await colleague.types("/goedkeuren")
    await colleague.taps("Akkoord")
    async with town.storage.reading() as uow:
        assert await uow.alerts.pending() == []


async def test_a_city_marshal_cannot_send_without_police(town: Town) -> None:
    """A city marshal cannot send without police; where there are none, the preview says so and whom to ask."""
    marshal = await town.coordinator(1, Role.CITY_MARSHAL)
    await to_preview(marshal)
    assert "geen politie" in marshal.last.text
    await marshal.taps("Vraag akkoord")
    assert "geen politie" in town.screens.toasts[-1]


async def test_outside_ones_scope_is_refused_and_nothing_is_lost(town: Town) -> None:
    """A place outside the scope is refused with a sentence, and the form goes on with a place in scope."""
    police = await town.coordinator(1)
    await to_place(police)
    await police.types("3011")
    assert "Tot hoe ver" not in police.last.text
    await police.types("2903")
    assert "Tot hoe ver" in police.last.text


async def test_a_shopkeeper_may_not_write_notices(town: Town) -> None:
    """A shopkeeper cannot write notices by command or altered button; a right that ended stops an open form."""
    shop = town.person(2)
    await shop.subscribes("2903AB", "jeweller", "Goud", "2")
    await shop.types("/alert")
    assert "Wat is er gebeurd" not in shop.last.text
    await shop.presses("draft:a1:0")
    await shop.presses("approve:1:1")
    async with town.storage.reading() as uow:
        assert await uow.alerts.pending() == []


async def test_a_second_form_inside_the_first_asks_which(town: Town) -> None:
    """A second form asks which one to go on with, and drops nothing without a tap."""
    police = await town.coordinator(1)
    await to_what(police)
    await police.types("/uitnodigen")
    assert "nog bezig" in police.last.text
    await police.taps("Verder met")
    assert "Wat moeten ondernemers weten" in police.last.text


async def test_the_alert_ends_by_itself_and_the_sender_is_told(town: Town) -> None:
    """After its end the alert is not under /actueel, its sender is told, and a late press on *Gelezen* has no bad
    effect."""
    police = await town.coordinator(1)
    shop = await jeweller(town, 2, police)
    await to_preview(police)
    await send_alone(police)
    await shop.types("/actueel")
    assert "2026-0001" in shop.last.text
    town.clock.pass_by(days=3, minutes=1)
    async with town.storage.transaction() as uow:
        await end_due_alerts(uow, town.clock.now())
    await town.deliver()
    assert "afgelopen" in police.last.text
    await shop.types("/actueel")
    assert "geen bericht" in shop.last.text
    await shop.taps("Gelezen")


async def test_red_goes_to_coordinators_only(town: Town) -> None:
    """A RED notice goes to coordinators only, whatever else fits."""
    police = await town.coordinator(1)
    marshal = await town.coordinator(3, Role.CITY_MARSHAL)
    shop = await jeweller(town, 2, police)
    await to_preview(police, tlp="RED ·", named="Stadsmarinier")
    await send_alone(police)
    assert alerts_of(shop) == []
    assert len(alerts_of(marshal)) == 1


async def test_in_english_for_who_reads_english(town: Town) -> None:
    """A recipient who reads English gets the frame in English; the sender's words stay as they are."""
    police = await town.coordinator(1)
    shop = town.person(2, "en")
    await shop.subscribes("2903AB", "jeweller", "Gold", "2")
    await police.taps("Verifiëren")
    await to_preview(police)
    await send_alone(police)
    arrived = next(one.text for one in shop.bubbles if "Is it happening now?" in one.text)
    assert "BE ALERT: robbery" in arrived
    assert "scooter" in arrived


async def test_a_notice_of_an_attempt_says_nothing_of_loot(town: Town) -> None:
    """A notice of an attempt has no loot, also when loot was chosen before the kind was changed."""
    police = await town.coordinator(1)
    await to_what(police)
    await police.types("Een winkel is overvallen.")
    await police.taps("Zojuist")
    await police.taps("Buit (soort)")
    assert "geen" not in [one.label for one in police.last.buttons]
    await police.taps("tabak")
    await police.taps("Buit (soort)")
    for _ in range(3):
        await police.taps("Terug")
    await police.taps("Poging tot overval")
    await police.taps("Zo gebruiken")
    await police.taps("Zojuist")
    assert not [one.label for one in police.last.buttons if "Buit" in one.label]
    await police.taps("Verder ›")
    await police.types("2903")
    for label in ("5 km", "Juwelier", "Verder met", "P2 ·", "AMBER ·", "✓ "):
        await police.taps(label)
    assert "WEES ALERT: poging tot overval" in alerts_of(police)[-1]
    assert "Buit" not in alerts_of(police)[-1]
    assert "tabak" not in alerts_of(police)[-1]
