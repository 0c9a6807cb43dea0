"""Decide about an alert that waits for approval: send it, give it back to who wrote it, or reject it."""

from dataclasses import dataclass, replace
from datetime import datetime

from alerts.alert import Alert, AlertState, Approval, Decision
from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import IllegalTransition, NotAllowed, NotFound, Rejected
from alerts.ids import AlertId, MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action
from alerts.services.ask_approvers import settle_approval
from alerts.services.check_may import is_allowed
from alerts.services.find_coordinators import alert_matter
from alerts.services.link_report import reopen_reports
from alerts.services.publish_alert import publish_alert
from alerts.services.tell import tell


@dataclass(frozen=True, slots=True)
class Decided:
    """The alert afterwards, and to how many it went."""

    alert: Alert
    recipients: int


async def check_may_decide(uow: UnitOfWork, alert: Alert, actor: MemberId, now: datetime) -> None:
    """Raise NotAllowed unless this member is police for the place (or a deputy of one), and not the author."""
    if alert.author_id == actor:
        raise NotAllowed("own-alert")
    if not await is_allowed(uow, actor, Action.APPROVE_ALERT, alert_matter(alert.content), now):
        raise NotAllowed("outside-scope")


async def find_undecided(
    uow: UnitOfWork, alert_id: AlertId, version: int, actor: MemberId, now: datetime
) -> tuple[Alert, Approval]:
    """The alert with the request that this member may decide on. Raises NotAllowed, and IllegalTransition when
    there is nothing to decide any more."""
    alert = await uow.alerts.get(alert_id)
    await check_may_decide(uow, alert, actor, now)
    approval = await uow.alerts.approval_of(alert_id, version)
    if approval is None:
        raise NotFound
    if alert.state is not AlertState.PENDING or alert.version != version or approval.decision is not None:
        raise IllegalTransition("approval")
    return alert, approval


async def decide_alert(
    uow: UnitOfWork,
    alert_id: AlertId,
    version: int,
    actor: MemberId,
    decision: Decision,
    now: datetime,
    *,
    comment: str | None = None,
) -> Decided:
    """Approve and send; or return or reject, which needs a comment. The same decision twice, or by two people, makes
    one transition."""
    alert, approval = await find_undecided(uow, alert_id, version, actor, now)
    if decision is Decision.APPROVED and alert.content.until <= now:
        raise IllegalTransition("approval-over")
    if decision is not Decision.APPROVED and not comment:
        raise Rejected("comment-needed")
    decided = await settle_approval(uow, approval, decision, now, by=actor, comment=comment)
    await uow.audit.append(AuditEvent(f"alert.{decision}", "alert", alert_id, actor, {"version": version}), now)
    if decision is Decision.APPROVED:
        return Decided(*await publish_alert(uow, alert, decided, now))
    return Decided(await _give_back(uow, alert, decided, now), 0)


async def _give_back(uow: UnitOfWork, alert: Alert, decided: Approval, now: datetime) -> Alert:
    """Returned it is a draft again; rejected it is closed, and keeps its words for who wrote it."""
    is_closed = decided.decision is Decision.REJECTED
    state = AlertState.RETRACTED if is_closed else AlertState.DRAFT
    alert.check_can_become(state)
    saved = await uow.alerts.save(replace(alert, state=state, ended_at=now if is_closed else None))
    if is_closed and decided.decided_by is not None:
        await reopen_reports(uow, alert.id, decided.decided_by, now)
    notice = Notice(f"alert-{decided.decision}", {"alert": alert.id, "version": alert.version})
    key = f"{decided.decision}:{alert.id}:{alert.version}"
    await tell(uow, [alert.author_id], notice, key, now, alert=alert.id)
    return saved
