"""Request a grant: somebody is given something, and a second person is asked to confirm it."""

from collections.abc import Iterable
from datetime import datetime

from alerts.audit import PERSON, AuditEvent
from alerts.delivery import NewDelivery, Notice, OnUnknown, Operation
from alerts.errors import InvalidInvite, NotAllowed
from alerts.grant_request import ABOUT_A_HELD_ROLE, GrantKind, GrantRequest, NewGrantRequest
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Role, Scope
from alerts.services.role.find_confirmers import find_confirmers
from alerts.services.tell import KEPT_TRYING, tell

WANTED = "grant-wanted"


async def check_can_be_confirmed(
    uow: UnitOfWork, role: Role, scope: Scope, besides: Iterable[MemberId], now: datetime
) -> None:
    """Raise NotAllowed when nobody besides these could confirm it: the first ones come by the command line."""
    if not (await find_confirmers(uow, role, scope, besides, now)).able:
        raise NotAllowed("nobody-confirms")


async def request_grant(uow: UnitOfWork, new: NewGrantRequest, now: datetime) -> GrantRequest:
    """Store a grant that counts only once another in scope has confirmed it; tell all three that it waits.

    Raises InvalidInvite when the same one waits already, or when nobody could confirm it.
    """
    if any(_is_same(one, new) for one in await uow.grant_requests.undecided_for(new.member_id)):
        raise InvalidInvite("waits")
    confirmers = await find_confirmers(uow, new.role, new.scope, [new.given_by, new.member_id], now)
    if not confirmers.able:
        raise InvalidInvite("nobody-confirms")
    request = await uow.grant_requests.add(new, now)
    await uow.audit.append(grant_event(request, "asked", new.given_by), now)
    await ask_to_confirm(uow, request, confirmers.asked, now)
    for view, member in (("grant-waits", new.member_id), ("grant-waits-giver", new.given_by)):
        if member == new.member_id and new.kind in ABOUT_A_HELD_ROLE:
            continue  # they have the role, and are told once it is extended
        await tell(uow, [member], Notice(view, {"request": request.id}), f"{view}:{request.id}", now)
    return request


async def ask_to_confirm(
    uow: UnitOfWork, request: GrantRequest, members: Iterable[MemberId], now: datetime, *, again: bool = False
) -> None:
    """Queue a card with two buttons for each member; `again` is a reminder, not repeated when it may have arrived."""
    on_unknown = OnUnknown.GIVE_UP if again else OnUnknown.RESEND
    notice = Notice(WANTED, {"request": request.id})
    key = _card_key(request, again=again)
    await tell(uow, members, notice, key, now, on_unknown=on_unknown, deadline=request.expires_at)


async def renew_cards(
    uow: UnitOfWork, request: GrantRequest, members: Iterable[MemberId], now: datetime, *, besides: MemberId | None
) -> None:
    """Update the cards of these members with the outcome, except for `besides`, who sees it already."""
    rows = []
    for member in dict.fromkeys(members):
        address = (await uow.members.get(member)).address.id
        for again in (False, True):
            card = await uow.deliveries.by_key(f"{_card_key(request, again=again)}:{address}")
            if card is not None and member != besides:
                rows.append(
                    NewDelivery(
                        effect_key=f"grant-settled:{card[0]}",
                        address_id=address,
                        notice=Notice(WANTED, {"request": request.id}),
                        deadline=now + KEPT_TRYING,
                        operation=Operation.EDIT,
                        target=card[0],
                    )
                )
    await uow.deliveries.enqueue(rows, now)


def grant_event(request: GrantRequest, what: str, by: MemberId | None) -> AuditEvent:
    """Return the audit event of one step of a request."""
    if request.kind is GrantKind.ROLE or request.role_id is None:
        told = {"role": str(request.role), "scope": str(request.scope)}
        return AuditEvent(f"role.{what}", "member", request.member_id, by, told)
    if request.kind is GrantKind.RECOVERY:
        told = {"role": str(request.role), "scope": str(request.scope)}
        return AuditEvent(f"account.recovery_{what}", PERSON, request.member_id, by, told)
    if request.kind is GrantKind.DEPUTY:
        return AuditEvent(f"deputy.{what}", "role", request.role_id, by, {"deputy": request.member_id})
    ends_at = request.ends_at.isoformat() if request.ends_at else ""
    return AuditEvent(f"role.longer_{what}", "role", request.role_id, by, {"ends_at": ends_at})


def _card_key(request: GrantRequest, *, again: bool) -> str:
    return f"grant:{request.id}:{'again' if again else 'asked'}"


def _is_same(request: GrantRequest, new: NewGrantRequest) -> bool:
    return (request.kind, request.role, request.scope, request.role_id) == (new.kind, new.role, new.scope, new.role_id)
