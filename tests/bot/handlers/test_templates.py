"""Tests of templates for acute notices: made by police, approved by a colleague, sent in two taps, ended."""

from dataclasses import replace
from pathlib import Path

import pytest

from alerts.alert import AlertState, Approval, ApprovalKind
from alerts.ids import AlertId, TemplateId
from alerts.role import Role
from alerts.template import LASTS
from tests.bot.police import alerts_of, card, change, data, jeweller, send_alone, to_preview
from tests.bot.recorded import acts
from tests.bot.town import Bubble, Person, Town, open_town

SAVE, USE, NOW = "Bewaar als sjabloon", "Gebruik dit sjabloon", "Nu versturen"


async def _keep(police: Person) -> None:
    """Go from /alert to a template that waits."""
    await to_preview(police, severity="P1 ·")
    await change(police, SAVE)


async def _approved(town: Town) -> tuple[Person, Person]:
    """Return the author and the approver of a template."""
    police, other = await town.coordinator(1), await town.coordinator(2)
    await _keep(police)
    await other.taps("Akkoord")
    return police, other


def _waiting(person: Person) -> Bubble:
    return next(one for one in reversed(person.bubbles) if "Sjabloon:" in one.text and one.buttons)


async def _latest(town: Town, alert: int) -> Approval:
    async with town.storage.reading() as uow:
        approval = await uow.alerts.latest_approved(AlertId(alert))
    assert approval is not None
    return approval


async def test_an_approved_template_is_sent_in_two_taps(tmp_path: Path) -> None:
    """An approved template is sent in two taps, also where nobody may send alone: the first shows the notice with its
    number, the second sends it."""
    async with open_town(tmp_path, lets_send_alone=False) as town:
        _, other = await _approved(town)
        shop = await jeweller(town, 3, other)
        town.clock.pass_by(days=30)
        await other.types("/sjablonen")
        taps = 0
        for label in (USE, NOW):
            await other.taps(label)
            taps += 1
            if label == USE:
                shown = next(one for one in reversed(other.bubbles) if "2026-0002 · " in one.text)
                assert [] == alerts_of(shop)
                assert "naar 2 ontvangers" in other.last.text
        assert 2 == taps
        (arrived,) = alerts_of(shop)
        assert shown.text == arrived
        for said in ("ACUUT: overval", "· zojuist", "om 13:00", "scooter", "(TLP:AMBER)"):
            assert said in arrived
        approval = await _latest(town, 2)
        assert (ApprovalKind.TEMPLATE, TemplateId(1)) == (approval.kind, approval.template_id)
        assert "Wpg art. 19 (incidenteel)" == approval.grounds
        assert ["alert.sent_template"] == [action for action, _ in await acts(town, "alert", "alert.sent")]
        actions = [action for action, _ in await acts(town, "template")]
        assert ["template.drafted", "template.approved"] == actions


async def test_four_eyes_see_it_before(town: Town) -> None:
    """A template cannot be approved by its author, police elsewhere, a city marshal or an administrator, and not be
    sent before."""
    police, other = await town.coordinator(1), await town.coordinator(2)
    elsewhere = await town.coordinator(3, scope="3000-3099")
    marshal = await town.coordinator(4, Role.CITY_MARSHAL)
    administrator = await town.coordinator(5, Role.ADMINISTRATOR, "national")
    await _keep(police)
    await police.types("/sjablonen")
    assert ["Beëindigen"] == [one.label for one in police.last.buttons]
    approve = data(_waiting(other), "Akkoord")
    said = (
        (police, "eigen sjabloon"),
        (elsewhere, "niet voor jou"),
        (marshal, "alleen de politie"),
        (administrator, "alleen de politie"),
    )
    for person, sentence in said:
        await person.presses(approve)
        assert sentence in town.screens.toasts[-1]
    await other.presses("tpluse:1:0", other.last)
    assert "wacht niet meer" in town.screens.toasts[-1]
    for person in (elsewhere, marshal, administrator):
        for pressed in ("tplgrounds:1:1", "tplend:1:0", "tpluse:1:0", "tplsend:1.1:1"):
            await person.presses(pressed)
            assert "alleen de politie" in town.screens.toasts[-1] or "niet voor jou" in town.screens.toasts[-1]
    await other.presses(approve, _waiting(other))
    assert "is goedgekeurd door een collega" in police.last.text
    await other.presses(approve, _waiting(other))
    assert "wacht niet meer" in town.screens.toasts[-1]


async def test_other_grounds_for_a_template(town: Town) -> None:
    """Other grounds for a template take one tap more, as for an approval."""
    police, other = await town.coordinator(1), await town.coordinator(2)
    await _keep(police)
    await other.taps("Grondslag")
    await other.taps("Akkoord: Wpg art. 20")
    assert "Grondslag: Wpg art. 20 (samenwerkingsverband)" in other.last.text
    await police.types("/sjablonen")
    await police.taps(USE)
    await police.taps(NOW)
    assert "Wpg art. 20 (samenwerkingsverband)" == (await _latest(town, 2)).grounds


