"""Actions with the cascade of an incident, step by step, for its tests."""

from datetime import timedelta

from alerts.cascade import Cascade
from alerts.ids import IncidentId
from alerts.incident import Incident
from alerts.role import Actor, Role
from alerts.services.incident.confirm_incident import confirm_incident
from bot.jobs.schedule import CASCADES
from tests.bot.duty import member_of
from tests.bot.reporting import jeweller, reports
from tests.bot.town import Person, Town

CAPELLE = "municipality:Capelle aan den IJssel"
NUMBERS = {
    Role.MAYORS_OFFICE: 50,
    Role.SAFETY_DIRECTOR: 51,
    Role.SPOKESPERSON: 52,
    Role.ALDERMAN: 53,
    Role.CITY_MARSHAL: 54,
    Role.ENFORCEMENT: 55,
}


async def officials(town: Town, *roles: Role) -> dict[Role, Person]:
    """Return a person of Capelle with each of these roles, by default with each of the plan."""
    return {role: await town.coordinator(NUMBERS[role], role, CAPELLE) for role in roles or NUMBERS}


async def robbed(town: Town, police: Person, number: int = 7) -> Person:
    """Return a jeweller in 2903 who reported a robbery of their own shop."""
    els = await jeweller(town, number, police)
    await reports(els, kind="robbery")
    return els


async def actor_of(person: Person) -> Actor:
    """Return the person with the roles that they have now."""
    number = await member_of(person)
    async with person.town.storage.reading() as uow:
        return Actor(await uow.members.get(number), tuple(await uow.roles.of_member(number)))


async def incident_of(town: Town, number: int = 1) -> Incident:
    """Return the incident as it is stored."""
    async with town.storage.reading() as uow:
        return await uow.incidents.get(IncidentId(number))


async def cascade_of(town: Town, number: int = 1) -> Cascade:
    """Return the cascade as it is stored."""
    async with town.storage.reading() as uow:
        found = await uow.cascades.find(IncidentId(number))
    assert found is not None
    return found


async def confirms(police: Person, number: int = 1) -> None:
    """Confirm an incident, which begins its cascade, and deliver what that sends."""
    town, actor = police.town, await actor_of(police)
    version = (await incident_of(town, number)).version
    async with town.storage.transaction() as uow:
        await confirm_incident(uow, actor, IncidentId(number), version=version, now=town.clock.now())
    await town.deliver()


async def after(town: Town, minutes: float) -> None:
    """Let time pass, and let cascades go on as the schedule does."""
    town.clock.pass_by(seconds=timedelta(minutes=minutes).total_seconds())
    assert CASCADES.is_due is not None
    async with town.storage.reading() as uow:
        is_due = await CASCADES.is_due(uow, town.clock.now())
    if is_due:
        async with town.storage.transaction() as uow:
            await CASCADES.do(uow, town.clock.now())
        await town.deliver()


def got(person: Person) -> list[str]:
    """Return the cards of cascades on a person's screen, without reminders."""
    return [
        one.text for one in person.bubbles if "bevestigd door de politie" in one.text and "nog niet" not in one.text
    ]
