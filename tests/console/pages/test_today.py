"""Tests of today: what waits for somebody, by their roles, and nothing else."""

import pytest

from tests.bot.role_world import ELSEWHERE, HERE, build
from tests.bot.town import Town
from tests.console.accounts import enrolled
from tests.console.visitor import Visitor
from tests.roles_table import LETTERS, rows

ROLES = [letter for letter in LETTERS if letter != "R"]


@pytest.mark.parametrize("letter", ROLES)
async def test_each_sees_what_the_table_says(town: Town, visitor: Visitor, letter: str) -> None:
    """Approvals, reports and sign-ups in scope are on the page of who may deal with them, and on no other."""
    world, table = await build(town), rows()
    pending, far = await world.pending(HERE), await world.pending(ELSEWHERE)
    for where in (HERE, ELSEWHERE):
        await world.report(where, where)
        async with town.storage.transaction() as uow:
            await world.person(uow, f"new {where}")
            await world.shop(uow, f"new {where}", where, is_verified=False, called=f"Bakfiets {where}")
    town.clock.pass_by(minutes=7)
    await enrolled(world.people[letter], visitor)
    page = (await visitor.get("/today")).text
    assert (table["Approve and send"].cells[letter] == "●") == (str(pending.number) in page)
    assert str(far.number) not in page
    assert (table["See raw reports"].cells[letter] == "●") == (
        "1 melding die niemand heeft opgepakt, 7 minuten" in page
    )
    assert (table["Verify shops"].cells[letter] == "●") == ("1 zaak die op verificatie wacht" in page)
    assert not any(word in page for word in ("Bakfiets", "vitrine", "helmen"))


@pytest.mark.parametrize("letter", ["P", "V"])
async def test_an_empty_day_says_so(town: Town, visitor: Visitor, letter: str) -> None:
    """Where nothing waits the page says that, also to who has nothing to decide."""
    world = await build(town)
    await enrolled(world.people[letter], visitor)
    assert "Er wacht niets" in (await visitor.get("/today")).text
    await world.end_roles()
    town.clock.pass_by(seconds=1)
    assert "Je hebt nu geen rol" in (await visitor.get("/today")).text


async def test_signing_in_leads_here(town: Town, visitor: Visitor) -> None:
    """Whoever signs in without having come for another page begins with today."""
    await enrolled((await build(town)).people["P"], visitor)
    assert 'name="back" value="/today"' in (await visitor.beside().get("/sign-in")).text
