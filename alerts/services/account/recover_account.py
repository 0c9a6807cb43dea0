"""Recover an account of the console: an administrator or police ask, a second person confirms, and then who asked makes
one link for who lost the passkeys, or whose identity at the provider is not theirs any more."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from alerts.account import LINK_LASTS
from alerts.audit import PERSON, AuditEvent
from alerts.errors import IllegalTransition, NotAllowed, NotFound
from alerts.grant_request import GrantDecision, GrantKind, GrantRequest, NewGrantRequest
from alerts.ids import GrantRequestId, MemberId
from alerts.invite import hashed, new_secret
from alerts.member import CONSOLE
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, Grant, may
from alerts.services.role.find_granting_role import recovering_grants
from alerts.services.role.request_grant import check_can_be_confirmed, request_grant
from alerts.services.scope.cover_scope import may_in_all_of

LINKED = "account.recovery_linked"


@dataclass(frozen=True, slots=True)
class Recoverable:
    """Somebody without a chat for whom a member may ask a new link, with their own roles."""

    member: MemberId
    roles: tuple[Grant, ...]


def may_recover(actor: Actor, now: datetime) -> bool:
    """Whether the actor may ask for new links somewhere."""
    return any(may(actor.grants, one, None, now=now) for one in (Action.ADMINISTER, Action.APPROVE_ALERT))


async def recoverable(uow: UnitOfWork, actor: Actor, now: datetime) -> list[Recoverable]:
    """Return everybody without a chat for whom the actor may ask a new link, longest in office first. Raises NotAllowed
    for who may ask for nobody."""
    _check_may_recover(actor, now)
    members = dict.fromkeys(one.member_id for one in await uow.roles.active(now) if one.member_id != actor.member.id)
    found = []
    for member in members:
        if await _has_chat(uow, member):
            continue
        try:
            found.append(Recoverable(member, tuple(await roles_to_recover(uow, actor, member, now))))
        except NotFound:
            continue
    return found


async def roles_to_recover(uow: UnitOfWork, actor: Actor, member: MemberId, now: datetime) -> list[Grant]:
    """Return the member's own roles for which the actor may ask a new link: an administrator for those that they look
    after; police of somebody without a chat for all, if each that the link opens lies in their scope and none is an
    administrator's. Raises NotAllowed, and NotFound for none: who is out of scope is like nobody."""
    _check_may_recover(actor, now)
    held = [one for one in await uow.roles.of_member(member) if one.is_active(now)]
    found = [one for one in held if await may_in_all_of(uow, actor, Action.ADMINISTER, one.scope, now)]
    if not found and not await _has_chat(uow, member):
        by_police = [await recovering_grants(uow, actor.member.id, one.role, one.scope, now) for one in held]
        found = held if all(by_police) else []
    own = [one for one in found if one.member_id == member]
    if not own:
        raise NotFound
    return own


async def ask_recovery(uow: UnitOfWork, actor: Actor, member: MemberId, now: datetime) -> GrantRequest:
    """Ask a second person to confirm that this member gets a new link. Raises as `roles_to_recover`, NotAllowed for
    oneself and where nobody could confirm it, and IllegalTransition while it waits or may be used."""
    held = await roles_to_recover(uow, actor, member, now)
    if member == actor.member.id:
        raise NotAllowed("own-recovery")
    if await open_recovery(uow, member, now) is not None:
        raise IllegalTransition("recovery-waits")
    role = held[0]
    await check_can_be_confirmed(uow, role.role, role.scope, [actor.member.id, member], now)
    new = NewGrantRequest(
        kind=GrantKind.RECOVERY,
        member_id=member,
        given_by=actor.member.id,
        role=role.role,
        scope=role.scope,
        role_id=role.id,
        function=role.function,
    )
    return await request_grant(uow, new, now)


async def open_recovery(uow: UnitOfWork, member: MemberId, now: datetime) -> GrantRequest | None:
    """Return the recovery of this member that waits, or was confirmed within a day and made no link yet."""
    for request in await uow.grant_requests.recoveries_of(member):
        if request.is_open(now) or await _may_be_used(uow, request, now):
            return request
    return None


async def make_recovery_link(uow: UnitOfWork, actor: Actor, request_id: GrantRequestId, now: datetime) -> str:
    """Make the link of a confirmed recovery, once, within a day; return its secret. The passkeys that were lost, the
    identities and all sessions end. Raises as `roles_to_recover`, NotFound for another's request, and IllegalTransition
    when it is too late."""
    request = await uow.grant_requests.get(request_id)
    if request.kind is not GrantKind.RECOVERY or request.given_by != actor.member.id:
        raise NotFound
    await roles_to_recover(uow, actor, request.member_id, now)
    if not await _may_be_used(uow, request, now):
        raise IllegalTransition("recovery")
    secret = new_secret()
    await uow.accounts.remove_passkeys(request.member_id)
    await uow.accounts.remove_identities(request.member_id)
    await uow.accounts.add_link(hashed(secret), request.member_id, actor.member.id, now)
    told: dict[str, str | int] = {"scope": str(request.scope), "request": request.id}
    await uow.audit.append(AuditEvent(LINKED, PERSON, request.member_id, actor.member.id, told), now)
    return secret


def _check_may_recover(actor: Actor, now: datetime) -> None:
    if not may_recover(actor, now):
        raise NotAllowed(Action.ADMINISTER)


async def _has_chat(uow: UnitOfWork, member: MemberId) -> bool:
    return (await uow.members.get(member)).address.channel != CONSOLE


async def _may_be_used(uow: UnitOfWork, request: GrantRequest, now: datetime) -> bool:
    at = request.decided_at
    if request.decision is not GrantDecision.CONFIRMED or at is None or at + LINK_LASTS <= now:
        return False
    since = at - timedelta(microseconds=1)  # a link of the same moment counts too
    return not await uow.audit.times_of(LINKED, since, about=(PERSON, request.member_id))