async def test_what_was_changed_is_not_the_template_any_more(town: Town) -> None:
    """A draft from a template that was changed needs an approval of its own."""
    police, _ = await _approved(town)
    await police.types("/sjablonen")
    await police.taps(USE)
    send = data(police.last, NOW)
    await police.types("/concepten")
    await police.taps("Verder")
    await change(police, "Tekst")
    await police.types("Iets heel anders.")
    async with town.storage.reading() as uow:
        version = (await uow.alerts.get(AlertId(2))).version
    for pressed in (send, f"{send.rpartition(':')[0]}:{version}"):
        await police.presses(pressed)
        assert "niet meer het goedgekeurde sjabloon" in town.screens.toasts[-1]
    async with town.storage.reading() as uow:
        assert AlertState.DRAFT is (await uow.alerts.get(AlertId(2))).state


async def test_a_template_that_names_somebody_is_not_approved(town: Town) -> None:
    """A template with a finding of the guard is not approved, because the guard may have learned since it was
    written."""
    police, other = await town.coordinator(1), await town.coordinator(2)
    await _keep(police)
    async with town.storage.transaction() as uow:
        template = await uow.templates.get(TemplateId(1))
        await uow.templates.save(replace(template, content=replace(template.content, what="Het was 12-AB-34")))
    await other.types("/sjablonen")
    await other.taps("Akkoord")
    assert "kenteken" in town.screens.toasts[-1]
    async with town.storage.reading() as uow:
        assert None is (await uow.templates.get(TemplateId(1))).approved_at


async def test_an_ended_template_is_not_sent(town: Town) -> None:
    """A template that a colleague ends between the two taps is not sent; its words are erased, and sent notices
    stay."""
    police, other = await _approved(town)
    await police.types("/sjablonen")
    await police.taps(USE)
    await police.taps(NOW)
    await police.taps(USE)
    await other.types("/sjablonen")
    await other.taps("Beëindigen")
    assert "is beëindigd door een collega" in police.last.text
    await police.taps(NOW)
    assert "is beëindigd" in town.screens.toasts[-1]
    async with town.storage.reading() as uow:
        states = [(await uow.alerts.get(AlertId(one))).state for one in (2, 3)]
        assert [AlertState.LIVE, AlertState.DRAFT] == states
        assert "" == (await uow.templates.get(TemplateId(1))).content.what
    await other.types("/sjablonen")
    assert "nog geen sjablonen" in other.last.text


async def test_a_template_ends_by_itself(town: Town) -> None:
    """A template ends after half a year; a notice that was prepared from one too long ago cannot be sent."""
    police, _ = await _approved(town)
    await police.types("/sjablonen")
    shown = police.last
    await police.taps(USE)
    town.clock.pass_by(hours=3)
    await police.taps(NOW)
    assert AlertState.DRAFT is (await _state(town, 2))
    town.clock.pass_by(seconds=LASTS.total_seconds())
    await police.taps(USE, shown)
    assert "is beëindigd" in town.screens.toasts[-1]


async def _state(town: Town, alert: int) -> AlertState:
    async with town.storage.reading() as uow:
        return (await uow.alerts.get(AlertId(alert))).state


async def test_who_paused_is_not_on_duty(town: Town) -> None:
    """An officer who paused cannot send a template, and reads what to do."""
    police, _ = await _approved(town)
    await police.types("/mijn")
    await police.taps("Nacht en pauze")
    await police.taps("Pauze van 1 week")
    await police.types("/sjablonen")
    await police.taps(USE)
    assert "niet in dienst" in town.screens.toasts[-1]


async def test_a_live_notice_becomes_a_template(town: Town) -> None:
    """Police can save an acute live notice as a template, without its time."""
    police, other = await town.coordinator(1), await town.coordinator(2)
    await to_preview(police, severity="P1 ·")
    await police.taps("Vraag akkoord")
    await other.presses(data(card(other), "Akkoord"), card(other))
    await police.types("/lopend")
    await police.taps(SAVE)
    assert "Bewaard als sjabloon" in police.last.text
    waiting = _waiting(other)
    assert "scooter" in waiting.text
    assert "· zojuist" in waiting.text
    assert waiting.message.is_protected


@pytest.mark.parametrize("severity", ["P2 ·", "P3 ·"])
async def test_only_what_is_acute_becomes_one(town: Town, severity: str) -> None:
    """Other notices have no button for a template, and a forged press is refused."""
    police = await town.coordinator(1)
    await to_preview(police, severity=severity)
    await police.taps("Ernst, TLP en duur")
    assert SAVE not in [one.label for one in police.last.buttons]
    await police.taps("Voorbeeld")
    await send_alone(police)
    await police.presses("tplfrom:1:0", police.last)
    assert "Alleen een P1-bericht" in town.screens.toasts[-1]
