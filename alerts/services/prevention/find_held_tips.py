"""Find the tips that are held back for one person: those that they can stop, and which of these they can send."""

from dataclasses import dataclass
from datetime import datetime

from alerts.alert import Alert, Approval, ApprovalKind
from alerts.errors import IllegalTransition, NotAllowed
from alerts.ids import AlertId, MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, may
from alerts.services.permission.check_may import check_has
from alerts.services.prevention.hold_tip import check_may_send, find_tip


@dataclass(frozen=True, slots=True)
class HeldTip:
    """A held tip, decided or not, as one person may deal with it. `may_send`: they may send it now; `waits`: nobody
    decided about it yet."""

    alert: Alert
    approval: Approval
    waits: bool
    may_send: bool


async def held_tips_for(uow: UnitOfWork, actor: Actor, now: datetime) -> list[HeldTip]:
    """Return the tips that wait and that this person may stop, also their own, oldest first. Raises NotAllowed for who
    sends no tips anywhere."""
    check_has(actor, Action.SEND_PREVENTION, now)
    found = []
    for approval in await uow.alerts.undecided():
        if approval.kind is not ApprovalKind.HELD_TIP:
            continue
        try:
            found.append(await held_tip(uow, actor, approval.alert_id, approval.alert_version, now))
        except NotAllowed:
            continue
    return [one for one in found if one.waits]


async def tips_of_others(uow: UnitOfWork, actor: Actor, now: datetime) -> list[datetime]:
    """Return since when the tips of others wait that this person may stop, oldest first; none for who sends no tips."""
    if not may(actor.grants, Action.SEND_PREVENTION, None, now=now):
        return []
    found = await held_tips_for(uow, actor, now)
    return [one.approval.requested_at for one in found if one.alert.author_id != actor.member.id]


async def held_tip(uow: UnitOfWork, actor: Actor, alert_id: AlertId, version: int, now: datetime) -> HeldTip:
    """Return one held tip, or what became of it. Raises as `find_tip`, except for one that does not wait any more."""
    check_has(actor, Action.SEND_PREVENTION, now)
    me = actor.member.id
    try:
        alert, approval = await find_tip(uow, alert_id, version, me, now)
    except IllegalTransition:
        alert, decided = await uow.alerts.get(alert_id), await uow.alerts.approval_of(alert_id, version)
        assert decided is not None, "what does not wait any more was asked for"
        return HeldTip(alert, decided, waits=False, may_send=False)
    return HeldTip(alert, approval, waits=True, may_send=await _may_send(uow, alert, approval, me, now))


async def _may_send(uow: UnitOfWork, alert: Alert, approval: Approval, actor: MemberId, now: datetime) -> bool:
    try:
        await check_may_send(uow, alert, approval, actor, now)
    except NotAllowed:
        return False
    return True
