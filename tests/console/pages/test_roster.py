"""Tests of the duty roster in the console: the same use cases as /rooster in the chat."""

from datetime import date

import pytest

from alerts.duty_roster import ShiftChange
from alerts.ids import RosterId, ShiftId
from alerts.role import Role
from tests.bot.duty import on_shift, roster_of
from tests.bot.town import Person, Town
from tests.console.accounts import enrolled, member_of, recorded
from tests.console.pages.test_reports import words
from tests.console.visitor import Visitor

ONE = "/roster/1"
TODAY = date(2026, 11, 24)  # a Tuesday
NEW = {"day": "2026-11-24", "begins": "08:00", "ends": "16:00", "every": "1", "deputy": "0", "last": ""}


@pytest.fixture
async def agent(town: Town, visitor: Visitor) -> Person:
    """A police officer of 2900-2999 who is signed in."""
    police = await town.coordinator(90)
    await enrolled(police, visitor)
    return police


async def _changes(town: Town, shift: int = 1) -> list[ShiftChange]:
    async with town.storage.reading() as uow:
        return await uow.rosters.changes([ShiftId(shift)], TODAY, TODAY)


async def test_a_roster_is_begun_and_filled(town: Town, visitor: Visitor, agent: Person) -> None:
    """The first coordinator begins the roster; a shift stands in the table, and the gaps are said."""
    page = await visitor.get("/roster")
    assert "nog geen rooster" in words(page)
    begun = await visitor.sends(page, "/roster", scope="2900-2999")
    assert (303, ONE) == (begun.status, begun.headers["Location"])
    page = await visitor.get(ONE)
    assert "In deze week staat nog geen dienst" in words(page)
    added = await visitor.sends(page, f"{ONE}/shifts", member=str(await member_of(agent)), **NEW)
    assert (303, f"{ONE}?week=2026-11-23&kept") == (added.status, added.headers["Location"])
    shown = words(await visitor.get(added.headers["Location"]))
    for part in ("Bewaard", "08:00–16:00 jij", "Niemand heeft dienst: di 24 november 16:00 tot ma 30 november 00:00"):
        assert part in shown
    assert 303 == (await visitor.get("/roster")).status, "the only roster is opened at once"
    assert 1 == await recorded(agent, "roster.begun")
    assert 1 == await recorded(agent, "roster.shift_added")


async def test_all_that_is_wrong_is_told_beside_its_field(town: Town, visitor: Visitor, agent: Person) -> None:
    """A form with mistakes comes back with each of them beside its field, and nothing typed is lost."""
    await roster_of(town)
    page = await visitor.get(ONE)
    wrong = {"day": "31-2", "begins": "8", "ends": "25:00", "last": "ooit", "every": "1", "deputy": "0"}
    answer = await visitor.sends(page, f"{ONE}/shifts", member="1", **wrong)
    assert 422 == answer.status
    for name in ("day", "begins", "ends", "last"):
        assert f'id="wrong-{name}"' in answer.text
        assert f'href="#{name}"' in answer.text
        assert f'value="{wrong[name]}"' in answer.text
    async with town.storage.reading() as uow:
        assert [] == await uow.rosters.shifts([RosterId(1)], TODAY, TODAY)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"member": "999"}, "member"),
        ({"deputy": "SELF"}, "deputy"),
        ({"day": "2026-11-23"}, "day"),
        ({"day": "2028-01-01"}, "day"),
        ({"last": "2026-11-23"}, "last"),
        ({"every": "7"}, "every"),
    ],
)
async def test_a_shift_that_cannot_be_is_refused(
    town: Town, visitor: Visitor, agent: Person, change: dict[str, str], field: str
) -> None:
    """People who may not stand there, days past or too far, and an unknown rhythm are refused at their field."""
    await roster_of(town)
    me = str(await member_of(agent))
    form = {"member": me, **NEW, **{name: me if value == "SELF" else value for name, value in change.items()}}
    answer = await visitor.sends(await visitor.get(ONE), f"{ONE}/shifts", **form)
    assert (422, True) == (answer.status, f'id="wrong-{field}"' in answer.text)


