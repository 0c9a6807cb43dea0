"""Submit an alert: to police colleagues for approval, or straight out where no other is on duty."""

from dataclasses import dataclass, replace
from datetime import datetime

from alerts.alert import Alert, AlertState, ApprovalKind, Decision
from alerts.audit import AuditEvent
from alerts.errors import IllegalTransition, OutOfReach, Rejected
from alerts.example_text import check_filled
from alerts.ids import AlertId, MemberId
from alerts.ports import UnitOfWork
from alerts.region import check_region
from alerts.services.alert.compose_alert import own_draft
from alerts.services.alert.freeze_drafts import check_not_frozen
from alerts.services.alert.publish_alert import check_not_over, publish_alert
from alerts.services.alert.write_line import forget_lines
from alerts.services.approval.ask_approvers import ask_approvers, renew_cards, settle_approval
from alerts.services.approval.find_approvers import Approvers, find_approvers
from alerts.services.approval.find_grounds import chosen_grounds
from alerts.tlp_rules import check_tlp


@dataclass(frozen=True, slots=True)
class Submitted:
    """The result of submitting: the alert waits for so many approvers, or (0) went to so many recipients. `silent`: how
    many approvers only have the console and get no message."""

    alert: Alert
    approvers: int
    recipients: int
    silent: int = 0


async def submit_alert(
    uow: UnitOfWork,
    alert_id: AlertId,
    version: int,
    author: MemberId,
    now: datetime,
    *,
    reason: str | None = None,
    grounds: str | None = None,
) -> Submitted:
    """Ask the approvers, or without any send with a `sole_on_duty` approval, which needs a reason.

    Raises NotAllowed when no police covers the place or its municipality wants a colleague to look, Rejected without a
    reason, past its time or with an open placeholder, LabelTooNarrow, and IllegalTransition when the draft was changed
    or sent meanwhile.
    """
    alert = await own_draft(uow, alert_id, author)
    if alert.version != version:
        raise Rejected("draft-changed")
    await check_not_frozen(uow, alert_id)
    check_not_over(alert, now)
    check_filled(alert.content.what)
    check_tlp(alert.content)
    check_region(alert.content)
    await forget_lines(uow, alert_id)
    approvers = await find_approvers(uow, alert, now)
    if approvers.others:
        return await _ask(uow, alert, approvers, now)
    approvers.check_may_send_alone()
    if not reason:
        raise Rejected("reason-needed")
    return await _send_alone(uow, alert, reason, now, grounds=grounds)


async def withdraw_alert(uow: UnitOfWork, alert_id: AlertId, version: int, author: MemberId, now: datetime) -> Alert:
    """Withdraw one's own request for approval. Raises OutOfReach for another's, IllegalTransition when it was decided
    already."""
    alert = await uow.alerts.get(alert_id)
    if alert.author_id != author:
        raise OutOfReach("own-draft-only")
    if alert.state is not AlertState.PENDING or alert.version != version:
        raise IllegalTransition("approval")
    approval = await uow.alerts.approval_of(alert_id, version)
    if approval is not None:
        await settle_approval(uow, approval, Decision.WITHDRAWN, now, by=author)
    await uow.audit.append(AuditEvent("alert.withdrawn", "alert", alert_id, author, {"version": version}), now)
    if alert.content.is_tip:  # the form for notices cannot continue with a tip
        return await uow.alerts.save(replace(alert, state=AlertState.RETRACTED, ended_at=now))
    return await uow.alerts.save(replace(alert, state=AlertState.DRAFT))


async def _ask(uow: UnitOfWork, alert: Alert, approvers: Approvers, now: datetime) -> Submitted:
    alert.check_can_become(AlertState.PENDING)
    pending = await uow.alerts.save(replace(alert, state=AlertState.PENDING))
    earlier = await uow.alerts.latest_approval(alert.id)
    approval = await uow.alerts.request_approval(pending, ApprovalKind.FOUR_EYES, alert.author_id, None, now)
    await uow.audit.append(
        AuditEvent("alert.submitted", "alert", alert.id, alert.author_id, {"version": pending.version}), now
    )
    if earlier is not None:
        await renew_cards(uow, earlier, "resubmitted", now)
    await ask_approvers(uow, pending, approval, approvers.others, now)
    return Submitted(pending, approvers=len(approvers.others), recipients=0, silent=approvers.silent)


async def _send_alone(uow: UnitOfWork, alert: Alert, reason: str, now: datetime, *, grounds: str | None) -> Submitted:
    approval = await uow.alerts.request_approval(alert, ApprovalKind.SOLE_ON_DUTY, alert.author_id, reason, now)
    chosen = await chosen_grounds(uow, alert.id, grounds)
    decided = await settle_approval(uow, approval, Decision.APPROVED, now, by=alert.author_id, grounds=chosen)
    details: dict[str, str | int] = {"version": alert.version, "grounds": chosen.key}
    await uow.audit.append(AuditEvent("alert.sent_sole_on_duty", "alert", alert.id, alert.author_id, details), now)
    live, recipients = await publish_alert(uow, alert, decided, now)
    return Submitted(live, approvers=0, recipients=recipients)
