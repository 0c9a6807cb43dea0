"""Tests of duplicates of reports in the console: the same use cases as in the chat."""

import pytest

from alerts.ids import ReportId
from alerts.report import Outcome, ReportState
from tests.bot.reporting import jeweller, report_of, reports
from tests.bot.role_world import ELSEWHERE, HERE, build
from tests.bot.town import Person, Town
from tests.console.accounts import enrolled, recorded
from tests.console.pages.test_reports import opened, reported, words
from tests.console.visitor import Visitor

FIRST, SECOND, TWO = "M-2026-0001", "M-2026-0002", "/reports/2"


async def both(town: Town, visitor: Visitor) -> tuple[Person, Person, Person]:
    """Two shops reported the same robbery: the second one's people, and two coordinators, the first signed in."""
    _els, agent, colleague = await reported(town, kind="robbery")
    bob = await jeweller(town, 2, agent)
    town.clock.pass_by(minutes=20)
    await reports(bob, kind="robbery")
    bob.news()
    await enrolled(agent, visitor)
    return bob, agent, colleague


async def test_a_report_is_joined_to_the_suggested_one(town: Town, visitor: Visitor) -> None:
    """The page says why; the reporter hears it in the chat without whose; both pages and the board show it."""
    bob, agent, _colleague = await both(town, visitor)
    page = await opened(visitor, TWO)
    assert f"{FIRST}: zelfde soort, minder dan 250 m, 20 minuten eerder" in words(page)
    answer = await visitor.sends(page, f"{TWO}/join", version="1", main=FIRST, number="")
    assert (303, TWO) == (answer.status, answer.headers["Location"])
    await town.deliver()
    assert bob.t("report-news-joined", number=SECOND) == bob.news()
    joined = await visitor.get(TWO)
    assert f"Dubbel van melding {FIRST}" in words(joined)
    assert 'href="/reports/1"' in joined.text
    assert not any(way in joined.text for way in (f"{TWO}/close", f"{TWO}/take", f"{TWO}/ask", "/compose?"))
    assert "Dubbel gemaakt van een andere melding, door: overvalcoördinator" in words(joined)
    main = await opened(visitor, "/reports/1")
    assert 'href="/reports/2"' in main.text
    assert SECOND in (await visitor.get("/reports?state=duplicate")).text
    assert SECOND not in (await visitor.get("/reports?state=received")).text
    await visitor.sends(main, "/reports/1/close", version="1", outcome="handled")
    ended = words(await visitor.get(TWO))
    assert "Gesloten, samen met de melding waar deze dubbel van is" in ended
    assert f"Gesloten met melding {FIRST}: afgehandeld." in ended
    assert 1 == await recorded(agent, "report.joined")


async def test_a_typed_number_goes_before_the_choice_and_it_can_be_undone(town: Town, visitor: Visitor) -> None:
    """A number in part will do; who undoes it deals with the report."""
    bob, _agent, _colleague = await both(town, visitor)
    await reports(bob, kind="robbery")
    page = await opened(visitor, "/reports/3")
    assert 303 == (await visitor.sends(page, "/reports/3/join", version="1", main=FIRST, number="2")).status
    assert ReportId(2) == (await report_of(town, 3)).main_id
    page = await visitor.get("/reports/3")
    assert "Toch niet dubbel" in words(page)
    assert 303 == (await visitor.sends(page, "/reports/3/release", version="2")).status
    report = await report_of(town, 3)
    assert (ReportState.TRIAGE, None) == (report.state, report.main_id)
    assert 409 == (await visitor.sends(page, "/reports/3/release", version="2")).status
    assert "Weer losgemaakt, door: overvalcoördinator" in words(await visitor.get("/reports/3"))


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("", "Kies een melding, of typ een nummer."),
        ("99", "geen melding met dat nummer"),
        ("<b>12", "geen melding met dat nummer"),
        ("9" * 400, "geen melding met dat nummer"),
        (SECOND, "dezelfde melding"),
    ],
)
async def test_a_wrong_number_comes_back_as_it_was_typed(town: Town, visitor: Visitor, number: str, why: str) -> None:
    """The page says what is wrong above and beside the choice, and joins nothing."""
    await both(town, visitor)
    page = await opened(visitor, TWO)
    answer = await visitor.sends(page, f"{TWO}/join", version="1", number=number)
    assert 422 == answer.status
    assert 2 == words(answer).count(why)
    assert 'href="#mains"' in answer.text
    assert number == "" or 'value="' + number[:1].replace("<", "&lt;") in answer.text
    assert ReportState.RECEIVED is (await report_of(town, 2)).state


async def test_a_stale_form_joins_nothing(town: Town, visitor: Visitor) -> None:
    """When a colleague took, joined or closed the report, or took the other one back, the page says so."""
    bob, agent, colleague = await both(town, visitor)
    page = await opened(visitor, TWO)
    await colleague.presses("report-take:2:1", colleague.last)
    late = await visitor.sends(page, f"{TWO}/join", version="1", main=FIRST)
    assert (409, True) == (late.status, "Al opgepakt door: stadsmarinier" in words(late))
    await colleague.presses("report-join:2.1:2", colleague.last)
    late = await visitor.sends(page, f"{TWO}/join", version="3", main=FIRST)
    assert (409, True) == (late.status, agent.t.plain("too-late-report-duplicate") in words(late))
    await colleague.presses("report-outcome:1.handled:1", colleague.last)
    late = await visitor.sends(page, f"{TWO}/join", version="4", main=FIRST)
    assert (409, True) == (late.status, "Deze melding is al gesloten" in words(late))
    assert Outcome.DUPLICATE is (await report_of(town, 2)).outcome
    await reports(bob, kind="robbery")
    page = await opened(visitor, "/reports/3")
    receipt = next(one for one in reversed(bob.bubbles) if one.buttons)
    await bob.taps(bob.t.plain("report-back"), receipt)
    await reports(bob, kind="robbery")
    gone = await visitor.sends(await opened(visitor, "/reports/4"), "/reports/4/join", version="1", number="3")
    assert (422, True) == (gone.status, "teruggenomen" in words(gone))


async def test_nobody_joins_an_own_report_or_one_elsewhere(town: Town, visitor: Visitor) -> None:
    """Neither as the duplicate nor as the main report; one of elsewhere is answered as one that is not there."""
    world = await build(town)
    await enrolled(world.people["P"], visitor)
    own, far, here = [await world.report(*of) for of in (("P", HERE), (ELSEWHERE, ELSEWHERE), (HERE, HERE))]
    listed = await visitor.get("/reports")
    for way in ("join", "release"):
        for path, status in ((f"/reports/{own.id}", 403), (f"/reports/{far.id}", 404), ("/reports/999999", 404)):
            form = {"version": "1", "number": str(here.id)}
            assert status == (await visitor.sends(listed, f"{path}/{way}", **form)).status
    answers = [
        await visitor.sends(listed, f"/reports/{here.id}/join", version="1", number=number)
        for number in (str(own.id), str(far.id), "99")
    ]
    assert [422] * 3 == [one.status for one in answers]
    assert 1 == len({words(one).replace(str(own.id), "#").replace(str(far.id), "#") for one in answers[:2]})
    async with town.storage.reading() as uow:
        assert [own, far, here] == [await uow.reports.get(one.id) for one in (own, far, here)]
