"""Review afterwards what was sent without another's approval; it stays on the list until a colleague has looked."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, time

from alerts.alert import WITHOUT_OTHER_EYES, Alert, Approval, ApprovalKind
from alerts.audit import AuditEvent
from alerts.delivery import Notice, OnUnknown
from alerts.errors import IllegalTransition, NotAllowed, NotFound, OutOfReach
from alerts.ids import AlertId, MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action
from alerts.services.approval.find_approvers import reviewers_of, ties_of
from alerts.services.scope.find_ground import may_somewhere_on
from alerts.services.tell import tell

REMINDED = "reviews-reminded"
REMINDED_FROM = time(8)  # UTC: nobody is reminded at night


async def to_review(uow: UnitOfWork, actor: MemberId, now: datetime) -> list[tuple[Alert, Approval]]:
    """Approvals that this member may review, oldest first: they reach into their scope, and are neither their own nor
    of somebody tied to them by a deputy."""
    found = []
    for approval in await uow.alerts.unreviewed():
        alert = await uow.alerts.get(approval.alert_id)
        if actor not in await _apart(uow, approval, now) and await may_somewhere_on(
            uow, actor, Action.APPROVE_ALERT, alert.content, now
        ):
            found.append((alert, approval))
    return found


async def find_unreviewed(
    uow: UnitOfWork, alert_id: AlertId, version: int, actor: MemberId, now: datetime
) -> tuple[Alert, Approval]:
    """Return one approval that this member may review. Raises NotAllowed for one's own, OutOfReach outside the scope,
    NotFound for what was approved by another, and IllegalTransition when it was reviewed already."""
    alert = await uow.alerts.get(alert_id)
    if not await may_somewhere_on(uow, actor, Action.APPROVE_ALERT, alert.content, now):
        raise OutOfReach("outside-scope")
    approval = await uow.alerts.approval_of(alert_id, version)
    if approval is None or approval.decided_by is None or approval.kind not in WITHOUT_OTHER_EYES:
        raise NotFound
    if actor in await _apart(uow, approval, now):
        raise NotAllowed("own-review")
    if approval.reviewed_at is not None:
        raise IllegalTransition("review")
    return alert, approval


async def review_approval(
    uow: UnitOfWork, alert_id: AlertId, version: int, actor: MemberId, now: datetime, *, objection: str | None = None
) -> tuple[Alert, Approval]:
    """Agree, or object with a reason; whoever sent it is told. Raises as `find_unreviewed` does."""
    alert, approval = await find_unreviewed(uow, alert_id, version, actor, now)
    looked = replace(approval, reviewed_by=actor, reviewed_at=now, objection=objection)
    await uow.alerts.review(looked)
    verdict = "agreed" if objection is None else "objected"
    details = {"version": version, "kind": approval.kind.value}
    await uow.audit.append(AuditEvent(f"alert.review_{verdict}", "alert", alert_id, actor, details), now)
    assert approval.decided_by is not None, "somebody sent it"
    notice = Notice("review-done", {"alert": alert_id, "version": version})
    await tell(uow, [approval.decided_by], notice, f"reviewed:{approval.id}", now, alert=alert_id)
    return alert, looked


async def _apart(uow: UnitOfWork, approval: Approval, now: datetime) -> frozenset[MemberId]:
    """Members who cannot review this approval: who asked, who sent it, and whoever could be the same person."""
    involved = [one for one in (approval.requested_by, approval.decided_by) if one is not None]
    return await ties_of(uow, involved, now, since=approval.requested_at)


async def has_reviews_due(uow: UnitOfWork, now: datetime) -> bool:
    """Whether reviews wait and nobody was reminded of them today."""
    if now.time() < REMINDED_FROM or await uow.facts.get(REMINDED) == now.date().isoformat():
        return False
    return bool(await uow.alerts.unreviewed())


async def remind_reviewers(uow: UnitOfWork, now: datetime) -> None:
    """Once a day tell each reviewer how many reviews wait; where nobody may review, tell who sent it."""
    waiting: Counter[tuple[str, MemberId]] = Counter()
    for approval in await uow.alerts.unreviewed():
        alert = await uow.alerts.get(approval.alert_id)
        reviewers = await reviewers_of(uow, alert.content, approval.decided_by, now)
        waiting.update(("reviews-due", one) for one in reviewers)
        is_tip = approval.kind is ApprovalKind.HELD_TIP  # where there are no police, a second manager sent it
        if not reviewers and approval.decided_by is not None and not is_tip:
            waiting[("reviews-nobody", approval.decided_by)] += 1
    for (view, member), count in waiting.items():
        key = f"{view}:{now.date().isoformat()}"
        await tell(uow, [member], Notice(view, {"count": count}), key, now, on_unknown=OnUnknown.GIVE_UP)
    await uow.facts.put(REMINDED, now.date().isoformat())
