"""Compose an alert: a draft gets its number when it is first put together, and loses its words when dropped."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.alert import Alert, AlertContent, AlertState, Decision
from alerts.audit import AuditEvent
from alerts.errors import IllegalTransition, NotAllowed
from alerts.ids import AlertId, MemberId
from alerts.ports import UnitOfWork
from alerts.services.link_report import reopen_reports


async def compose_alert(
    uow: UnitOfWork, author: MemberId, content: AlertContent, now: datetime, *, zone: ZoneInfo
) -> Alert:
    """A new numbered draft. The number's year is the local one."""
    alert = await uow.alerts.add(author, content, now)
    number = await uow.alerts.next_number(now.astimezone(zone).year)
    await uow.audit.append(AuditEvent("alert.drafted", "alert", alert.id, author, {"number": number}), now)
    return await uow.alerts.save(replace(alert, number=number))


async def recompose_alert(uow: UnitOfWork, alert_id: AlertId, author: MemberId, content: AlertContent) -> Alert:
    """Other words for one's own draft; the same words again change nothing."""
    alert = await own_draft(uow, alert_id, author)
    return alert if alert.content == content else await uow.alerts.save(replace(alert, content=content))


async def discard_alert(uow: UnitOfWork, alert_id: AlertId, author: MemberId, now: datetime) -> None:
    """Drop one's own draft for good; its number is not used again."""
    alert = await own_draft(uow, alert_id, author)
    erased = replace(alert.content, what="", mo={})
    await uow.alerts.save(replace(alert, state=AlertState.RETRACTED, ended_at=now, content=erased))
    await uow.audit.append(AuditEvent("alert.discarded", "alert", alert_id, author), now)
    await reopen_reports(uow, alert_id, author, now)


async def rejected_content(uow: UnitOfWork, alert_id: AlertId, author: MemberId) -> AlertContent:
    """The words of one's own alert that was rejected, to begin anew with."""
    alert = await uow.alerts.get(alert_id)
    if alert.author_id != author:
        raise NotAllowed("own-draft-only")
    approval = await uow.alerts.latest_approval(alert_id)
    if approval is None or approval.decision is not Decision.REJECTED:
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
