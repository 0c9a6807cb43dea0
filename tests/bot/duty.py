"""Actions with the duty roster, and the ticking of the clocks of reports, for their tests."""

from datetime import time, timedelta

from alerts.duty_roster import NewShift, Roster, Shift
from alerts.ids import MemberId
from alerts.role import parse_scope
from bot.jobs.schedule import CLOCKS
from tests.bot.town import ZONE, Person, Town


async def member_of(person: Person) -> MemberId:
    """Return the member who a person is."""
    async with person.town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
    assert member is not None
    return member.id


async def roster_of(town: Town, scope: str = "2900-2999") -> Roster:
    """Return a new roster."""
    async with town.storage.transaction() as uow:
        return await uow.rosters.add(parse_scope(scope), town.clock.now())


async def on_shift(
    town: Town,
    roster: Roster,
    person: Person,
    *,
    begins: time = time(8),
    ends: time = time(16),
    deputy: Person | None = None,
) -> Shift:
    """Put a person on the roster, every week on the weekday of today."""
    today = town.clock.now().astimezone(ZONE).date()
    behind = None if deputy is None else await member_of(deputy)
    new = NewShift(roster.id, await member_of(person), behind, today - timedelta(weeks=1), 1, begins, ends)
    async with town.storage.transaction() as uow:
        return await uow.rosters.add_shift(new, town.clock.now())


async def tick(town: Town) -> bool:
    """Pass on what is due, as the schedule does, and deliver it; return whether anything was due."""
    assert CLOCKS.is_due is not None
    async with town.storage.reading() as uow:
        is_due = await CLOCKS.is_due(uow, town.clock.now())
    async with town.storage.transaction() as uow:
        await CLOCKS.do(uow, town.clock.now())
    await town.deliver()
    return is_due
