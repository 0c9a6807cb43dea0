"""Watch for floods: tell the administrators once when there is far too much of something, and once when it is over."""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.ids import MemberId
from alerts.limits import ADDED, BREAKERS, USUAL_OVER, Flood
from alerts.ports import UnitOfWork
from alerts.role import Role
from alerts.services.tell import tell

_CALM = ""


async def has_flood_news(uow: UnitOfWork, now: datetime) -> bool:
    """Whether a breaker would trip or reset now."""
    for flood in Flood:
        if bool(await tripped_at(uow, flood)) is not await _must_be_tripped(uow, flood, now):
            return True
    return False


async def watch_floods(uow: UnitOfWork, now: datetime) -> None:
    """Trip or reset each breaker if it is time."""
    for flood in Flood:
        await watch(uow, flood, now)


async def watch(uow: UnitOfWork, flood: Flood, now: datetime) -> str:
    """Trip or reset this breaker if it is time; return since when it is tripped, or an empty string."""
    since = await tripped_at(uow, flood)
    is_tripped = await _must_be_tripped(uow, flood, now)
    if is_tripped is bool(since):
        return since
    moment = now.isoformat() if is_tripped else _CALM
    await uow.facts.put(_name(flood), moment)
    action = "breaker.tripped" if is_tripped else "breaker.reset"
    await uow.audit.append(AuditEvent(action, "breaker", list(Flood).index(flood), None, {"flood": flood}), now)
    notice = Notice("breaker", {"flood": flood, "is_tripped": int(is_tripped)})
    await tell(uow, await _administrators(uow, now), notice, f"{action}:{flood}:{moment or since}", now)
    return moment


async def tripped_at(uow: UnitOfWork, flood: Flood) -> str:
    """Return since when the breaker is tripped, in ISO format, which identifies this flood; empty when it is not."""
    return await uow.facts.get(_name(flood)) or _CALM


async def _must_be_tripped(uow: UnitOfWork, flood: Flood, now: datetime) -> bool:
    breaker, was_tripped = BREAKERS[flood], bool(await tripped_at(uow, flood))
    begin = now - breaker.window
    recent = await _count(uow, flood, begin, now)
    if not breaker.is_tripped(recent, 0, was_tripped=was_tripped):
        return False
    before = await _count(uow, flood, begin - USUAL_OVER, begin)
    return breaker.is_tripped(recent, before * (breaker.window / USUAL_OVER), was_tripped=was_tripped)


async def _count(uow: UnitOfWork, flood: Flood, since: datetime, until: datetime) -> int:
    match flood:
        case Flood.REPORTS:
            return await uow.reports.count(since, until)
        case Flood.INVITES:
            return await uow.invites.count(since, until)
        case Flood.UPDATES:
            return await uow.updates.limited(since, until)
        case Flood.SIGNUPS:
            return await uow.audit.count(ADDED, since, until)


async def _administrators(uow: UnitOfWork, now: datetime) -> list[MemberId]:
    return [one.member_id for one in await uow.roles.active(now) if one.role is Role.ADMINISTRATOR]


def _name(flood: Flood) -> str:
    return f"breaker:{flood}"
