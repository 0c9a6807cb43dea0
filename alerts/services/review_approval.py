"""Review what went out without other eyes: a colleague looks at it afterwards, until somebody has."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, time

from alerts.alert import WITHOUT_OTHER_EYES, Alert, Approval
from alerts.audit import AuditEvent
from alerts.delivery import Notice, OnUnknown
from alerts.errors import IllegalTransition, NotAllowed, NotFound
from alerts.ids import AlertId, MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action
from alerts.services.check_may import is_allowed
from alerts.services.find_approvers import colleagues
from alerts.services.find_coordinators import alert_matter
from alerts.services.tell import tell

REMINDED = "reviews-reminded"
REMINDED_FROM = time(8)  # UTC: nobody is reminded at night


async def to_review(uow: UnitOfWork, actor: MemberId, now: datetime) -> list[tuple[Alert, Approval]]:
    """What this member may look at, the oldest first: in their scope, and not their own."""
    found = []
    for approval in await uow.alerts.unreviewed():
        alert = await uow.alerts.get(approval.alert_id)
        matter = alert_matter(alert.content)
        if approval.decided_by != actor and await is_allowed(uow, actor, Action.APPROVE_ALERT, matter, now):
            found.append((alert, approval))
    return found


async def find_unreviewed(
    uow: UnitOfWork, alert_id: AlertId, version: int, actor: MemberId, now: datetime
) -> tuple[Alert, Approval]:
    """One of them. Raises NotAllowed for one's own and outside one's scope, NotFound for what had other eyes, and
    IllegalTransition when somebody looked already."""
    alert = await uow.alerts.get(alert_id)
    if not await is_allowed(uow, actor, Action.APPROVE_ALERT, alert_matter(alert.content), now):
        raise NotAllowed("outside-scope")
    approval = await uow.alerts.approval_of(alert_id, version)
    if approval is None or approval.decided_by is None or approval.kind not in WITHOUT_OTHER_EYES:
        raise NotFound
    if approval.decided_by == actor:
        raise NotAllowed("own-review")
    if approval.reviewed_at is not None:
        raise IllegalTransition("review")
    return alert, approval


async def review_approval(
    uow: UnitOfWork, alert_id: AlertId, version: int, actor: MemberId, now: datetime, *, objection: str | None = None
) -> tuple[Alert, Approval]:
    """Agree, or object and say why; who sent it hears it. Raises as `find_unreviewed` does."""
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


async def has_reviews_due(uow: UnitOfWork, now: datetime) -> bool:
    """Whether somebody is to be reminded today."""
    if now.time() < REMINDED_FROM or await uow.facts.get(REMINDED) == now.date().isoformat():
        return False
    return bool(await uow.alerts.unreviewed())


async def remind_reviewers(uow: UnitOfWork, now: datetime) -> None:
    """Once a day: who may look at something hears how much waits; where nobody may, who sent it hears that."""
    waiting: Counter[tuple[str, MemberId]] = Counter()
    for approval in await uow.alerts.unreviewed():
        alert = await uow.alerts.get(approval.alert_id)
        reviewers = await colleagues(uow, alert.content, approval.decided_by, now)
        waiting.update(("reviews-due", one) for one in reviewers)
        if not reviewers and approval.decided_by is not None:
            waiting[("reviews-nobody", approval.decided_by)] += 1
    for (view, member), count in waiting.items():
        key = f"{view}:{now.date().isoformat()}"
        await tell(uow, [member], Notice(view, {"count": count}), key, now, on_unknown=OnUnknown.GIVE_UP)
    await uow.facts.put(REMINDED, now.date().isoformat())
