"""Confirm or refuse a grant: a second person in scope decides on what somebody gives another."""

from datetime import datetime

from alerts.delivery import Notice
from alerts.errors import IllegalTransition, InvalidInvite, NotAllowed, NotFound
from alerts.grant_request import ABOUT_A_HELD_ROLE, GRANT_REMINDER, GrantDecision, GrantKind, GrantRequest
from alerts.ids import GrantRequestId, MemberId
from alerts.ports import UnitOfWork
from alerts.services.role.end_role import make_longer
from alerts.services.role.find_confirmers import find_confirmers
from alerts.services.role.find_granting_role import giving_grants, recovering_grants
from alerts.services.role.give_role import give_requested
from alerts.services.role.name_deputy import become_deputy, check_needs_deputy
from alerts.services.role.request_grant import ask_to_confirm, grant_event, renew_cards
from alerts.services.scope.find_scope import has_ground
from alerts.services.tell import tell


async def grants_to_confirm(uow: UnitOfWork, actor: MemberId, now: datetime) -> list[GrantRequest]:
    """Requests that this member could confirm now, oldest first."""
    found = []
    for request in await uow.grant_requests.undecided():
        if request.is_open(now) and actor in await _able(uow, request, now):
            found.append(request)
    return found


async def find_request(uow: UnitOfWork, request_id: GrantRequestId, actor: MemberId, now: datetime) -> GrantRequest:
    """Return a request that this member may confirm.

    Raises NotAllowed for who gives or is given it, NotFound for who may not confirm it, and IllegalTransition when it
    was decided or its giver can give it no longer.
    """
    request = await uow.grant_requests.get(request_id)
    if actor in (request.given_by, request.member_id):
        raise NotAllowed("own-grant")
    if actor not in await _able(uow, request, now):
        raise NotFound
    if request.decision is not None:
        raise IllegalTransition("grant-decided")
    if not await _still_counts(uow, request, now):
        raise IllegalTransition("grant-lapsed")
    return request


async def confirm_grant(uow: UnitOfWork, request_id: GrantRequestId, actor: MemberId, now: datetime) -> GrantRequest:
    """Put the grant into force. Raises as `find_request` does; confirming twice makes one grant."""
    request = await find_request(uow, request_id, actor, now)
    able = await _able(uow, request, now)
    decided = await uow.grant_requests.decide(request.id, GrantDecision.CONFIRMED, actor, now)
    await uow.audit.append(grant_event(request, "confirmed", actor), now)
    match request.kind:
        case GrantKind.ROLE:
            await give_requested(uow, request, actor, now)
        case GrantKind.DEPUTY:
            assert request.role_id is not None, "a deputy is one of a role"
            await become_deputy(uow, request.role_id, request.member_id, confirmed_by=actor, now=now)
        case GrantKind.LONGER:
            await make_longer(uow, request, actor, now)
        case GrantKind.RECOVERY:  # who asked for it makes the link (`alerts.services.account.recover_account`)
            await tell(
                uow,
                [request.given_by],
                Notice("recovery-ready", {"request": request.id}),
                f"recovery-ready:{request.id}",
                now,
            )
    await renew_cards(uow, decided, able, now, besides=actor)
    return decided


async def refuse_grant(uow: UnitOfWork, request_id: GrantRequestId, actor: MemberId, now: datetime) -> GrantRequest:
    """Refuse the grant and tell both people. Raises as `find_request` does."""
    request = await find_request(uow, request_id, actor, now)
    return await _settle(uow, request, GrantDecision.REFUSED, actor, now)


async def has_grants_due(uow: UnitOfWork, now: datetime) -> bool:
    """Whether a request needs a reminder, or has lapsed."""
    for request in await uow.grant_requests.undecided():
        if _is_to_be_asked_again(request, now) or not await _still_counts(uow, request, now):
            return True
    return False


async def look_after_grants(uow: UnitOfWork, now: datetime) -> None:
    """Ask again, administrators too, about requests that nobody confirmed for a day; let those lapse whose time is over
    or whose giver can give it no longer."""
    for request in await uow.grant_requests.undecided():
        if not await _still_counts(uow, request, now):
            await _settle(uow, request, GrantDecision.LAPSED, None, now)
        elif _is_to_be_asked_again(request, now):
            await uow.grant_requests.mark_reminded(request.id, now)
            await ask_to_confirm(uow, request, await _able(uow, request, now), now, again=True)


async def _settle(
    uow: UnitOfWork, request: GrantRequest, decision: GrantDecision, by: MemberId | None, now: datetime
) -> GrantRequest:
    able = await _able(uow, request, now)
    decided = await uow.grant_requests.decide(request.id, decision, by, now)
    await uow.audit.append(grant_event(request, decision, by), now)
    notice = Notice(f"grant-{decision}", {"request": request.id})
    told = [request.given_by] if request.kind in ABOUT_A_HELD_ROLE else [request.member_id, request.given_by]
    await tell(uow, told, notice, f"grant-{decision}:{request.id}", now)
    await renew_cards(uow, decided, able, now, besides=by)
    return decided


async def _able(uow: UnitOfWork, request: GrantRequest, now: datetime) -> tuple[MemberId, ...]:
    besides = [request.given_by, request.member_id]
    found = await find_confirmers(uow, request.role, request.scope, besides, now, since=request.asked_at)
    return found.able


def _is_to_be_asked_again(request: GrantRequest, now: datetime) -> bool:
    return request.reminded_at is None and request.asked_at + GRANT_REMINDER <= now


async def _still_counts(uow: UnitOfWork, request: GrantRequest, now: datetime) -> bool:
    """Whether the request is in time, covers any ground, and its giver could still give it: a derived grant never
    outlives its source."""
    if not request.is_open(now) or (request.ends_at is not None and request.ends_at <= now):
        return False
    if request.kind is GrantKind.DEPUTY:
        return await _still_needs_deputy(uow, request, now)
    if not await has_ground(uow, request.scope):
        return False
    group = request.scope.kvo_group_id
    if group is not None and (await uow.kvo_groups.get(group)).closed_at is not None:
        return False
    if request.role_id is not None and not (await uow.roles.get(request.role_id)).is_active(now):
        return False
    if request.kind is GrantKind.RECOVERY:
        return bool(await recovering_grants(uow, request.given_by, request.role, request.scope, now))
    return bool(await giving_grants(uow, request.given_by, request.scope, now))


async def _still_needs_deputy(uow: UnitOfWork, request: GrantRequest, now: datetime) -> bool:
    assert request.role_id is not None, "a deputy is one of a role"
    try:
        held = await check_needs_deputy(uow, request.role_id, now)
    except InvalidInvite:
        return False
    return held.member_id == request.given_by
