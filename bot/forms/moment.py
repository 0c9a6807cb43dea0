"""Moments as people type them: `20:45`, `gisteren 20:45`, `21-11 20:45`."""

import re
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from alerts.errors import InvalidText

_MOMENT = re.compile(
    r"(?:(?P<word>vandaag|gisteren|morgen|today|yesterday|tomorrow)|(?P<day>\d{1,2})[-/](?P<month>\d{1,2}))?"
    r"[ ,]*(?:om |at )?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?: ?uur)?"
)
_DAYS = {"vandaag": 0, "today": 0, "gisteren": -1, "yesterday": -1, "morgen": 1, "tomorrow": 1}


def parse_past(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """The last such moment that is not in the future, as UTC. Raises InvalidText."""
    return _parse(text, now, zone, is_future=False)


def parse_future(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """The next such moment, as UTC. Raises InvalidText."""
    return _parse(text, now, zone, is_future=True)


def _parse(text: str, now: datetime, zone: ZoneInfo, *, is_future: bool) -> datetime:
    match = _MOMENT.fullmatch(text.strip().lower())
    if match is None:
        raise InvalidText("no-moment")
    try:
        moment = _read(match, now.astimezone(zone), zone, is_future=is_future)
    except ValueError as error:
        raise InvalidText("no-moment") from error
    if is_future and moment <= now:
        raise InvalidText("moment-is-past")
    if not is_future and moment > now:
        raise InvalidText("moment-is-future")
    return moment.astimezone(UTC)


def _read(match: re.Match[str], local: datetime, zone: ZoneInfo, *, is_future: bool) -> datetime:
    clock = time(int(match["hour"]), int(match["minute"]), tzinfo=zone)
    if match["day"]:
        date = local.date().replace(month=int(match["month"]), day=int(match["day"]))
        moment = datetime.combine(date, clock)
        wrong_year = moment <= local if is_future else moment > local
        return moment.replace(year=moment.year + (1 if is_future else -1)) if wrong_year else moment
    if match["word"]:
        return datetime.combine(local.date() + timedelta(days=_DAYS[match["word"]]), clock)
    moment = datetime.combine(local.date(), clock)
    if is_future and moment <= local:
        return datetime.combine(local.date() + timedelta(days=1), clock)
    if not is_future and moment > local:
        return datetime.combine(local.date() - timedelta(days=1), clock)
    return moment
