"""Tests of the board of reports and of a report's page: the same use cases as in the chat."""

import re
from html import unescape

import pytest

from alerts.area import Place
from alerts.report import NewReport, Outcome, ReportContent, ReportKind, ReportState
from alerts.role import Role
from alerts.services.report.list_reports import PAGE
from bot.conversation.view import View
from bot.render.report import report_card
from tests.bot.reporting import jeweller, report_of, reports
from tests.bot.role_world import ELSEWHERE, HERE, PC4, build
from tests.bot.town import BOT_NAME, ZONE, Person, Town
from tests.console.accounts import enrolled, recorded
from tests.console.visitor import Answer, Visitor

ONE = "/reports/1"


def words(page: Answer) -> str:
    """The page without its markup."""
    return unescape(re.sub(r"<[^>]+>", "", page.text))


async def opened(visitor: Visitor, path: str = ONE) -> Answer:
    """Open a report for triage."""
    await visitor.sends(await visitor.get(path), f"{path}/read", purpose="triage")
    return await visitor.get(path)


async def reported(town: Town, *, kind: str = "reconnaissance") -> tuple[Person, Person, Person]:
    """Have a verified jeweller report; return the jeweller and two coordinators of the place."""
    agent, colleague = await town.coordinator(90), await town.coordinator(91, Role.CITY_MARSHAL)
    els = await jeweller(town, 1, agent)
    await reports(els, kind=kind)
    els.news()
    return els, agent, colleague


async def test_a_report_is_read_for_a_purpose(town: Town, visitor: Visitor) -> None:
    """Nothing of the content is shown before a purpose is stated; the record has the purpose, once in twelve hours."""
    _els, agent, _colleague = await reported(town)
    await enrolled(agent, visitor)
    asked = await visitor.get(ONE)
    assert "Waarvoor" in words(asked)
    assert "M-2026-0001" in words(asked)
    assert not any(word in words(asked) for word in ("De Parel", "foto’s"))
    assert 404 == (await visitor.sends(asked, f"{ONE}/read", purpose="curiosity")).status
    answer = await visitor.sends(asked, f"{ONE}/read", purpose="pattern")
    assert (303, ONE) == (answer.status, answer.headers["Location"])
    for _ in range(2):
        assert "De Parel 1" in words(await visitor.get(ONE))
    assert 1 == await recorded(agent, "report.read")
    town.clock.pass_by(hours=12)
    await visitor.signs_in(await enrolled(agent, visitor))
    assert "De Parel" not in words(await visitor.get(ONE))


async def test_the_page_says_what_the_card_says(town: Town, visitor: Visitor) -> None:
    """The page has the words of the card in the chat, and what was added; it names functions and nobody."""
    els, agent, _colleague = await reported(town)
    await els.taps("Aanvullen")
    await els.types("Hij had ook een rode rugzak.")
    await enrolled(agent, visitor)
    page = await opened(visitor)
    async with town.storage.reading() as uow:
        view = View({}, agent.t.for_police, uow, town.clock.now(), ZONE, BOT_NAME)
        card = await report_card(await uow.reports.get((await report_of(town)).id), view)
    assert unescape(re.sub(r"<[^>]+>", "", card.text)) in words(page)
    assert 2 == words(page).count("rode rugzak"), "on the card and in the history"
    assert "Aangevuld door wie het meldde" in words(page)
    assert str(els.id) not in page.text


async def test_taking_and_closing_tell_the_shop(town: Town, visitor: Visitor) -> None:
    """A coordinator takes and closes the report in the console; the shop hears each in the chat, and the cards of
    colleagues change."""
    els, agent, colleague = await reported(town)
    await enrolled(agent, visitor)
    page = await opened(visitor)
    answer = await visitor.sends(page, f"{ONE}/take", version="1")
    assert (303, ONE) == (answer.status, answer.headers["Location"])
    await town.deliver()
    assert "is opgepakt door: overvalcoördinator" in els.news()
    assert "Opgepakt door: overvalcoördinator" in colleague.last.text
    taken = await visitor.get(ONE)
    assert "Ik pak dit op" not in words(taken)
    answer = await visitor.sends(taken, f"{ONE}/close", version="2", outcome="unfounded")
    assert 303 == answer.status
    await town.deliver()
    assert "er bleek niets aan de hand" in els.news()
    report = await report_of(town)
    assert (ReportState.CLOSED, Outcome.UNFOUNDED) == (report.state, report.outcome)
    closed = await visitor.get(ONE)
    assert "/close" not in closed.text
    for told in ("Gemeld", "Opgepakt door: overvalcoördinator", "Gesloten door: overvalcoördinator"):
        assert told in words(closed)


