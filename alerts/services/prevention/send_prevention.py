"""Send a prevention message: a tip without incident data, to a KVO group or a branch (docs/domain.md §2).

With the words of an approved template it goes out at once; in words of its own it is held back (`hold_tip`).
"""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.alert import Alert, AlertContent, ApprovalKind, Decision, IncidentKind
from alerts.area import Place
from alerts.audit import AuditEvent
from alerts.branch import Branch
from alerts.errors import Rejected
from alerts.guard.incident import incident_signs
from alerts.guard.off_loop import off_loop
from alerts.ids import KvoGroupId
from alerts.kvo_group import KvoGroup
from alerts.point import point_at
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, Matter
from alerts.services.alert.compose_alert import compose_alert
from alerts.services.alert.publish_alert import publish_alert
from alerts.services.group.find_groups import group_for
from alerts.services.permission.check_may import check_may
from alerts.services.permission.locate_matter import part_of
from alerts.services.prevention.hold_tip import Held, hold_tip
from alerts.severity import Severity
from alerts.tlp import DEFAULT_TLP
from alerts.typed_text import check

COUNTRY = Place(None, point=point_at(52.155, 5.387))  # Amersfoort, where the Dutch grid begins
COUNTRY_M = 250_000  # from there to the farthest corner are some 190 km


async def send_prevention(
    uow: UnitOfWork,
    actor: Actor,
    audience: KvoGroupId | Branch,
    what: str,
    now: datetime,
    *,
    zone: ZoneInfo,
    is_template: bool,
) -> tuple[Alert, int] | Held:
    """Send a tip to all shops of a KVO group, or of a branch in the whole country.

    Returns the live alert and the number of recipients; or the tip that is held back, when its words are not those of
    an approved template. Raises NotAllowed, InvalidText, and Rejected for incident data.
    """
    if isinstance(audience, Branch):
        await check_may(uow, actor, Action.SEND_PREVENTION, Matter(COUNTRY, branches=frozenset({audience})), now)
        content = _for_branch(audience, what, now)
    else:
        group = await group_for(uow, actor, Action.SEND_PREVENTION, audience, now=now)
        content = await _for_group(uow, group, what, now)
    await off_loop(check, what)
    if incident_signs(what):
        raise Rejected("incident-data")
    author = actor.member.id
    alert = await compose_alert(uow, author, content, now, zone=zone)
    if not is_template:
        return await hold_tip(uow, alert, now)
    approval = await uow.alerts.request_approval(alert, ApprovalKind.PREVENTION, author, None, now)
    decided = replace(approval, decision=Decision.APPROVED, decided_by=author, decided_at=now)
    await uow.alerts.decide(decided)
    whose = "branch" if isinstance(audience, Branch) else "group"
    await uow.audit.append(AuditEvent("alert.sent_prevention", "alert", alert.id, author, {whose: audience}), now)
    return await publish_alert(uow, alert, decided, now)


async def _for_group(uow: UnitOfWork, group: KvoGroup, what: str, now: datetime) -> AlertContent:
    code = min(group.codes)
    pc4 = code[:4]
    row = await part_of(uow, Place(pc4, code if len(code) > 4 else None))
    place = Place(pc4, point=row.point if row else None)
    return replace(_tip(what, place, now), place_words=row.place if row else pc4, kvo_group_id=group.id)


def _for_branch(branch: Branch, what: str, now: datetime) -> AlertContent:
    return replace(_tip(what, COUNTRY, now), reach_m=COUNTRY_M, branches=frozenset({branch}))


def _tip(what: str, place: Place, now: datetime) -> AlertContent:
    """Build the content of a tip: open to all of those shops, for as long as a P4 lasts."""
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
