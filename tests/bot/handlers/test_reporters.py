"""Tests that the reporter and the words of a report are shown to coordinators in scope only."""

import pytest

from alerts.errors import Temporary
from alerts.role import Role
from tests.bot.group_chats import end_roles
from tests.bot.police import alerts_of, send_alone
from tests.bot.reporting import cards, jeweller, reports
from tests.bot.town import Person, Town

WORDS = "grijze regenjas met een gele streep"
BUTTONS = (
    *("report-open:1:0", "report-card:1:0", "report-take:1:1", "report-alert:1:1", "report-close:1:1"),
    *("report-outcome:1.handled:1", "report-add:1:0", "alert-from:1:1", "reports:all:0", "reports:mine.0:0"),
    "report-read:1.review:0",
)


@pytest.fixture
async def told(town: Town) -> tuple[Person, Person]:
    """Return police in scope, and a jeweller who reported something."""
    agent = await town.coordinator(90, scope="national")
    els = await jeweller(town, 1, agent)
    await reports(els)
    await els.taps(els.t.plain("report-add"))
    await els.types(WORDS)
    return agent, els


async def _looks_everywhere(person: Person) -> None:
    for command in ("/meldingen", "/mijnmeldingen", "/alert", "/concepten", "/goedkeuren", "/lopend", "/actueel"):
        await person.types(command)
    for command in ("/logboek", "/beheer", "/start", "/mijn"):
        await person.types(command)
    for button in BUTTONS:
        await person.presses(button, person.last)


def _knows(person: Person) -> list[str]:
    """Return the messages that a person read with the reporter or the words."""
    return [one.text for one in person.bubbles if any(told in one.text for told in (WORDS, "De Parel 1", "Gemeld:"))]


@pytest.mark.parametrize(
    ("role", "scope"),
    [
        (Role.POLICE, "3000-3099"),
        (Role.CITY_MARSHAL, "municipality:Rotterdam"),
        (Role.SAFETY_DIRECTOR, "2900-2999"),
        (Role.MUNICIPALITY, "2900-2999"),
        (Role.PROSECUTION, "national"),
        (Role.ADMINISTRATOR, "national"),
        (Role.TRADE_ASSOCIATION, "branch:bakery"),
    ],
)
async def test_no_other_role_or_scope_sees_it(town: Town, told: tuple[Person, Person], role: Role, scope: str) -> None:
    """Other roles and scopes see it neither in a list nor by pressing the buttons of others."""
    agent, els = told
    other = await town.coordinator(50, role, scope)
    await _looks_everywhere(other)
    assert [] == _knows(other)
    assert [] == [one for one in other.bubbles if str(els.id) in one.text]
    assert any(WORDS in text for text in cards(agent)), "it was there to be seen"


async def test_no_other_shop_and_no_stranger_sees_it(town: Town, told: tuple[Person, Person]) -> None:
    """Another shop and a stranger see neither reporter nor report."""
    agent, _els = told
    neighbour = town.person(2)
    await neighbour.subscribes("2903AB", "jeweller", "Buren", "2")
    await agent.taps(agent.t.plain("signup-verify"))
    for person in (neighbour, town.person(3)):
        await _looks_everywhere(person)
        assert [] == _knows(person)


async def test_coordinators_in_scope_do(town: Town, told: tuple[Person, Person]) -> None:
    """Coordinators in scope see the shop, and never the person."""
    agent, els = told
    marshal = await town.coordinator(51, Role.CITY_MARSHAL, "municipality:Capelle aan den IJssel")
    await marshal.types("/meldingen")
    for person in (agent, marshal):
        await person.presses("report-read:1.review:0", person.last)
        assert WORDS in person.bubbles[-1].text
        assert "De Parel 1" in person.bubbles[-1].text
        assert [] == [one for one in person.bubbles if str(els.id) in one.text]


async def test_a_notice_made_of_it_names_no_shop(town: Town, told: tuple[Person, Person]) -> None:
    """A notice from a report says what was seen, and not which shop saw it."""
    agent, els = told
    neighbour = town.person(2)
    await neighbour.subscribes("2903AB", "jeweller", "Buren", "2")
    await agent.taps(agent.t.plain("signup-verify"))
    await agent.taps("Maak er een bericht van")
    await send_alone(agent)
    [alert] = alerts_of(neighbour)
    assert "De Parel" not in alert
    assert str(els.id) not in alert


async def test_a_card_that_waited_is_not_for_who_lost_the_role(town: Town) -> None:
    """A waiting card is not sent to a coordinator who lost the role, because the right is checked when it is sent."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    town.screens.refusals[str(agent.id)] = [Temporary()]
    await reports(els)
    await end_roles(agent)
    town.clock.pass_by(seconds=5)
    await town.deliver()
    assert agent.t("not-allowed-outside-scope") == agent.last.text
    assert [] == cards(agent)
