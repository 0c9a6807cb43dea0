"""Actions of administrators in the chat, step by step, for the tests about them."""

import re

from alerts.role import Function, Role
from bot.jobs.schedule import ROLES
from tests.bot.confirming import second_administrator
from tests.bot.town import Person, Town
from texts.roles import role_choice

NATIONAL, CAPELLE = "national", "municipality:Capelle aan den IJssel"


async def administrator(town: Town, number: int = 80, scope: str = NATIONAL) -> Person:
    """Return a person with the role of administrator, who has read all messages so far."""
    person = await town.coordinator(number, Role.ADMINISTRATOR, scope)
    person.news()
    return person


async def invites(
    admin: Person,
    role: Role,
    scope: str,
    *,
    label: str | None = None,
    function: Function | None = None,
    last_day: str | None = None,
    is_alone: bool = False,
) -> str:
    """Return the secret of a link that gives a role; `scope` is typed, or the label of a button when it begins with ›.
    Unless `is_alone` there is a second administrator who can confirm it."""
    if not is_alone:
        await second_administrator(admin.town)
    await admin.types("/beheer")
    await admin.taps("Iemand uitnodigen")
    await chooses_role(admin, role)
    await (admin.taps(scope.removeprefix("›")) if scope.startswith("›") else admin.types(scope))
    if function is not None:
        await admin.taps(admin.t.plain(f"function-{function}"), admin.last)
    for answer in (last_day,) if function is not None else (label, last_day):
        await (admin.taps("Overslaan") if answer is None else admin.types(answer))
    await admin.taps("Maak de link")
    found = re.search(r"start=([\w-]+)", admin.last.text)
    assert found is not None, admin.last.text
    return found[1]


async def chooses_role(admin: Person, role: Role) -> None:
    """Tap a role where it is asked which one somebody gets, on whichever screen it stands."""
    label = role_choice(role, admin.t)
    if label not in [one.label for one in admin.last.buttons]:
        await admin.taps(admin.t.plain("choices-more"), admin.last)
    named = next(one.data for one in admin.last.buttons if one.label == label)
    await admin.presses(named or "", admin.last)


async def to_role(admin: Person, label: str) -> None:
    """Go to the card of the role whose button contains this."""
    await admin.types("/beheer")
    await admin.taps("Mensen en rollen")
    await admin.taps(label, admin.last)


async def ends(admin: Person, label: str) -> None:
    """End the role whose button contains this at once."""
    await to_role(admin, label)
    await admin.taps("Nu beëindigen")
    await admin.taps("Ja, beëindig")


async def to_place(admin: Person, typed: str = "2903") -> None:
    """Go to the settings of a municipality."""
    await admin.types("/beheer")
    await admin.taps("Een gemeente instellen")
    await admin.types(typed)


async def tick(town: Town) -> bool:
    """Run the job that ends roles as the schedule does, and return whether a date had come."""
    assert ROLES.is_due is not None
    async with town.storage.reading() as uow:
        is_due = await ROLES.is_due(uow, town.clock.now())
    async with town.storage.transaction() as uow:
        await ROLES.do(uow, town.clock.now())
    await town.deliver()
    return is_due
