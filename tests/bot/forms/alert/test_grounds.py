"""Tests of the legal grounds of a notice: preselected, changed with one tap, stored with the approval and in the
record."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from alerts.alert import Approval, Decision
from alerts.errors import IllegalTransition
from alerts.ids import AlertId
from alerts.legal_grounds import FACT, LIST, parse_grounds
from alerts.role import Role
from alerts.services.alert.publish_alert import publish_alert
from alerts.services.approval.ask_approvers import settle_approval
from tests.bot.changing import retract, to_correction
from tests.bot.police import alerts_of, ask_approval, card, data, jeweller, to_preview
from tests.bot.town import Town, open_town

USUAL, OTHER = "Wpg art. 19 (incidenteel)", "Wpg art. 20 (samenwerkingsverband)"


async def _approved(town: Town, alert: int = 1) -> Approval:
    async with town.storage.reading() as uow:
        approval = await uow.alerts.latest_approved(AlertId(alert))
    assert approval is not None
    return approval


def _recorded(folder: Path, action: str) -> list[str]:
    """Return the details of each such event."""
    with closing(sqlite3.connect(folder / "town.db")) as database:
        return [row[0] for row in database.execute("SELECT payload FROM audit WHERE action = ?", [action])]


async def test_an_approval_takes_one_tap_on_the_usual_grounds(town: Town, tmp_path: Path) -> None:
    """An approval takes one tap on the usual grounds, which are on the card before and after; the approval stores them
    with approver, time and version."""
    marshal, police = await town.coordinator(1, Role.CITY_MARSHAL), await town.coordinator(2)
    shop = await jeweller(town, 3, police)
    await ask_approval(marshal)
    its_card = card(police)
    assert f"Grondslag: {USUAL}" in [one.label for one in its_card.buttons]
    await police.taps("Akkoord")
    assert 1 == len(alerts_of(shop))
    assert f"Grondslag: {USUAL}" in its_card.text
    approval = await _approved(town)
    assert (USUAL, town.clock.now()) == (approval.grounds, approval.decided_at)
    assert ['"wpg19"' in one for one in _recorded(tmp_path, "alert.approved")] == [True]
    async with town.storage.reading() as uow:
        revision = await uow.alerts.revision_by(approval.id)
        approver = await uow.members.by_ref("telegram", str(police.id))
    assert approver is not None
    assert (1, approver.id) == (revision.number, approval.decided_by)


async def test_other_grounds_take_one_tap_more(town: Town) -> None:
    """Other grounds take one tap more: each button of the list on the card approves."""
    marshal, police = await town.coordinator(1, Role.CITY_MARSHAL), await town.coordinator(2)
    await ask_approval(marshal)
    await police.taps("Grondslag")
    assert [f"Akkoord: {one.label}" for one in parse_grounds(LIST)] == [one.label for one in card(police).buttons[:-1]]
    await police.taps("‹ Terug")
    assert ["Akkoord, versturen", f"Grondslag: {USUAL}"] == [one.label for one in card(police).buttons[:2]]
    its_card = card(police)
    await police.taps("Grondslag")
    await police.taps(f"Akkoord: {OTHER}")
    assert OTHER == (await _approved(town)).grounds
    assert f"Grondslag: {OTHER}" in its_card.text


async def test_a_change_begins_with_the_grounds_of_its_alert(town: Town) -> None:
    """A change has the grounds of its alert preselected; an end and a retraction take them without a question."""
    marshal, police = await town.coordinator(1, Role.CITY_MARSHAL), await town.coordinator(2)
    await ask_approval(marshal)
    await police.taps("Grondslag")
    await police.taps(f"Akkoord: {OTHER}")
    await to_correction(marshal)
    await marshal.taps("Vraag akkoord")
    assert f"Grondslag: {OTHER}" in [one.label for one in card(police).buttons]
    await police.taps("Akkoord")
    await police.types("/lopend")
    await retract(police)
    assert OTHER == (await _approved(town)).grounds


async def test_who_is_alone_chooses_too(town: Town) -> None:
    """A sender who is alone chooses the grounds under the reasons; a tap takes the next of the list."""
    police = await town.coordinator(1)
    await to_preview(police)
    await police.taps("Versturen")
    await police.taps(f"Grondslag: {USUAL}")
    await police.taps(f"Grondslag: {OTHER}")
    await police.taps("Grondslag: Toestemming")
    await police.taps("Er is direct gevaar")
    assert "Openbare bron" == (await _approved(town)).grounds


async def test_the_list_is_the_operators(town: Town) -> None:
    """The list is the operator's: grounds that are no longer on it are refused, and the default is its first."""
    async with town.storage.transaction() as uow:
        await uow.facts.put(FACT, "b=Convenant 2026;a=Andere")
    marshal, police = await town.coordinator(1, Role.CITY_MARSHAL), await town.coordinator(2)
    await ask_approval(marshal)
    its_card, version = card(police), data(card(police), "Akkoord").rpartition(":")[2]
    await police.presses(f"approve:1.wpg19:{version}", its_card)
    assert "niet meer in de lijst" in town.screens.toasts[-1]
    await police.presses(f"approve:1:{version}", its_card)
    assert "Convenant 2026" == (await _approved(town)).grounds


