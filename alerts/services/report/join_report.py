"""Join a report to another one about the same, as its duplicate.

A main report is never a duplicate itself: what is joined to a duplicate follows the main report of that, and a report
that is joined takes its own duplicates along. So there are no chains and no circles.
"""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.errors import Conflict, IllegalTransition, InvalidText, NotAllowed, NotFound
from alerts.ids import MemberId, ReportId
from alerts.ports import UnitOfWork
from alerts.report import Outcome, Report, ReportState, ReportStep, read_number
from alerts.role import Actor
from alerts.services.report.end_report import end_duplicate
from alerts.services.report.find_reports import report_in_scope
from alerts.services.report.read_report import read_report
from alerts.services.report.record_step import record_step


def may_be_joined(report: Report) -> bool:
    """Whether the report can become a duplicate: it is open, and no notice is made of it."""
    return report.is_open and report.alert_id is None


def has_ended_in_silence(report: Report) -> bool:
    """Whether the report ended without an outcome that a reporter could hear: taken back, or never answered."""
    return report.is_closed and report.outcome in (None, Outcome.WITHDRAWN)


async def check_can_join(uow: UnitOfWork, actor: Actor, report_id: ReportId, now: datetime) -> Report:
    """Return the report. Raises NotAllowed, and IllegalTransition when it is closed, a duplicate, or a notice is made
    of it."""
    report = await read_report(uow, actor, report_id, now)
    report.check_is_open()
    if report.alert_id is not None:
        raise IllegalTransition("report-drafted")
    return report


async def find_main(uow: UnitOfWork, actor: Actor, report: Report, other: ReportId, now: datetime) -> Report:
    """Return the report that this one is joined to when `other` is chosen: that, or the one that it is a duplicate of.

    Raises NotFound and NotAllowed where it is not in the actor's scope or is their own; IllegalTransition when it is
    the same report, or ended without an outcome.
    """
    found = await report_in_scope(uow, actor, other, now)
    main = found if found.main_id is None else await report_in_scope(uow, actor, found.main_id, now)
    if main.id == report.id:
        raise IllegalTransition("report-itself")
    if has_ended_in_silence(main):
        raise IllegalTransition("report-gone")
    return main


async def find_numbered(
    uow: UnitOfWork, actor: Actor, report: Report, typed: str, now: datetime, zone: ZoneInfo
) -> Report:
    """Return the report that this one is joined to when somebody types this number, as it stands on a card or in part
    (`12` of this year). Raises InvalidText when no such report is in the actor's scope, and as `find_main`."""
    number = read_number(typed, now.astimezone(zone).year)
    found = None if number is None else await uow.reports.by_number(number)
    if found is None:
        raise InvalidText("report-number")
    try:
        return await find_main(uow, actor, report, found, now)
    except (NotFound, NotAllowed):
        raise InvalidText("report-number") from None


async def join_report(
    uow: UnitOfWork, actor: Actor, report_id: ReportId, other: ReportId, *, version: int, now: datetime
) -> Report:
    """Make the report a duplicate: its reporter hears that it belongs to another one, never whose, and hears the
    outcome of that; at once where it is closed already. Raises as `check_can_join` and `find_main`, and Conflict when
    the report changed since it was shown."""
    report = await check_can_join(uow, actor, report_id, now)
    if report.version != version:
        raise Conflict
    main = await find_main(uow, actor, report, other, now)
    by = actor.member.id
    for duplicate in await uow.reports.duplicates_of(report.id):
        await _follow(uow, duplicate, main, by, now)
    joined = await uow.reports.save(replace(report, state=ReportState.DUPLICATE, main_id=main.id))
    await record_step(
        uow, joined, ReportStep.JOINED, by, now, comment=main.number, main=main, is_told=not main.is_closed
    )
    return await end_duplicate(uow, joined, main, now) if main.is_closed else joined


async def _follow(uow: UnitOfWork, duplicate: Report, main: Report, by: MemberId, now: datetime) -> None:
    """Let a duplicate follow another main report; to its reporter nothing changes until that ends."""
    moved = await uow.reports.save(replace(duplicate, main_id=main.id))
    await record_step(uow, moved, ReportStep.JOINED, by, now, comment=main.number, main=main, is_told=False)
    if main.is_closed and not moved.is_closed:
        await end_duplicate(uow, moved, main, now)
