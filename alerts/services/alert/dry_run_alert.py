"""Dry-run an alert: count what would happen if the draft were sent now, for the chat and the console alike."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.alert import Alert, RevisionKind
from alerts.dry_run import Crowd, DryRun, Overlap, dry_run_of
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, may
from alerts.services.alert.find_running import find_running
from alerts.services.member.next_opening import next_opening
from alerts.targeting import target_of

MOST_LIVE = 50  # live notices that are compared, the most urgent first
MOST_OVERLAPS = 3  # that are named, those that most recipients have first


async def glance_at(
    uow: UnitOfWork, alert: Alert, copies: Sequence[MemberId], now: datetime, *, zone: ZoneInfo
) -> DryRun:
    """Return the dry run without what the recipients had before: for the line at the preview. `copies` are the
    coordinators who get a copy."""
    content = alert.content
    crowds = await _crowds(uow, alert, copies, now, zone)
    return dry_run_of(content, crowds, now, zone)


async def dry_run_alert(
    uow: UnitOfWork, actor: Actor, alert: Alert, copies: Sequence[MemberId], now: datetime, *, zone: ZoneInfo
) -> DryRun:
    """Return the whole dry run. Only live notices that this person may read are named."""
    content, target = alert.content, target_of(alert.content)
    crowds = await _crowds(uow, alert, copies, now, zone)
    had = await uow.dry_runs.had_lately(target, copies, now)
    overlaps = await _overlaps(uow, actor, alert, copies, now)
    return dry_run_of(content, crowds, now, zone, had=had, overlaps=overlaps)


async def _crowds(
    uow: UnitOfWork, alert: Alert, copies: Sequence[MemberId], now: datetime, zone: ZoneInfo
) -> list[Crowd]:
    target, severity = target_of(alert.content), alert.content.goes_as
    want_open = await uow.dry_runs.who_wait(target, copies, severity, now)
    closed = [one for one in want_open if await next_opening(uow, one, now, zone) is not None]
    quiet = [one for one in await uow.dry_runs.quiet_hours(target, copies, now) if one.end_at(now, zone)]
    waiting = [one for one in quiet if severity in one.waits]
    return await uow.dry_runs.crowds(target, copies, severity, now, closed=closed, quiet=quiet, waiting=waiting)


async def _overlaps(
    uow: UnitOfWork, actor: Actor, alert: Alert, copies: Sequence[MemberId], now: datetime
) -> list[Overlap]:
    if not may(actor.grants, Action.READ_ALERTS, None, now=now):
        return []
    running = (await find_running(uow, actor, now, most=MOST_LIVE)).running
    live = {one.alert.id: one for one in running if one.alert.id != alert.id and _is_alike(one.alert, alert)}
    counted = await uow.dry_runs.who_have(target_of(alert.content), copies, live, now)
    most_first = sorted(counted.items(), key=lambda one: -one[1])[:MOST_OVERLAPS]
    return [
        Overlap(live[which].alert, members, RevisionKind.UPDATE in live[which].changes) for which, members in most_first
    ]


def _is_alike(live: Alert, draft: Alert) -> bool:
    """Whether the draft could be told as an update of the live notice: no tip, and both real or both a drill."""
    return not live.content.is_tip and live.content.is_drill is draft.content.is_drill
