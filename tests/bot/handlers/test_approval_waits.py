"""Tests of a request for approval without an answer: the reminder, the deputies, and what its author reads."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from alerts.alert import AlertState, Approval
from alerts.delivery import Priority
from alerts.ids import AlertId
from alerts.role import Role
from alerts.services.approval.remind_approvers import has_overdue_approvals, remind_approvers
from bot.jobs.schedule import REMINDERS, TICKS
from storage.tables import FARTHEST
from tests.bot.deputies import deputy_of
from tests.bot.police import ask_approval, card, change, data, jeweller, to_preview, to_what
from tests.bot.town import Town

MARSHAL = Role.CITY_MARSHAL


async def _tick(town: Town) -> bool:
    """Run the job as the schedule does, and return whether there was anything to do."""
    async with town.storage.reading() as uow:
        is_due = await has_overdue_approvals(uow, town.clock.now())
    async with town.storage.transaction() as uow:
        await remind_approvers(uow, town.clock.now())
    await town.deliver()
    return is_due


async def _approval(town: Town) -> Approval:
    async with town.storage.reading() as uow:
        approval = await uow.alerts.latest_approval(AlertId(1))
    assert approval is not None
    return approval


async def test_after_half_an_hour_the_approvers_are_reminded_once(town: Town) -> None:
    """The approvers are reminded once, after half an hour, and can decide by the reminder."""
    marshal, police = await town.coordinator(1, MARSHAL), await town.coordinator(2)
    await jeweller(town, 3, police)
    await ask_approval(marshal)
    first = card(police)
    police.news()
    town.clock.pass_by(minutes=29, seconds=59)
    assert not await _tick(town)
    assert "" == police.news()
    town.clock.pass_by(seconds=1)
    assert await _tick(town)
    assert 1 == police.news().count("Herinnering")
    assert not await _tick(town)
    assert "" == police.news()
    await police.taps("Akkoord")
    for shown in (first, police.bubbles[-2]):
        assert "goedgekeurd door" in shown.text
        assert [] == shown.buttons
    town.clock.pass_by(hours=1)
    assert not await _tick(town)


async def test_a_p1_waits_three_minutes(town: Town) -> None:
    """A P1 is reminded of after three minutes, and the next step follows three minutes later."""
    marshal, police = await town.coordinator(1, MARSHAL), await town.coordinator(2)
    await to_preview(marshal)
    await change(marshal, "Ernst")
    await marshal.taps("P1 ·")
    await marshal.taps("Vraag akkoord")
    police.news()
    for said in ("Herinnering", ""):
        town.clock.pass_by(minutes=2, seconds=59)
        assert not await _tick(town)
        town.clock.pass_by(seconds=1)
        assert await _tick(town)
        assert said in police.news()
    assert "nog niemand" in marshal.last.text


async def test_then_the_deputies_are_asked_and_may_decide(town: Town) -> None:
    """After the reminder only the deputies are asked and may decide; the holder's card says who did."""
    marshal, police = await town.coordinator(1, MARSHAL), await town.coordinator(2)
    deputy = await deputy_of(town, police, 3)
    await ask_approval(marshal)
    deputy.news()
    town.clock.pass_by(minutes=30)
    await _tick(town)
    assert "" == deputy.news()
    town.clock.pass_by(minutes=30)
    await _tick(town)
    assert "Je bent vervanger" in card(deputy).text
    assert "vervanger is nu ook gevraagd" in marshal.last.text
    await deputy.taps("Akkoord")
    async with town.storage.reading() as uow:
        assert AlertState.LIVE is (await uow.alerts.get(AlertId(1))).state
    assert all(not one.buttons for one in police.bubbles if "goedgekeurd door" in one.text)
    assert 2 == sum("goedgekeurd door" in one.text for one in police.bubbles)


async def test_without_a_deputy_the_author_hears_whom_to_call(town: Town) -> None:
    """Without a deputy the author is told once whom to call."""
    marshal, police = await town.coordinator(1, MARSHAL), await town.coordinator(2)
    await ask_approval(marshal)
    for _ in range(2):
        town.clock.pass_by(minutes=30)
        await _tick(town)
    assert "geen vervanger" in marshal.last.text
    assert "0900-8844" in marshal.last.text
    marshal.news()
    police.news()
    town.clock.pass_by(hours=2)
    assert not await _tick(town)
    assert "" == marshal.news() + police.news()


@pytest.mark.parametrize("how", ["withdrawn", "returned", "over"])
async def test_what_no_longer_waits_is_not_reminded_of(town: Town, how: str) -> None:
    """A request that was withdrawn, returned or past its end is not reminded of."""
    marshal, police = await town.coordinator(1, MARSHAL), await town.coordinator(2)
    await ask_approval(marshal)
    match how:
        case "withdrawn":
            await marshal.types("/concepten")
            await marshal.taps("Intrekken")
        case "returned":
            await police.taps("Terug met opmerking")
            await police.taps("Graag korter")
        case _:
            town.clock.pass_by(days=3)
    police.news()
    town.clock.pass_by(minutes=30)
    assert not await _tick(town)
    assert "" == police.news()
    assert (await _approval(town)).reminded_at is None