async def test_a_notice_is_made_of_a_report(town: Town, visitor: Visitor) -> None:
    """The page leads to a new notice that has what was reported; that of a closed report does not."""
    _els, agent, _colleague = await reported(town)
    await enrolled(agent, visitor)
    page = await opened(visitor)
    path = "/compose?report=M-2026-0001"
    assert f'href="{path}"' in page.text
    assert "M-2026-0001" in (await visitor.get(path)).text
    await visitor.sends(page, f"{ONE}/close", version="1", outcome="handled")
    assert "/compose?" not in (await visitor.get(ONE)).text


async def test_a_stale_form_says_who_was_first(town: Town, visitor: Visitor) -> None:
    """Between the page and the form a colleague takes the report in the chat: neither form does anything, both say who,
    and the chosen outcome stays chosen."""
    _els, agent, colleague = await reported(town)
    await enrolled(agent, visitor)
    page = await opened(visitor)
    await colleague.taps("Ik pak dit op")
    for way in ("take", "close"):
        late = await visitor.sends(page, f"{ONE}/{way}", version="1", outcome="linked")
        assert 409 == late.status
        assert "Al opgepakt door: stadsmarinier" in words(late)
        assert ("checked" in late.text) == (way == "close")
    assert (ReportState.TRIAGE, 2) == ((await report_of(town)).state, (await report_of(town)).version)
    await colleague.taps("Sluit")
    await colleague.taps("Afgehandeld")
    late = await visitor.sends(page, f"{ONE}/close", version="2", outcome="linked")
    assert (409, True) == (late.status, "Deze melding is al gesloten" in words(late))
    assert Outcome.HANDLED is (await report_of(town)).outcome
    assert 3 == await recorded(agent, "request.refused")


async def test_an_own_step_that_came_in_between_is_no_colleague(town: Town, visitor: Visitor) -> None:
    """A form from before an own step in the chat says that the report changed, and names nobody."""
    _els, agent, _colleague = await reported(town)
    await enrolled(agent, visitor)
    page = await opened(visitor)
    await agent.taps("Ik pak dit op")
    late = await visitor.sends(page, f"{ONE}/close", version="1", outcome="handled")
    assert 409 == late.status
    assert "net gewijzigd" in words(late)
    assert "Al opgepakt" not in words(late)


@pytest.mark.parametrize("outcome", ["", "withdrawn", "escalated", "duplicate", "<script>"])
async def test_an_outcome_is_chosen_from_the_list(town: Town, visitor: Visitor, outcome: str) -> None:
    """Without an outcome that people choose the page says what lacks, beside the choices and above them."""
    _els, agent, _colleague = await reported(town)
    await enrolled(agent, visitor)
    answer = await visitor.sends(await opened(visitor), f"{ONE}/close", version="1", outcome=outcome)
    assert 422 == answer.status
    assert 2 == words(answer).count("Kies eerst hoe het is afgelopen.")
    assert 'href="#outcomes"' in answer.text
    assert ReportState.RECEIVED is (await report_of(town)).state


@pytest.mark.parametrize("version", ["", "0", "-1", "x", "²", "9" * 30])
async def test_a_version_that_is_none_changes_nothing(town: Town, visitor: Visitor, version: str) -> None:
    """Whatever stands in place of the version counts as an old one."""
    _els, agent, _colleague = await reported(town)
    await enrolled(agent, visitor)
    page = await opened(visitor)
    for way in ("take", "close"):
        assert 409 == (await visitor.sends(page, f"{ONE}/{way}", version=version, outcome="handled")).status
    assert 1 == (await report_of(town)).version


async def test_nobody_deals_with_their_own_report(town: Town, visitor: Visitor) -> None:
    """An officer who reported finds the report neither in the list nor by its page, and no form closes it."""
    world = await build(town)
    await enrolled(world.people["P"], visitor)
    report = await world.report("P", HERE)
    listed = await visitor.get("/reports")
    assert report.number not in listed.text
    path = f"/reports/{report.id}"
    assert 403 == (await visitor.get(path)).status
    for way in ("read", "take", "close"):
        answer = await visitor.sends(listed, f"{path}/{way}", purpose="triage", version="1", outcome="handled")
        assert 403 == answer.status
    async with town.storage.reading() as uow:
        assert report == await uow.reports.get(report.id)