async def test_nobody_else_opens_the_grounds_of_a_card(town: Town) -> None:
    """The author and police elsewhere cannot open the grounds of a card."""
    author, police = await town.coordinator(1), await town.coordinator(2)
    elsewhere = await town.coordinator(3, scope="3000-3099")
    await ask_approval(author)
    for verb in ("grounds", "ungrounds"):
        pressed = data(card(police), "Grondslag").replace("grounds", verb, 1)
        for person, said in ((author, "eigen bericht"), (elsewhere, "niet voor jou")):
            await person.presses(pressed)
            assert said in town.screens.toasts[-1]


async def test_nothing_about_an_incident_leaves_without_grounds(town: Town) -> None:
    """A text about an incident without grounds is refused, also when a caller forgets them."""
    await town.coordinator(2)
    await ask_approval(await town.coordinator(1))
    async with town.storage.transaction() as uow:
        alert, asked = await uow.alerts.get(AlertId(1)), await uow.alerts.latest_approval(AlertId(1))
        assert asked is not None
        decided = await settle_approval(uow, asked, Decision.APPROVED, town.clock.now(), by=alert.author_id)
        with pytest.raises(IllegalTransition):
            await publish_alert(uow, alert, decided, town.clock.now())


async def test_nobody_decides_where_others_read_along(town: Town) -> None:
    """An altered client cannot decide in a group: no text about an incident is written there."""
    marshal, police = await town.coordinator(1, Role.CITY_MARSHAL), await town.coordinator(2)
    await ask_approval(marshal)
    approve = data(card(police), "Akkoord")
    group = {"id": -1001, "type": "supergroup", "title": "Winkels"}
    for pressed in (approve, "grounds:1:3", "return:1:3", "agree:1:3", "object:1:3", "tpluse:1:0", "tplok:1:1"):
        await police.presses(pressed, card(police), chat=group)
        assert "privégesprek" in town.screens.toasts[-1]
    assert "-1001" not in town.screens.bubbles


@pytest.mark.parametrize(
    "text", ["", "x", "=y", "a=b;a=c", "a=b;c=b", "A=b", "a=<b>", ";".join(f"k{n}=x{n}" for n in range(9)), "a= "]
)
def test_a_list_that_cannot_be_read_is_refused(text: str) -> None:
    """A list of grounds that cannot be parsed is refused at the start, with one line."""
    with pytest.raises(ValueError, match=r"must be|twice"):
        parse_grounds(text)


async def test_a_hundred_presses_at_once_send_once(town: Town) -> None:
    """A hundred presses at once by two police officers make one transition and one text."""
    await _press_a_hundred_times(town)


async def test_a_hundred_presses_at_once_send_once_on_postgresql(tmp_path: Path, postgres_url: str) -> None:
    """A hundred presses at once have one effect on PostgreSQL too."""
    async with open_town(tmp_path, url=postgres_url) as town:
        await town.storage.heartbeat()
        await _press_a_hundred_times(town)


async def _press_a_hundred_times(town: Town) -> None:
    marshal = await town.coordinator(1, Role.CITY_MARSHAL)
    police, other = await town.coordinator(2), await town.coordinator(3)
    shop = await jeweller(town, 4, police)
    await ask_approval(marshal)
    pressed, cards = data(card(police), "Akkoord"), {one.id: card(one) for one in (police, other)}
    town.screens.toasts.clear()
    await asyncio.gather(*(one.presses(pressed, cards[one.id]) for one in (police, other) * 50))
    toasts = town.screens.toasts
    assert 100 == len(toasts)
    assert 1 == sum("Het gaat nu naar" in one for one in toasts)
    assert 99 == sum("Al goedgekeurd door" in one for one in toasts)
    assert 1 == len(alerts_of(shop))
    async with town.storage.reading() as uow:
        revision = await uow.alerts.latest_revision(AlertId(1))
    assert revision is not None
    assert 1 == revision.number
