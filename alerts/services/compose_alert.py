"""Compose an alert: a draft gets its number when it is first put together, and loses its words when dropped."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.alert import Alert, AlertContent, AlertState, Decision
from alerts.audit import AuditEvent
from alerts.egress import check_egress
from alerts.errors import IllegalTransition, NotAllowed
from alerts.ids import AlertId, MemberId
from alerts.ports import UnitOfWork
from alerts.services.link_report import reopen_reports


async def compose_alert(
    uow: UnitOfWork, author: MemberId, content: AlertContent, now: datetime, *, zone: ZoneInfo
) -> Alert:
    """A new numbered draft. The number's year is the local one. Raises LabelTooNarrow."""
    check_egress(content)
    alert = await uow.alerts.add(author, content, now)
    number = await uow.alerts.next_number(now.astimezone(zone).year)
    await uow.audit.append(AuditEvent("alert.drafted", "alert", alert.id, author, {"number": number}), now)
    return await uow.alerts.save(replace(alert, number=number))


async def recompose_alert(uow: UnitOfWork, alert_id: AlertId, author: MemberId, content: AlertContent) -> Alert:
    """Other words for one's own draft; the same words again change nothing."""
    check_egress(content)
    alert = await own_draft(uow, alert_id, author)
    return alert if alert.content == content else await uow.alerts.save(replace(alert, content=content))


async def discard_alert(uow: UnitOfWork, alert_id: AlertId, author: MemberId, now: datetime) -> None:
    """Drop one's own draft for good; its number is not used again."""
    alert = await own_draft(uow, alert_id, author)
    erased = replace(alert.content, what="", mo={})
    await uow.alerts.save(replace(alert, state=AlertState.RETRACTED, ended_at=now, content=erased))
    await uow.audit.append(AuditEvent("alert.discarded", "alert", alert_id, author), now)
    await reopen_reports(uow, alert_id, author, now)


async def words_again(uow: UnitOfWork, alert_id: AlertId, member: MemberId) -> AlertContent:
    """The words of an alert to begin anew with: one's own that was rejected, or one that was retracted (by this member,
    or their own), as another label or place needs a new one."""
    alert = await uow.alerts.get(alert_id)
    approval = await uow.alerts.latest_approval(alert_id)
    is_retracted = alert.state is AlertState.RETRACTED and alert.sent_at is not None
    mine = {alert.author_id, *((approval.requested_by, approval.decided_by) if approval and is_retracted else ())}
    if member not in mine:
        raise NotAllowed("own-draft-only")
    if not is_retracted and (approval is None or approval.decision is not Decision.REJECTED):
        raise IllegalTransition("draft")
    return alert.content


async def own_draft(uow: UnitOfWork, alert_id: AlertId, author: MemberId) -> Alert:
    """The draft, if it still is one and this is its author."""
    alert = await uow.alerts.get(alert_id)
    if alert.author_id != author:
        raise NotAllowed("own-draft-only")
    if alert.state is not AlertState.DRAFT:
        raise IllegalTransition("draft")
    return alert
