"""Set what a municipality agreed to, and what it calls its roles: an administrator of all of it."""

from dataclasses import replace
from datetime import datetime

from alerts.audit import AuditEvent
from alerts.municipality import Municipality
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, Role, Scope, ScopeKind
from alerts.services.cover_scope import check_covers, municipality_of


async def municipality_for(uow: UnitOfWork, actor: Actor, name: str, now: datetime) -> Municipality:
    """Its settings, for who may change them. Raises NotAllowed."""
    await check_covers(uow, actor, Action.ADMINISTER, Scope(ScopeKind.MUNICIPALITY, name=name), now)
    return await uow.municipalities.get(name)


async def set_sole_on_duty(
    uow: UnitOfWork, actor: Actor, name: str, *, is_allowed: bool, now: datetime
) -> Municipality:
    """Whether the only police on duty there may send without a colleague. Raises NotAllowed."""
    changed = replace(await municipality_for(uow, actor, name, now), sole_on_duty=is_allowed)
    return await _save(uow, actor, changed, now, {"sole_on_duty": int(is_allowed)})


async def set_label(
    uow: UnitOfWork, actor: Actor, name: str, role: Role, label: str | None, *, now: datetime
) -> Municipality:
    """What the role is called there; None for its usual name. Raises NotAllowed."""
    settings = await municipality_for(uow, actor, name, now)
    others = {one: words for one, words in settings.labels.items() if one is not role}
    changed = replace(settings, labels=others | ({role: label} if label else {}))
    return await _save(uow, actor, changed, now, {"label_of": str(role)})


async def label_of(uow: UnitOfWork, role: Role, scope: Scope) -> str | None:
    """What the role is called where this scope lies; None for its usual name."""
    name = await municipality_of(uow, scope)
    return None if name is None else (await uow.municipalities.get(name)).labels.get(role)


async def _save(
    uow: UnitOfWork, actor: Actor, changed: Municipality, now: datetime, what: dict[str, str | int]
) -> Municipality:
    """The record names it by its first postcode, as rows there have numbers."""
    codes = await uow.postcodes.pc4s_of(changed.name)
    first = int(codes[0]) if codes else 0
    await uow.municipalities.save(changed)
    await uow.audit.append(AuditEvent("municipality.set", "municipality", first, actor.member.id, what), now)
    return changed
