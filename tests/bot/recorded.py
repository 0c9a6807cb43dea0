"""What the audit record holds, for the tests of what gets into it."""

from alerts.audit import AuditFilter, AuditRow
from alerts.ids import MemberId
from tests.bot.town import Town


async def recorded(town: Town, *entities: str) -> list[AuditRow]:
    """The rows about these kinds of things, oldest first."""
    async with town.storage.reading() as uow:
        rows = await uow.audit.latest(AuditFilter(entities=frozenset(entities)), before=None, limit=1000)
    return rows[::-1]


async def acts(town: Town, entity: str, beginning: str = "") -> list[tuple[str, MemberId | None]]:
    """What was done to things of this kind and begins so, and by whom, oldest first."""
    rows = await recorded(town, entity)
    return [(one.action, one.actor_id) for one in rows if one.action.startswith(beginning)]


async def refusals(town: Town) -> list[tuple[str, str, int]]:
    """What was asked for, why it was refused, and the id on the button."""
    rows = [one for one in await recorded(town, "request") if one.action == "request.refused"]
    return [(str((one.details or {})["request"]), str((one.details or {})["reason"]), one.entity_id) for one in rows]
