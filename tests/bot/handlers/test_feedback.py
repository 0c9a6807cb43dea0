"""Tests of the question whether a reporter was helped well: asked once, answered by a tap, and a no can reopen."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from alerts.feedback import FeedbackReason
from alerts.ids import ReportId
from alerts.report import Outcome, ReportState, ReportStep
from alerts.role import Role
from alerts.services.outcome.ask_feedback import ask_feedback, has_feedback_due
from alerts.tally import TallySubject
from bot.jobs.schedule import TICKS
from tests.bot.reporting import jeweller, labels, report_of, reports
from tests.bot.town import Person, Town, open_town

QUESTION = "Ben je goed geholpen?"


async def days_pass(town: Town, days: float) -> bool:
    """Let so many days pass and run the job as the schedule does; return whether there was anything to do."""
    town.clock.pass_by(days=days)
    async with town.storage.reading() as uow:
        is_due = await has_feedback_due(uow, town.clock.now())
    if is_due:
        async with town.storage.transaction() as uow:
            await ask_feedback(uow, town.clock.now())
    await town.deliver()
    return is_due


async def closed(town: Town, outcome: Outcome = Outcome.HANDLED) -> tuple[Person, Person]:
    """Return a jeweller whose report was closed at one in the afternoon, and the police who did, with news read."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await reports(els)
    await agent.taps("Sluit")
    await agent.taps(agent.t.plain(f"report-close-{outcome}"))
    els.news(), agent.news()
    return els, agent


async def answers(town: Town) -> list[bool | None]:
    """Return what is counted of the answers."""
    day = town.clock.now().replace(year=2020).date()
    async with town.storage.reading() as uow:
        counts = await uow.tallies.counts(TallySubject.REPORT, day, town.clock.now().date())
    return [one.is_satisfied for one in counts for _ in range(one.count)]


async def test_the_reporter_is_asked_once_two_weeks_after_the_end(town: Town) -> None:
    """At ten on the fourteenth day, by name of the report and its outcome; nobody else is asked, and nobody twice."""
    assert any(tick.do is ask_feedback for tick in TICKS)
    els, agent = await closed(town)
    assert not await days_pass(town, 13.5)
    assert not await days_pass(town, 0.37)  # eight minutes before ten in the morning
    assert await days_pass(town, 0.01)
    told = els.news()
    assert QUESTION in told
    assert "M-2026-0001" in told
    assert "afgehandeld" in told
    assert ["Ja", "Nee"] == labels(els)
    assert els.last.message.is_protected
    assert not await days_pass(town, 1)
    assert not await days_pass(town, 30)
    assert ["", ""] == [els.news(), agent.news()]


async def test_a_yes_is_one_tap(town: Town) -> None:
    """A yes is thanked for and counted; a second answer is refused."""
    els, _ = await closed(town)
    await days_pass(town, 14)
    question = els.last
    await els.taps("Ja")
    assert els.t("feedback-thanks", number="M-2026-0001") == els.last.text
    assert [] == labels(els)
    assert [True] == await answers(town)
    await els.presses("helped:1.no:0", question)
    await els.presses("helped-why:1.other:0", question)
    await els.presses("helped-reopen:1:0", question)
    assert [True] == await answers(town)
    assert ReportState.CLOSED is (await report_of(town)).state


async def test_a_no_with_a_reason_reopens_the_report_and_coordinators_hear_why(town: Town) -> None:
    """After a no the reporter taps why, and can have the report opened again: it waits for a coordinator as before, its
    history says so, all of the place are told, and closing it again asks nothing more."""
    marshal = await town.coordinator(91, Role.CITY_MARSHAL)
    els, agent = await closed(town)
    marshal.news()
    await days_pass(town, 14)
    await els.taps("Nee")
    assert [els.t.plain(f"feedback-why-{one}") for one in FeedbackReason] == labels(els)
    assert [False] == await answers(town), "a no counts without a reason too"
    await els.taps("Er is niets gedaan")
    assert [els.t.plain("feedback-reopen")] == labels(els)
    assert "" == marshal.news()
    els.news()
    await els.taps(els.t.plain("feedback-reopen"))
    report = await report_of(town)
    assert (ReportState.RECEIVED, None, None, None) == (
        *(report.state, report.outcome, report.taken_by, report.closed_at),
    )
    assert "is weer open" in els.last.text
    for person in (agent, marshal):
        assert "is niet goed geholpen: Er is niets gedaan." in person.news()
        assert ["M-2026-0001 bekijken"] == labels(person)
    await els.types("/mijnmeldingen")
    assert "Nog niet opgepakt." in els.last.text
    async with town.storage.reading() as uow:
        assert ReportStep.CONTESTED in [one.step for one in await uow.reports.events(ReportId(1))]
    await marshal.taps("bekijken")
    await marshal.taps(marshal.t.plain("purpose-triage"))
    await marshal.taps("Sluit")
    await marshal.taps("Afgehandeld")
    assert ReportState.CLOSED is (await report_of(town)).state
    assert not await days_pass(town, 30)
    assert [False] == await answers(town)