async def test_what_is_elsewhere_and_what_is_not_there_is_one_answer(town: Town, visitor: Visitor) -> None:
    """A report of another place and one that never was get the same page, for each page and form."""
    world = await build(town)
    await enrolled(world.people["P"], visitor)
    far = await world.report(ELSEWHERE, ELSEWHERE)
    listed = await visitor.get("/reports")
    never = await visitor.get("/reports/999999")
    for path in (f"/reports/{far.id}", "/reports/999999"):
        shown = await visitor.get(path)
        assert (404, never.text) == (shown.status, shown.text)
        for way in ("read", "take", "close"):
            answer = await visitor.sends(listed, f"{path}/{way}", purpose="triage", version="1", outcome="handled")
            assert 404 == answer.status
    for bad in ("/reports/0", "/reports/x", f"/reports/{'9' * 30}", f"/reports/{far.id}/else", "/reports/-1"):
        assert 404 == (await visitor.get(bad)).status
    async with town.storage.reading() as uow:
        assert far == await uow.reports.get(far.id)


async def test_the_board_has_a_list_for_each_state(town: Town, visitor: Visitor) -> None:
    """A report moves from the new ones to those that are taken, and to those that are closed."""
    _els, agent, _colleague = await reported(town)
    await enrolled(agent, visitor)
    for state, act in (("received", "take"), ("triage", "close"), ("closed", "")):
        for tab in ReportState:
            assert (tab == state) == ("M-2026-0001" in (await visitor.get(f"/reports?state={tab}")).text)
        if act:
            page = await opened(visitor)
            version = str((await report_of(town)).version)
            await visitor.sends(page, f"{ONE}/{act}", version=version, outcome="handled")
    assert "Gesloten: afgehandeld." in words(await visitor.get("/reports?state=closed"))


async def test_the_filter_narrows_the_board_down(town: Town, visitor: Visitor) -> None:
    """Kind, branch and period leave out what does not fit; what is no choice of the form leaves out nothing."""
    _els, agent, _colleague = await reported(town)
    town.clock.pass_by(days=2)
    await enrolled(agent, visitor)
    for query in ("kind=reconnaissance", "branch=jeweller", "period=week", "kind=<b>&branch=x&period=y&after=z"):
        assert "M-2026-0001" in (await visitor.get(f"/reports?{query}")).text, query
    for query in ("kind=robbery", "branch=optician", "period=day", "kind=reconnaissance&period=day"):
        page = await visitor.get(f"/reports?{query}")
        assert "M-2026-0001" not in page.text, query
        assert "Geen melding past bij je keuze" in words(page)
    chosen = await visitor.get("/reports?kind=robbery&period=week")
    assert 2 == chosen.text.count(" selected")
    assert "state=closed&amp;kind=robbery&amp;period=week" in chosen.text, "the other lists keep the filter"


async def test_a_long_board_goes_on(town: Town, visitor: Visitor) -> None:
    """Beyond fifty reports the page leads to the next, with the robbery on the first; each report stands on one."""
    world = await build(town)
    await enrolled(world.people["P"], visitor)
    async with town.storage.transaction() as uow:
        await world.person(uow, "witness")
        place = Place(PC4[HERE])
        told = NewReport(ReportKind.RECONNAISSANCE, ReportContent(), place, world.members["witness"], None, True)
        for _ in range(PAGE + 1):
            await uow.reports.add(told, await uow.reports.next_number(2026), town.clock.now())
    els, agent = town.person(1), await town.coordinator(90)
    await els.subscribes("2903AB", "jeweller", "De Parel", "1")
    await agent.taps("Verifiëren")
    await reports(els, kind="robbery")
    first = await visitor.get("/reports")
    numbers = re.findall(r"M-2026-\d{4}", first.text)
    assert (PAGE, f"M-2026-{PAGE + 2:04}") == (len(numbers), numbers[0])
    [onwards] = re.findall(r'href="(/reports\?[^"]*after=[^"]+)"', first.text)
    second = await visitor.get(unescape(onwards))
    assert PAGE + 2 == len({*numbers, *re.findall(r"M-2026-\d{4}", second.text)})
    assert "after=" not in second.text
    assert "Begin vooraan" in words(second)
