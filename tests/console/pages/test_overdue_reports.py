"""Tests of overdue reports and reopened ones in the console."""

from alerts.report import ReportState
from alerts.services.outcome.ask_feedback import ask_feedback
from tests.bot.reporting import report_of
from tests.bot.town import Person, Town
from tests.console.accounts import enrolled
from tests.console.pages.test_reports import ONE, opened, reported, words
from tests.console.visitor import Visitor


async def taken(town: Town, visitor: Visitor) -> tuple[Person, Person]:
    """Have the marshal take a report, and sign in the police three days later."""
    _els, agent, colleague = await reported(town)
    await colleague.taps("Ik pak dit op")
    town.clock.pass_by(days=3)
    await enrolled(agent, visitor)
    return agent, colleague


async def test_an_overdue_report_is_taken_over(town: Town, visitor: Visitor) -> None:
    """Today and the page of the report offer what a colleague took and did not finish; the colleague hears of it, and
    nobody takes it over twice."""
    agent, colleague = await taken(town, visitor)
    assert "1 melding wacht al langer dan 48 uur" in words(await visitor.get("/today"))
    page = await opened(visitor)
    assert "Deze melding wacht te lang." in words(page)
    colleague.news()
    answer = await visitor.sends(page, f"{ONE}/over", version="2")
    assert (303, ONE) == (answer.status, answer.headers["Location"])
    await town.deliver()
    assert "is overgenomen door: overvalcoördinator" in colleague.news()
    page = await visitor.get(ONE)
    assert "Neem over" not in words(page)
    assert "1 melding wacht al langer dan 48 uur" in words(await visitor.get("/today")), "it is their own now"
    assert 409 == (await visitor.sends(page, f"{ONE}/over", version="3")).status
    assert 3 == (await report_of(town)).version
    assert agent.t("report-taken-over", number="M-2026-0001", who="x") not in agent.news()


async def test_a_stale_form_takes_nothing_over(town: Town, visitor: Visitor) -> None:
    """When the colleague closed it meanwhile the page says so; before the third day there is neither form nor way."""
    _agent, colleague = await taken(town, visitor)
    page = await opened(visitor)
    await colleague.taps("Sluit")
    await colleague.taps("Afgehandeld")
    closed = await report_of(town)
    answer = await visitor.sends(page, f"{ONE}/over", version="2")
    assert (409, closed) == (answer.status, await report_of(town))
    assert "wacht al langer" not in words(await visitor.get("/today"))


async def test_on_the_second_day_it_is_still_the_colleagues(town: Town, visitor: Visitor) -> None:
    """Who took a report is reminded first; nobody else is offered it."""
    _els, agent, colleague = await reported(town)
    await colleague.taps("Ik pak dit op")
    town.clock.pass_by(hours=71)
    await enrolled(agent, visitor)
    page = await opened(visitor)
    assert "Neem over" not in words(page)
    assert 409 == (await visitor.sends(page, f"{ONE}/over", version="2")).status
    assert 2 == (await report_of(town)).version


async def test_a_reopened_report_says_so_in_its_history(town: Town, visitor: Visitor) -> None:
    """A report that its reporter had reopened is among the new ones again, with that step."""
    els, agent, _colleague = await reported(town)
    await agent.taps("Sluit")
    await agent.taps("Afgehandeld")
    town.clock.pass_by(days=14)
    async with town.storage.transaction() as uow:
        await ask_feedback(uow, town.clock.now())
    await town.deliver()
    await els.taps("Nee")
    await els.taps("Het gaat nog door")
    await els.taps(els.t.plain("feedback-reopen"))
    assert ReportState.RECEIVED is (await report_of(town)).state
    await enrolled(agent, visitor)
    assert "M-2026-0001" in words(await visitor.get("/reports"))
    assert "Opnieuw geopend door wie het meldde: niet goed geholpen" in words(await opened(visitor))
