"""Tests of the table of a municipality's cascade in the console: who sets it, what is refused, and what it does."""

from dataclasses import replace

import pytest

from alerts.cascade import DEFAULT_TABLE, Addressee, CascadeStep
from alerts.municipality import Municipality
from alerts.place_names import named_id
from alerts.role import Function, Role
from console.pages.cascade.table_form import read_table, rows_of, written
from tests.bot.administering import CAPELLE, administrator
from tests.bot.cascades import confirms, got, officials, robbed
from tests.bot.town import Town
from tests.console.accounts import enrolled
from tests.console.pages.test_reports import words
from tests.console.visitor import Visitor

NAME = "Capelle aan den IJssel"
ONE = f"/cascade/{named_id(NAME)}"
OWN = (
    CascadeStep(Addressee(Role.ALDERMAN), minutes=3),
    CascadeStep(Addressee(Role.CITY_MARSHAL, Function.AFTERCARE_COORDINATOR), after=0, minutes=0),
)


async def stored(town: Town, name: str = NAME) -> Municipality:
    """Return the settings as they are stored."""
    async with town.storage.reading() as uow:
        return await uow.municipalities.get(named_id(name))


def form_of(steps: tuple[CascadeStep, ...], was: tuple[CascadeStep, ...] = DEFAULT_TABLE) -> dict[str, str]:
    """Return the fields of the form for a table."""
    rows = {f"{name}-{at}": value for at, row in enumerate(rows_of(steps), 1) for name, value in row.items()}
    return {**rows, "was": written(was)}


@pytest.mark.parametrize("table", [DEFAULT_TABLE, OWN])
def test_a_table_is_read_as_it_is_written(table: tuple[CascadeStep, ...]) -> None:
    """The rows of the form are the steps again; empty rows in between are left out, and numbers are those on screen."""
    assert (table, {}) == (read_table(form_of(table)).steps, read_table(form_of(table)).wrong)
    spread = {"who-2": "alderman", "minutes-2": "3", "who-9": "enforcement", "after-9": "2", "minutes-9": "4"}
    assert (
        CascadeStep(Addressee(Role.ALDERMAN), minutes=3),
        CascadeStep(Addressee(Role.ENFORCEMENT), after=0, minutes=4),
    ) == read_table(spread).steps


async def test_the_director_sets_who_hears_and_the_next_robbery_goes_that_way(town: Town, visitor: Visitor) -> None:
    """The page shows the plan; what is kept counts for the next incident, and the plan can be had again."""
    police, people = await town.coordinator(1), await officials(town)
    await enrolled(people[Role.SAFETY_DIRECTOR], visitor)
    page = await visitor.get(ONE)
    assert "Dit is de volgorde van het plan" in words(page)
    assert 'href="/cascade"' in page.text
    assert 303 == (await visitor.sends(page, ONE, **form_of(OWN))).status
    assert OWN == (await stored(town)).cascade
    kept = words(await visitor.get(f"{ONE}?kept"))
    assert "Deze gemeente heeft een eigen volgorde" in kept
    await robbed(town, police)
    await confirms(police)
    assert [Role.ALDERMAN] == [role for role, person in people.items() if got(person)]
    assert 303 == (await visitor.sends(page, ONE, **form_of(OWN, OWN), plan="1")).status
    assert () == (await stored(town)).own_cascade


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"who-1": "police"}, "who-1"),
        ({"who-2": "mayors_office"}, "who-2"),
        ({"minutes-1": "x"}, "minutes-1"),
        ({"minutes-1": "1441"}, "minutes-1"),
        ({"after-1": "1"}, "after-1"),
        ({"after-2": "5"}, "after-2"),
        ({f"who-{number}": "" for number in range(1, 11)}, "who-1"),
    ],
)
async def test_a_wrong_row_loses_nothing(town: Town, visitor: Visitor, changed: dict[str, str], field: str) -> None:
    """What is wrong stands beside its field and in the summary; what was typed stays, and nothing is stored."""
    admin = await administrator(town, scope=CAPELLE)
    await enrolled(admin, visitor)
    answer = await visitor.sends(await visitor.get(ONE), ONE, **form_of(DEFAULT_TABLE) | {"minutes-3": "7"} | changed)
    assert 422 == answer.status
    assert f'<a href="#{field}">' in answer.text
    assert f'id="wrong-{field}"' in answer.text
    assert 'value="7"' in answer.text
    assert () == (await stored(town)).own_cascade


async def test_what_a_colleague_changed_meanwhile_is_not_undone(town: Town, visitor: Visitor) -> None:
    """The form comes back whole with a warning, and stores at the second try."""
    await enrolled(await administrator(town, scope=CAPELLE), visitor)
    page = await visitor.get(ONE)
    async with town.storage.transaction() as uow:
        settings = await uow.municipalities.get(named_id(NAME))
        await uow.municipalities.save(replace(settings, own_cascade=OWN[:1]))
    late = await visitor.sends(page, ONE, **form_of(OWN))
    assert 409 == late.status
    assert "Een collega heeft de opschaling intussen gewijzigd" in words(late)
    assert OWN[:1] == (await stored(town)).cascade
    assert 303 == (await visitor.sends(page, ONE, **form_of(OWN, OWN[:1]))).status
    assert OWN == (await stored(town)).cascade


@pytest.mark.parametrize(
    ("role", "scope"),
    [
        (Role.POLICE, CAPELLE),
        (Role.CITY_MARSHAL, CAPELLE),
        (Role.MAYORS_OFFICE, CAPELLE),
        (Role.SAFETY_DIRECTOR, "municipality:Rotterdam"),
        (Role.SAFETY_DIRECTOR, "2903"),
    ],
)
async def test_it_is_set_by_who_covers_the_municipality(town: Town, visitor: Visitor, role: Role, scope: str) -> None:
    """Other roles, and a director of another municipality or of a part of it, neither read nor change it."""
    await enrolled(await town.coordinator(5, role, scope), visitor)
    account = await visitor.get("/account")
    assert 403 == (await visitor.get(ONE)).status
    assert 403 == (await visitor.sends(account, ONE, **form_of(OWN))).status
    assert () == (await stored(town)).own_cascade
