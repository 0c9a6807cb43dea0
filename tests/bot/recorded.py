"""Queries on the audit record, for the tests of what is recorded."""

from alerts.audit import AuditFilter, AuditRow
from alerts.ids import MemberId
from tests.bot.town import Town


async def recorded(town: Town, *entities: str) -> list[AuditRow]:
    """Return the rows about these kinds of subjects, oldest first."""
    async with town.storage.reading() as uow:
        rows = await uow.audit.latest(AuditFilter(entities=frozenset(entities)), before=None, limit=1000)
    return rows[::-1]


async def acts(town: Town, entity: str, beginning: str = "") -> list[tuple[str, MemberId | None]]:
    """Return the actions on subjects of this kind that begin with this, and by whom, oldest first."""
    rows = await recorded(town, entity)
    return [(one.action, one.actor_id) for one in rows if one.action.startswith(beginning)]


async def refusals(town: Town) -> list[tuple[str, str, int]]:
    """Return the requests that were refused, why, and the id on the button."""
    rows = [one for one in await recorded(town, "request") if one.action == "request.refused"]
    return [(str((one.details or {})["request"]), str((one.details or {})["reason"]), one.entity_id) for one in rows]
