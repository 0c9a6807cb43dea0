"""Propose a ring after a robbery or an attempt: which branches, how far and for how long. Places only: the same for
every shop of these branches there, and about no person (docs/privacy.md, rings)."""

from datetime import datetime, timedelta

from alerts.alert_defaults import usual_branches
from alerts.effect import ROBBERIES
from alerts.near_repeat.ring import ASSUMED, Ring
from alerts.ports import UnitOfWork
from alerts.report import Outcome, Report
from alerts.services.ring.measure_rings import finding_for

# A report that was closed otherwise says that nothing happened, or stands with another report.
_HAPPENED = (Outcome.HANDLED, Outcome.FORWARDED, Outcome.ESCALATED)


async def propose_ring(uow: UnitOfWork, report: Report, now: datetime) -> Ring | None:
    """Return the ring of a report; None for one that is not about a robbery or an attempt, as rings are measured of
    those, that turned out otherwise, or of which the days are over."""
    if report.kind.incident not in ROBBERIES or not (report.is_open or report.outcome in _HAPPENED):
        return None
    shop = await uow.premises.get(report.premises_id) if report.premises_id is not None else None
    branch = None if shop is None else shop.branch
    finding = await finding_for(uow, branch) or ASSUMED
    until = (report.occurred_at or report.created_at) + timedelta(days=finding.days)
    branches = usual_branches(report.kind.incident, frozenset() if branch is None else frozenset({branch}))
    return Ring(branches, finding, until) if now < until else None


async def has_ring_to_draft(uow: UnitOfWork, report: Report, now: datetime) -> bool:
    """Whether the report has a ring of which a notice may be made: not while a draft about it is under way."""
    is_drafted = report.is_open and report.alert_id is not None
    return not is_drafted and await propose_ring(uow, report, now) is not None
