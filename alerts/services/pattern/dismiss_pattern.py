"""Dismiss a pattern with a reason: it stays away until another report joins it."""

from dataclasses import replace
from datetime import datetime

from alerts.audit import AuditEvent
from alerts.errors import Conflict, IllegalTransition
from alerts.ids import PatternId
from alerts.patterns import DismissReason, PatternState
from alerts.ports import UnitOfWork
from alerts.role import Actor
from alerts.services.pattern.read_pattern import SeenPattern, read_pattern


async def dismiss_pattern(
    uow: UnitOfWork, actor: Actor, pattern_id: PatternId, reason: DismissReason, *, version: int, now: datetime
) -> SeenPattern:
    """Dismiss the pattern. Raises as `read_pattern`, IllegalTransition when it is dismissed already, and Conflict when
    another report joined since it was shown."""
    seen = await read_pattern(uow, actor, pattern_id, now)
    if seen.pattern.state is PatternState.DISMISSED:
        raise IllegalTransition("pattern-dismissed")
    if seen.pattern.version != version:
        raise Conflict
    by, state = actor.member.id, PatternState.DISMISSED
    dismissed = replace(seen.pattern, state=state, reason=reason, dismissed_by=by, dismissed_at=now)
    saved = await uow.patterns.save(dismissed)
    event = AuditEvent("pattern.dismissed", "pattern", pattern_id, by, {"reason": reason.value})
    await uow.audit.append(event, now)
    return replace(seen, pattern=saved)
