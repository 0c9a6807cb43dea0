"""Tests of ending and retracting a notice: the note, the preview as it arrives, who decides, and two people at once."""

import re

import pytest

from alerts.alert import AlertState
from alerts.ids import AlertId
from alerts.role import Role
from tests.bot.changing import correct_alone, end, retract
from tests.bot.police import alerts_of
from tests.bot.town import Town
from tests.console.accounts import enrolled
from tests.console.pages.test_alerts import sent, words
from tests.console.pages.test_correct import fields
from tests.console.visitor import Answer, Visitor

END, RETRACT = "/alerts/1/end", "/alerts/1/retract"


async def previewed(visitor: Visitor, path: str, *, ready: str = "", note: str = "") -> Answer:
    """Choose or type why, and see the preview."""
    page = await visitor.get(path)
    return await visitor.sends(page, path, **{**fields(page), "note": note}, ready=ready, step="preview")


async def state_of(town: Town) -> AlertState:
    """The state of the notice."""
    async with town.storage.reading() as uow:
        return (await uow.alerts.get(AlertId(1))).state


@pytest.mark.parametrize(
    ("path", "ready", "note", "state", "head"),
    [
        (END, "arrest", "", AlertState.ENDED, "EINDE ALERT"),
        (END, "", "De straat is weer vrij.", AlertState.ENDED, "EINDE ALERT"),
        (RETRACT, "place", "", AlertState.RETRACTED, "INGETROKKEN"),
        (RETRACT, "", "Het ging om een oefening.", AlertState.RETRACTED, "INGETROKKEN"),
    ],
)
async def test_the_preview_is_what_arrives(
    town: Town, visitor: Visitor, path: str, ready: str, note: str, state: AlertState, head: str
) -> None:
    """The shop gets the words of the preview, to the letter; before that nothing happened."""
    police, shop = await sent(town)
    await enrolled(police, visitor)
    shown = await previewed(visitor, path, ready=ready, note=note)
    assert AlertState.LIVE is await state_of(town)
    [preview] = re.findall(r'aria-label="Zo komt het bericht aan">(.*?)</section>', shown.text, re.DOTALL)
    answer = await visitor.sends(shown, path, **fields(shown), ready=ready)
    assert (303, "/alerts/1") == (answer.status, answer.headers["Location"])
    await town.deliver()
    assert state is await state_of(town)
    assert shop.last.text == preview.strip()
    assert head in shop.last.text
    assert note in shop.last.text


async def test_a_retraction_needs_a_fresh_passkey(town: Town, visitor: Visitor) -> None:
    """After ten minutes police need the passkey: without its answer nothing is retracted, and the note is kept."""
    police, shop = await sent(town)
    key = await enrolled(police, visitor)
    town.clock.pass_by(minutes=11)
    shown = await previewed(visitor, RETRACT, note="Het ging om een oefening.")
    answer = key.get(shown.options, visitor.origin)
    for wrong in ("", "{}"):
        refused = await visitor.sends(shown, RETRACT, **fields(shown), credential=wrong)
        assert 422 == refused.status
        assert "Het ging om een oefening." == fields(refused)["note"]
    assert AlertState.LIVE is await state_of(town)
    assert 303 == (await visitor.sends(shown, RETRACT, **fields(shown), credential=answer)).status
    await town.deliver()
    assert AlertState.RETRACTED is await state_of(town)
    assert [] == alerts_of(shop)


@pytest.mark.parametrize("path", [END, RETRACT])
async def test_who_may_only_propose_asks_approval(town: Town, visitor: Visitor, path: str) -> None:
    """A city marshal's proposal waits for the police, and the notice stays as it is."""
    police, shop = await sent(town)
    marshal = await town.coordinator(2, Role.CITY_MARSHAL, "2900-2999")
    await enrolled(marshal, visitor)
    town.clock.pass_by(minutes=11)
    shown = await previewed(visitor, path, note="Het is voorbij.")
    assert "Vraag akkoord" in shown.text
    police.news()
    assert 303 == (await visitor.sends(shown, path, **fields(shown))).status
    await town.deliver()
    assert AlertState.LIVE is await state_of(town)
    assert "Het is voorbij." in police.news()
    assert 1 == len(alerts_of(shop))


@pytest.mark.parametrize(
    ("note", "told"),
    [("", "Er staat niets"), ("x" * 201, "200"), ("Bel 06-12345678", "telefoonnummer")],
)
async def test_a_wrong_note_comes_back(town: Town, visitor: Visitor, note: str, told: str) -> None:
    """What is wrong stands in the summary and beside the field, with what was typed."""
    police, _shop = await sent(town)
    await enrolled(police, visitor)
    answer = await previewed(visitor, END, ready="nonsense", note=note)
    assert 422 == answer.status
    assert 2 == words(answer).lower().count(told.lower())
    assert note == fields(answer)["note"]
    assert AlertState.LIVE is await state_of(town)


async def test_the_later_of_two_sees_what_changed(town: Town, visitor: Visitor) -> None:
    """A colleague corrects first: the form comes back with the new text and the note; then it can be sent."""
    police, _shop = await sent(town)
    await enrolled(police, visitor)
    shown = await previewed(visitor, RETRACT, note="Het ging om een oefening.")
    await police.types("/lopend")
    await correct_alone(police)
    late = await visitor.sends(shown, RETRACT, **fields(shown))
    assert 409 == late.status
    assert "Drie daders vluchtten te voet." in late.text
    assert "Het ging om een oefening." == fields(late)["note"]
    again = await visitor.sends(late, RETRACT, **fields(late), ready="", step="preview")
    assert 303 == (await visitor.sends(again, RETRACT, **fields(again))).status
    assert AlertState.RETRACTED is await state_of(town)


async def test_what_is_over_can_only_be_retracted(town: Town, visitor: Visitor) -> None:
    """After an end the page offers a retraction only; after that nothing, and a late form keeps its words in sight."""
    police, _shop = await sent(town)
    await enrolled(police, visitor)
    shown = await previewed(visitor, END, note="Het is voorbij.")
    await police.types("/lopend")
    await end(police)
    late = await visitor.sends(shown, END, **fields(shown))
    assert 409 == late.status
    assert "Het is voorbij." in late.text
    assert [RETRACT] == re.findall(r'class="button[^"]*" href="([^"]+)"', (await visitor.get("/alerts/1")).text)
    await retract(police)
    assert [] == re.findall(r'class="button[^"]*" href="([^"]+)"', (await visitor.get("/alerts/1")).text)
    for path in (END, RETRACT):
        assert 409 == (await visitor.get(path)).status


async def test_back_to_the_question_keeps_the_answer(town: Town, visitor: Visitor) -> None:
    """From the preview somebody goes back, and finds what they chose and typed."""
    police, _shop = await sent(town)
    await enrolled(police, visitor)
    shown = await previewed(visitor, END, note="Het is voorbij.")
    back = await visitor.sends(shown, END, **{**fields(shown), "step": "edit"})
    assert "Het is voorbij." == fields(back)["note"]
    assert AlertState.LIVE is await state_of(town)
