"""Recover an account of the console: an administrator asks, a second person confirms, and then the administrator makes
one link for who lost the passkeys, or whose identity at the provider is not theirs any more."""

from datetime import datetime, timedelta

from alerts.account import LINK_LASTS
from alerts.audit import PERSON, AuditEvent
from alerts.errors import IllegalTransition, NotAllowed, NotFound
from alerts.grant_request import GrantDecision, GrantKind, GrantRequest, NewGrantRequest
from alerts.ids import GrantRequestId, MemberId
from alerts.invite import hashed, new_secret
from alerts.ports import UnitOfWork
from alerts.role import Actor
from alerts.services.account.revoke_sessions import held_in_scope
from alerts.services.role.request_grant import check_can_be_confirmed, request_grant

LINKED = "account.recovery_linked"


async def ask_recovery(uow: UnitOfWork, actor: Actor, member: MemberId, now: datetime) -> GrantRequest:
    """Ask a second person to confirm that this member gets a new link. Raises as `held_in_scope`, NotAllowed for
    oneself and where nobody could confirm it, and IllegalTransition while it waits or may be used."""
    held = [one for one in await held_in_scope(uow, actor, member, now) if one.member_id == member]
    if not held:
        raise NotFound
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
    identities and all sessions end. Raises as `held_in_scope`, NotFound for another's request, IllegalTransition when
    it is too late."""
    request = await uow.grant_requests.get(request_id)
    if request.kind is not GrantKind.RECOVERY or request.given_by != actor.member.id:
        raise NotFound
    await held_in_scope(uow, actor, request.member_id, now)
    if not await _may_be_used(uow, request, now):
        raise IllegalTransition("recovery")
    secret = new_secret()
    await uow.accounts.remove_passkeys(request.member_id)
    await uow.accounts.remove_identities(request.member_id)
    await uow.accounts.add_link(hashed(secret), request.member_id, actor.member.id, now)
    told: dict[str, str | int] = {"scope": str(request.scope), "request": request.id}
    await uow.audit.append(AuditEvent(LINKED, PERSON, request.member_id, actor.member.id, told), now)
    return secret


async def _may_be_used(uow: UnitOfWork, request: GrantRequest, now: datetime) -> bool:
    at = request.decided_at
    if request.decision is not GrantDecision.CONFIRMED or at is None or at + LINK_LASTS <= now:
        return False
    since = at - timedelta(microseconds=1)  # a link of the same moment counts too
    return not await uow.audit.times_of(LINKED, since, about=(PERSON, request.member_id))
