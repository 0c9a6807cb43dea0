"""Tests that a role never outlives its source: given by a deputy, in a chain, or without a known source."""

from datetime import timedelta

from alerts.member import Language
from alerts.role import Role, parse_scope
from alerts.services.scope.find_coverage_gaps import roles_without_source
from bot.cli.doctor import source_finding
from tests.bot.administering import administrator, invites, tick
from tests.bot.confirming import second_administrator
from tests.bot.deputies import deputy_of
from tests.bot.handlers.test_grants import card, held
from tests.bot.police import data
from tests.bot.town import Person, Town

WEEK = timedelta(days=7)


async def given(giver: Person, getter: Person, confirmer: Person, role: Role, scope: str) -> None:
    """Give a role by one person, confirmed by another who could not have given it."""
    await getter.types(f"/start {await invites(giver, role, scope, is_alone=True)}")
    await confirmer.presses(data(card(confirmer), "Bevestigen"), card(confirmer))
    assert role in [one.role for one in await held(getter)]


async def dismiss(boss: Person, person: Person) -> None:
    """Let an administrator end somebody's first role at once."""
    [grant, *_] = await held(person)
    await boss.types("/beheer")
    await boss.presses(f"admin-ended:{grant.id}:0", boss.last)


async def in_a_week(town: Town, person: Person) -> list[bool]:
    """Return for each role of a person whether it ends in a week, and not before."""
    ends = [one.ends_at for one in await held(person)]
    return [one is not None and one - town.clock.now() == WEEK for one in ends]


async def test_a_role_given_by_a_dismissed_deputy_ends(town: Town) -> None:
    """A role from a deputy who was dismissed ends in a week, because the holder could have given it; meanwhile it can
    be made permanent."""
    holder, police, jo = await administrator(town), await town.coordinator(1), town.person(4)
    deputy = await deputy_of(town, holder, 2)
    await given(deputy, jo, police, Role.POLICE, "2903")
    assert [None] == [one.ends_at for one in await held(jo)]
    await holder.types("/vervanger")
    await holder.taps("Vervanger weghalen")
    assert [] == await held(deputy)
    assert [True] == await in_a_week(town, jo)
    assert "Wie die rol gaf, kan dat niet meer" in police.news()
    town.clock.pass_by(days=7)
    await tick(town)
    assert [] == await held(jo)
    assert "Je bent niet langer" in jo.last.text


async def test_a_role_given_by_a_deputy_ends_at_once_with_a_dismissed_holder(town: Town) -> None:
    """A role from a deputy ends at once when the holder is dismissed, because the deputy could give it by that role
    only."""
    holder, police, jo = await administrator(town), await town.coordinator(1), town.person(4)
    deputy = await deputy_of(town, holder, 2)
    await given(deputy, jo, police, Role.POLICE, "2903")
    await dismiss(await second_administrator(town), holder)
    assert [[], []] == [await held(one) for one in (deputy, jo)]


async def chain(town: Town) -> tuple[Person, Person, Person, Person]:
    """Return police of the country, and an administrator who made a second one, who made an officer; police confirmed
    both."""
    police, first = await town.coordinator(1, scope="national"), await administrator(town)
    second, officer = town.person(2), town.person(3)
    await given(first, second, police, Role.ADMINISTRATOR, "›heel Nederland")
    await given(second, officer, police, Role.POLICE, "2903")
    return police, first, second, officer


async def test_a_chain_of_three_ends_with_its_first(town: Town) -> None:
    """When the first of a chain of three is dismissed, the other two end at once; whoever only confirmed stays."""
    police, first, second, officer = await chain(town)
    await dismiss(await second_administrator(town), first)
    assert [[], [], []] == [await held(one) for one in (first, second, officer)]
    assert [1] == [len(await held(police))]


async def test_a_chain_of_three_with_a_deputy_in_it_ends_with_its_first(town: Town) -> None:
    """A chain whose third was made by the second one's deputy ends with its first too."""
    police, first, second, _ = await chain(town)
    deputy, last = await deputy_of(town, second, 5), town.person(6)
    await given(deputy, last, police, Role.POLICE, "2903")
    await dismiss(await second_administrator(town), first)
    assert [[], [], []] == [await held(one) for one in (second, deputy, last)]


async def test_a_chain_whose_first_leaves_has_a_week(town: Town) -> None:
    """When the first of a chain leaves, the whole chain ends in a week, and those who could make it permanent are
    told."""
    police, first, second, officer = await chain(town)
    boss = await second_administrator(town)
    await first.types("/verwijder")
    await first.taps("Ja, wis")
    assert [[True], [True]] == [await in_a_week(town, one) for one in (second, officer)]
    assert 2 == boss.news().count("Wie die rol gaf, kan dat niet meer")
    town.clock.pass_by(days=7)
    await tick(town)
    assert [[], []] == [await held(one) for one in (second, officer)]
    assert [1] == [len(await held(police))]


async def test_a_role_without_a_known_source_gets_one(town: Town) -> None:
    """The doctor lists a role without a source from an upgrade; an administrator gives it an end date, and another
    makes it permanent."""
    admin, police, colleague = await administrator(town), town.person(2), await town.coordinator(1)
    async with town.storage.transaction() as uow:
        (own,) = await held(admin)
        member = await uow.members.add(
            channel="telegram", ref=str(police.id), language=Language.DUTCH, now=town.clock.now()
        )
        await uow.roles.grant(
            member=member.id,
            role=Role.POLICE,
            scope=parse_scope("2903"),
            label=None,
            granted_by=own.member_id,
            now=town.clock.now(),
        )
    [grant] = await held(police)
    assert (False, f"role {grant.id} (police), 2903-2903") == await said(town)
    await admin.presses(f"admin-role:{grant.id}:0", admin.bubbles[-1])
    await admin.taps("Einddatum kiezen")
    await admin.types("25-12-2026")
    await admin.taps("Geen einddatum")
    await colleague.taps("Bevestigen")
    assert [(None, own.id)] == [(one.ends_at, one.derived_from) for one in await held(police)]
    assert (True, "") == await said(town)


async def said(town: Town) -> tuple[bool, str]:
    """Return what the doctor says of sources, and which role it names."""
    async with town.storage.reading() as uow:
        _, is_well, text = source_finding(await roles_without_source(uow, town.clock.now()))
    return is_well, text.partition(": ")[2].partition(";")[0]
