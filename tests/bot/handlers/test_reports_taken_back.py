"""Tests of reports that are taken back: within two minutes, by who sent them, and never in silence."""

from alerts.report import Outcome, ReportState
from tests.bot.reporting import jeweller, labels, report_of, reports
from tests.bot.town import Person, Town


async def sent(town: Town) -> tuple[Person, Person]:
    """A report was sent just now: its reporter, and the agent who has the card."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await reports(els)
    return els, agent


async def test_a_report_is_taken_back_from_its_receipt(town: Town) -> None:
    """The receipt says so, the coordinator's card has no buttons left, and the record keeps the step."""
    els, agent = await sent(town)
    await els.taps(els.t.plain("report-back"))
    assert els.t("report-news-withdrawn", number="M-2026-0001") == els.last.text
    assert [] == els.last.buttons
    assert agent.t.plain("outcome-withdrawn") in agent.last.text
    assert [] == agent.last.buttons
    report = await report_of(town)
    assert (ReportState.CLOSED, Outcome.WITHDRAWN) == (report.state, report.outcome)
    await agent.types("/logboek M-2026-0001")
    assert agent.t.plain("audit-report-withdrawn", about="M-2026-0001") in agent.news()


async def test_after_two_minutes_it_can_only_be_added_to(town: Town) -> None:
    """A late press changes nothing and says what is still possible."""
    els, _ = await sent(town)
    town.clock.pass_by(minutes=2)
    await els.taps(els.t.plain("report-back"))
    assert els.t.plain("too-late-report-back") == town.screens.toasts[-1]
    assert (await report_of(town)).is_open
    assert els.t.plain("report-add") in labels(els)


async def test_who_took_it_is_told(town: Town) -> None:
    """A colleague who did not take it only sees the card change."""
    colleague = await town.coordinator(91)
    els, agent = await sent(town)
    await agent.taps(agent.t.plain("report-take"))
    colleague.news()
    await els.taps(els.t.plain("report-back"))
    assert agent.t("report-withdrawn", number="M-2026-0001") == agent.last.text
    assert "" == colleague.news()


async def test_nobody_else_takes_it_back(town: Town) -> None:
    """Another shop, an agent and a stranger hear that it is not there or not theirs."""
    els, agent = await sent(town)
    other = await jeweller(town, 2, agent)
    for person in (other, agent):
        await person.presses("report-back:1:0")
        assert person.t.plain("not-found") == town.screens.toasts[-1]
    await town.person(5).presses("report-back:1:0")
    assert (await report_of(town)).is_open
    await els.taps(els.t.plain("report-back"))
    await els.presses("report-back:1:0")
    assert els.t.plain("too-late-report-closed") == town.screens.toasts[-1]


async def test_a_notice_that_is_made_of_it_is_warned_and_changes_nothing(town: Town) -> None:
    """Sending the notice all the same does not turn the report into one that was followed up."""
    els, agent = await sent(town)
    await agent.taps(agent.t.plain("report-alert"))
    await els.taps(els.t.plain("report-back"))
    assert agent.t("report-withdrawn", number="M-2026-0001") in agent.news()
    assert Outcome.WITHDRAWN is (await report_of(town)).outcome
