"""Local times in forms: what a field for a date and time holds, and the moment that it names."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from alerts.errors import InvalidText

_FORMATS = ("%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M")  # the last one where a browser has no such field


def field_value(at: datetime | None, zone: ZoneInfo) -> str:
    """Return what a field of the type `datetime-local` holds for this moment, to the minute; empty for none."""
    return "" if at is None else f"{at.astimezone(zone):%Y-%m-%dT%H:%M}"


def read_field(text: str, now: datetime, zone: ZoneInfo, *, is_future: bool) -> datetime:
    """Return the moment (UTC) that a field names. In the hour that repeats when summer time ends it is the first one
    that lies ahead, or the last one that has passed. Raises InvalidText."""
    local = _parsed(text.strip())
    first, again = (local.replace(fold=fold, tzinfo=zone).astimezone(UTC) for fold in (0, 1))
    found = [one for one in sorted({first, again}) if (one > now) is is_future]
    if not found:
        raise InvalidText("moment-is-past" if is_future else "moment-is-future")
    return found[0 if is_future else -1]


def _parsed(text: str) -> datetime:
    for one in _FORMATS:
        try:
            return datetime.strptime(text, one)  # noqa: DTZ007  # it gets its zone from the page
        except ValueError:
            continue
    raise InvalidText("no-field-moment")
