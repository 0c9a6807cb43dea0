"""Tests of the search box: what it leads to, for whom, and what it never tells."""

import pytest

from tests.bot.role_world import ELSEWHERE, HERE, RoleWorld, build
from tests.bot.town import Town
from tests.console.accounts import enrolled, recorded
from tests.console.pages.test_reports import words
from tests.console.pages.test_shops import signed_up
from tests.console.visitor import Answer, Visitor
from tests.roles_table import LETTERS, rows

NOTHING = "Niets gevonden"


def leads(answer: Answer) -> str:
    """Return where the search leads; empty for a page."""
    return answer.headers.get("Location", "") if answer.status == 303 else ""


async def test_each_way_to_write_a_number_leads_to_it(town: Town, visitor: Visitor) -> None:
    """A notice that runs, one that waits and a report are found with and without year, capitals, dashes and spaces."""
    world = await build(town)
    await enrolled(world.people["P"], visitor)
    live, report = await world.live(HERE), await world.report(HERE, HERE)
    waiting = await world.pending(HERE)
    assert ("2026-0001", "2026-0002", "M-2026-0001") == (live.number, waiting.number, report.number)
    for typed in ("2026-0001", "2026%200001", "2026-1", "1", "0001"):
        assert f"/alerts/{live.id}" == leads(await visitor.get(f"/search?q={typed}"))
    for typed in ("2026-0002", "2", "%202%20"):
        assert f"/approvals/{waiting.id}/{waiting.version}" == leads(await visitor.get(f"/search?q={typed}"))
    for typed in ("M-2026-0001", "m-2026-1", "m1", "M%201", "m%202026%201"):
        assert f"/reports/{report.id}" == leads(await visitor.get(f"/search?q={typed}"))
    for typed in ("2025-0001", "3", "m2", "2026-0001x", "m-2025-0001"):
        assert NOTHING in words(await visitor.get(f"/search?q={typed}"))


@pytest.mark.parametrize("letter", [one for one in LETTERS if one != "R"])
@pytest.mark.parametrize("where", [HERE, ELSEWHERE])
async def test_a_search_finds_what_its_page_shows(town: Town, visitor: Visitor, letter: str, where: str) -> None:
    """For each role a number leads to its page exactly where that page is this person's; else it answers as a number
    that nothing has."""
    world = await build(town)
    await enrolled(world.people[letter], visitor)
    live, report = await world.live(where), await world.report(where, where)
    waiting = await world.pending(where)
    for number, path in (
        (live.number, f"/alerts/{live.id}"),
        (waiting.number, f"/approvals/{waiting.id}/{waiting.version}"),
        (report.number, f"/reports/{report.id}"),
    ):
        is_shown = (await visitor.get(path)).status == 200
        found, missing = await visitor.get(f"/search?q={number}"), await visitor.get("/search?q=2026-0999")
        assert (path if is_shown else "") == leads(found)
        if not is_shown:
            assert words(missing).replace("2026-0999", str(number)) == words(found)
    cell = rows()["Verify shops"].cells[letter]
    found = await visitor.get(f"/search?q={world.shops[where].pc6}")
    assert (cell == "●" and where == HERE) == (found.status == 303 or f"/shops/{world.shops[where].id}" in found.text)


async def test_a_refusal_is_on_the_record(town: Town, visitor: Visitor) -> None:
    """Whoever tries the number of another scope leaves the same trace as at its page."""
    world = await build(town)
    await enrolled(world.people["P"], visitor)
    elsewhere = await world.live(ELSEWHERE)
    before = await recorded(world.people["P"], "request.refused")
    await visitor.get(f"/search?q={elsewhere.number}")
    assert before + 1 == await recorded(world.people["P"], "request.refused")


async def test_shops_are_found_by_postcode_and_name(town: Town, visitor: Visitor) -> None:
    """One shop is led to; of several, and of a number that may be two things, there is a list by kind."""
    agent = await town.coordinator(90)
    await signed_up(town)
    await enrolled(agent, visitor)
    for typed in ("de%20par", "DE%20PAREL", "2903AB", "2903%20ab", "2903"):
        assert "/shops/1" == leads(await visitor.get(f"/search?q={typed}"))
    for typed in ("parel", "2904", "%25", "%00"):
        assert "" == leads(await visitor.get(f"/search?q={typed}"))
    await signed_up(town, 2, name="12 Parels", house_number="9")
    listed = await visitor.get("/search?q=2903AB")
    for part in ("Zaken", "De Parel", "12 Parels", "2903 AB 9"):
        assert part in words(listed)
    assert "/shops/2" == leads(await visitor.get("/search?q=12"))


async def test_more_shops_than_fit_lead_to_the_whole_list(town: Town, visitor: Visitor) -> None:
    """Ten shops are shown, and a link to the list of all."""
    world = await build(town)
    async with town.storage.transaction() as uow:
        await world.person(uow, "new")
        for number in range(11):
            await world.shop(uow, "new", HERE, called=f"Zaak {number}")
    await enrolled(world.people["P"], visitor)
    listed = await visitor.get("/search?q=zaak")
    assert (10, True) == (listed.text.count('href="/shops/'), 'href="/shops?name=zaak"' in listed.text)
    assert "/shops?name=zaak" not in (await visitor.get("/search?q=zaak%201")).text


async def test_the_box_keeps_what_was_typed(town: Town, visitor: Visitor) -> None:
    """What was typed stands in the box again, as text; nothing typed is answered with how to search."""
    agent = await town.coordinator(90)
    await enrolled(agent, visitor)
    page = await visitor.get("/search?q=%22%3E%3Cb%3E")
    assert 'name="q" value="&#34;&gt;&lt;b&gt;"' in page.text
    assert NOTHING in words(page)
    assert NOTHING not in words(await visitor.get("/search"))
    assert 'name="q" value=""' in (await visitor.get("/today")).text


async def test_whoever_can_find_nothing_has_no_box(town: Town, visitor: Visitor) -> None:
    """After the role ended the box is gone, and its page finds nothing."""
    world: RoleWorld = await build(town)
    await enrolled(world.people["P"], visitor)
    live = await world.live(HERE)
    assert 'action="/search"' in (await visitor.get("/account")).text
    await world.end_roles()
    town.clock.pass_by(seconds=1)
    assert 'action="/search"' not in (await visitor.get("/account")).text
    assert NOTHING in words(await visitor.get(f"/search?q={live.number}"))


async def test_words_find_notices(town: Town, visitor: Visitor) -> None:
    """A word, a kind or a month of a notice leads to it, for who reads it; for others as if it were not there."""
    world = await build(town)
    live = await world.live(HERE)
    word = live.content.what.split()[-1].strip(".")
    await enrolled(world.people["P"], visitor)
    for typed in (word, "November 2026", f"{word.upper()} november"):
        assert f"/alerts/{live.id}" in (leads(found := await visitor.get(f"/search?q={typed}")) or found.text)
    assert NOTHING in words(await visitor.get("/search?q=oktober 2026"))
    other = await world.live(ELSEWHERE)
    assert f"/alerts/{other.id}" not in (await visitor.get("/search?q=november")).text
