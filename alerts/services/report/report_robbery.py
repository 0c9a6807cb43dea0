"""Report a robbery at the member's own shop with one tap, before anything is told of it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from alerts.errors import NotFound
from alerts.ids import MemberId, PremisesId
from alerts.ports import UnitOfWork
from alerts.premises import Premises
from alerts.report import NewReport, Report, ReportContent, ReportKind
from alerts.services.limits.check_quota import check_robbery_quota
from alerts.services.permission.locate_matter import part_of
from alerts.services.report.submit_report import submit_report

SAME_WITHIN = timedelta(hours=1)  # ours: the first hour; another tap within it is about the same robbery
RECEIPT = "robbery-receipt"


async def report_robbery(
    uow: UnitOfWork, member: MemberId, shop_id: PremisesId, now: datetime, *, zone: ZoneInfo
) -> tuple[Report, bool]:
    """Submit a report of a robbery of this shop; return it, and whether it is new.

    A report that the member made of a robbery there within the hour is returned instead, unless it has ended: who taps
    twice makes one report. The quota for reports does not count here, as a victim may have reported much before; so
    many robberies have one of their own.

    Raises NotFound for a shop that is not the member's, LimitReached.
    """
    shop = await _own_shop(uow, member, shop_id)
    made = await uow.reports.of_member(member)
    for one in made:
        if one.premises_id == shop_id and _is_just_now(one, now):
            return one, False
    check_robbery_quota([one.created_at for one in made if one.kind.is_robbery], now)
    row = await part_of(uow, shop.place)
    new = NewReport(
        kind=ReportKind.ROBBERY,
        content=ReportContent(place_words=row.place if row else shop.pc4 or ""),
        place=shop.place,
        member_id=member,
        premises_id=shop.id,
        is_confirmed=shop.is_verified,
    )
    return await submit_report(uow, new, now, zone=zone, quotas=(), receipt=RECEIPT), True


async def robbery_just_now(uow: UnitOfWork, member: MemberId, now: datetime) -> Report | None:
    """Return the newest report of a robbery at a shop of theirs that the member made within the hour and that has not
    ended."""
    made = await uow.reports.of_member(member)
    return next((one for one in made if one.has_victim and _is_just_now(one, now)), None)


def _is_just_now(report: Report, now: datetime) -> bool:
    return report.kind.is_robbery and not report.is_closed and now < report.created_at + SAME_WITHIN


async def _own_shop(uow: UnitOfWork, member: MemberId, shop_id: PremisesId) -> Premises:
    for one in await uow.premises.followings(member):
        if one.premises.id == shop_id:
            return one.premises
    raise NotFound
