"""Ask reporters whether they were helped well, two weeks after a report ended.

Who was asked is stored with the question, so that a restart of any length neither skips nor repeats one.
"""

from datetime import datetime

from alerts.delivery import Notice, OnUnknown, Priority
from alerts.feedback import Feedback, asks_at, is_by_day, latest_end
from alerts.ports import UnitOfWork
from alerts.report import Report
from alerts.services.tell import tell

AT_ONCE = 100  # questions in one transaction, so that nobody waits for it


async def has_feedback_due(uow: UnitOfWork, now: datetime) -> bool:
    """Whether somebody has to be asked, and it is day."""
    return is_by_day(now, uow.tallies.zone) and bool(await _due(uow, now, 1))


async def ask_feedback(uow: UnitOfWork, now: datetime) -> None:
    """Ask the reporters whose time has come."""
    if not is_by_day(now, uow.tallies.zone):
        return
    for report in await _due(uow, now, AT_ONCE):
        if report.member_id is None:
            continue
        await uow.feedbacks.add(Feedback(report.id, report.member_id, now))
        notice, key = Notice("feedback", {"report": report.id}), f"feedback:{report.id}"
        await tell(uow, [report.member_id], notice, key, now, priority=Priority.P4, on_unknown=OnUnknown.GIVE_UP)


async def _due(uow: UnitOfWork, now: datetime, limit: int) -> list[Report]:
    """Return up to `limit` reports that ended so long ago, those that ended first."""
    found = await uow.feedbacks.unasked(latest_end(now), limit)
    return [one for one in found if one.closed_at is not None and asks_at(one.closed_at, uow.tallies.zone) <= now]
