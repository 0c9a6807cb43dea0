"""Create an invitation: for a role or its deputy, for a shop that a coordinator knows, or for a colleague."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from alerts.account import LINK_LASTS
from alerts.area import Place
from alerts.audit import AuditEvent
from alerts.branch import Branch
from alerts.errors import InvalidText, NotAllowed
from alerts.ids import KvoGroupId, MemberId, PremisesId, RoleId
from alerts.invite import LABEL_LENGTH, NewInvite, hashed, hashed_for_console, new_secret
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.premises import NewPremises, Premises
from alerts.role import Action, Actor, Function, Role, Scope, ScopeKind, may
from alerts.role_function import check_function, usual_function
from alerts.services.group.find_groups import group_for
from alerts.services.limits.check_quota import check_invite_quota
from alerts.services.permission.check_may import check_may
from alerts.services.permission.locate_matter import located, shop_matter
from alerts.services.role.find_granting_role import giving_grants
from alerts.services.role.request_grant import check_can_be_confirmed
from alerts.services.shop.find_premises import owned_premises
from alerts.services.shop.find_twin import Twin, find_twin

ROLE_LASTS = timedelta(days=7)  # how long links work is ours; they give access, so not long
PREMISES_LASTS = timedelta(days=14)
COUNTER_LASTS = timedelta(days=30)
COUNTER_USES = 10
COLLEAGUE_LASTS = timedelta(days=7)
COLLEAGUE_USES = 5


@dataclass(frozen=True, slots=True)
class CreatedInvite:
    """A new invitation: its secret, shown once and stored only as its hash, its uses and its end.

    `has_people`: the shop takes part already, so the link gives a place there and verifies nothing. `has_twin`:
    somebody who was not invited signed up what looks like this shop.
    """

    secret: str
    expires_at: datetime
    uses: int
    premises: Premises | None = None
    has_people: bool = False
    has_twin: bool = False


async def create_role_invite(
    uow: UnitOfWork,
    role: Role,
    scope: Scope,
    *,
    now: datetime,
    label: str | None = None,
    by: MemberId | None = None,
    ends_at: datetime | None = None,
    intended_for: str | None = None,
    function: Function | None = None,
    for_console: bool = False,
) -> CreatedInvite:
    """Create a one-time link that makes somebody a coordinator, until `ends_at`. `by` is None for the command line,
    which says for whom it is (`intended_for`), as does whoever makes a link that works in the console only
    (`for_console`). Raises InvalidText for a label too long for a card, Rejected for a function that the role cannot
    carry."""
    check_function(role, function)
    function = function or usual_function(role, scope)
    if label is not None and len(label) > LABEL_LENGTH:
        raise InvalidText("name-long", most=str(LABEL_LENGTH))
    invite = NewInvite(
        now + (LINK_LASTS if for_console else ROLE_LASTS),
        role=role,
        scope=scope,
        label=label,
        created_by=by,
        role_ends_at=ends_at,
        intended_for=intended_for,
        function=function,
    )
    return await _create(uow, invite, now, None, hash_of=hashed_for_console if for_console else hashed)


async def check_may_invite_manager(uow: UnitOfWork, actor: Actor, group_id: KvoGroupId, now: datetime) -> Scope:
    """Return the scope of the group's manager. The actor needs all of the group's ground in scope, or manages it.
    Raises NotAllowed, also where nobody could confirm a manager."""
    group = await group_for(uow, actor, Action.MANAGE_KVO_GROUP, group_id, now=now)
    scope = Scope(ScopeKind.KVO_GROUP, kvo_group_id=group.id)
    if not await giving_grants(uow, actor.member.id, scope, now):
        raise NotAllowed("outside-scope")
    await check_can_be_confirmed(uow, Role.KVO_MANAGER, scope, [actor.member.id], now)
    return scope


async def invite_group_manager(
    uow: UnitOfWork,
    actor: Actor,
    group_id: KvoGroupId,
    now: datetime,
    *,
    label: str | None,
    function: Function | None,
) -> CreatedInvite:
    """Create a one-time link that makes somebody the manager of a KVO group, once another has confirmed it. Raises as
    `check_may_invite_manager`."""
    scope = await check_may_invite_manager(uow, actor, group_id, now)
    return await create_role_invite(
        uow, Role.KVO_MANAGER, scope, now=now, label=label, by=actor.member.id, function=function
    )


async def branches_to_invite(uow: UnitOfWork, actor: Actor, place: Place, now: datetime) -> frozenset[Branch]:
    """Return the branches of which the actor may invite a shop at this place: all, their own, or those of a group of
    theirs."""
    matters = {branch: await located(uow, await shop_matter(uow, place, branch)) for branch in Branch}
    return frozenset(
        branch for branch, matter in matters.items() if may(actor.grants, Action.INVITE_PREMISES, matter, now=now)
    )


async def create_premises_invite(
    uow: UnitOfWork, actor: Actor, new: NewPremises, now: datetime, *, for_counter: bool = False
) -> CreatedInvite:
    """Create a link for a shop that a coordinator in scope knows: whoever comes first becomes its owner. Raises
    NotAllowed.

    It works once, or hangs behind the counter for all who work there. A verified shop gets no twin: the link is for
    that one. A sign-up that nobody vouched for is left alone, whoever made it.
    """
    await check_may(uow, actor, Action.INVITE_PREMISES, await shop_matter(uow, new.place, new.branch), now)
    premises = await _vouched_for(uow, new) or await uow.premises.add(new, now)
    lasts, uses = (COUNTER_LASTS, COUNTER_USES) if for_counter else (PREMISES_LASTS, 1)
    invite = NewInvite(now + lasts, max_uses=uses, premises_id=premises.id, created_by=actor.member.id)
    created = await _create(uow, invite, now, premises)
    has_twin = await find_twin(uow, premises, now) is Twin.SIGNED_UP
    return replace(created, has_people=premises.is_verified, has_twin=has_twin)


async def _vouched_for(uow: UnitOfWork, new: NewPremises) -> Premises | None:
    """Return the known shop that is meant, or None. While nobody belongs to it, the newest house number counts."""
    if not new.pc6 or not new.name:
        return None
    same = await uow.premises.vouched_for(new.pc6, new.branch, new.name)
    if same is None or same.house_number == new.house_number or same.is_verified:
        return same
    return await uow.premises.save(replace(same, house_number=new.house_number))


async def invite_colleague(
    uow: UnitOfWork, member: Member, premises_id: PremisesId, *, version: int | None = None, now: datetime
) -> CreatedInvite:
    """Create a link for the owner's colleagues. Raises NotAllowed, IllegalTransition."""
    premises = (await owned_premises(uow, member.id, premises_id, version=version)).premises
    invite = NewInvite(now + COLLEAGUE_LASTS, max_uses=COLLEAGUE_USES, premises_id=premises_id, created_by=member.id)
    return await _create(uow, invite, now, premises)


