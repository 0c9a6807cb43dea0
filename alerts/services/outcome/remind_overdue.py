"""Remind coordinators of overdue reports, once a day and by day; a colleague is offered those that nobody finishes.

The day of the last reminder is stored with the reminders, so that a restart of any length neither skips nor repeats
one.
"""

from datetime import datetime, timedelta

from alerts.delivery import Notice, OnUnknown
from alerts.ids import MemberId
from alerts.overdue import day_to_remind, is_offered, is_overdue
from alerts.ports import UnitOfWork
from alerts.services.outcome.find_overdue import waited
from alerts.services.report.find_reports import is_free
from alerts.services.report.record_step import coordinators_of
from alerts.services.tell import tell

DAY_FACT = "overdue_reminded"  # the local day of the last reminder
TIMELY = timedelta(hours=12)  # the next one follows a day later


async def has_overdue_reminder_due(uow: UnitOfWork, now: datetime) -> bool:
    """Whether nobody was reminded yet today, and it is day."""
    day = day_to_remind(now, uow.tallies.zone)
    return day is not None and await uow.facts.get(DAY_FACT) != day


async def remind_overdue(uow: UnitOfWork, now: datetime) -> None:
    """Send each coordinator one message about the overdue reports that they can do something about."""
    day = day_to_remind(now, uow.tallies.zone)
    if day is None or await uow.facts.get(DAY_FACT) == day:
        return
    await uow.facts.put(DAY_FACT, day)
    notice, key = Notice("reports-overdue", {}), f"reports-overdue:{day}"
    concerned = await _concerned(uow, now)
    await tell(uow, concerned, notice, key, now, on_unknown=OnUnknown.GIVE_UP, deadline=now + TIMELY)


async def _concerned(uow: UnitOfWork, now: datetime) -> list[MemberId]:
    """Return who can do something about an overdue report: who took it, else the coordinators of its place; and later
    these beside who took it."""
    found: dict[MemberId, None] = {}
    for report in await uow.reports.still_open():
        waits = await waited(uow, report, now)
        if not is_overdue(waits):
            continue
        holder = None if await is_free(uow, report, now) else report.taken_by
        if holder is not None:
            found[holder] = None
        if holder is None or (is_offered(waits) and report.alert_id is None):
            found |= dict.fromkeys(await coordinators_of(uow, report, now))
    return list(found)
