"""The cascade of a confirmed incident in the chat: who hears in which order, *Gezien*, the deputies, and its end."""

from dataclasses import replace

import pytest

from alerts.alert import IncidentKind
from alerts.cascade import Addressee, CascadeStep, Stage
from alerts.ids import IncidentId
from alerts.place_names import named_id
from alerts.robbery_facts import Fact
from alerts.role import Role, parse_scope
from alerts.services.incident.correct_kind import correct_kind
from alerts.services.incident.refute_incident import refute_incident
from alerts.services.report.tell_fact import tell_fact
from tests.bot.cascades import (
    CAPELLE,
    actor_of,
    after,
    cascade_of,
    confirms,
    got,
    officials,
    robbed,
)
from tests.bot.deputies import deputy_of
from tests.bot.duty import member_of, on_shift, roster_of
from tests.bot.reporting import cards, jeweller, reports
from tests.bot.town import Town

MAYOR, DIRECTOR, SPOKESPERSON, ALDERMAN, MARSHAL, ENFORCEMENT = range(6)


async def test_a_robbery_goes_in_the_order_of_the_plan(town: Town) -> None:
    """Police have the report; once they confirmed, mayor's office, safety director and spokesperson hear, and from the
    director's *Gezien* on the others."""
    police, people = await town.coordinator(1), await officials(town)
    await robbed(town, police)
    assert 1 == len(cards(police))
    assert {} == {role: person.bubbles for role, person in people.items() if cards(person) or got(person)}
    await confirms(police)
    first = {Role.MAYORS_OFFICE, Role.SAFETY_DIRECTOR, Role.SPOKESPERSON}
    assert {role: int(role in first) for role in people} == {role: len(got(one)) for role, one in people.items()}
    await people[Role.SAFETY_DIRECTOR].taps("Gezien")
    assert dict.fromkeys(people, 1) == {role: len(got(one)) for role, one in people.items()}


async def test_a_card_tells_what_is_known_and_nothing_of_the_reporter(town: Town) -> None:
    """It names the shop and the label, cannot be forwarded, and has three buttons for who may see the cascade."""
    police, people = await town.coordinator(1), await officials(town)
    els = await robbed(town, police)
    await confirms(police)
    mayor, director = people[Role.MAYORS_OFFICE], people[Role.SAFETY_DIRECTOR]
    for person in (mayor, director):
        assert "Overval" in person.last.text
        assert "De Parel 7" in person.last.text
        assert "TLP:AMBER+STRICT" in person.last.text
        assert str(els.id) not in person.last.text
        assert "Gemeld" not in person.last.text
        assert person.last.is_protected
    opens = "Incident I-2026-0001"
    assert ["Gezien", "Ik neem dit op mij", opens] == [one.label for one in mayor.last.buttons]
    assert ["Gezien", "Ik neem dit op mij", opens, "Hele opschaling"] == [one.label for one in director.last.buttons]
    spokesperson = people[Role.SPOKESPERSON]
    assert ["Gezien", opens] == [one.label for one in spokesperson.last.buttons], "a copy asks for nothing"


async def test_who_says_nothing_is_reminded_once_and_then_the_deputy_hears(town: Town) -> None:
    """Five minutes bring a reminder, ten the deputy, twenty those who wait; nobody gets anything twice."""
    police, people = await town.coordinator(1), await officials(town, Role.SAFETY_DIRECTOR, Role.CITY_MARSHAL)
    director, marshal = people[Role.SAFETY_DIRECTOR], people[Role.CITY_MARSHAL]
    deputy = await deputy_of(town, director, 60)
    await robbed(town, police)
    await confirms(police)
    await after(town, 5)
    assert "nog niet op Gezien gezet" in director.last.text
    assert [] == got(deputy)
    await after(town, 5)
    assert 1 == len(got(deputy))
    assert [] == got(marshal)
    await after(town, 10)
    assert [1, 1, 1] == [len(got(one)) for one in (director, deputy, marshal)]
    assert Stage.PASSED is (await cascade_of(town)).steps[DIRECTOR].stage
    for minutes in (1, 5, 60, 600):
        await after(town, minutes)
    assert [1, 1, 1] == [len(got(one)) for one in (director, deputy, marshal)]
    assert 1 == sum("nog niet op Gezien" in one.text for one in director.bubbles)


