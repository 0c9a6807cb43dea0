"""Find the audience of a notice: everybody within reach, or the KVO groups and regions for which its drafter may
write."""

from datetime import datetime

from alerts.alert_form import AlertForm, F
from alerts.area import Place
from alerts.branch import Branch
from alerts.errors import NotAllowed
from alerts.ports import UnitOfWork
from alerts.region import COUNTRY
from alerts.role import Action, Actor, Matter, Scope, may, municipality_scope
from alerts.services.permission.locate_matter import located, part_of


async def with_audiences(form: F, place: Place, uow: UnitOfWork, actor: Actor, now: datetime) -> F:
    """Return the form with the groups and regions for which this person may write there, and with the choices that
    their role fixes. A region that they may not write for is left out.

    Raises NotAllowed when the place lies in none of their scopes, or outside the group chosen before.
    """
    nearby = await uow.kvo_groups.in_postcodes({place.pc4 or ""})
    groups = {
        group.id: group.name
        for group in nearby
        if await _may_draft(uow, actor, Matter(place, kvo_groups=frozenset({group.id})), now)
    }
    own_branch = None if await _may_draft(uow, actor, Matter(place), now) else await _own_branch(uow, actor, place, now)
    own = frozenset({own_branch} if own_branch else ())
    may_reach_everybody = await _may_draft(uow, actor, Matter(place, branches=own), now)
    if not may_reach_everybody and not groups:
        raise NotAllowed("outside-scope")
    chosen = form.kvo_group_id
    if chosen is not None and chosen not in groups:
        if form.missing is None:
            raise NotAllowed("outside-group")
        chosen = None
    if not may_reach_everybody and len(groups) == 1:
        chosen = next(iter(groups))
    placed = form.changed(
        groups={int(group): name for group, name in groups.items()},
        is_for_group=not may_reach_everybody,
        kvo_group_id=chosen,
        own_branch=own_branch,
        branches=own if own_branch else form.branches,
    )
    return await _with_regions(placed, place, uow, actor, now)


async def _with_regions(form: F, place: Place, uow: UnitOfWork, actor: Actor, now: datetime) -> F:
    """Return the form with the regions that are offered: the municipality of the place, and the country."""
    part = await part_of(uow, place)
    here = [] if part is None else [municipality_scope(part.municipality_id, part.municipality_name)]
    offered = [one for one in (*here, COUNTRY) if await may_draft_for(form, one, place, uow, actor, now)]
    if form.region is None or await may_draft_for(form, form.region, place, uow, actor, now):
        return form.changed(regions=tuple(offered))
    return form.changed(regions=tuple(offered), region=None)


async def may_draft_for(
    form: AlertForm, region: Scope, place: Place, uow: UnitOfWork, actor: Actor, now: datetime
) -> bool:
    """Whether this person may write a notice about the place for all of the region, at least for their own branch."""
    branches = frozenset({form.own_branch}) if form.own_branch else form.branches
    return await _may_draft(uow, actor, Matter(place, branches=branches, region=region), now)


async def _own_branch(uow: UnitOfWork, actor: Actor, place: Place, now: datetime) -> Branch | None:
    """Return the branch for which this person may write there: the first in scope, else any that they have."""
    branches = [grant.scope.branch for grant in actor.grants if grant.scope.branch is not None]
    for branch in branches:
        if await _may_draft(uow, actor, Matter(place, branches=frozenset({branch})), now):
            return branch
    return next(iter(branches), None)


async def _may_draft(uow: UnitOfWork, actor: Actor, matter: Matter, now: datetime) -> bool:
    return may(actor.grants, Action.DRAFT_ALERT, await located(uow, matter), now=now)
