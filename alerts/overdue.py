"""Overdue reports: from when on somebody is reminded of an open report, and of what at which hour of the day."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from alerts.tally import IN_TIME

OVERDUE = IN_TIME  # by then whoever reported should know what became of it
OFFERED = OVERDUE + timedelta(days=1)  # ours: who took it was reminded once before a colleague is offered it
FIRST_HOUR, LAST_HOUR = 9, 20  # ours: people are reminded by day, by the local clock


def is_overdue(waited: timedelta) -> bool:
    """Whether a report that waited so long is overdue."""
    return waited >= OVERDUE


def is_offered(waited: timedelta) -> bool:
    """Whether a colleague may take over a report that waited so long from who took it."""
    return waited >= OFFERED


def day_to_remind(now: datetime, zone: ZoneInfo) -> str | None:
    """Return the local day of which people can be reminded now; None at night."""
    local = now.astimezone(zone)
    return local.date().isoformat() if FIRST_HOUR <= local.hour < LAST_HOUR else None