async def test_the_deputys_gezien_is_that_of_the_step(town: Town) -> None:
    """Whoever of a step answers, those who wait for it hear at once."""
    police, people = await town.coordinator(1), await officials(town, Role.SAFETY_DIRECTOR, Role.CITY_MARSHAL)
    deputy = await deputy_of(town, people[Role.SAFETY_DIRECTOR], 60)
    await robbed(town, police)
    await confirms(police)
    await after(town, 10)
    await deputy.taps("Gezien")
    assert 1 == len(got(people[Role.CITY_MARSHAL]))
    assert Stage.SEEN is (await cascade_of(town)).steps[DIRECTOR].stage


async def test_a_step_without_anybody_is_skipped_visibly(town: Town) -> None:
    """Without a safety director the marshal hears at once, and police read that the step was skipped."""
    police, people = await town.coordinator(1), await officials(town, Role.CITY_MARSHAL)
    await robbed(town, police)
    await confirms(police)
    assert 1 == len(got(people[Role.CITY_MARSHAL]))
    await police.presses("cascade-whole:1:0", police.last)
    assert "2. <b>veiligheidsregisseur</b>: overgeslagen" in police.last.text
    assert "5. <b>stadsmarinier</b>: bericht" in police.last.text


async def test_whoever_stands_in_two_steps_gets_one_card(town: Town) -> None:
    """A director who is city marshal too hears once, and one press answers for both steps."""
    police, people = await town.coordinator(1), await officials(town, Role.SAFETY_DIRECTOR)
    director = people[Role.SAFETY_DIRECTOR]
    async with town.storage.transaction() as uow:
        await uow.roles.grant(
            member=await member_of(director),
            role=Role.CITY_MARSHAL,
            scope=parse_scope(CAPELLE),
            label=None,
            granted_by=None,
            now=town.clock.now(),
        )
    await robbed(town, police)
    await confirms(police)
    await director.taps("Gezien")
    assert 1 == len(got(director))
    assert {Stage.SEEN} == {(await cascade_of(town)).steps[one].stage for one in (DIRECTOR, MARSHAL)}


async def test_taking_it_on_is_read_by_the_others(town: Town) -> None:
    """The first of a step takes it on; the cards of all say so, and a colleague is told that it is taken."""
    police, people = await town.coordinator(1), await officials(town)
    second = await town.coordinator(61, Role.CITY_MARSHAL, CAPELLE)
    await robbed(town, police)
    await confirms(police)
    await people[Role.SAFETY_DIRECTOR].taps("Gezien")
    forged = second.last
    await people[Role.CITY_MARSHAL].taps("Ik neem dit op mij")
    await town.deliver()
    assert all("stadsmarinier neemt dit op zich" in one.last.text for one in (*people.values(), second))
    await second.presses("cascade-take:1:0", forged)
    assert town.screens.toasts[-1] == second.t.plain("too-late-cascade-taken")
    assert Stage.SEEN is (await cascade_of(town)).steps[MARSHAL].stage


async def test_the_roster_says_who_hears_first(town: Town) -> None:
    """Of two marshals the one on duty is called, and the other when that one says nothing."""
    police, people = await town.coordinator(1), await officials(town, Role.CITY_MARSHAL)
    on_duty, other = people[Role.CITY_MARSHAL], await town.coordinator(61, Role.CITY_MARSHAL, CAPELLE)
    await on_shift(town, await roster_of(town), on_duty)
    await robbed(town, police)
    await confirms(police)
    assert [1, 0] == [len(got(one)) for one in (on_duty, other)]
    await after(town, 10)
    assert [1, 1] == [len(got(one)) for one in (on_duty, other)]


async def test_refuting_tells_everybody_who_heard_and_stops(town: Town) -> None:
    """Each who was called reads it as a message of its own and on the card; nobody else hears."""
    police, people = await town.coordinator(1), await officials(town)
    await town.coordinator(2)
    await robbed(town, police)
    await confirms(police)
    async with town.storage.transaction() as uow:
        now, incident = town.clock.now(), await uow.incidents.get(IncidentId(1))
        await refute_incident(uow, await actor_of(police), incident.id, "Loos.", version=incident.version, now=now)
    await town.deliver()
    await after(town, 60)
    for role in (Role.MAYORS_OFFICE, Role.SAFETY_DIRECTOR, Role.SPOKESPERSON):
        assert 2 == sum("Weerlegd" in one.text for one in people[role].bubbles)
        assert [] == got(people[role])
        assert "De Parel" not in people[role].last.text
    assert not any(
        "Weerlegd" in one.text for role in (Role.ALDERMAN, Role.CITY_MARSHAL) for one in people[role].bubbles
    )


