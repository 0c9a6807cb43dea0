"""Set what a municipality agreed to and what its roles are called there, as an administrator of all of it."""

from dataclasses import replace
from datetime import datetime

from alerts.aftercare.sequence import MOST_DAYS, PLANNED, StepKind
from alerts.audit import AuditEvent
from alerts.cascade import DEFAULT_TABLE, CascadeStep, check_table
from alerts.delivery import Notice
from alerts.errors import Conflict, InvalidText
from alerts.ids import MunicipalityId
from alerts.municipality import Municipality
from alerts.ports import UnitOfWork
from alerts.report_clock import DEFAULT_MINUTES, MOST_MINUTES, Urgency
from alerts.role import Action, Actor, Role, Scope, municipality_scope
from alerts.services.role.find_confirmers import others_in_scope
from alerts.services.scope.cover_scope import check_covers, municipality_of
from alerts.services.scope.find_scope import find_municipality
from alerts.services.tell import tell


async def only_municipality(
    uow: UnitOfWork, actor: Actor, now: datetime, *, action: Action = Action.ADMINISTER
) -> MunicipalityId | None:
    """Return the municipality that is all in which the actor may do the action, as far as the postcode table has it;
    None for whoever may do it somewhere else or in more."""
    scopes = {one.scope for one in actor.grants if one.is_active(now) and action in one.actions}
    own = next(iter(scopes)).municipality if len(scopes) == 1 else None
    return own if own is not None and await uow.postcodes.pc4s_of(own) else None


async def named_municipality(
    uow: UnitOfWork, actor: Actor, text: str, now: datetime, *, action: Action = Action.ADMINISTER
) -> MunicipalityId:
    """Return the municipality that a postcode or a name means, for who may change its settings, or do the action in all
    of it. Raises InvalidText, NotAllowed."""
    typed = " ".join(text.split())
    at = await uow.postcodes.municipalities(typed[:4], typed[:4]) if typed[:4].isdigit() else []
    if len(at) > 1:
        raise InvalidText("municipality-which", names=", ".join(one.name for one in at))
    found = at[0] if at else await find_municipality(uow, typed)
    await municipality_for(uow, actor, found.id, now, action=action)
    return found.id


async def municipality_for(
    uow: UnitOfWork, actor: Actor, which: MunicipalityId, now: datetime, *, action: Action = Action.ADMINISTER
) -> Municipality:
    """Return the settings, for who may change them, or do the action in all of the municipality. Raises NotAllowed."""
    settings = await uow.municipalities.get(which)
    await check_covers(uow, actor, action, municipality_scope(which, settings.name), now)
    return settings


async def set_sole_on_duty(
    uow: UnitOfWork, actor: Actor, which: MunicipalityId, *, is_allowed: bool, now: datetime
) -> Municipality:
    """Set whether the only police on duty there may send without a colleague; police and other administrators there are
    told of a change. Raises NotAllowed."""
    before = await municipality_for(uow, actor, which, now)
    changed = await _save(uow, actor, replace(before, sole_on_duty=is_allowed), now, {"sole_on_duty": int(is_allowed)})
    if before.sole_on_duty != is_allowed:
        scope = municipality_scope(which, changed.name)
        others = [one for one in await others_in_scope(uow, Role.POLICE, scope, now) if one != actor.member.id]
        told: dict[str, str | int] = {"municipality": str(which), "allowed": int(is_allowed)}
        await tell(uow, others, Notice("duty-changed", told), f"duty-changed:{which}:{int(now.timestamp())}", now)
    return changed


async def set_label(
    uow: UnitOfWork, actor: Actor, which: MunicipalityId, role: Role, label: str | None, *, now: datetime
) -> Municipality:
    """Set what the role is called there; None for its usual name. Raises NotAllowed."""
    settings = await municipality_for(uow, actor, which, now)
    others = {one: words for one, words in settings.labels.items() if one is not role}
    changed = replace(settings, labels=others | ({role: label} if label else {}))
    return await _save(uow, actor, changed, now, {"label_of": str(role)})


async def set_report_minutes(
    uow: UnitOfWork, actor: Actor, which: MunicipalityId, urgency: Urgency, minutes: int, *, now: datetime
) -> Municipality:
    """Set how many minutes a report of this urgency waits untaken there before the next hears of it; 0: everybody hears
    at once. Raises NotAllowed, and InvalidText for a number that there is not."""
    if not 0 <= minutes <= MOST_MINUTES:
        raise InvalidText("no-minutes")
    settings = await municipality_for(uow, actor, which, now)
    others = {one: count for one, count in settings.report_minutes.items() if one is not urgency}
    own = {} if minutes == DEFAULT_MINUTES[urgency] else {urgency: minutes}
    changed = replace(settings, report_minutes=others | own)
    return await _save(uow, actor, changed, now, {"wait_of": str(urgency), "minutes": minutes})


async def set_cascade(
    uow: UnitOfWork,
    actor: Actor,
    which: MunicipalityId,
    table: tuple[CascadeStep, ...],
    *,
    seen: tuple[CascadeStep, ...],
    now: datetime,
) -> Municipality:
    """Set who hears of a confirmed incident there, in which order; the plan's table is stored as none of its own.
    Cascades that have begun go on as they were. `seen`: the table that was changed.

    Raises NotAllowed, Rejected for a table that cannot be followed, and Conflict when a colleague changed it meanwhile.
    """
    settings = await municipality_for(uow, actor, which, now, action=Action.SET_CASCADE)
    check_table(table)
    if settings.cascade != seen:
        raise Conflict
    changed = replace(settings, own_cascade=() if table == DEFAULT_TABLE else table)
    return await _save(uow, actor, changed, now, {"cascade": len(table)})


async def set_aftercare_days(
    uow: UnitOfWork, actor: Actor, which: MunicipalityId, step: StepKind, days: int, *, now: datetime
) -> Municipality:
    """Set after how many days this step of aftercare comes there, in cases that are opened from now on. Raises
    NotAllowed, and InvalidText for a number that there is not."""
    if not 0 <= days <= MOST_DAYS:
        raise InvalidText("no-days")
    settings = await municipality_for(uow, actor, which, now)
    others = {one: count for one, count in settings.aftercare_days.items() if one is not step}
    own = {} if days == PLANNED[step].days else {step: days}
    changed = replace(settings, aftercare_days=others | own)
    return await _save(uow, actor, changed, now, {"aftercare_of": str(step), "days": days})


async def label_of(uow: UnitOfWork, role: Role, scope: Scope) -> str | None:
    """Return what the role is called where this scope lies; None for its usual name."""
    which = await municipality_of(uow, scope)
    return None if which is None else (await uow.municipalities.get(which)).labels.get(role)


async def pc4_of(uow: UnitOfWork, which: MunicipalityId) -> str | None:
    """Return a PC4 that names the municipality: the first that lies in no other one, else its first."""
    pc4s = await uow.postcodes.pc4s_of(which)
    for pc4 in pc4s:
        if len(await uow.postcodes.municipalities(pc4, pc4)) == 1:
            return pc4
    return next(iter(pc4s), None)


async def _save(
    uow: UnitOfWork, actor: Actor, changed: Municipality, now: datetime, what: dict[str, str | int]
) -> Municipality:
    """Save the settings. The audit record names the municipality by one of its postcodes, as its entities have
    numbers."""
    pc4 = await pc4_of(uow, changed.id)
    await uow.municipalities.save(changed)
    event = AuditEvent("municipality.set", "municipality", int(pc4 or 0), actor.member.id, what)
    await uow.audit.append(event, now)
    return changed
