"""Find what is known of a report's source, for police of its place and nobody else."""

from datetime import datetime

from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.report import Report
from alerts.role import Action
from alerts.services.permission.check_may import is_allowed
from alerts.source_trust import SourceTrust, trust_of


async def find_source(uow: UnitOfWork, reader: MemberId | None, report: Report, now: datetime) -> SourceTrust | None:
    """Return the trust of the report's source; None for who is no police of its place, and once its reporter was
    erased or its content removed."""
    if reader is None or report.member_id is None:
        return None
    if not await is_allowed(uow, reader, Action.APPROVE_ALERT, report.place, now):
        return None
    own = await uow.reports.of_member(report.member_id)
    return trust_of(report, own, await _verified_since(uow, report, report.member_id), uow.tallies.zone)


async def _verified_since(uow: UnitOfWork, report: Report, member: MemberId) -> datetime | None:
    """Return since when the shop that the report is about is verified; without one, any shop of its reporter."""
    if report.premises_id is not None:
        return (await uow.premises.get(report.premises_id)).verified_at
    shops = [one.premises.verified_at for one in await uow.premises.followings(member)]
    return min((one for one in shops if one is not None), default=None)
