"""Publish an alert: store its revision, recipients and outbox rows in the transaction of the approval
(docs/architecture.md, rule 4)."""

from dataclasses import replace
from datetime import datetime

from alerts.alert import Alert, AlertContent, AlertState, Approval, IncidentKind, Revision, RevisionKind
from alerts.area import Place
from alerts.audit import AuditEvent
from alerts.branch import Branch
from alerts.delivery import Notice, priority_of
from alerts.errors import Rejected
from alerts.ids import AddressId, MemberId
from alerts.kvo_group import KvoGroup
from alerts.ports import UnitOfWork
from alerts.postcode import Pc4Place
from alerts.region import touches
from alerts.role import Action, Grant, Matter, may
from alerts.services.alert.freeze_drafts import check_not_frozen
from alerts.services.alert.keep_form import forget_form
from alerts.services.effect.expect_effect import expect_effect
from alerts.services.permission.locate_matter import alert_matter, extent_of, located
from alerts.services.report.link_report import escalate_reports
from alerts.services.tally.write_tally import tally_notice
from alerts.services.tell import tell
from alerts.targeting import target_of
from alerts.tlp import Route
from alerts.tlp_rules import admits_coordinator


def check_not_over(alert: Alert, now: datetime) -> None:
    """Raise Rejected when the alert would end before it is sent."""
    if alert.content.until <= now:
        raise Rejected("already-over")


async def publish_alert(uow: UnitOfWork, alert: Alert, approval: Approval, now: datetime) -> tuple[Alert, int]:
    """Make an approved alert live and queue its deliveries; return it and the number of recipients. Raises
    IllegalTransition, and Rejected when it is over already."""
    decided_by = approval.check_lets_out(alert.content)
    alert.check_can_become(AlertState.LIVE)
    await check_not_frozen(uow, alert.id)
    check_not_over(alert, now)
    live = await uow.alerts.save(replace(alert, state=AlertState.LIVE, sent_at=now))
    await forget_form(uow, live)
    await escalate_reports(uow, live, now)
    await tally_notice(uow, live, RevisionKind.FIRST)
    await expect_effect(uow, live, now)
    revision = await uow.alerts.add_revision(live, RevisionKind.FIRST, approval.id, decided_by, now)
    recipients = await _fan_out(uow, live, revision, now)
    details: dict[str, str | int] = {
        "version": approval.alert_version,
        "approval": approval.kind.value,
        "recipients": recipients,
    }
    if live.content.region is not None:
        details["region"] = str(live.content.region)
    await uow.audit.append(AuditEvent("alert.published", "alert", live.id, decided_by, details), now)
    await tell(uow, [live.author_id], Notice("progress", {"alert": live.id}), progress_key(live), now, alert=live.id)
    return live, recipients


async def _fan_out(uow: UnitOfWork, live: Alert, revision: Revision, now: datetime) -> int:
    """Queue a delivery for each chat of the groups addressed and for each member concerned; return how many members."""
    content = live.content
    chats = await chats_reached(uow, content)
    await uow.deliveries.fan_out_to_chats(revision, chats, deadline=content.until, now=now)
    return await uow.deliveries.fan_out(
        revision,
        target_of(content),
        await copies_of(uow, live, now),
        priority=priority_of(content),
        deadline=content.until,
        now=now,
    )


def progress_key(alert: Alert) -> str:
    """Return the effect key of the author's progress message, without the address at its end."""
    return f"progress:{alert.id}"


async def copies_of(uow: UnitOfWork, alert: Alert, now: datetime) -> list[MemberId]:
    """Coordinators who get a copy: their scope touches the place, the ground, a branch or a group, and the label admits
    them. Not the author; nobody for a tip."""
    if alert.content.kind is IncidentKind.PREVENTION:
        return []
    members = (
        grant.member_id
        for grant in await grants_touched(uow, alert.content, now)
        if admits_coordinator(alert.content, grant.member_id, grant)
    )
    return [member for member in dict.fromkeys(members) if member != alert.author_id]


async def grants_touched(uow: UnitOfWork, content: AlertContent, now: datetime) -> list[Grant]:
    """Grants with the right to copies whose scope the place, the ground, a branch or a group touches, whatever the
    label."""
    grants = await uow.roles.active(now)
    if content.region is not None:
        return await _touched_by_region(uow, content, grants, now)
    touched = await _touched(uow, content, frozenset(one.scope.branch for one in grants if one.scope.first))
    return [
        grant for grant in grants if any(may([grant], Action.RECEIVE_COPIES, matter, now=now) for matter in touched)
    ]


async def _touched_by_region(uow: UnitOfWork, content: AlertContent, grants: list[Grant], now: datetime) -> list[Grant]:
    groups = frozenset(group.id for group in await _groups_near(uow, content))
    matter = replace(await located(uow, alert_matter(content)), kvo_groups=groups)
    place = replace(matter, region=None)
    able = [one for one in grants if may([one], Action.RECEIVE_COPIES, None, now=now)]
    return [one for one in able if one.scope.covers(place) or touches(one.scope, matter)]


async def _touched(uow: UnitOfWork, content: AlertContent, followed: frozenset[Branch | None]) -> list[Matter]:
    """List what an alert touches: the place with its groups; unless it is for one group only also each branch, and each
    place on the ground, there again with each branch that somebody follows within postcodes (`followed`)."""
    groups = frozenset(group.id for group in await _groups_near(uow, content))
    touched = [await located(uow, Matter(content.place, kvo_groups=groups))]
    if content.kvo_group_id is not None:
        return touched
    branches = sorted(content.branches or Branch)
    touched += [Matter(content.place, branches=frozenset({branch})) for branch in branches]
    for row in await _covered(uow, content):
        there = Matter(Place(row.pc4), municipalities=frozenset({row.municipality_id}))
        touched += [there, *(replace(there, branches=frozenset({one})) for one in branches if one in followed)]
    return touched


async def groups_reached(uow: UnitOfWork, content: AlertContent) -> list[KvoGroup]:
    """KVO groups that an alert is for: the one that it names, else those with ground and a branch in reach; of a region
    only groups for one of its branches. None where the label admits no shops."""
    return await _groups_near(uow, content) if content.tlp.admits(Route.CHAT_LINE) else []


async def _groups_near(uow: UnitOfWork, content: AlertContent) -> list[KvoGroup]:
    if content.kvo_group_id is not None:
        return [await uow.kvo_groups.get(content.kvo_group_id)]
    if content.kind is IncidentKind.PREVENTION:  # a tip for a branch is for its shops, not for groups near them
        return []
    if content.region is not None:
        extent = await extent_of(uow, content.region)
        fitting = [one for one in await uow.kvo_groups.all_open() if one.branches & content.branches]
        return [one for one in fitting if any(extent.has(code[:4]) for code in one.codes)]
    pc4s = {row.pc4 for row in await _covered(uow, content)} | {content.place.pc4 or ""}
    groups = await uow.kvo_groups.in_postcodes(pc4s)
    return [one for one in groups if not (one.branches and content.branches) or one.branches & content.branches]


async def chats_reached(uow: UnitOfWork, content: AlertContent) -> list[AddressId]:
    """Addresses of the active chats of the groups that the alert is for."""
    groups = await groups_reached(uow, content)
    return [group.chat.address_id for group in groups if group.chat is not None and group.chat.is_active]


async def _covered(uow: UnitOfWork, content: AlertContent) -> list[Pc4Place]:
    point = content.place.point
    return [] if point is None else await uow.postcodes.within(point, content.reach_m)
