"""Decide about an alert that waits for approval: send it, give it back to who wrote it, or reject it."""

from dataclasses import dataclass, replace
from datetime import datetime

from alerts.alert import Alert, AlertState, Approval, ApprovalKind, Decision, RevisionKind, as_asked
from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import IllegalTransition, NotAllowed, NotFound, OutOfReach, Rejected
from alerts.ids import AlertId, MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action
from alerts.services.alert.change_alert import send_change
from alerts.services.alert.keep_form import forget_form
from alerts.services.alert.publish_alert import publish_alert
from alerts.services.approval.ask_approvers import settle_approval
from alerts.services.approval.check_role_giver import Asked, is_by_giver
from alerts.services.approval.find_approvers import police_on_duty, ties_of
from alerts.services.approval.find_grounds import chosen_grounds
from alerts.services.permission.check_may import is_allowed
from alerts.services.permission.locate_matter import alert_matter, located
from alerts.services.report.link_report import reopen_reports
from alerts.services.tell import tell


@dataclass(frozen=True, slots=True)
class Decided:
    """The alert after a decision, and how many recipients it went to."""

    alert: Alert
    recipients: int


async def check_may_decide(uow: UnitOfWork, alert: Alert, actor: MemberId, now: datetime) -> None:
    """Raise NotAllowed for the author of the alert, and OutOfReach unless this member is police for its place, or a
    deputy."""
    if alert.author_id == actor:
        raise NotAllowed("own-alert")
    if not await is_allowed(uow, actor, Action.APPROVE_ALERT, alert_matter(alert.content), now):
        raise OutOfReach("outside-scope")


async def find_undecided(
    uow: UnitOfWork, alert_id: AlertId, version: int, actor: MemberId, now: datetime
) -> tuple[Alert, Approval]:
    """Return the alert with the request that this member may decide on. Raises as `check_may_decide`, NotFound without
    such a request, and IllegalTransition when there is nothing to decide any more."""
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
    """Approve and send, on the grounds with this key (None: the preselected ones); or return or reject, which needs a
    comment.

    The same decision made twice, or by two people, makes one transition. Raises as `find_undecided`, IllegalTransition
    when the alert would be over before it is sent, and Rejected without a comment or for unknown grounds.
    """
    alert, approval = await find_undecided(uow, alert_id, version, actor, now)
    if decision is Decision.APPROVED and _is_over(alert, approval, now):
        raise IllegalTransition("approval-over")
    if decision is not Decision.APPROVED and not comment:
        raise Rejected("comment-needed")
    chosen, tie = None, None
    if decision is Decision.APPROVED:
        chosen = await chosen_grounds(uow, alert_id, grounds)
        tie = await _tie_of(uow, as_asked(alert, approval), approval.requested_at, actor, now)
        approval = replace(approval, kind=ApprovalKind.BY_DEPUTY if tie else approval.kind)
    decided = await settle_approval(uow, approval, decision, now, by=actor, comment=comment, grounds=chosen)
    details: dict[str, str | int] = {"version": version} | ({"grounds": chosen.key} if chosen else {})
    details |= {"tie": tie} if tie else {}
    await uow.audit.append(AuditEvent(f"alert.{decision}", "alert", alert_id, actor, details), now)
    if decision is Decision.APPROVED:
        send = send_change if approval.is_change else publish_alert
        return Decided(*await send(uow, alert, decided, now))
    if not approval.is_change:
        alert = await _give_back(uow, alert, decided, now)
    await _tell_asker(uow, decided, now)
    return Decided(alert, 0)


async def _tie_of(uow: UnitOfWork, alert: Alert, since: datetime, actor: MemberId, now: datetime) -> str | None:
    """Why this approval is not independent, None when it is: `deputy` when actor and author are tied by a deputy now or
    were when it was requested; `role` when they are the only police here and one gave the other the role."""
    if actor in await ties_of(uow, [alert.author_id], now, since=since):
        return "deputy"
    matter = await located(uow, alert_matter(alert.content))
    asked = Asked(alert.author_id, since, Action.DRAFT_ALERT, (matter,))
    police = await police_on_duty(uow, alert.content, now)
    return "role" if await is_by_giver(uow, asked, actor, police, now) else None


def _is_over(alert: Alert, approval: Approval, now: datetime) -> bool:
    """Whether the content would end before it is sent; it is never too late to say that something is over."""
    says_what = approval.revision_kind is RevisionKind.FIRST or approval.revision_kind.replaces
    return says_what and as_asked(alert, approval).content.until <= now


async def _give_back(uow: UnitOfWork, alert: Alert, decided: Approval, now: datetime) -> Alert:
    """Make a returned alert a draft again; close a rejected one, which keeps its words for its author."""
    is_closed = decided.decision is Decision.REJECTED or alert.content.is_tip
    state = AlertState.RETRACTED if is_closed else AlertState.DRAFT
    alert.check_can_become(state)
    saved = await uow.alerts.save(replace(alert, state=state, ended_at=now if is_closed else None))
    if is_closed:
        await forget_form(uow, alert)
    if is_closed and decided.decided_by is not None:
        await reopen_reports(uow, alert.id, decided.decided_by, now)
    return saved


async def _tell_asker(uow: UnitOfWork, decided: Approval, now: datetime) -> None:
    what = "change" if decided.is_change else "alert"
    notice = Notice(f"{what}-{decided.decision}", {"alert": decided.alert_id, "version": decided.alert_version})
    key = f"{decided.decision}:{decided.alert_id}:{decided.alert_version}"
    await tell(uow, [decided.requested_by], notice, key, now, alert=decided.alert_id)
