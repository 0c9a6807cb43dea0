"""Publish an alert: revision, recipients and outbox rows, in the commit of the approval (DESIGN, rule 4)."""

from dataclasses import replace
from datetime import datetime

from alerts.alert import Alert, AlertContent, AlertState, Approval, IncidentKind, Revision, RevisionKind
from alerts.area import Place
from alerts.audit import AuditEvent
from alerts.branch import Branch
from alerts.delivery import Notice
from alerts.egress import admits_coordinator
from alerts.errors import Rejected
from alerts.ids import AddressId, MemberId
from alerts.kvo_group import KvoGroup
from alerts.ports import UnitOfWork
from alerts.postcode import Pc4Place
from alerts.role import Action, Grant, Matter, may
from alerts.services.find_coordinators import located
from alerts.services.link_report import escalate_reports
from alerts.services.tell import tell
from alerts.severity import Route
from alerts.targeting import target_of


def check_not_over(alert: Alert, now: datetime) -> None:
    """Raise Rejected when the alert would end before it is sent."""
    if alert.content.until <= now:
        raise Rejected("already-over")


async def publish_alert(uow: UnitOfWork, alert: Alert, approval: Approval, now: datetime) -> tuple[Alert, int]:
    """Make it live and queue a delivery for everybody whom it concerns; return it and how many they are."""
    decided_by = approval.check_lets_out(alert.content)
    alert.check_can_become(AlertState.LIVE)
    check_not_over(alert, now)
    live = await uow.alerts.save(replace(alert, state=AlertState.LIVE, sent_at=now))
    await escalate_reports(uow, live, now)
    revision = await uow.alerts.add_revision(live, RevisionKind.FIRST, approval.id, decided_by, now)
    recipients = await _fan_out(uow, live, revision, now)
    details = {"version": approval.alert_version, "approval": approval.kind.value, "recipients": recipients}
    await uow.audit.append(AuditEvent("alert.published", "alert", live.id, decided_by, details), now)
    await tell(uow, [live.author_id], Notice("progress", {"alert": live.id}), progress_key(live), now, alert=live.id)
    return live, recipients


async def _fan_out(uow: UnitOfWork, live: Alert, revision: Revision, now: datetime) -> int:
    """A delivery for each chat of the groups that it is for, and for everybody whom it concerns; how many those are."""
    content = live.content
    chats = await chats_reached(uow, content)
    await uow.deliveries.fan_out_to_chats(revision, chats, deadline=content.until, now=now)
    return await uow.deliveries.fan_out(
        revision,
        target_of(content),
        await copies_of(uow, live, now),
        severity=content.severity,
        deadline=content.until,
        now=now,
    )


def progress_key(alert: Alert) -> str:
    """The effect key of the author's counting message, before its address."""
    return f"progress:{alert.id}"


async def copies_of(uow: UnitOfWork, alert: Alert, now: datetime) -> list[MemberId]:
    """Coordinators whose scope the place, the ground, a branch or a group touches, as far as the label admits them, the
    author aside; none of a tip."""
    if alert.content.kind is IncidentKind.PREVENTION:
        return []
    members = (
        grant.member_id
        for grant in await grants_touched(uow, alert.content, now)
        if admits_coordinator(alert.content, grant.member_id, grant)
    )
    return [member for member in dict.fromkeys(members) if member != alert.author_id]


async def grants_touched(uow: UnitOfWork, content: AlertContent, now: datetime) -> list[Grant]:
    """Grants for copies whose scope the place, the ground, a branch or a group touches, whatever the label."""
    touched = await _touched(uow, content)
    return [
        grant
        for grant in await uow.roles.active(now)
        if any(may([grant], Action.RECEIVE_COPIES, matter, now=now) for matter in touched)
    ]


async def _touched(uow: UnitOfWork, content: AlertContent) -> list[Matter]:
    """The place with the groups there; what is not for one group only also touches each branch, and each place that
    the ground covers."""
    groups = frozenset(group.id for group in await _groups_near(uow, content))
    touched = [await located(uow, Matter(content.place, kvo_groups=groups))]
    if content.kvo_group_id is not None:
        return touched
    touched += [Matter(content.place, branches=frozenset({branch})) for branch in sorted(content.branches or Branch)]
    return touched + [
        Matter(Place(row.pc4), municipality=row.municipality or row.place) for row in await _covered(uow, content)
    ]


async def groups_reached(uow: UnitOfWork, content: AlertContent) -> list[KvoGroup]:
    """The KVO groups that an alert is for: the one that it names, else those with ground and a branch in reach; none
    where the label admits no shops."""
    return await _groups_near(uow, content) if content.tlp.admits(Route.CHAT_LINE) else []


async def _groups_near(uow: UnitOfWork, content: AlertContent) -> list[KvoGroup]:
    if content.kvo_group_id is not None:
        return [await uow.kvo_groups.get(content.kvo_group_id)]
    if content.kind is IncidentKind.PREVENTION:  # a tip for a branch is for its shops, not for what else is near them
        return []
    pc4s = {row.pc4 for row in await _covered(uow, content)} | {content.place.pc4 or ""}
    groups = await uow.kvo_groups.in_postcodes(pc4s)
    return [one for one in groups if not (one.branches and content.branches) or one.branches & content.branches]


async def chats_reached(uow: UnitOfWork, content: AlertContent) -> list[AddressId]:
    """The chats of those groups, where the bot is in one."""
    groups = await groups_reached(uow, content)
    return [group.chat.address_id for group in groups if group.chat is not None and group.chat.is_active]


async def _covered(uow: UnitOfWork, content: AlertContent) -> list[Pc4Place]:
    point = content.place.point
    return [] if point is None else await uow.postcodes.within(point, content.reach_m)
