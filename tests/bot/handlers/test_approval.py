"""Tests of approval in chat: approve, return with a comment, reject with a reason, and what everybody sees of it."""

import pytest

from alerts.alert import Alert, AlertState, Decision
from alerts.errors import NotFound
from alerts.ids import AlertId
from alerts.role import Role, parse_scope
from alerts.services.invite.create_invite import create_role_invite
from tests.bot.police import alerts_of, ask_approval, card, change, data, jeweller, to_preview
from tests.bot.town import Person, Town

MARSHAL = Role.CITY_MARSHAL
BUTTONS = ("Akkoord", "Terug met opmerking", "Afwijzen")


async def _alert(town: Town, number: int = 1) -> Alert:
    async with town.storage.reading() as uow:
        return await uow.alerts.get(AlertId(number))


async def _labelled(town: Town, number: int, label: str) -> Person:
    """Return a police officer whose link carries this label."""
    async with town.storage.transaction() as uow:
        created = await create_role_invite(
            uow, Role.POLICE, parse_scope("2900-2999"), now=town.clock.now(), label=label
        )
    person = town.person(number)
    await person.types(f"/start {created.secret}")
    return person


async def test_a_city_marshals_notice_goes_out_after_the_polices_approval(town: Town) -> None:
    """The card names the marshal by function; after the approval the shop has the notice once, and the author has the
    message with counts."""
    marshal, police = await town.coordinator(1, MARSHAL), await town.coordinator(2)
    shop = await jeweller(town, 3, police)
    await ask_approval(marshal)
    assert "stadsmarinier" in card(police).text
    assert [] == alerts_of(shop)
    await police.taps("Akkoord")
    assert "Akkoord gegeven" in town.screens.toasts[-1]
    assert 1 == len(alerts_of(shop))
    assert "wordt bezorgd" in marshal.news()


@pytest.mark.parametrize("typed", [True, False])
async def test_returned_with_a_comment_and_resumed_with_nothing_retyped(town: Town, typed: bool) -> None:
    """A ready-made or typed comment reaches the author, is stored with the draft, and the form goes on at the preview
    with the same number."""
    marshal, police = await town.coordinator(1, MARSHAL), await town.coordinator(2)
    await ask_approval(marshal)
    comment = "Laat de scooter weg." if typed else "Te veel details"
    await police.taps("Terug met opmerking")
    await (police.types(comment) if typed else police.taps(comment))
    assert "terug bij de opsteller" in police.last.text
    assert comment in marshal.last.text
    await marshal.types("/concepten")
    assert comment in marshal.last.text
    await marshal.taps("Verder")
    assert "2026-0001" in alerts_of(marshal)[-1]
    assert comment in marshal.last.text
    await marshal.taps("Vraag akkoord")
    await police.taps("Akkoord")
    assert AlertState.LIVE is (await _alert(town)).state
    async with town.storage.reading() as uow:
        last = await uow.alerts.latest_approval(AlertId(1))
    assert last is not None
    assert (Decision.APPROVED, None) == (last.decision, last.comment)


async def test_a_comment_passes_the_guard_before_it_is_kept(town: Town) -> None:
    """A comment with a plate, an empty one and one that is too long are refused with a sentence, and the question stays
    open."""
    marshal, police = await town.coordinator(1, MARSHAL), await town.coordinator(2)
    await ask_approval(marshal)
    await police.taps("Terug met opmerking")
    for typed, said in (("Het was 12-AB-34", "kenteken"), ("\u200b", "Er staat niets"), ("x" * 301, "te lang")):
        await police.types(typed)
        assert said in police.last.text
    assert AlertState.PENDING is (await _alert(town)).state
    await police.types("Graag zonder kenteken")
    assert "Graag zonder kenteken" in marshal.last.text


async def test_rejected_is_closed_and_its_words_begin_a_new_notice(town: Town) -> None:
    """The author reads why a notice was rejected; it stays closed, and its words begin a new one with another
    number."""
    marshal, police = await town.coordinator(1, MARSHAL), await town.coordinator(2)
    await ask_approval(marshal)
    await police.taps("Afwijzen")
    await police.taps("Is al bekend")
    assert "afgewezen" in marshal.last.text
    assert "Is al bekend" in marshal.last.text
    rejected = marshal.last
    await marshal.types("/concepten")
    assert "geen concepten" in marshal.last.text
    await marshal.taps("Gebruik als nieuw concept", rejected)
    assert "2026-0002" in alerts_of(marshal)[-1]
    assert "scooter" in alerts_of(marshal)[-1]
    assert "Is al bekend" not in marshal.last.text
    await marshal.taps("Vraag akkoord")
    assert [AlertState.RETRACTED, AlertState.PENDING] == [(await _alert(town, one)).state for one in (1, 2)]


