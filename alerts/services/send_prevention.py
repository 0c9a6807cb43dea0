"""Send a prevention message: a tip without incident data, to a KVO group or a branch, without approval (DOMAIN §2)."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.alert import Alert, AlertContent, ApprovalKind, Decision, IncidentKind
from alerts.area import Place
from alerts.audit import AuditEvent
from alerts.branch import Branch
from alerts.errors import Rejected
from alerts.guard import check
from alerts.guard.incident import incident_signs
from alerts.ids import KvoGroupId
from alerts.kvo_group import KvoGroup
from alerts.point import point_at
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, Matter
from alerts.services.check_may import check_may
from alerts.services.compose_alert import compose_alert
from alerts.services.find_groups import group_for
from alerts.services.publish_alert import publish_alert
from alerts.severity import DEFAULT_TLP, Severity

COUNTRY = Place(None, point=point_at(52.155, 5.387))  # Amersfoort, where the Dutch grid begins
COUNTRY_M = 250_000  # from there to the farthest corner are some 190 km


async def send_prevention(
    uow: UnitOfWork, actor: Actor, audience: KvoGroupId | Branch, what: str, now: datetime, *, zone: ZoneInfo
) -> tuple[Alert, int]:
    """The live alert, and to how many it goes: all shops of a KVO group, or of a branch in the whole country.

    Raises NotAllowed, InvalidText, and Rejected for incident data.
    """
    if isinstance(audience, Branch):
        await check_may(uow, actor, Action.SEND_PREVENTION, Matter(COUNTRY, branches=frozenset({audience})), now)
        content = _for_branch(audience, what, now)
    else:
        group = await group_for(uow, actor, Action.SEND_PREVENTION, audience, now=now)
        content = await _for_group(uow, group, what, now)
    check(what)
    if incident_signs(what):
        raise Rejected("incident-data")
    author = actor.member.id
    alert = await compose_alert(uow, author, content, now, zone=zone)
    approval = await uow.alerts.request_approval(alert, ApprovalKind.PREVENTION, author, None, now)
    decided = replace(approval, decision=Decision.APPROVED, decided_by=author, decided_at=now)
    await uow.alerts.decide(decided)
    whose = "branch" if isinstance(audience, Branch) else "group"
    await uow.audit.append(AuditEvent("alert.sent_prevention", "alert", alert.id, author, {whose: audience}), now)
    return await publish_alert(uow, alert, decided, now)


async def _for_group(uow: UnitOfWork, group: KvoGroup, what: str, now: datetime) -> AlertContent:
    pc4 = min(group.codes)[:4]
    row = await uow.postcodes.get(pc4)
    place = Place(pc4, point=row.point if row else None)
    return replace(_tip(what, place, now), place_words=row.place if row else pc4, kvo_group_id=group.id)


def _for_branch(branch: Branch, what: str, now: datetime) -> AlertContent:
    return replace(_tip(what, COUNTRY, now), reach_m=COUNTRY_M, branches=frozenset({branch}))


def _tip(what: str, place: Place, now: datetime) -> AlertContent:
    """Open to all of those shops, for as long as an information message lasts."""
    return AlertContent(
        kind=IncidentKind.PREVENTION,
        what=what,
        place=place,
        place_words="",
        reach_m=0,
        branches=frozenset(),
        severity=Severity.P4,
        tlp=DEFAULT_TLP[Severity.P4],
        until=now + Severity.P4.lasts,
    )
