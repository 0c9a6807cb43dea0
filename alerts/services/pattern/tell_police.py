"""Tell police of a pattern: a card for everybody whose scope has one of its reports."""

from datetime import datetime

from alerts.delivery import Notice
from alerts.ids import MemberId
from alerts.patterns import Pattern
from alerts.ports import UnitOfWork
from alerts.role import Action, may
from alerts.services.permission.find_reachable import able_to_answer
from alerts.services.permission.locate_matter import located
from alerts.services.tell import tell

CARD = "pattern-card"  # the view of the card


async def tell_police(uow: UnitOfWork, pattern: Pattern, now: datetime) -> None:
    """Queue the card of a pattern as it stands; a report that joins it later makes another one."""
    card = Notice(CARD, {"pattern": pattern.id})
    await tell(uow, await _readers(uow, pattern, now), card, f"{CARD}:{pattern.id}:{pattern.version}", now)


async def _readers(uow: UnitOfWork, pattern: Pattern, now: datetime) -> tuple[MemberId, ...]:
    """Return the police of the places who can be reached; their deputies where none can."""
    places = {(await uow.reports.get(report)).place for report in pattern.reports}
    matters = [await located(uow, place) for place in places]
    grants = [
        grant
        for grant in await uow.roles.active(now)
        if any(may([grant], Action.SEE_PATTERNS, matter, now=now) for matter in matters)
    ]
    holders = await able_to_answer(uow, (one.member_id for one in grants), None)
    return holders or await able_to_answer(uow, (one.deputy_id for one in grants), None)
