"""Compose an alert: number a new draft, replace the words of a draft, and erase them when it is dropped."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.alert import Alert, AlertContent, AlertState, Decision
from alerts.audit import AuditEvent
from alerts.errors import IllegalTransition, OutOfReach, Rejected
from alerts.ids import AlertId, MemberId
from alerts.ports import UnitOfWork
from alerts.region import check_region
from alerts.services.alert.find_sender import find_sender
from alerts.services.alert.keep_form import forget_form
from alerts.services.alert.write_line import forget_lines
from alerts.services.report.link_report import reopen_reports
from alerts.tlp_rules import check_tlp


async def compose_alert(
    uow: UnitOfWork, author: MemberId, content: AlertContent, now: datetime, *, zone: ZoneInfo
) -> Alert:
    """Store a new numbered draft with its author's function as sender. The number's year is that of the local time.
    Raises LabelTooNarrow."""
    check_tlp(content)
    check_region(content)
    content = replace(content, sender=await find_sender(uow, author, content, now))
    alert = await uow.alerts.add(author, content, now)
    number = await uow.alerts.next_number(now.astimezone(zone).year, is_drill=content.is_drill)
    await uow.audit.append(AuditEvent("alert.drafted", "alert", alert.id, author, {"number": number}), now)
    return await uow.alerts.save(replace(alert, number=number))


async def recompose_alert(
    uow: UnitOfWork, alert_id: AlertId, author: MemberId, content: AlertContent, now: datetime
) -> Alert:
    """Replace the content of one's own draft; the same content again changes nothing. Raises as `own_draft`,
    LabelTooNarrow, and Rejected where a drill would become real or the other way."""
    check_tlp(content)
    check_region(content)
    alert = await own_draft(uow, alert_id, author)
    if content.is_drill is not alert.content.is_drill:
        raise Rejected("drill-fixed")
    content = replace(content, sender=await find_sender(uow, author, content, now))
    return alert if alert.content == content else await uow.alerts.save(replace(alert, content=content))


async def discard_alert(uow: UnitOfWork, alert_id: AlertId, author: MemberId, now: datetime) -> None:
    """Drop one's own draft for good; its number is not used again."""
    alert = await own_draft(uow, alert_id, author)
    erased = replace(alert.content, what="", mo={})
    await uow.alerts.save(replace(alert, state=AlertState.RETRACTED, ended_at=now, content=erased))
    await forget_form(uow, alert)
    await forget_lines(uow, alert.id)
    await uow.audit.append(AuditEvent("alert.discarded", "alert", alert_id, author), now)
    await reopen_reports(uow, alert_id, author, now)


async def content_to_reuse(uow: UnitOfWork, alert_id: AlertId, member: MemberId) -> AlertContent:
    """Return the content of an earlier alert as the start of a new one: the member's own that was rejected, or one that
    was retracted (theirs, or retracted by them), since another label or place needs a new alert. Raises OutOfReach, and
    IllegalTransition for an alert in another state."""
    alert = await uow.alerts.get(alert_id)
    approval = await uow.alerts.latest_approval(alert_id)
    is_retracted = alert.state is AlertState.RETRACTED and alert.sent_at is not None
    mine = {alert.author_id, *((approval.requested_by, approval.decided_by) if approval and is_retracted else ())}
    if member not in mine:
        raise OutOfReach("own-draft-only")
    if not is_retracted and (approval is None or approval.decision is not Decision.REJECTED):
        raise IllegalTransition("draft")
    return alert.content


async def own_draft(uow: UnitOfWork, alert_id: AlertId, author: MemberId) -> Alert:
    """Return this author's draft. Raises OutOfReach for who is not the author, IllegalTransition when it is no draft
    any more."""
    alert = await uow.alerts.get(alert_id)
    if alert.author_id != author:
        raise OutOfReach("own-draft-only")
    if alert.state is not AlertState.DRAFT:
        raise IllegalTransition("draft")
    return alert
