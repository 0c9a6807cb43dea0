"""Tests of the calendar feed: one's own duties behind a secret link, without names, and nothing for anybody else."""

import re
from datetime import UTC, datetime
from html import unescape
from urllib.parse import urlsplit

import pytest
from icalendar import Calendar

from alerts.role import Role
from tests.bot.duty import on_shift, roster_of
from tests.bot.town import Person, Town
from tests.console.accounts import enrolled, member_of
from tests.console.visitor import Answer, Visitor

CALENDAR = "/roster/calendar"


@pytest.fixture
async def agent(town: Town, visitor: Visitor) -> Person:
    """A police officer of 2900-2999 who is signed in."""
    police = await town.coordinator(90)
    await enrolled(police, visitor)
    return police


async def _link(visitor: Visitor) -> str:
    """Make a link; return its path."""
    made = await visitor.sends(await visitor.get(CALENDAR), CALENDAR)
    [url] = re.findall(r"https?://[^\s<]+/roster/feed/[\w-]+\.ics", unescape(made.text))
    return str(urlsplit(url).path)


def _events(answer: Answer) -> list[tuple[str, datetime, datetime]]:
    assert 200 == answer.status
    assert answer.headers["Content-Type"].startswith("text/calendar")
    found = Calendar.from_ical(answer.text)
    assert isinstance(found, Calendar)
    told = []
    for one in found.events:
        begins, ends = one.start, one.end
        assert isinstance(begins, datetime)
        assert isinstance(ends, datetime)
        told.append((str(one["summary"]), begins, ends))
    return told


async def test_a_calendar_has_ones_own_duties_in_utc(town: Town, visitor: Visitor, agent: Person) -> None:
    """A calendar app without a session reads one's own duties and those after which one is next, to sixty days ahead;
    no number and no shift of a colleague stands in it."""
    bert, roster = await town.coordinator(91), await roster_of(town)
    mine = await on_shift(town, roster, agent, deputy=bert)
    await on_shift(town, roster, bert, begins=mine.ends, ends=mine.begins, deputy=agent)
    theirs = await on_shift(town, roster, bert, begins=mine.begins, ends=mine.ends)
    app = visitor.beside()
    answer = await app.get(await _link(visitor), Cookie="")
    events = _events(answer)
    assert (
        "Dienst voor de postcodes 2900 tot en met 2999",
        datetime(2026, 11, 24, 7, tzinfo=UTC),
        datetime(2026, 11, 24, 15, tzinfo=UTC),
    ) in events
    assert (
        "Daarna aan de beurt voor de postcodes 2900 tot en met 2999",
        datetime(2026, 11, 24, 15, tzinfo=UTC),
        datetime(2026, 11, 25, 7, tzinfo=UTC),
    ) in events
    assert len(events) == len(set(events)) == 2 * 9, "nine Tuesdays within sixty days, twice"
    for number in (await member_of(bert), await member_of(agent)):
        assert f"nr. {number}" not in answer.text
    assert theirs.begins == mine.begins
    assert "private" in answer.headers["Cache-Control"]
    assert "attachment" in answer.headers["Content-Disposition"]
    assert answer.text == (await app.get(await _link(visitor), Cookie="")).text, "the same ids each time"


async def test_a_new_link_ends_the_earlier_and_a_revoked_one_is_no_page(
    town: Town, visitor: Visitor, agent: Person
) -> None:
    """One link counts at a time; the page never shows it again, and a revoked one answers as one that never was."""
    await on_shift(town, await roster_of(town), agent)
    first = await _link(visitor)
    second = await _link(visitor)
    assert (404, 200) == ((await visitor.get(first)).status, (await visitor.get(second)).status)
    page = await visitor.get(CALENDAR)
    assert second not in page.text
    await visitor.sends(page, f"{CALENDAR}/end")
    gone, never = await visitor.get(second), await visitor.get(f"/roster/feed/{'x' * 32}.ics")
    assert (404, 404) == (gone.status, never.status)
    assert "Maak een link" in (await visitor.get(CALENDAR)).text


async def test_a_link_ends_with_the_role(town: Town, visitor: Visitor, agent: Person) -> None:
    """Whoever deals with no reports any more has no calendar."""
    await on_shift(town, await roster_of(town), agent)
    link = await _link(visitor)
    async with town.storage.transaction() as uow:
        for grant in await uow.roles.of_member(await member_of(agent)):
            await uow.roles.end_at(grant.id, town.clock.now())
    assert 404 == (await visitor.beside().get(link)).status


async def test_who_guesses_links_is_refused(town: Town, visitor: Visitor, agent: Person) -> None:
    """After thirty wrong links an address gets no calendar for a while; another address does, and signing in is not
    affected."""
    await on_shift(town, await roster_of(town), agent)
    link = await _link(visitor)
    guesser = visitor.beside()
    guesser.forwarded = "203.0.113.9"
    tried = [(await guesser.get(f"/roster/feed/{n:032}.ics")).status for n in range(31)]
    assert [404] * 30 + [429] == tried
    assert 429 == (await guesser.get(link)).status
    assert 200 == (await visitor.get(link)).status
    assert 200 == (await guesser.get("/sign-in")).status


async def test_whoever_sees_no_reports_has_no_calendar(town: Town, visitor: Visitor) -> None:
    """The page is for those who can stand on a roster."""
    await enrolled(await town.coordinator(92, Role.MUNICIPALITY), visitor)
    assert 403 == (await visitor.get(CALENDAR)).status
