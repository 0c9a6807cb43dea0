"""The second person who confirms what somebody gives somebody else, for the tests in which that is not the point."""

from alerts.member import Language
from alerts.role import Role, parse_scope
from alerts.services.shop.limit_people import FACT
from tests.bot.town import Person, Town

NUMBER = 990


async def second_administrator(town: Town) -> Person:
    """An administrator of the whole country who was there before, and whose arrival nobody hears of."""
    person, now = town.person(NUMBER), town.clock.now()
    async with town.storage.transaction() as uow:
        if await uow.members.by_ref("telegram", str(person.id)) is None:
            member = await uow.members.add(channel="telegram", ref=str(person.id), language=Language.DUTCH, now=now)
            scope = parse_scope("national")
            await uow.roles.grant(
                member=member.id, role=Role.ADMINISTRATOR, scope=scope, label=None, granted_by=None, now=now
            )
    return person


async def confirmed(town: Town) -> None:
    """Everything that waits for the second administrator is confirmed."""
    person = await second_administrator(town)
    await person.types("/beheer")
    await person.taps("Wacht op bevestiging")
    waiting = {
        button.data or "": one for one in person.bubbles for button in one.buttons if button.label == "Bevestigen"
    }
    for data, card in waiting.items():
        await person.presses(data, card)


async def follows(person: Person, secret: str) -> None:
    """Somebody follows a link that gives a role, and it is confirmed."""
    await person.types(f"/start {secret}")
    await confirmed(person.town)


async def allows_people(town: Town, most: int) -> None:
    """The setting lets so many people belong to a shop."""
    async with town.storage.transaction() as uow:
        await uow.facts.put(FACT, str(most))