async def test_a_resubmitted_version_waits_anew(town: Town) -> None:
    """The half hour of a resubmitted version begins at its own request."""
    marshal, police = await town.coordinator(1, MARSHAL), await town.coordinator(2)
    await ask_approval(marshal)
    town.clock.pass_by(minutes=30)
    await _tick(town)
    await police.taps("Terug met opmerking")
    await police.taps("Graag korter")
    await marshal.taps("Verder")
    await marshal.taps("Vraag akkoord")
    assert not await _tick(town)
    town.clock.pass_by(minutes=30)
    police.news()
    assert await _tick(town)
    assert 1 == police.news().count("Herinnering")


async def test_a_reminder_that_is_pressed_late_or_by_others_changes_nothing(town: Town) -> None:
    """A late or foreign press on a reminder changes nothing, because rights are checked at every press."""
    marshal, police = await town.coordinator(1, MARSHAL), await town.coordinator(2)
    elsewhere = await town.coordinator(3, scope="3000-3099")
    await ask_approval(marshal)
    town.clock.pass_by(minutes=30)
    await _tick(town)
    approve = data(card(police), "Akkoord")
    for person, said in ((marshal, "alleen de politie"), (elsewhere, "niet voor jou")):
        await person.presses(approve)
        assert said in town.screens.toasts[-1]
    await police.taps("Afwijzen")
    await police.taps("Is al bekend")
    await police.presses(approve, police.bubbles[0])
    assert "door jou" in town.screens.toasts[-1]


def test_the_schedule_reminds() -> None:
    """The schedule has the job often enough for a P1, and it reads before it writes."""
    assert REMINDERS in TICKS
    assert REMINDERS.seconds <= 30
    assert REMINDERS.is_due is has_overdue_approvals


async def test_the_only_other_police_is_a_deputy(town: Town) -> None:
    """When the only other police officer is a deputy, the deputy is asked at once, and the holder is not alone on
    duty."""
    police = await town.coordinator(1)
    deputy = await deputy_of(town, police, 2)
    await ask_approval(police)
    await deputy.taps("Akkoord", card(deputy))
    async with town.storage.reading() as uow:
        assert AlertState.LIVE is (await uow.alerts.get(AlertId(1))).state


async def test_a_holder_whose_deputy_cannot_be_reached_is_alone_on_duty(town: Town) -> None:
    """A holder whose deputy cannot be reached is alone on duty, as without one."""
    police = await town.coordinator(1)
    deputy = await deputy_of(town, police, 2)
    async with town.storage.transaction() as uow:
        await uow.members.set_active("telegram", str(deputy.id), active=False, now=town.clock.now())
    await to_preview(police)
    assert "de enige van de politie" in police.last.text


async def test_nobody_approves_their_own_words_as_a_deputy(town: Town) -> None:
    """A deputy cannot approve their own words, by a press or alone on duty; the draft can be kept."""
    police, marshal = await town.coordinator(1), await town.coordinator(2, MARSHAL)
    await deputy_of(town, police, 2)
    await ask_approval(marshal)
    await marshal.presses(data(card(police), "Akkoord"))
    assert "eigen bericht" in town.screens.toasts[-1]
    async with town.storage.transaction() as uow:
        await uow.members.set_active("telegram", str(police.id), active=False, now=town.clock.now())
    await to_preview(marshal)
    await marshal.taps("Vraag akkoord")
    assert "geen collega" in town.screens.toasts[-1]
    await marshal.taps("Opslaan als concept")
    assert "Bewaard" in marshal.last.text


@pytest.mark.parametrize("is_p1", [True, False])
async def test_a_request_for_a_p1_goes_out_as_a_p1_does(town: Town, tmp_path: Path, *, is_p1: bool) -> None:
    """A request for a P1 and its reminder have the priority of a P1, before the shops of a P1 under way."""
    marshal, _ = await town.coordinator(1, MARSHAL), await town.coordinator(2)
    await to_preview(marshal)
    if is_p1:
        await change(marshal, "Ernst")
        await marshal.taps("P1 ·")
    await marshal.taps("Vraag akkoord")
    town.clock.pass_by(minutes=30)
    assert await _tick(town)
    asked = "SELECT priority, distance_sq FROM deliveries WHERE notice_view IN ('approval-wanted', 'approval-reminder')"
    with closing(sqlite3.connect(tmp_path / "town.db")) as database:
        found = database.execute(asked).fetchall()
    assert [(Priority.P1, 0) if is_p1 else (Priority.PERSON, FARTHEST)] * 2 == found


@pytest.mark.parametrize(("minutes", "is_left"), [(1, False), (11, True)])
async def test_no_reminder_comes_into_the_middle_of_a_p1(town: Town, minutes: int, is_left: bool) -> None:
    """A reminder waits while its reader writes about a robbery, and comes afterwards; a form that was left holds
    nothing up."""
    marshal, police = await town.coordinator(1, MARSHAL), await town.coordinator(2)
    await jeweller(town, 3, police)
    await ask_approval(marshal)
    town.clock.pass_by(minutes=30 - minutes)
    await to_what(police)
    police.news()
    town.clock.pass_by(minutes=minutes)
    assert await _tick(town)
    assert is_left is ("Herinnering" in police.news())
    await police.taps("Stoppen")
    police.news()
    town.clock.pass_by(minutes=1)
    await town.deliver()
    assert is_left is ("Herinnering" not in police.news())
