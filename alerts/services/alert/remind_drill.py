"""Remind the police twice a year to hold a drill, where there was none in the half year before.

The half year of the last reminder is stored with the reminders, so that a restart neither skips nor repeats one.
"""

from datetime import date, datetime, timedelta

from alerts.delivery import Notice, OnUnknown
from alerts.drill import PERIOD_DAYS, period_of
from alerts.overdue import day_to_remind
from alerts.ports import UnitOfWork
from alerts.role import Action, may
from alerts.services.permission.check_may import is_allowed
from alerts.services.permission.locate_matter import alert_matter
from alerts.services.tell import tell

PERIOD_FACT = "drills_reminded"
_SATURDAY = 5


async def has_drill_reminder_due(uow: UnitOfWork, now: datetime) -> bool:
    """Whether it is day, and a half year began of which nobody was reminded."""
    return await _period(uow, now) is not None


async def remind_drill(uow: UnitOfWork, now: datetime) -> None:
    """Remind who approves notices, where none of their places had a drill lately. The first half year of a program is
    left alone."""
    period = await _period(uow, now)
    if period is None:
        return
    if await uow.facts.get(PERIOD_FACT) is not None:
        sent = await uow.alerts.sent_since(now - timedelta(days=PERIOD_DAYS))
        matters = [alert_matter(one.content) for one in sent if one.content.is_drill]
        held = {one.member_id for one in await uow.roles.active(now) if may([one], Action.APPROVE_ALERT, None, now=now)}
        without = [
            member
            for member in sorted(held)
            if not any([await is_allowed(uow, member, Action.APPROVE_ALERT, one, now) for one in matters])
        ]
        key = f"drill-due:{period}"
        await tell(uow, without, Notice("drill-due"), key, now, on_unknown=OnUnknown.GIVE_UP)
    await uow.facts.put(PERIOD_FACT, period)


async def _period(uow: UnitOfWork, now: datetime) -> str | None:
    """Return the half year of which to remind; None at night, in the weekend, and when it was done."""
    today = day_to_remind(now, uow.tallies.zone)
    if today is None or date.fromisoformat(today).weekday() >= _SATURDAY:
        return None
    period = period_of(date.fromisoformat(today))
    return None if await uow.facts.get(PERIOD_FACT) == period else period
