"""Send a prevention message: a tip without incident data, to one KVO group, without anybody's approval (DOMAIN §2)."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.alert import Alert, AlertContent, ApprovalKind, Decision, IncidentKind
from alerts.area import Place
from alerts.audit import AuditEvent
from alerts.errors import Rejected
from alerts.guard import check
from alerts.guard.incident import incident_signs
from alerts.ids import KvoGroupId
from alerts.kvo_group import KvoGroup
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor
from alerts.services.compose_alert import compose_alert
from alerts.services.find_groups import group_for
from alerts.services.publish_alert import publish_alert
from alerts.severity import DEFAULT_TLP, Severity


async def send_prevention(
    uow: UnitOfWork, actor: Actor, group_id: KvoGroupId, what: str, now: datetime, *, zone: ZoneInfo
) -> tuple[Alert, int]:
    """The live alert, and to how many it goes. Raises NotAllowed, InvalidText, and Rejected for incident data."""
    group = await group_for(uow, actor, Action.SEND_PREVENTION, group_id, now=now)
    check(what)
    if incident_signs(what):
        raise Rejected("incident-data")
    author = actor.member.id
    alert = await compose_alert(uow, author, await _content(uow, group, what, now), now, zone=zone)
    approval = await uow.alerts.request_approval(alert, ApprovalKind.PREVENTION, author, None, now)
    decided = replace(approval, decision=Decision.APPROVED, decided_by=author, decided_at=now)
    await uow.alerts.decide(decided)
    await uow.audit.append(AuditEvent("alert.sent_prevention", "alert", alert.id, author, {"group": group.id}), now)
    return await publish_alert(uow, alert, decided, now)


async def _content(uow: UnitOfWork, group: KvoGroup, what: str, now: datetime) -> AlertContent:
    """Open to all of the group's shops, for as long as an information message lasts."""
    pc4 = min(group.codes)[:4]
    row = await uow.postcodes.get(pc4)
    return AlertContent(
        kind=IncidentKind.PREVENTION,
        what=what,
        place=Place(pc4, point=row.point if row else None),
        place_words=row.place if row else pc4,
        reach_m=0,
        branches=frozenset(),
        severity=Severity.P4,
        tlp=DEFAULT_TLP[Severity.P4],
        until=now + Severity.P4.lasts,
        kvo_group_id=group.id,
    )
