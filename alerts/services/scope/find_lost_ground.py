"""Find lost ground: roles, links, groups, settings and templates that cover less, or nothing, after an import of
postcodes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from alerts.ids import MunicipalityId
from alerts.ports import UnitOfWork
from alerts.role import Scope, ScopeKind
from alerts.services.scope.find_scope import has_ground


class Holder(StrEnum):
    """The kinds of things that have ground."""

    ROLE = "role"
    INVITE = "invite"
    GROUP = "group"
    SETTINGS = "settings"
    TEMPLATE = "template"


@dataclass(frozen=True, slots=True)
class LostGround:
    """One thing that covers less than before the import, or (`is_all`) nothing. `what` names it by keys and numbers;
    `now` are the municipalities that have the ground now."""

    holder: Holder
    what: str
    is_all: bool
    now: tuple[str, ...] = ()


async def find_lost_ground(
    uow: UnitOfWork, before: Mapping[MunicipalityId, frozenset[str]], now: datetime
) -> list[LostGround]:
    """Return what covers nothing now, whether or not it did before the import, and what covers less than it did."""
    found = [
        *[
            (Holder.ROLE, f"{one.id} ({one.role} of member {one.member_id})", one.scope)
            for one in await uow.roles.active(now)
        ],
        *[
            (Holder.INVITE, f"{one.id} ({one.role})", one.scope)
            for one in await uow.invites.open_for_roles(now)
            if one.scope is not None
        ],
    ]
    lost = []
    for holder, what, scope in found:
        lost += await _of_scope(uow, holder, f"{what}, {scope}", scope, before)
    return lost + await _settings(uow, before) + await _groups(uow) + await _templates(uow, now)


async def _of_scope(
    uow: UnitOfWork, holder: Holder, what: str, scope: Scope, before: Mapping[MunicipalityId, frozenset[str]]
) -> list[LostGround]:
    old = before.get(scope.municipality, frozenset()) if scope.municipality is not None else frozenset()
    if not await has_ground(uow, scope):
        return [LostGround(holder, what, is_all=True, now=await _owners(uow, old))]
    if scope.kind is not ScopeKind.MUNICIPALITY or scope.municipality is None:
        return []
    gone = old - set(await uow.postcodes.pc4s_of(scope.municipality))
    owners = await _owners(uow, gone)
    return [LostGround(holder, what, is_all=False, now=owners)] if owners else []


async def _owners(uow: UnitOfWork, pc4s: frozenset[str]) -> tuple[str, ...]:
    """Return the names of the municipalities in which these PC4s lie now."""
    found = {one.name for pc4 in sorted(pc4s) for one in await uow.postcodes.municipalities(pc4, pc4)}
    return tuple(sorted(found))


async def _settings(uow: UnitOfWork, before: Mapping[MunicipalityId, frozenset[str]]) -> list[LostGround]:
    return [
        LostGround(Holder.SETTINGS, one.name, is_all=True, now=await _owners(uow, before.get(one.id, frozenset())))
        for one in await uow.municipalities.all_set()
        if await uow.postcodes.municipality(one.id) is None
    ]


async def _groups(uow: UnitOfWork) -> list[LostGround]:
    known = await uow.postcodes.pc4s()
    lost = []
    for group in await uow.kvo_groups.all_open():
        gone = {code for code in group.codes if code[:4] not in known}
        if gone:
            lost.append(LostGround(Holder.GROUP, f"{group.id} ({group.name})", is_all=gone == group.codes))
    return lost


async def _templates(uow: UnitOfWork, now: datetime) -> list[LostGround]:
    known = await uow.postcodes.pc4s()
    return [
        LostGround(Holder.TEMPLATE, str(one.id), is_all=True)
        for one in await uow.templates.all_open(now)
        if one.content.place.pc4 is not None and one.content.place.pc4 not in known
    ]
