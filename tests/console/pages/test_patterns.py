"""Tests of the list of possible patterns and of the page of one: the same use cases as in the chat."""

import re
from dataclasses import replace

from alerts.ids import PatternId
from alerts.patterns import DismissReason, PatternState, Rules
from alerts.report import Outcome, ReportState
from alerts.services.pattern.find_patterns import find_patterns
from tests.bot.town import Town
from tests.console.accounts import enrolled, recorded
from tests.console.pages.test_reports import words
from tests.console.visitor import Visitor
from tests.looking_alike import elsewhere, found_in, scouted


async def state_of(town: Town, number: PatternId) -> PatternState:
    async with town.storage.reading() as uow:
        return (await uow.patterns.get(number)).state


async def test_the_page_says_why_what_does_not_fit_and_the_reports_in_order(town: Town, visitor: Visitor) -> None:
    """The table has all that the map has: a numbered mark for each report, its place and its number."""
    number = await found_in(town.storage, town.clock.now())
    async with town.storage.reading() as uow:
        reports = [await uow.reports.get(one) for one in (await uow.patterns.get(number)).reports]
    await enrolled(await town.coordinator(90), visitor)
    page = await visitor.get(f"/patterns/{number}")
    told = words(page)
    assert "maakt foto’s of filmt (3 van 3)" in told
    assert "Er is niets dat niet past." in told
    assert "niet over een persoon" in told
    assert "De Parel" not in told
    table = page.text.partition("<tbody>")[2].partition("</tbody>")[0]
    assert [one.number for one in reports] == re.findall(r"M-2026-\d+", words_of(table))
    assert 3 == table.count("2903<br>") == page.text.count('tabindex="-1" transform="translate')
    assert f'href="/compose?pattern={number}"' in page.text


def words_of(html: str) -> str:
    return re.sub(r"<[^>]+>", " ", html)


async def test_the_list_has_open_and_dismissed_patterns_apart(town: Town, visitor: Visitor) -> None:
    number = await found_in(town.storage, town.clock.now())
    await enrolled(await town.coordinator(90), visitor)
    listed = await visitor.get("/patterns")
    assert f"Nr. {number}: 3 meldingen, 2903" in words(listed)
    assert "Er zijn geen afgewezen patronen." in words(await visitor.get("/patterns?state=dismissed"))
    page = await visitor.get(f"/patterns/{number}")
    answer = await visitor.sends(page, f"/patterns/{number}/dismiss", reason="known", version="1")
    assert (303, f"/patterns/{number}") == (answer.status, answer.headers["Location"])
    async with town.storage.reading() as uow:
        assert DismissReason.KNOWN is (await uow.patterns.get(number)).reason
    assert "Er zijn nu geen patronen." in words(await visitor.get("/patterns"))
    assert f"Nr. {number}" in words(await visitor.get("/patterns?state=dismissed"))
    page = await visitor.get(f"/patterns/{number}")
    assert "Het is al bekend en loopt al" in words(page)
    assert "/dismiss" not in page.text


async def test_a_form_without_a_reason_says_so_beside_the_field(town: Town, visitor: Visitor) -> None:
    number = await found_in(town.storage, town.clock.now())
    await enrolled(await town.coordinator(90), visitor)
    page = await visitor.get(f"/patterns/{number}")
    for reason in ("", "rubbish"):
        answer = await visitor.sends(page, f"/patterns/{number}/dismiss", reason=reason, version="1")
        assert 422 == answer.status
        assert 'href="#reasons"' in answer.text
        assert 'id="no-reason"' in answer.text
    assert PatternState.OPEN is await state_of(town, number)


async def test_a_form_from_before_another_report_joined_changes_nothing(town: Town, visitor: Visitor) -> None:
    """The page says so with the reason still chosen; a second dismissal says that it was done already."""
    number = await found_in(town.storage, town.clock.now())
    await enrolled(await town.coordinator(90), visitor)
    page = await visitor.get(f"/patterns/{number}")
    await scouted(town.storage, town.clock.now(), metres=300)
    await find_patterns(town.storage, Rules(), town.clock.now())
    for version in ("1", "rubbish"):
        answer = await visitor.sends(page, f"/patterns/{number}/dismiss", reason="coincidence", version=version)
        assert 409 == answer.status
        assert 'value="coincidence" checked' in answer.text
    assert PatternState.OPEN is await state_of(town, number)
    for status in (303, 409):
        answer = await visitor.sends(page, f"/patterns/{number}/dismiss", reason="coincidence", version="2")
        assert status == answer.status
    assert "al afgewezen" in words(answer)


async def test_a_pattern_elsewhere_answers_as_one_that_does_not_exist(town: Town, visitor: Visitor) -> None:
    there = await found_in(town.storage, town.clock.now(), **elsewhere())
    await enrolled(await town.coordinator(90), visitor)
    account = await visitor.get("/account")
    for number in (there, 99):
        for path in (f"/patterns/{number}", f"/compose?pattern={number}"):
            assert 404 == (await visitor.get(path)).status
        assert 404 == (await visitor.sends(account, f"/patterns/{number}/dismiss", reason="known", version="1")).status
    assert "M-2026" not in (await visitor.get("/patterns")).text


async def test_a_pattern_whose_report_came_to_nothing_is_gone_at_once(town: Town, visitor: Visitor) -> None:
    number = await found_in(town.storage, town.clock.now())
    await enrolled(await town.coordinator(90), visitor)
    page = await visitor.get(f"/patterns/{number}")
    async with town.storage.transaction() as uow:
        report = await uow.reports.get((await uow.patterns.get(number)).reports[0])
        closed = replace(report, state=ReportState.CLOSED, outcome=Outcome.UNFOUNDED, closed_at=town.clock.now())
        await uow.reports.save(closed)
    assert 404 == (await visitor.get(f"/patterns/{number}")).status
    answer = await visitor.sends(page, f"/patterns/{number}/dismiss", reason="known", version="1")
    assert 404 == answer.status


async def test_a_notice_of_a_pattern_opens_filled_in(town: Town, visitor: Visitor) -> None:
    number = await found_in(town.storage, town.clock.now())
    await enrolled(await town.coordinator(90), visitor)
    page = await visitor.get(f"/compose?pattern={number}")
    assert 200 == page.status
    assert "grijze bestelbus" in page.text
    assert "zwarte kleding" in page.text
    assert re.search(r'value="P3"[^>]*(?:checked|selected)', page.text)


async def test_reading_is_recorded_once_in_a_working_day(town: Town, visitor: Visitor) -> None:
    number = await found_in(town.storage, town.clock.now())
    agent = await town.coordinator(90)
    await enrolled(agent, visitor)
    for _ in range(2):
        await visitor.get(f"/patterns/{number}")
    assert 1 == await recorded(agent, "pattern.read")
