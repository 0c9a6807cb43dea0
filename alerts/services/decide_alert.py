"""Decide about an alert that waits for approval: send it, give it back to who wrote it, or reject it."""

from dataclasses import dataclass, replace
from datetime import datetime

from alerts.alert import Alert, AlertState, Approval, Decision, RevisionKind, as_asked
from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import IllegalTransition, NotAllowed, NotFound, Rejected
from alerts.ids import AlertId, MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action
from alerts.services.ask_approvers import settle_approval
from alerts.services.change_alert import send_change
from alerts.services.check_may import is_allowed
from alerts.services.find_coordinators import alert_matter
from alerts.services.find_grounds import chosen_grounds
from alerts.services.link_report import reopen_reports
from alerts.services.publish_alert import publish_alert
from alerts.services.tell import tell


@dataclass(frozen=True, slots=True)
class Decided:
    """The alert afterwards, and to how many it went."""

    alert: Alert
    recipients: int


async def check_may_decide(uow: UnitOfWork, alert: Alert, actor: MemberId, now: datetime) -> None:
    """Raise NotAllowed unless this member is police for the place (or a deputy of one), and not who asks."""
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
    approval = await uow.alerts.approval_of(alert_id, version)
    if approval is None:
        await check_may_decide(uow, alert, actor, now)
        raise NotFound
    await check_may_decide(uow, as_asked(alert, approval), actor, now)
    if alert.version != version or approval.decision is not None:
        raise IllegalTransition("approval")
    if approval.is_change:
        alert.check_can_be_changed(approval.revision_kind)
    elif alert.state is not AlertState.PENDING:
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
    grounds: str | None = None,
) -> Decided:
    """Approve and send, on the grounds with this key (None: the usual); or return or reject, which needs a comment.

    The same decision twice, or by two people, makes one transition.
    """
    alert, approval = await find_undecided(uow, alert_id, version, actor, now)
    if decision is Decision.APPROVED and _is_over(alert, approval, now):
        raise IllegalTransition("approval-over")
    if decision is not Decision.APPROVED and not comment:
        raise Rejected("comment-needed")
    chosen = await chosen_grounds(uow, alert_id, grounds) if decision is Decision.APPROVED else None
    decided = await settle_approval(uow, approval, decision, now, by=actor, comment=comment, grounds=chosen)
    details: dict[str, str | int] = {"version": version} | ({"grounds": chosen.key} if chosen else {})
    await uow.audit.append(AuditEvent(f"alert.{decision}", "alert", alert_id, actor, details), now)
    if decision is Decision.APPROVED:
        send = send_change if approval.is_change else publish_alert
        return Decided(*await send(uow, alert, decided, now))
    if not approval.is_change:
        alert = await _give_back(uow, alert, decided, now)
    await _tell_asker(uow, decided, now)
    return Decided(alert, 0)


def _is_over(alert: Alert, approval: Approval, now: datetime) -> bool:
    """What would end before it is sent; that something is over is never too late to say."""
    says_what = approval.revision_kind in (RevisionKind.FIRST, RevisionKind.CORRECTION)
    return says_what and as_asked(alert, approval).content.until <= now


async def _give_back(uow: UnitOfWork, alert: Alert, decided: Approval, now: datetime) -> Alert:
    """Returned it is a draft again; rejected it is closed, and keeps its words for who wrote it."""
    is_closed = decided.decision is Decision.REJECTED
    state = AlertState.RETRACTED if is_closed else AlertState.DRAFT
    alert.check_can_become(state)
    saved = await uow.alerts.save(replace(alert, state=state, ended_at=now if is_closed else None))
    if is_closed and decided.decided_by is not None:
        await reopen_reports(uow, alert.id, decided.decided_by, now)
    return saved


async def _tell_asker(uow: UnitOfWork, decided: Approval, now: datetime) -> None:
    what = "change" if decided.is_change else "alert"
    notice = Notice(f"{what}-{decided.decision}", {"alert": decided.alert_id, "version": decided.alert_version})
    key = f"{decided.decision}:{decided.alert_id}:{decided.alert_version}"
    await tell(uow, [decided.requested_by], notice, key, now, alert=decided.alert_id)