async def test_words_used_again_after_their_end_ask_for_a_new_one(town: Town) -> None:
    """When a notice is used again after its end time, only the end is asked."""
    marshal, police = await town.coordinator(1, MARSHAL), await town.coordinator(2)
    await ask_approval(marshal)
    await police.taps("Afwijzen")
    await police.taps("Geen gevaar")
    town.clock.pass_by(days=4)
    await marshal.taps("Gebruik als nieuw concept")
    assert "Tot wanneer" in marshal.last.text
    await marshal.taps("1 dag")
    assert "scooter" in alerts_of(marshal)[-1]


async def test_only_its_author_uses_a_rejected_notice_again(town: Town) -> None:
    """Only its author can use a rejected notice again; the button of somebody else, or about a draft, opens nothing."""
    marshal, other = await town.coordinator(1, MARSHAL), await town.coordinator(4, MARSHAL)
    police, shop = await town.coordinator(2), town.person(3)
    await shop.subscribes("2903AB", "jeweller", "Goud", "2")
    await ask_approval(marshal)
    await marshal.presses("reuse:1:0", marshal.last)
    assert "geen concept meer" in town.screens.toasts[-1]
    await police.taps("Afwijzen")
    await police.taps("Is al bekend")
    said = ((other, "niet voor jou"), (police, "niet voor jou"), (shop, "alleen de politie"))
    for person, sentence in said:
        await person.presses("reuse:1:0", person.last)
        assert sentence in town.screens.toasts[-1]
    with pytest.raises(NotFound):
        await _alert(town, 2)


async def test_all_cards_say_what_became_of_it_and_have_no_buttons_left(town: Town) -> None:
    """All cards say what was decided and by which label or role, without buttons; a press on an old screen reads the
    same."""
    marshal = await town.coordinator(1, MARSHAL)
    chief, other = await _labelled(town, 2, "Team Capelle"), await town.coordinator(3)
    await ask_approval(marshal)
    its_card, pressed = card(other), {label: data(card(other), label) for label in BUTTONS}
    await chief.taps("Akkoord")
    for person, who in ((chief, "door jou"), (other, "door een collega (Team Capelle)")):
        shown = next(one for one in person.bubbles if "is goedgekeurd" in one.text)
        assert [] == shown.buttons
        assert who in shown.text
    for button in pressed.values():
        await other.presses(button, its_card)
        assert "Al goedgekeurd door een collega (Team Capelle)." == town.screens.toasts[-1]
    await chief.presses(pressed["Akkoord"], chief.bubbles[-1])
    assert "door jou" in town.screens.toasts[-1]


@pytest.mark.parametrize(
    ("label", "reason", "said"),
    [
        ("Terug met opmerking", "Graag korter", "teruggegeven"),
        ("Afwijzen", "Is al bekend", "afgewezen"),
    ],
)
async def test_the_cards_of_what_was_not_approved(town: Town, label: str, reason: str, said: str) -> None:
    """The colleague's card shows that the notice was returned, with the comment."""
    marshal, police, other = await town.coordinator(1, MARSHAL), await town.coordinator(2), await town.coordinator(3)
    await ask_approval(marshal)
    its_card, approve = card(other), data(card(other), "Akkoord")
    await police.taps(label)
    await police.taps(reason)
    assert said in its_card.text
    assert reason in its_card.text
    assert [] == its_card.buttons
    await other.presses(approve, its_card)
    assert f"Al {said}" in town.screens.toasts[-1]
    assert AlertState.LIVE is not (await _alert(town)).state


async def test_the_card_of_an_earlier_version_points_to_the_new_one(town: Town) -> None:
    """The card of an earlier version points to the new one, and its buttons decide nothing."""
    marshal, police = await town.coordinator(1, MARSHAL), await town.coordinator(2)
    await ask_approval(marshal)
    first, approve = card(police), data(card(police), "Akkoord")
    await police.taps("Terug met opmerking")
    await police.taps("Graag korter")
    await marshal.taps("Verder")
    await marshal.taps("Vraag akkoord")
    assert "opnieuw akkoord gevraagd" in first.text
    await police.presses(approve, first)
    assert AlertState.PENDING is (await _alert(town)).state
    assert card(police).id != first.id


async def test_somebody_else_decides_while_the_comment_is_typed(town: Town) -> None:
    """When another colleague decides while a comment is typed, the comment has no effect, and the writer reads who
    decided."""
    marshal, police, other = await town.coordinator(1, MARSHAL), await town.coordinator(2), await town.coordinator(3)
    await ask_approval(marshal)
    await police.taps("Terug met opmerking")
    await other.taps("Akkoord")
    await police.types("Liever korter.")
    assert "goedgekeurd door een collega" in police.last.text
    assert AlertState.LIVE is (await _alert(town)).state
    await police.types("Hallo?")
    assert police.t("typed-first") in police.last.text


