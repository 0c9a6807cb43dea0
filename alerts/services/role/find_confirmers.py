"""Find confirmers: the second people who can confirm what somebody gives somebody else
(docs/architecture.md, rule 17)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action, Grant, Role, Scope, ScopeKind
from alerts.services.approval.find_approvers import ties_of
from alerts.services.permission.find_reachable import able_to_answer
from alerts.services.scope.cover_scope import covers_scope


@dataclass(frozen=True, slots=True)
class Confirmers:
    """Members who are asked to confirm a grant, and all who may."""

    asked: tuple[MemberId, ...]
    able: tuple[MemberId, ...]


async def find_confirmers(
    uow: UnitOfWork,
    role: Role,
    scope: Scope,
    besides: Iterable[MemberId],
    now: datetime,
    *,
    since: datetime | None = None,
) -> Confirmers:
    """Find other holders of this role whose scope covers this one, and administrators of it; where there is neither,
    police.

    Holders are asked first, then administrators, then police. Never the people `besides`, nor anybody tied to them by a
    deputy: those may be one person with two accounts. With `since` also nobody whom a deputy tied to them at that
    moment.
    """
    apart = await ties_of(uow, besides, now, since=since)
    active = await uow.roles.active(now)
    covering = [one for one in active if one.member_id not in apart and await covers_scope(uow, one.scope, scope)]
    holders = await _people([one for one in covering if _is_peer(one, role, scope)], apart, uow)
    administrators = await _people([one for one in covering if Action.ADMINISTER in one.actions], apart, uow)
    police = await _people([one for one in covering if Action.APPROVE_ALERT in one.actions], apart, uow)
    if not holders and not administrators:
        return Confirmers(police, police)
    return Confirmers(holders or administrators, tuple(dict.fromkeys((*holders, *administrators))))


async def others_in_scope(uow: UnitOfWork, role: Role, scope: Scope, now: datetime) -> list[MemberId]:
    """Members who are told of a grant: holders of this role, administrators and police whose scopes cover it or lie in
    it."""
    return [
        one.member_id
        for one in await uow.roles.active(now)
        if (_is_peer(one, role, scope) or one.actions & {Action.ADMINISTER, Action.APPROVE_ALERT})
        and (await covers_scope(uow, one.scope, scope) or await covers_scope(uow, scope, one.scope))
    ]


def _is_peer(grant: Grant, role: Role, scope: Scope) -> bool:
    """Whether the grant is of the same role; for a KVO group also one that manages groups."""
    return grant.role is role or (scope.kind is ScopeKind.KVO_GROUP and Action.MANAGE_KVO_GROUP in grant.actions)


async def _people(grants: list[Grant], apart: frozenset[MemberId], uow: UnitOfWork) -> tuple[MemberId, ...]:
    """Return the holders who can answer; where none can, their deputies."""
    holders = await able_to_answer(uow, (one.member_id for one in grants), None)
    deputies = (one.deputy_id for one in grants if one.deputy_id not in apart)
    return holders or await able_to_answer(uow, deputies, None)
