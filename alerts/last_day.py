"""The last day of a role: the moment at which it is over."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from alerts.errors import InvalidText

LONGEST = timedelta(days=10 * 366)


def end_of_day(day: date, now: datetime, zone: tzinfo) -> datetime:
    """Return the moment (UTC) at which this day is over. Raises InvalidText unless it is a day to come."""
    ends_at = datetime.combine(day + timedelta(days=1), time(), tzinfo=zone).astimezone(UTC)
    if not now < ends_at <= now + LONGEST:
        raise InvalidText("no-last-day")
    return ends_at
