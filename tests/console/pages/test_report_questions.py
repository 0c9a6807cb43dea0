"""Tests of the question about a report in the console: the same use case as in the chat."""

import pytest

from alerts.report import QUESTION_LENGTH, ReportState
from tests.bot.reporting import report_of
from tests.bot.role_world import ELSEWHERE, HERE, build
from tests.bot.town import Town
from tests.console.accounts import enrolled, recorded
from tests.console.pages.test_reports import ONE, opened, reported, words
from tests.console.visitor import Visitor

ASKED, SAID = "Welke kleur had de auto?", "Donkerblauw, een oude stationwagen."


async def test_a_question_is_asked_and_answered(town: Town, visitor: Visitor) -> None:
    """The shop gets the question in the chat; the page shows both with their steps, and has no form for a second."""
    els, agent, _colleague = await reported(town)
    await enrolled(agent, visitor)
    page = await opened(visitor)
    assert "Stel de vraag" in words(page)
    answer = await visitor.sends(page, f"{ONE}/ask", question=ASKED)
    assert (303, ONE) == (answer.status, answer.headers["Location"])
    await town.deliver()
    assert ASKED in els.news()
    assert "M-2026-0001" in (await visitor.get("/reports?state=asked")).text
    await els.taps(els.t.plain("report-answer"))
    await els.types(SAID)
    page = await visitor.get(ONE)
    assert 2 == words(page).count(SAID), "on the card and in the history"
    for step in ("Opgepakt door: overvalcoördinator", "Vraag aan wie het meldde, van: overvalcoördinator"):
        assert step in words(page)
    assert "Antwoord van wie het meldde" in words(page)
    assert "Stel de vraag" not in words(page)
    assert "M-2026-0001" not in (await visitor.get("/reports?state=asked")).text
    assert 1 == await recorded(agent, "report.asked")


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("", "leeg"),
        ("x" * (QUESTION_LENGTH + 1), str(QUESTION_LENGTH)),
        ("Was het 12-ABC-3?", "12-ABC-3"),
    ],
)
async def test_a_wrong_question_comes_back_as_it_was_typed(
    town: Town, visitor: Visitor, typed: str, wrong: str
) -> None:
    """The page says what is wrong above and beside the field, and nothing typed is lost."""
    _els, agent, _colleague = await reported(town)
    await enrolled(agent, visitor)
    answer = await visitor.sends(await opened(visitor), f"{ONE}/ask", question=typed)
    assert 422 == answer.status
    assert f">{typed}</textarea>" in answer.text
    assert 'href="#question"' in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert wrong in words(answer) or not typed
    assert ReportState.RECEIVED is (await report_of(town)).state


async def test_a_colleague_who_asked_first_is_told(town: Town, visitor: Visitor) -> None:
    """Of two who ask, the second reads that it was done, and sees what they typed."""
    els, agent, colleague = await reported(town)
    await enrolled(agent, visitor)
    page = await opened(visitor)
    await colleague.taps(colleague.t.plain("report-ask"))
    await colleague.types("Hoe laat was het?")
    late = await visitor.sends(page, f"{ONE}/ask", question=ASKED)
    assert 409 == late.status
    assert agent.t.plain("too-late-report-asked") in words(late)
    assert ASKED in words(late)
    await town.deliver()
    assert ASKED not in els.news()
    await colleague.taps("Sluit")
    await colleague.taps(colleague.t.plain("report-close-handled"))
    late = await visitor.sends(page, f"{ONE}/ask", question=ASKED)
    assert (409, True) == (late.status, "Deze melding is al gesloten" in words(late))
    assert 2 == await recorded(agent, "request.refused")


async def test_an_erased_reporter_is_not_asked(town: Town, visitor: Visitor) -> None:
    """Between the page and the form the reporter was erased: the page says so, and has no form any more."""
    els, agent, _colleague = await reported(town)
    await enrolled(agent, visitor)
    page = await opened(visitor)
    await els.types("/verwijder")
    await els.taps(els.t.plain("erase-yes"))
    late = await visitor.sends(page, f"{ONE}/ask", question=ASKED)
    assert 409 == late.status
    assert agent.t.plain("too-late-report-unreachable") in words(late)
    assert "Stel de vraag" not in words(late)


async def test_nobody_asks_about_their_own_report_or_one_elsewhere(town: Town, visitor: Visitor) -> None:
    """An own report is refused, and one of another place is answered as one that is not there, whatever was typed."""
    world = await build(town)
    await enrolled(world.people["P"], visitor)
    own, far = await world.report("P", HERE), await world.report(ELSEWHERE, ELSEWHERE)
    listed = await visitor.get("/reports")
    for typed in (ASKED, ""):
        for path, status in ((f"/reports/{own.id}", 403), (f"/reports/{far.id}", 404), ("/reports/999999", 404)):
            assert status == (await visitor.sends(listed, f"{path}/ask", question=typed)).status
    async with town.storage.reading() as uow:
        assert [own, far] == [await uow.reports.get(one.id) for one in (own, far)]