async def test_what_becomes_known_is_on_the_cards(town: Town) -> None:
    """A corrected kind and what a report gains later change the cards that were sent."""
    police, people = await town.coordinator(1), await officials(town, Role.MAYORS_OFFICE)
    mayor = people[Role.MAYORS_OFFICE]
    els = await robbed(town, police)
    await confirms(police)
    async with town.storage.transaction() as uow:
        incident = await uow.incidents.get(IncidentId(1))
        kind, now = IncidentKind.ROBBERY_ATTEMPT, town.clock.now()
        await correct_kind(uow, await actor_of(police), incident.id, kind, version=incident.version, now=now)
    await town.deliver()
    assert mayor.t.plain("kind-robbery_attempt") in mayor.last.text
    async with town.storage.transaction() as uow:
        [number] = await uow.incidents.reports_of(IncidentId(1))
        await tell_fact(uow, await member_of(els), number, Fact.PERSONS, "2", now=town.clock.now())
    await after(town, 0.1)
    assert "Personen:</b> 2" in mayor.last.text
    assert 1 == len(got(mayor))


async def test_only_who_was_called_and_may_read_answers(town: Town) -> None:
    """Another marshal, one whose role ended, a shop, and a number that is not there: the same answer, and no effect."""
    police, people = await town.coordinator(1), await officials(town, Role.MAYORS_OFFICE)
    els = await robbed(town, police)
    elsewhere = await town.coordinator(62, Role.CITY_MARSHAL, "municipality:Rotterdam")
    await confirms(police)
    before = await cascade_of(town)
    for data in ("cascade-seen:1:0", "cascade-take:1:0", "cascade-whole:1:0", "cascade-seen:99:0"):
        for person in (elsewhere, els):
            await person.presses(data, person.last)
    await police.presses("cascade-seen:1:0", police.last)
    mayor = people[Role.MAYORS_OFFICE]
    async with town.storage.transaction() as uow:
        for grant in await uow.roles.of_member(await member_of(mayor)):
            await uow.roles.end_at(grant.id, town.clock.now())
    town.clock.pass_by(seconds=1)
    await mayor.taps("Gezien", mayor.last)
    assert before == await cascade_of(town)


async def test_two_municipalities_have_their_own_tables(town: Town) -> None:
    """Capelle follows the plan, Rotterdam calls the alderman first and waits one minute."""
    police, people = await town.coordinator(1, scope="national"), await officials(town)
    there = {role: await town.coordinator(80 + n, role, "municipality:Rotterdam") for n, role in enumerate(people)}
    table = (
        CascadeStep(Addressee(Role.ALDERMAN), minutes=1),
        CascadeStep(Addressee(Role.CITY_MARSHAL), after=0, minutes=1),
    )
    async with town.storage.transaction() as uow:
        settings = await uow.municipalities.get(named_id("Rotterdam"))
        await uow.municipalities.save(replace(settings, own_cascade=table))
    await robbed(town, police)
    wim = town.person(2)
    await wim.subscribes("3011AB", "jeweller", "De Ring", "2")
    await police.taps(police.t.plain("signup-verify"))
    await reports(wim, kind="robbery")
    for number in (1, 2):
        await confirms(police, number)
    assert [1, 0] == [len(got(one[Role.MAYORS_OFFICE])) for one in (people, there)]
    assert [0, 1] == [len(got(one[Role.ALDERMAN])) for one in (people, there)]
    await after(town, 1)
    assert [0, 1] == [len(got(one[Role.CITY_MARSHAL])) for one in (people, there)]
    assert "De Ring" in there[Role.CITY_MARSHAL].last.text


@pytest.mark.parametrize("kind", ["robbery", "reconnaissance"])
async def test_where_no_police_can_be_reached_the_marshal_has_the_report(town: Town, kind: str) -> None:
    """A robbery's report is for police; a marshal gets it where there are none, and reconnaissance always."""
    police = await town.coordinator(1)
    els, marshal = await jeweller(town, 2, police), await town.coordinator(3, Role.CITY_MARSHAL, CAPELLE)
    await reports(els, kind=kind)
    assert (kind == "reconnaissance") == bool(cards(marshal))
    async with town.storage.transaction() as uow:
        officer = await uow.members.get(await member_of(police))
        await uow.members.save(replace(officer, stopped_at=town.clock.now()))
    await reports(els, kind=kind)
    assert cards(marshal)
