"""Send a template in two taps by the police on duty: make a numbered draft to look at, then send it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.alert import Alert, ApprovalKind, Decision
from alerts.audit import AuditEvent
from alerts.errors import IllegalTransition, NotAllowed
from alerts.guard.off_loop import off_loop
from alerts.ids import AlertId, MemberId, TemplateId
from alerts.legal_grounds import Grounds
from alerts.ports import UnitOfWork
from alerts.services.alert.compose_alert import compose_alert, own_draft
from alerts.services.alert.publish_alert import check_not_over, publish_alert
from alerts.services.approval.ask_approvers import settle_approval
from alerts.services.template.make_template import check_keeper
from alerts.template import Template, check_words
from alerts.tlp_rules import check_tlp


async def ready_template(
    uow: UnitOfWork, template_id: TemplateId, actor: MemberId, now: datetime, *, zone: ZoneInfo
) -> Alert:
    """Create a numbered draft with the content of the template. Raises as `send_template` for the template."""
    template = await _sendable(uow, template_id, actor, now)
    return await compose_alert(uow, actor, template.content_at(now), now, zone=zone)


async def send_template(
    uow: UnitOfWork, template_id: TemplateId, alert_id: AlertId, version: int, actor: MemberId, now: datetime
) -> tuple[Alert, int]:
    """Send the draft; return the live alert and the number of recipients. Raises OutOfReach, NotAllowed off duty, and
    IllegalTransition when the template cannot be sent or the draft differs from it."""
    template = await _sendable(uow, template_id, actor, now)
    alert = await own_draft(uow, alert_id, actor)
    if alert.version != version or not template.says(alert.content):
        raise IllegalTransition("template-changed")
    check_not_over(alert, now)
    check_tlp(alert.content)
    asked = await uow.alerts.request_approval(alert, ApprovalKind.TEMPLATE, actor, None, now, template=template.id)
    grounds = Grounds("template", template.grounds or "")
    decided = await settle_approval(uow, asked, Decision.APPROVED, now, by=actor, grounds=grounds)
    details = {"version": version, "template": int(template.id)}
    await uow.audit.append(AuditEvent("alert.sent_template", "alert", alert_id, actor, details), now)
    return await publish_alert(uow, alert, decided, now)


async def _sendable(uow: UnitOfWork, template_id: TemplateId, actor: MemberId, now: datetime) -> Template:
    """Return the template after checking, on both taps: in scope, on duty, approved and not over, and nothing in it
    that may not be shared."""
    template = await uow.templates.get(template_id)
    await check_keeper(uow, template.content, actor, now)
    member = await uow.members.get(actor)
    is_paused = member.paused_until is not None and now < member.paused_until
    if is_paused or member.stopped_at is not None:
        raise NotAllowed("off-duty")
    if not template.can_be_sent(now):
        raise IllegalTransition("template")
    await off_loop(check_words, template.content)
    return template
