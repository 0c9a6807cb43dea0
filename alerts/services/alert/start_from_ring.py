"""Start a notice from the ring of a robbery: what was reported is filled in, and the ring decides whom it reaches and
until when."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from alerts.alert_defaults import usual_severity
from alerts.alert_form import F
from alerts.errors import IllegalTransition
from alerts.ids import ReportId
from alerts.near_repeat.ring import Ring
from alerts.ports import UnitOfWork
from alerts.report import Report
from alerts.role import Actor
from alerts.services.alert.start_from_report import LeftOut, start_from_report
from alerts.services.report.read_report import read_report
from alerts.services.ring.propose_ring import propose_ring
from alerts.severity import Severity

ToDraft = Callable[[UnitOfWork, Actor, ReportId, datetime], Awaitable[Report]]


async def start_from_ring(
    empty: F,
    report_id: ReportId,
    uow: UnitOfWork,
    actor: Actor,
    now: datetime,
    *,
    words: LeftOut,
    to_draft: ToDraft,
) -> F:
    """Return the empty form filled from a robbery and its ring. A report that is open becomes that of the notice
    (`to_draft`: take it, or only read it); after a first notice about it this is a second one, beside it.

    Raises NotAllowed, and IllegalTransition when the report has no ring any more, or a draft about it is under way.
    """
    report = await read_report(uow, actor, report_id, now)
    ring = await propose_ring(uow, report, now)
    if ring is None:
        raise IllegalTransition("ring-over")
    if report.is_open:
        report = await to_draft(uow, actor, report_id, now)
    form = await start_from_report(empty, report, uow, actor, now, words=words)
    return _with_ring(form if report.is_open else form.changed(report_id=None), ring, report, now)


def _with_ring(form: F, ring: Ring, report: Report, now: datetime) -> F:
    """Return the form with the reach, branches and end of the ring, and a severity that fits days: a P1 is for who is
    near in the next hours."""
    severity = usual_severity(report.kind.incident, report.occurred_at or report.created_at, now)
    return form.changed(
        reach_km=None if form.kvo_group_id is not None else ring.finding.km,
        branches=frozenset({form.own_branch}) if form.own_branch else ring.branches,
        all_branches=not ring.branches and form.own_branch is None,
        severity=max(severity, Severity.P2),
        until=ring.until.replace(second=0, microsecond=0),
    )
