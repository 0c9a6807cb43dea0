"""Tests of overdue reports: coordinators are reminded once a day, by day, and a colleague can take one over."""

from pathlib import Path

import pytest

from alerts.ids import ReportId
from alerts.ports import UnitOfWork
from alerts.report import Outcome, ReportState
from alerts.role import Actor, Role
from alerts.services.outcome.remind_overdue import has_overdue_reminder_due, remind_overdue
from alerts.services.report.close_report import close_report
from bot.jobs.schedule import TICKS
from tests.bot.reporting import jeweller, labels, report_of, reports
from tests.bot.town import Person, Town, open_town

TITLE = "Deze meldingen wachten al langer dan 48 uur."


async def hours_pass(town: Town, hours: float) -> bool:
    """Let so many hours pass and run the job as the schedule does; return whether there was anything to do."""
    town.clock.pass_by(hours=hours)
    async with town.storage.reading() as uow:
        is_due = await has_overdue_reminder_due(uow, town.clock.now())
    if is_due:
        async with town.storage.transaction() as uow:
            await remind_overdue(uow, town.clock.now())
    await town.deliver()
    return is_due


async def reported(town: Town, *people: Person) -> Person:
    """Have a jeweller report at one in the afternoon; return them, with everybody's news read."""
    els = await jeweller(town, 1, people[0])
    await reports(els)
    await hours_pass(town, 0)
    for person in (els, *people):
        person.news()
    return els


async def test_nobody_is_reminded_within_two_days(town: Town) -> None:
    """The job runs once a day, and says nothing while no report is overdue."""
    assert any(tick.do is remind_overdue for tick in TICKS)
    agent = await town.coordinator(90)
    await reported(town, agent)
    assert [True, False, True] == [await hours_pass(town, hours) for hours in (23, 1, 23)]
    assert "" == agent.news()


async def test_everybody_in_scope_is_reminded_once_a_day_of_what_nobody_took(town: Town) -> None:
    """After two days coordinators of the place get one message a day, by day, that names the age; the reporter and
    others do not."""
    agent, marshal = await town.coordinator(90), await town.coordinator(91, Role.CITY_MARSHAL)
    far = await town.coordinator(92, scope="3000-3099")
    els = await reported(town, agent, marshal, far)
    assert await hours_pass(town, 48)  # one in the afternoon
    for person in (agent, marshal):
        told = person.news()
        assert TITLE in told
        assert "Door niemand opgepakt:\nM-2026-0001 · Voorverkenning · 2903 · open sinds 2 dagen" in _bare(told)
        assert ["M-2026-0001 bekijken"] == labels(person)
        assert person.last.message.is_protected
    assert not await hours_pass(town, 6)
    assert not await hours_pass(town, 12), "at night nobody is reminded"
    assert "" == agent.news()
    assert await hours_pass(town, 2)
    assert "open sinds 2 dagen" in agent.news()
    assert await hours_pass(town, 24)
    assert "open sinds 3 dagen" in agent.news()
    assert ["", ""] == [els.news(), far.news()]


async def test_a_colleague_is_offered_what_somebody_took_and_did_not_finish(town: Town) -> None:
    """Who took it is reminded first; a day later a colleague can take it over, the card has the button, both reporter
    and former holder hear it, and the reminders go to the new one."""
    agent, marshal = await town.coordinator(90), await town.coordinator(91, Role.CITY_MARSHAL)
    els = await reported(town, agent, marshal)
    await agent.taps("Ik pak dit op")
    for person in (agent, marshal, els):
        person.news()
    await hours_pass(town, 48)
    assert "Door jou opgepakt:" in _bare(agent.news())
    assert "" == marshal.news(), "it is not offered at once"
    await marshal.presses("report-over:1:2", marshal.last)
    assert 2 == (await report_of(town)).version
    marshal.news()
    await hours_pass(town, 24)
    assert "Door een collega opgepakt; jij kunt ze overnemen:" in _bare(marshal.news())
    await marshal.taps("bekijken")
    await marshal.taps(marshal.t.plain("purpose-triage"))
    await marshal.taps("Neem over")
    report = await report_of(town)
    assert (ReportState.TRIAGE, 3) == (report.state, report.version)
    assert "is overgenomen door: stadsmarinier" in agent.news().lower()
    assert "is opgepakt door:" in els.news()
    assert "Neem over" not in labels(marshal)
    for person in (agent, marshal):
        person.news()
    await hours_pass(town, 24)
    assert "Door jou opgepakt:" in _bare(marshal.news())
    assert "jij kunt ze overnemen" in agent.news()


async def test_a_report_that_is_not_overdue_cannot_be_taken_over(town: Town) -> None:
    """A forged button does nothing before the third day, and a stale one nothing after the report is closed."""
    agent, colleague = await town.coordinator(90), await town.coordinator(91)
    await reported(town, agent, colleague)
    await agent.taps("Ik pak dit op")
    taken = await report_of(town)
    await hours_pass(town, 71)
    await colleague.presses(f"report-over:1:{taken.version}", colleague.last)
    assert taken == await report_of(town)
    await hours_pass(town, 2)
    await colleague.presses("report-over:1:1", colleague.last)
    assert taken == await report_of(town), "an older version"
    await agent.taps("Sluit")
    await agent.taps("Afgehandeld")
    closed = await report_of(town)
    await colleague.presses(f"report-over:1:{closed.version}", colleague.last)
    assert closed == await report_of(town)


async def test_a_reminder_shows_what_is_still_open_when_it_arrives(town: Town) -> None:
    """What a colleague finished in the meantime is not in the message any more."""
    agent, marshal = await town.coordinator(90), await town.coordinator(91, Role.CITY_MARSHAL)
    await reported(town, agent, marshal)
    town.clock.pass_by(hours=48)
    async with town.storage.transaction() as uow:
        await remind_overdue(uow, town.clock.now())
        actor = await _actor(uow, agent)
        await close_report(uow, actor, ReportId(1), Outcome.HANDLED, version=1, now=town.clock.now())
    await town.deliver()
    assert marshal.t("reports-overdue-none") in marshal.news()


@pytest.mark.parametrize("days", [1, 40])
async def test_a_restart_neither_skips_nor_repeats_a_reminder(tmp_path: Path, days: int) -> None:
    """What was said today is not said again by a program that starts anew; one that was down for long says it once."""
    async with open_town(tmp_path) as town:
        agent = await town.coordinator(90)
        await reported(town, agent)
        assert await hours_pass(town, 48)
        at = town.clock.now()
        assert TITLE in agent.news()
    async with open_town(tmp_path, url=f"sqlite:///{tmp_path / 'town.db'}") as town:
        town.clock.at = at
        assert not await hours_pass(town, 1)
        assert await hours_pass(town, 24 * days)
        assert not await hours_pass(town, 1)
        [told] = [one.text for one in town.screens.bubbles[str(agent.id)] if TITLE in one.text]
        assert f"open sinds {days + 2} dagen" in told


async def _actor(uow: UnitOfWork, person: Person) -> Actor:
    member = await uow.members.by_ref("telegram", str(person.id))
    assert member is not None
    return Actor(member, tuple(await uow.roles.of_member(member.id)))


def _bare(text: str) -> str:
    return text.replace("<b>", "").replace("</b>", "")