async def test_after_a_week_the_report_stays_closed(town: Town) -> None:
    """A button that is a week old says that it is too late; one without a reason does nothing."""
    els, _ = await closed(town)
    await days_pass(town, 14)
    await els.taps("Nee")
    await els.presses("helped-reopen:1:0", els.last)
    assert ReportState.CLOSED is (await report_of(town)).state
    await els.taps("Iets anders")
    button = els.last
    town.clock.pass_by(days=7)
    await els.taps(els.t.plain("feedback-reopen"), button)
    assert ReportState.CLOSED is (await report_of(town)).state


async def test_nobody_answers_for_another_or_before_being_asked(town: Town) -> None:
    """Somebody else's press and one before the question change nothing, and say nothing of the report."""
    els, agent = await closed(town)
    await els.presses("helped:1.yes:0", els.last)
    await days_pass(town, 14)
    other = await jeweller(town, 2, agent)
    for data in ("helped:1.no:0", "helped-why:1.other:0", "helped-reopen:1:0", "helped:1.perhaps:0", "helped:x:0"):
        await other.presses(data, other.last)
        assert "M-2026-0001" not in other.news()
    assert [None] == await answers(town)


async def test_a_report_that_was_taken_back_is_not_asked_about(town: Town) -> None:
    """Who took a report back within two minutes hears no question about it."""
    els = await jeweller(town, 1, await town.coordinator(90))
    await reports(els)
    await els.taps(els.t.plain("report-back"))
    assert not await days_pass(town, 20)


@pytest.mark.parametrize(
    ("begin", "ten"),
    [
        (datetime(2026, 3, 20, 12, tzinfo=UTC), datetime(2026, 4, 3, 8, tzinfo=UTC)),  # summer time begins in between
        (datetime(2026, 10, 20, 12, tzinfo=UTC), datetime(2026, 11, 3, 9, tzinfo=UTC)),  # and ends
    ],
)
async def test_the_question_comes_at_ten_also_when_the_clock_changes(
    town: Town, begin: datetime, ten: datetime
) -> None:
    """A minute before ten by the local clock nobody is asked, and at ten they are."""
    town.clock.at = begin
    els, _ = await closed(town)
    days = (ten - town.clock.now()).total_seconds() / 86_400
    assert not await days_pass(town, days - 1 / 1440)
    assert await days_pass(town, 1 / 1440)
    assert QUESTION in els.news()


@pytest.mark.parametrize("days", [0, 60])
async def test_a_restart_neither_skips_nor_repeats_the_question(tmp_path: Path, days: int) -> None:
    """A program that was down when the time came asks afterwards, by day; what was asked is not asked again."""
    async with open_town(tmp_path) as town:
        els, _ = await closed(town)
        assert not await days_pass(town, 13)
        at = town.clock.now()
    async with open_town(tmp_path, url=f"sqlite:///{tmp_path / 'town.db'}") as town:
        town.clock.at = at
        assert not await days_pass(town, days + 0.5), "at night"
        assert await days_pass(town, 0.5)
        [bubble] = town.screens.bubbles[str(els.id)]
        assert QUESTION in bubble.text
        at = town.clock.now()
    async with open_town(tmp_path, url=f"sqlite:///{tmp_path / 'town.db'}") as town:
        town.clock.at = at
        assert not await days_pass(town, 1)