async def test_neither_the_author_nor_others_decide(town: Town) -> None:
    """The author, police elsewhere, a city marshal, a shopkeeper and a stranger can decide by no button."""
    author, police = await town.coordinator(1), await town.coordinator(2)
    elsewhere = await town.coordinator(3, scope="3000-3099")
    marshal, shop, stranger = await town.coordinator(4, MARSHAL), town.person(5), town.person(6)
    await shop.subscribes("2903AB", "jeweller", "Goud", "2")
    await ask_approval(author)
    pressed = [data(card(police), label) for label in BUTTONS]
    said = (
        (author, "eigen bericht"),
        (elsewhere, "niet voor jou"),
        (marshal, "alleen de politie"),
        (shop, "alleen de politie"),
        (stranger, "alleen de politie"),
    )
    for person, sentence in said:
        for button in pressed:
            await person.presses(button)
            assert sentence in town.screens.toasts[-1]
    assert AlertState.PENDING is (await _alert(town)).state


@pytest.mark.parametrize("button", ["return:1:999", "reject:99:1", "approve:1:999", "return:²:1", "reject::0"])
async def test_a_button_about_nothing_changes_nothing(town: Town, button: str) -> None:
    """A button about a missing version or alert changes nothing."""
    marshal, police = await town.coordinator(1, MARSHAL), await town.coordinator(2)
    await ask_approval(marshal)
    await police.presses(button, police.last)
    assert "bestaat niet" in town.screens.toasts[-1]
    assert AlertState.PENDING is (await _alert(town)).state


async def test_a_notice_that_waits_cannot_be_changed(town: Town) -> None:
    """A waiting notice cannot be changed: it has to be withdrawn first, and then needs a new approval."""
    marshal, police = await town.coordinator(1, MARSHAL), await town.coordinator(2)
    await to_preview(marshal)
    await marshal.taps("Opslaan als concept")
    await marshal.types("/concepten")
    resume = data(marshal.last, "Verder")
    await marshal.taps("Verder")
    await marshal.taps("Vraag akkoord")
    await marshal.presses(resume, marshal.last)
    assert "geen concept meer" in town.screens.toasts[-1]
    approve = data(card(police), "Akkoord")
    await marshal.types("/concepten")
    await marshal.taps("Intrekken")
    await marshal.taps("Verder")
    await change(marshal, "Tekst")
    await marshal.types("Nu met andere woorden.")
    await police.presses(approve, police.last)
    assert AlertState.DRAFT is (await _alert(town)).state
    await marshal.taps("Vraag akkoord")
    assert "Nu met andere woorden." in card(police).text


async def test_in_english_too(town: Town) -> None:
    """A ready-made comment is shown in its reader's language."""
    marshal, police = await town.coordinator(1, MARSHAL), await town.coordinator(2)
    await marshal.types("/mijn")
    await marshal.taps("Taal")
    await marshal.taps("English")
    await to_english_preview(marshal)
    await police.taps("Terug met opmerking")
    await police.taps("Graag korter")
    assert "Shorter, please" in marshal.last.text
    assert "police robbery coordinator" in marshal.last.text


async def to_english_preview(marshal: Person) -> None:
    """Go to the preview of the same notice in English, up to the request for approval."""
    await marshal.types("/alert")
    await marshal.taps("Everything step by step")
    await marshal.taps("Robbery")
    await marshal.types("A shop was robbed.")
    for _ in range(2):
        await marshal.taps("Skip")
    await marshal.types("2903")
    for label in ("5 km", "Jeweller", "Go on with", "P2 ·", "AMBER ·", "✓ 3 days", "Ask for approval"):
        await marshal.taps(label)


async def test_who_withdraws_too_late_hears_who_decided(town: Town) -> None:
    """An author who withdraws too late reads who decided; nobody else can withdraw it."""
    marshal, other = await town.coordinator(1, MARSHAL), await town.coordinator(3, MARSHAL)
    police = await town.coordinator(2)
    await ask_approval(marshal)
    await marshal.types("/concepten")
    waiting, withdraw = marshal.last, data(marshal.last, "Intrekken")
    await other.presses(withdraw, other.last)
    assert "niet voor jou" in town.screens.toasts[-1]
    await police.taps("Akkoord")
    await marshal.presses(withdraw, waiting)
    assert "Al goedgekeurd door een collega" in town.screens.toasts[-1]
    assert [] == waiting.buttons
    assert AlertState.LIVE is (await _alert(town)).state
