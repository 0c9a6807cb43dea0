"""Hold a tip back: software cannot tell whether free text is a tip, so police of the place can stop it before it goes
out.

A tip with the words of an approved template goes out at once. One in words of its own waits until half an hour after
the first card about it arrived at police who can still answer. Police of each place that it reaches are asked, and can
stop it or let it go. Where no police is in reach it waits for a second manager.
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, auto

from alerts.alert import Alert, AlertState, Approval, ApprovalKind, Decision
from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import IllegalTransition, NotAllowed, NotFound, OutOfReach
from alerts.ids import AddressId, AlertId, MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action, Matter
from alerts.services.alert.publish_alert import publish_alert
from alerts.services.approval.ask_approvers import Round, ask_approvers, card_key, settle_approval
from alerts.services.approval.check_role_giver import Asked, is_by_giver
from alerts.services.approval.find_approvers import police_in_reach, ties_of
from alerts.services.permission.check_may import is_allowed
from alerts.services.permission.find_coordinators import find_coordinators
from alerts.services.permission.find_reachable import able_to_answer, with_open_chat
from alerts.services.permission.locate_matter import alert_matter, group_matters, located
from alerts.services.scope.find_ground import may_somewhere_on
from alerts.services.tell import tell

HELD_FOR = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Held:
    """A tip that waits. `until`: when it goes out at the earliest unless somebody stops it; None when it waits for a
    second manager. `asked`: how many people were asked."""

    alert: Alert
    until: datetime | None
    asked: int


class _Step(Enum):
    """The next step for a tip that waits."""

    NOTHING = auto()
    ASK_POLICE = auto()
    ASK_SECOND = auto()
    SEND = auto()


async def hold_tip(uow: UnitOfWork, draft: Alert, now: datetime) -> Held:
    """Ask the police of each place that the tip reaches, or a second manager where none is in reach."""
    pending = await uow.alerts.save(replace(draft, state=AlertState.PENDING))
    approval = await uow.alerts.request_approval(pending, ApprovalKind.HELD_TIP, draft.author_id, None, now)
    details = {"version": approval.alert_version}
    await uow.audit.append(AuditEvent("alert.tip_held", "alert", draft.id, draft.author_id, details), now)
    police = await police_in_reach(uow, draft.content, draft.author_id, now)
    if police:
        await _ask_police(uow, pending, approval, police, now)
        return Held(pending, now + HELD_FOR, len(police))
    return Held(pending, None, await _ask_second(uow, pending, approval, now))


async def release_time(uow: UnitOfWork, alert: Alert, approval: Approval, now: datetime) -> datetime | None:
    """When a held tip goes out unless somebody stops it: half an hour after the first card arrived at police who can
    still answer. None while none did."""
    police = await police_in_reach(uow, alert.content, approval.requested_by, now)
    addresses = await _addresses(uow, police)
    cards = await uow.deliveries.told(alert.id, card_key(approval))
    arrived = [one.arrived_at for one in cards if one.address_id in addresses and one.arrived_at is not None]
    if not arrived or approval.reminded_at is None:
        return None
    return max(min(arrived), approval.reminded_at) + HELD_FOR


async def has_held_tips_due(uow: UnitOfWork, now: datetime) -> bool:
    """Whether a held tip is due to go out, or somebody was not asked about one yet."""
    return any([(await _next_step(uow, one, now))[0] is not _Step.NOTHING for one in await _held(uow)])


async def release_held_tips(uow: UnitOfWork, now: datetime) -> None:
    """Send each due tip that nobody stopped, if somebody who could have stopped it is still in reach; ask who was not
    asked yet."""
    for approval in await _held(uow):
        step, police = await _next_step(uow, approval, now)
        if step is _Step.NOTHING:
            continue
        alert = await uow.alerts.get(approval.alert_id)
        if not await _may_send(uow, alert, approval.requested_by, now):
            await _stop(uow, alert, approval, Decision.OVERTAKEN, None, now)
        elif step is _Step.ASK_SECOND:
            await _ask_second(uow, alert, approval, now)
        elif step is _Step.ASK_POLICE:
            await _ask_police(uow, alert, approval, police, now)
        else:
            await _send(uow, alert, approval, approval.requested_by, now)


async def find_tip(
    uow: UnitOfWork, alert_id: AlertId, version: int, actor: MemberId, now: datetime
) -> tuple[Alert, Approval]:
    """Return a held tip, for its author, for who may send tips there, and for police of any place that it reaches.
    Raises OutOfReach, NotFound, and IllegalTransition when it does not wait any more."""
    alert = await uow.alerts.get(alert_id)
    is_theirs = alert.author_id == actor or await _may_send(uow, alert, actor, now)
    if not is_theirs and not await may_somewhere_on(uow, actor, Action.APPROVE_ALERT, alert.content, now):
        raise OutOfReach("outside-scope")
    approval = await uow.alerts.approval_of(alert_id, version)
    if approval is None or approval.kind is not ApprovalKind.HELD_TIP:
        raise NotFound
    if approval.decision is not None or alert.state is not AlertState.PENDING:
        raise IllegalTransition("approval")
    return alert, approval


async def send_tip(
    uow: UnitOfWork, alert_id: AlertId, version: int, actor: MemberId, now: datetime
) -> tuple[Alert, int]:
    """Send a held tip now: police of a place that it reaches, or a second manager while no police is in reach.

    Raises as `find_tip`, and NotAllowed for its author, for whoever is tied to them by a deputy, and for a manager
    while police can look.
    """
    alert, approval = await find_tip(uow, alert_id, version, actor, now)
    is_police = await check_may_send(uow, alert, approval, actor, now)
    has_other_eyes = is_police and not await _is_by_giver(uow, alert, approval, actor, now)
    live, recipients = await _send(uow, alert, approval, actor, now)
    if has_other_eyes:
        sent = await uow.alerts.approval_of(alert_id, version)
        assert sent is not None, "it was just sent"
        await uow.alerts.review(replace(sent, reviewed_by=actor, reviewed_at=now))
    return live, recipients


async def check_may_send(uow: UnitOfWork, alert: Alert, approval: Approval, actor: MemberId, now: datetime) -> bool:
    """Check whether this member may send a tip that waits; return whether they are police for it. Raises NotAllowed as
    `send_tip`."""
    if actor in await ties_of(uow, [alert.author_id], now, since=approval.requested_at):
        raise NotAllowed("own-alert")
    is_police = await may_somewhere_on(uow, actor, Action.APPROVE_ALERT, alert.content, now)
    if not is_police and await police_in_reach(uow, alert.content, alert.author_id, now):
        raise NotAllowed("tip-police")
    return is_police


async def stop_tip(uow: UnitOfWork, alert_id: AlertId, version: int, actor: MemberId, now: datetime) -> Alert:
    """Stop a held tip: police, another who may send tips there, or its author. Raises as `find_tip`."""
    alert, approval = await find_tip(uow, alert_id, version, actor, now)
    decision = Decision.WITHDRAWN if actor == alert.author_id else Decision.REJECTED
    return await _stop(uow, alert, approval, decision, actor, now)


async def tips_to_send(uow: UnitOfWork, actor: MemberId, now: datetime) -> list[tuple[Alert, Approval]]:
    """Held tips that wait for a second manager and that this member could send, oldest first."""
    found = []
    for approval in await _held(uow):
        alert = await uow.alerts.get(approval.alert_id)
        is_other = actor not in await ties_of(uow, [alert.author_id], now, since=approval.requested_at)
        if not is_other or not await _may_send(uow, alert, actor, now):
            continue
        if not await police_in_reach(uow, alert.content, alert.author_id, now):
            found.append((alert, approval))
    return found


async def _held(uow: UnitOfWork) -> list[Approval]:
    return [one for one in await uow.alerts.undecided() if one.kind is ApprovalKind.HELD_TIP]


async def _next_step(uow: UnitOfWork, approval: Approval, now: datetime) -> tuple[_Step, tuple[MemberId, ...]]:
    """Return the next step for a held tip, and which police are to be asked."""
    alert = await uow.alerts.get(approval.alert_id)
    if alert.content.until <= now:  # `end_due_alerts` ends it with the others
        return _Step.NOTHING, ()
    police = await police_in_reach(uow, alert.content, approval.requested_by, now)
    if not police:
        return (_Step.ASK_SECOND if approval.escalated_at is None else _Step.NOTHING), ()
    if approval.reminded_at is None:
        return _Step.ASK_POLICE, police
    at = await release_time(uow, alert, approval, now)
    if at is not None and at <= now:
        return _Step.SEND, ()
    unasked = await _without_card(uow, alert, approval, police)
    return (_Step.ASK_POLICE if unasked else _Step.NOTHING), unasked


async def _without_card(
    uow: UnitOfWork, alert: Alert, approval: Approval, police: tuple[MemberId, ...]
) -> tuple[MemberId, ...]:
    """Police without a card that arrived or still may; who lost two is not asked any more."""
    cards = await uow.deliveries.told(alert.id, card_key(approval))
    has_one = {one.address_id for one in cards if not one.is_lost}
    lost = Counter(one.address_id for one in cards if one.is_lost)
    by_address = await _addresses(uow, police)
    return tuple(one for address, one in by_address.items() if address not in has_one and lost[address] < 2)


async def _addresses(uow: UnitOfWork, members: tuple[MemberId, ...]) -> dict[AddressId, MemberId]:
    return {(await uow.members.get(one)).address.id: one for one in members}


async def _may_send(uow: UnitOfWork, alert: Alert, member: MemberId, now: datetime) -> bool:
    """Whether this member may send the tip: for a group on any part of its ground."""
    return any(
        [await is_allowed(uow, member, Action.SEND_PREVENTION, one, now) for one in await _send_matters(uow, alert)]
    )


async def _is_by_giver(uow: UnitOfWork, alert: Alert, approval: Approval, actor: MemberId, now: datetime) -> bool:
    """Whether the only police in reach gave the author the role, or have theirs from the author."""
    matters = [await located(uow, one) for one in await _send_matters(uow, alert)]
    asked = Asked(alert.author_id, approval.requested_at, Action.SEND_PREVENTION, tuple(matters))
    return await is_by_giver(uow, asked, actor, await police_in_reach(uow, alert.content, actor, now), now)


async def _send_matters(uow: UnitOfWork, alert: Alert) -> list[Matter]:
    group = alert.content.kvo_group_id
    rest = [] if group is None else group_matters(await uow.kvo_groups.get(group))
    return [alert_matter(alert.content), *rest]


async def _ask_police(
    uow: UnitOfWork, alert: Alert, approval: Approval, police: tuple[MemberId, ...], now: datetime
) -> None:
    """Queue a card for each of them; a second one for whom the first did not reach."""
    if approval.reminded_at is None:
        await uow.alerts.mark_reminded(approval.id, now)
    lost = {one.address_id for one in await uow.deliveries.told(alert.id, card_key(approval)) if one.is_lost}
    again = [one for address, one in (await _addresses(uow, police)).items() if address in lost]
    await ask_approvers(uow, alert, approval, [one for one in police if one not in again], now)
    await ask_approvers(uow, alert, approval, again, now, round_=Round.REMINDER)


async def _ask_second(uow: UnitOfWork, alert: Alert, approval: Approval, now: datetime) -> int:
    """Ask all others who may send tips there and can answer; return how many. Done once: who comes later finds it by
    /preventie."""
    await uow.alerts.mark_escalated(approval.id, now)
    matters = await _send_matters(uow, alert)
    able = [one for matter in matters for one in await find_coordinators(uow, Action.SEND_PREVENTION, matter, now)]
    others = await with_open_chat(uow, await able_to_answer(uow, able, alert.author_id))
    tied = await ties_of(uow, [alert.author_id], now, since=approval.requested_at)
    asked = [one for one in others if one not in tied]
    await ask_approvers(uow, alert, approval, asked, now)
    return len(asked)


async def _send(uow: UnitOfWork, alert: Alert, approval: Approval, by: MemberId, now: datetime) -> tuple[Alert, int]:
    decided = await settle_approval(uow, approval, Decision.APPROVED, now, by=by)
    action = "alert.tip_released" if by == approval.requested_by else "alert.approved"
    details = {"version": approval.alert_version}
    await uow.audit.append(AuditEvent(action, "alert", alert.id, by, details), now)
    return await publish_alert(uow, alert, decided, now)


async def _stop(
    uow: UnitOfWork, alert: Alert, approval: Approval, decision: Decision, by: MemberId | None, now: datetime
) -> Alert:
    await settle_approval(uow, approval, decision, now, by=by)
    details = {"version": approval.alert_version}
    await uow.audit.append(AuditEvent(f"alert.{decision}", "alert", alert.id, by, details), now)
    if by != alert.author_id:
        notice = Notice("tip-stopped", {"alert": alert.id, "version": approval.alert_version})
        await tell(uow, [alert.author_id], notice, f"tip-stopped:{approval.id}", now, alert=alert.id)
    return await uow.alerts.save(replace(alert, state=AlertState.RETRACTED, ended_at=now))
