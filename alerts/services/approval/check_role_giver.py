"""Check the giver of a role: whether one of two people has it from the other, and nobody else could have looked.

Whoever gave a role knows who has it, or is that person with a second account. Where another colleague could have
answered that is ordinary practice; for the only one there it is no independent approval (docs/architecture.md, rule
17).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action, Grant, Matter, ScopeKind
from alerts.services.approval.find_approvers import ties_of


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for a decision: by whom and since when, by which action, and where it must be in scope."""

    author: MemberId
    since: datetime
    action: Action
    matters: tuple[Matter, ...]


async def is_by_giver(
    uow: UnitOfWork, asked: Asked, actor: MemberId, colleagues: Iterable[MemberId], now: datetime
) -> bool:
    """Whether one of author and actor has the role from the other, directly or through others, and no colleague is
    independent of both."""
    if not await _is_given(uow, asked, (asked.author, actor), now):
        return False
    apart = await ties_of(uow, [asked.author, actor], now, since=asked.since)
    for one in colleagues:
        pairs = [(asked.author, one), (actor, one)]
        if one not in apart and not any([await _is_given(uow, asked, pair, now) for pair in pairs]):
            return False
    return True


async def _is_given(uow: UnitOfWork, asked: Asked, pair: tuple[MemberId, MemberId], now: datetime) -> bool:
    one, other = pair
    return await _has_from(uow, asked, one, other, now) or await _has_from(uow, asked, other, one, now)


async def _has_from(uow: UnitOfWork, asked: Asked, holder: MemberId, giver: MemberId, now: datetime) -> bool:
    """Whether every role by which the holder may act comes from the giver, or from whoever could be the same person. A
    role that ended after the request still counts."""
    held = [one for one in await uow.roles.of_member(holder) if _counts(one, asked, now)]
    givers = await ties_of(uow, [giver], now, since=asked.since)
    return bool(held) and all([bool(givers & await _givers_of(uow, one)) for one in held])


def _counts(grant: Grant, asked: Asked, now: datetime) -> bool:
    lasted = grant.is_active(now) or (grant.ends_at is not None and grant.ends_at >= asked.since)
    return lasted and asked.action in grant.actions and any(grant.scope.covers(one) for one in asked.matters)


async def _givers_of(uow: UnitOfWork, grant: Grant) -> set[MemberId]:
    """Members who gave this role, who gave them the role by which they could, and so on; ended roles count too."""
    found: set[MemberId] = set()
    seen = {grant.id}
    waiting = [grant]
    while waiting:
        given = waiting.pop()
        sources = [] if given.derived_from is None else [await uow.roles.get(given.derived_from)]
        if given.granted_by is not None:
            found.add(given.granted_by)
            sources += [one for one in await uow.roles.of_member(given.granted_by) if _could_give(one, given)]
        found |= {member for one in sources for member in (one.member_id, one.deputy_id) if member is not None}
        waiting += [one for one in sources if one.id not in seen]
        seen |= {one.id for one in sources}
    return found


def _could_give(grant: Grant, given: Grant) -> bool:
    """Whether one grant allows giving the other: an administrator any role, who manages groups a group manager's."""
    is_for_group = given.scope.kind is ScopeKind.KVO_GROUP
    return Action.ADMINISTER in grant.actions or (is_for_group and Action.MANAGE_KVO_GROUP in grant.actions)
