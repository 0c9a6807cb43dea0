"""The second person who confirms roles, for the tests in which that is not the subject."""

from alerts.member import Language
from alerts.role import Role, parse_scope
from alerts.services.shop.limit_people import FACT
from tests.bot.town import Person, Town

NUMBER = 990


async def second_administrator(town: Town) -> Person:
    """Return an administrator of the whole country who was there before, and of whom nobody was told."""
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
    """Confirm everything that waits for the second administrator."""
    person = await second_administrator(town)
    await person.types("/beheer")
    await person.taps("Wacht op bevestiging")
    waiting = {
        button.data or "": one for one in person.bubbles for button in one.buttons if button.label == "Bevestigen"
    }
    for data, card in waiting.items():
        await person.presses(data, card)


async def follows(person: Person, secret: str) -> None:
    """Let a person follow a link that gives a role, and confirm it."""
    await person.types(f"/start {secret}")
    await confirmed(person.town)


async def allows_people(town: Town, most: int) -> None:
    """Set how many people may belong to a shop."""
    async with town.storage.transaction() as uow:
        await uow.facts.put(FACT, str(most))