async def create_deputy_invite(uow: UnitOfWork, role: RoleId, by: MemberId, now: datetime) -> CreatedInvite:
    """Create a one-time link that makes somebody the deputy of this role."""
    return await _create(uow, NewInvite(now + ROLE_LASTS, deputy_of=role, created_by=by), now, None)


async def _create(
    uow: UnitOfWork,
    invite: NewInvite,
    now: datetime,
    premises: Premises | None,
    *,
    hash_of: Callable[[str], str] = hashed,
) -> CreatedInvite:
    if invite.created_by is not None:
        await check_invite_quota(uow, invite.created_by, now)
    secret = new_secret()
    invite_id = await uow.invites.add(hash_of(secret), invite, now)
    event = AuditEvent("invite.created", "invite", invite_id, invite.created_by, _for_what(invite))
    await uow.audit.append(event, now)
    return CreatedInvite(secret, invite.expires_at, invite.max_uses, premises)


def _for_what(invite: NewInvite) -> dict[str, str | int]:
    """Return what the invitation gives, as keys and numbers for the audit record."""
    if invite.premises_id is not None:
        return {"premises": invite.premises_id, "uses": invite.max_uses}
    if invite.deputy_of is not None:
        return {"deputy_of": invite.deputy_of}
    return {"role": str(invite.role), "scope": str(invite.scope)}