async def test_a_shift_is_handed_over_cancelled_and_restored(town: Town, visitor: Visitor, agent: Person) -> None:
    """On its own page a shift is given to a colleague, cancelled, and made as usual again; the colleague is told."""
    bert = await town.coordinator(91)
    await on_shift(town, await roster_of(town), agent)
    path, other = f"{ONE}/shifts/1/2026-11-24", str(await member_of(bert))
    bert.news()
    page = await visitor.get(path)
    assert "di 24 november 08:00–16:00" in words(page)
    given = await visitor.sends(page, path, had=str(await member_of(agent)), what="hand_over", member=other)
    assert (303, f"{ONE}?week=2026-11-23&kept") == (given.status, given.headers["Location"])
    assert [ShiftChange(ShiftId(1), TODAY, await member_of(bert))] == await _changes(town)
    await town.deliver()
    assert "Je hebt dienst" in bert.news()
    await visitor.sends(page, path, had=other, what="cancel")
    assert [ShiftChange(ShiftId(1), TODAY, None)] == await _changes(town)
    assert "vervalt" in words(await visitor.get(ONE))
    await visitor.sends(page, path, had="0", what="restore")
    assert [] == await _changes(town)


async def test_shifts_are_exchanged(town: Town, visitor: Visitor, agent: Person) -> None:
    """Two shifts change hands, each on its day."""
    bert, roster = await town.coordinator(91), await roster_of(town)
    mine = await on_shift(town, roster, agent)
    theirs = await on_shift(town, roster, bert, begins=mine.ends, ends=mine.begins)
    path, me, other = f"{ONE}/shifts/{mine.id}/2026-11-24", await member_of(agent), await member_of(bert)
    chosen = f"{theirs.id}.2026-11-24.{other}"
    page = await visitor.get(path)
    assert f'value="{chosen}"' in page.text
    await visitor.sends(page, path, had=str(me), what="exchange", other=chosen)
    assert [ShiftChange(mine.id, TODAY, other)] == await _changes(town, mine.id)
    assert [ShiftChange(theirs.id, TODAY, me)] == await _changes(town, theirs.id)
    for wrong in ("", "1", f"{theirs.id}.ooit.{other}"):
        assert 422 == (await visitor.sends(page, path, had=str(other), what="exchange", other=wrong)).status


async def test_an_old_page_changes_nothing(town: Town, visitor: Visitor, agent: Person) -> None:
    """Where a colleague changed the shift meanwhile, the form says so and shows how it is."""
    await on_shift(town, await roster_of(town), agent)
    path = f"{ONE}/shifts/1/2026-11-24"
    page, me = await visitor.get(path), str(await member_of(agent))
    await visitor.sends(page, path, had=me, what="cancel")
    late = await visitor.sends(page, path, had=me, what="hand_over", member=me)
    assert (409, True) == (late.status, "Een collega wijzigde deze dienst zojuist" in words(late))
    ended = await visitor.sends(page, path, version="7", what="end")
    assert 409 == ended.status
    assert 303 == (await visitor.sends(page, path, version="1", what="end")).status
    assert 404 == (await visitor.get(path)).status


async def test_the_roster_of_others_is_no_page(town: Town, visitor: Visitor, agent: Person) -> None:
    """The roster of an area that is not all theirs answers as one that does not exist; whoever sees no reports has no
    link to it."""
    await roster_of(town, "2900-3099")
    missing = await visitor.get("/roster/999")
    for path in (ONE, f"{ONE}/shifts/1/2026-11-24", "/roster/1/shifts/1/2026-99-99"):
        answer = await visitor.get(path)
        assert (path, 404) == (path, answer.status)
    assert words(missing) == words(await visitor.get(ONE))
    manager = visitor.beside()
    await enrolled(await town.coordinator(92, Role.MUNICIPALITY), manager)
    assert 'href="/roster"' not in (await manager.get("/today")).text
    assert 403 == (await manager.get("/roster")).status


async def test_who_loses_the_role_meanwhile_changes_nothing(town: Town, visitor: Visitor, agent: Person) -> None:
    """A form from before the role ended adds no shift."""
    await roster_of(town)
    page, me = await visitor.get(ONE), await member_of(agent)
    async with town.storage.transaction() as uow:
        for grant in await uow.roles.of_member(me):
            await uow.roles.end_at(grant.id, town.clock.now())
    assert (await visitor.sends(page, f"{ONE}/shifts", member=str(me), **NEW)).status in (303, 403)
    async with town.storage.reading() as uow:
        assert [] == await uow.rosters.shifts([RosterId(1)], TODAY, TODAY)


async def test_any_week_can_be_named(town: Town, visitor: Visitor, agent: Person) -> None:
    """The address names a week by any of its days; what is no day shows this week."""
    await on_shift(town, await roster_of(town), agent)
    assert "week van ma 30 november" in words(await visitor.get(f"{ONE}?week=2026-12-03"))
    for odd in ("ooit", "9999-12-31", "0001-01-01", ""):
        assert "week van ma 23 november" in words(await visitor.get(f"{ONE}?week={odd}"))
