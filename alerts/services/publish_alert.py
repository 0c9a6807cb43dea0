"""Publish an alert: revision, recipients and outbox rows, in the commit of the approval (DESIGN, rule 4)."""

from dataclasses import replace
from datetime import datetime

from alerts.alert import Alert, AlertState, Approval, Decision, RevisionKind
from alerts.area import Place
from alerts.delivery import Notice
from alerts.errors import IllegalTransition, Rejected
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action, may
from alerts.services.find_coordinators import municipality_of
from alerts.services.tell import tell
from alerts.targeting import target_of


def check_not_over(alert: Alert, now: datetime) -> None:
    """Raise Rejected when the alert would end before it is sent."""
    if alert.content.until <= now:
        raise Rejected("already-over")


async def publish_alert(uow: UnitOfWork, alert: Alert, approval: Approval, now: datetime) -> tuple[Alert, int]:
    """Make it live and queue a delivery for everybody whom it concerns; return it and how many they are."""
    if approval.decision is not Decision.APPROVED:
        raise IllegalTransition("approval")
    alert.check_can_become(AlertState.LIVE)
    check_not_over(alert, now)
    live = await uow.alerts.save(replace(alert, state=AlertState.LIVE, sent_at=now))
    assert approval.decided_by is not None, "a decision has somebody who took it"
    revision = await uow.alerts.add_revision(live, RevisionKind.FIRST, approval.id, approval.decided_by, now)
    recipients = await uow.deliveries.fan_out(
        revision,
        target_of(live.content),
        await copies_of(uow, live, now),
        severity=live.content.severity,
        deadline=live.content.until,
        now=now,
    )
    await tell(uow, [live.author_id], Notice("progress", {"alert": live.id}), progress_key(live), now, alert=live.id)
    return live, recipients


def progress_key(alert: Alert) -> str:
    """The effect key of the author's counting message, before its address."""
    return f"progress:{alert.id}"


async def copies_of(uow: UnitOfWork, alert: Alert, now: datetime) -> list[MemberId]:
    """Coordinators whose scope the place or the ground touches, the author aside."""
    touched = await _touched(uow, alert)
    grants = await uow.roles.active(now)
    members = (
        grant.member_id
        for grant in grants
        for place, municipality in touched
        if may([grant], Action.RECEIVE_COPIES, now=now, place=place, municipality=municipality)
    )
    return [member for member in dict.fromkeys(members) if member != alert.author_id]


async def _touched(uow: UnitOfWork, alert: Alert) -> list[tuple[Place, str | None]]:
    place = alert.content.place
    touched = [(place, await municipality_of(uow, place))]
    if place.point is not None:
        rows = await uow.postcodes.within(place.point, alert.content.reach_m)
        touched += [(Place(row.pc4, point=row.point), row.municipality or row.place) for row in rows]
    return touched
