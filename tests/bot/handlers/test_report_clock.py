"""Tests of the clock of a report: who gets it first, to whom it goes when nobody takes it, and that a stop of the
program forgets no step and repeats none."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from alerts.ids import AlertId, ReportId
from alerts.report import ReportStep
from alerts.report_clock import Urgency
from alerts.role import Role
from alerts.services.report.link_report import link_report, reopen_reports
from bot.jobs.schedule import CLOCKS, TICKS
from tests.bot.duty import member_of, on_shift, roster_of, tick
from tests.bot.police import ask_approval
from tests.bot.reporting import cards, jeweller, report_of, reports
from tests.bot.town import Person, Town

UNTAKEN = "Niemand pakt M-2026-0001 op"
TO_NEXT, TO_ALL, AGAIN = "Nu ook bij de volgende", "Nu bij iedereen van dit gebied", "Nog eens verstuurd"


class _Desk:
    """Four police of one area and a shop that reports."""

    def __init__(self, town: Town, shop: Person, police: list[Person]) -> None:
        self.town = town
        self.shop = shop
        self.anna, self.bert, self.cora, self.dirk = police

    def with_card(self) -> list[Person]:
        return [one for one in (self.anna, self.bert, self.cora, self.dirk) if cards(one)]

    def told_again(self) -> list[Person]:
        return [
            one
            for one in (self.anna, self.bert, self.cora, self.dirk)
            if any(UNTAKEN in bubble.text for bubble in one.bubbles)
        ]

    async def steps(self) -> list[ReportStep]:
        async with self.town.storage.reading() as uow:
            return [one.step for one in await uow.reports.events(ReportId(1))]

    async def passes(self, **time: float) -> bool:
        self.town.clock.pass_by(**time)
        return await tick(self.town)


@pytest.fixture
async def desk(town: Town) -> _Desk:
    """Return the desk, on a Tuesday at 13:00 local time."""
    police = [await town.coordinator(number) for number in (90, 91, 92, 93)]
    shop = await jeweller(town, 1, police[0])
    return _Desk(town, shop, police)


async def _suspicious(desk: _Desk) -> None:
    await reports(desk.shop, kind="suspicious_situation")


async def test_it_goes_to_who_is_on_duty_then_to_the_deputy_then_to_everybody(desk: _Desk) -> None:
    """Who is on duty gets the card first; after fifteen minutes the deputy, after thirty everybody in scope. Each step
    is on the cards and in the record, and the reporter hears nothing of it."""
    roster = await roster_of(desk.town)
    await on_shift(desk.town, roster, desk.anna, deputy=desk.bert)
    await on_shift(desk.town, roster, desk.cora, begins=time(16), ends=time(23))
    await _suspicious(desk)
    assert [desk.anna] == desk.with_card()
    desk.shop.news()
    assert not await desk.passes(minutes=14, seconds=59)
    assert await desk.passes(seconds=1)
    assert [desk.anna, desk.bert] == desk.with_card()
    assert all(TO_NEXT in cards(one)[0] for one in (desk.anna, desk.bert))
    assert not await desk.passes(minutes=14, seconds=59)
    assert await desk.passes(seconds=1)
    assert [desk.anna, desk.bert, desk.cora, desk.dirk] == desk.with_card()
    assert all(TO_ALL in cards(one)[0] for one in desk.with_card())
    assert [desk.anna, desk.bert] == desk.told_again(), "who had the card hears it with a sound"
    assert not await desk.passes(days=1)
    assert [ReportStep.RECEIVED, ReportStep.PASSED_TO_NEXT, ReportStep.PASSED_TO_ALL] == await desk.steps()
    assert "" == desk.shop.news()
    await desk.anna.types("/logboek M-2026-0001")
    assert "door aan de volgende op het rooster" in desk.anna.last.text
    assert "door aan iedereen van het gebied" in desk.anna.last.text


async def test_without_a_deputy_whoever_has_the_next_shift_is_next(desk: _Desk) -> None:
    """Without a deputy the next on the roster is whoever has the next shift."""
    roster = await roster_of(desk.town)
    await on_shift(desk.town, roster, desk.anna)
    await on_shift(desk.town, roster, desk.cora, begins=time(16), ends=time(23))
    await _suspicious(desk)
    await desk.passes(minutes=15)
    assert [desk.anna, desk.cora] == desk.with_card()


async def test_with_nobody_next_it_goes_to_everybody(desk: _Desk) -> None:
    """Where the roster has nobody next, everybody in scope hears of it after the first wait."""
    await on_shift(desk.town, await roster_of(desk.town), desk.anna)
    await _suspicious(desk)
    await desk.passes(minutes=15)
    assert 4 == len(desk.with_card())
    assert [ReportStep.RECEIVED, ReportStep.PASSED_TO_ALL] == await desk.steps()


@pytest.mark.parametrize("kept", [False, True])
async def test_without_a_roster_and_in_a_gap_everybody_gets_it_and_once_more(desk: _Desk, kept: bool) -> None:
    """Without a roster, and while nobody is on duty by it, everybody in scope gets the card at once; untaken it is sent
    once more after the wait, and no more."""
    if kept:
        await on_shift(desk.town, await roster_of(desk.town), desk.anna, begins=time(8), ends=time(12))
    await _suspicious(desk)
    assert 4 == len(desk.with_card())
    assert not await desk.passes(minutes=14)
    assert await desk.passes(minutes=1)
    assert 4 == len(desk.told_again())
    assert all(AGAIN in cards(one)[0] for one in desk.with_card())
    assert not await desk.passes(days=1)
    assert [ReportStep.RECEIVED, ReportStep.SENT_AGAIN] == await desk.steps()


async def test_a_gap_that_begins_meanwhile_sends_it_to_everybody(desk: _Desk) -> None:
    """When the shift ends before the report is taken and nobody follows, everybody in scope hears of it."""
    await on_shift(desk.town, await roster_of(desk.town), desk.anna, deputy=desk.bert, ends=time(13, 10))
    await _suspicious(desk)
    await desk.passes(minutes=15)
    assert 4 == len(desk.with_card())


async def test_double_shifts_both_hear_of_it(desk: _Desk) -> None:
    """Where two shifts run at once, both get the card."""
    roster = await roster_of(desk.town)
    await on_shift(desk.town, roster, desk.anna)
    await on_shift(desk.town, roster, desk.bert)
    await _suspicious(desk)
    assert [desk.anna, desk.bert] == desk.with_card()


async def test_a_scout_of_the_last_hour_waits_three_minutes(desk: _Desk) -> None:
    """Reconnaissance of just now goes to the next after three minutes."""
    await on_shift(desk.town, await roster_of(desk.town), desk.anna, deputy=desk.bert)
    await reports(desk.shop)
    assert not await desk.passes(minutes=2, seconds=59)
    assert await desk.passes(seconds=1)
    assert [desk.anna, desk.bert] == desk.with_card()


async def test_a_robbery_goes_to_everybody_at_once_and_again_after_three_minutes(desk: _Desk) -> None:
    """A robbery waits for no roster: everybody gets it at once, and untaken once more after three minutes."""
    await on_shift(desk.town, await roster_of(desk.town), desk.anna)
    await reports(desk.shop, kind="robbery")
    assert 4 == len(desk.with_card())
    assert await desk.passes(minutes=3)
    assert 4 == len(desk.told_again())


async def test_a_municipality_can_let_a_robbery_go_to_who_is_on_duty_first(desk: _Desk) -> None:
    """Where a municipality lets robberies wait two minutes, who is on duty and their deputies get it at once, everybody
    after that."""
    async with desk.town.storage.transaction() as uow:
        known = (await uow.postcodes.municipalities("2903", "2903"))[0]
        settings = await uow.municipalities.get(known.id)
        await uow.municipalities.save(replace(settings, report_minutes={Urgency.ROBBERY: 2}))
    await on_shift(desk.town, await roster_of(desk.town), desk.anna, deputy=desk.bert)
    await reports(desk.shop, kind="robbery")
    assert [desk.anna, desk.bert] == desk.with_card()
    assert await desk.passes(minutes=2)
    assert 4 == len(desk.with_card())
    assert [ReportStep.RECEIVED, ReportStep.PASSED_TO_ALL] == await desk.steps()


async def test_what_is_taken_is_passed_on_no_more(desk: _Desk) -> None:
    """A report that somebody takes stays there; its clock is gone."""
    await on_shift(desk.town, await roster_of(desk.town), desk.anna, deputy=desk.bert)
    await _suspicious(desk)
    await desk.anna.taps("Ik pak dit op")
    await desk.passes(hours=3)
    assert [desk.anna] == desk.with_card()
    assert not await tick(desk.town)
    assert ReportStep.PASSED_TO_ALL not in await desk.steps()


async def test_a_report_that_is_released_waits_anew(desk: _Desk) -> None:
    """When the notice that was made of it is dropped, the clock starts again, and who has the card is told."""
    await _suspicious(desk)
    report = await report_of(desk.town)
    await desk.anna.presses(f"report-take:{report.id}:{report.version}")
    await desk.passes(hours=1)
    await ask_approval(desk.anna)
    me, now = await member_of(desk.anna), desk.town.clock.now()
    async with desk.town.storage.transaction() as uow:
        await link_report(uow, ReportId(1), AlertId(1), me, now)
        await reopen_reports(uow, AlertId(1), me, now)
    await desk.town.deliver()
    assert not await desk.passes(minutes=14)
    assert await desk.passes(minutes=1)
    assert 4 == len(desk.told_again())
    assert ReportStep.SENT_AGAIN in await desk.steps()


async def test_who_may_no_longer_see_reports_is_not_on_duty(desk: _Desk) -> None:
    """A person on the roster whose role ended gets nothing: their shift counts as a gap."""
    await on_shift(desk.town, await roster_of(desk.town), desk.anna)
    async with desk.town.storage.transaction() as uow:
        for grant in await uow.roles.of_member(await member_of(desk.anna)):
            await uow.roles.end_at(grant.id, desk.town.clock.now())
    await _suspicious(desk)
    assert [desk.bert, desk.cora, desk.dirk] == desk.with_card()


async def test_a_roster_elsewhere_changes_nothing_here(desk: _Desk) -> None:
    """The roster of another area is not asked."""
    roster = await roster_of(desk.town, "3000-3099")
    await on_shift(desk.town, roster, await desk.town.coordinator(94, Role.POLICE, "3000-3099"))
    await _suspicious(desk)
    assert 4 == len(desk.with_card())


async def _killed_before_the_commit(desk: _Desk) -> None:
    async with desk.town.storage.transaction() as uow:
        await CLOCKS.do(uow, desk.town.clock.now())
        raise ZeroDivisionError


@pytest.mark.parametrize("away", [timedelta(minutes=31), timedelta(days=40)])
async def test_a_stop_of_any_length_forgets_no_step_and_repeats_none(desk: _Desk, away: timedelta) -> None:
    """Whoever restarts after both waits have passed has everybody told once, not first the next on the roster; what was
    rolled back is done again, and a tick more changes nothing."""
    await on_shift(desk.town, await roster_of(desk.town), desk.anna, deputy=desk.bert)
    await _suspicious(desk)
    desk.town.clock.at += away
    with pytest.raises(ZeroDivisionError):
        await _killed_before_the_commit(desk)
    assert [desk.anna] == desk.with_card()
    async with desk.town.storage.transaction() as uow:
        await CLOCKS.do(uow, desk.town.clock.now())  # killed after the commit: nothing is sent yet
    assert not await tick(desk.town)
    assert 4 == len(desk.with_card())
    assert [ReportStep.RECEIVED, ReportStep.PASSED_TO_ALL] == await desk.steps()
    assert 1 == sum(UNTAKEN in one.text for one in desk.anna.bubbles)


async def test_the_same_step_has_the_same_effect_keys(desk: _Desk, tmp_path: Path) -> None:
    """A step that were taken twice would queue nothing twice: its messages have the keys of the first time."""
    await _suspicious(desk)
    async with desk.town.storage.reading() as uow:
        clock = await uow.report_clocks.get(ReportId(1))
    assert clock is not None
    await desk.passes(minutes=15)
    async with desk.town.storage.transaction() as uow:
        await uow.report_clocks.put(clock)
    await tick(desk.town)
    with closing(sqlite3.connect(tmp_path / "town.db")) as database:
        asked = "SELECT count(*) FROM deliveries WHERE notice_view = 'report-untaken'"
        assert (4,) == database.execute(asked).fetchone()


async def test_where_nobody_can_be_reached_the_clock_goes_on(town: Town) -> None:
    """A report that no coordinator can get is not forgotten: the first who can be reached later gets it."""
    shop = await jeweller(town, 1)
    await reports(shop, kind="suspicious_situation")
    town.clock.pass_by(minutes=15)
    assert await tick(town)
    late = await town.coordinator(90)
    assert [] == cards(late)
    town.clock.pass_by(minutes=15)
    assert await tick(town)
    assert 1 == len(cards(late))


async def test_the_schedule_has_the_clocks() -> None:
    """The program looks at the clocks every five seconds."""
    assert CLOCKS in TICKS
    assert 5 == CLOCKS.seconds
