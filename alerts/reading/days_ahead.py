"""Days and moments to come, as people type them: `vrijdag`, `over twee weken`, `24-12`, `morgen half 10`."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from alerts.reading.clocks import ClockTime, clock_times
from alerts.reading.days import WEEKDAYS, written_dates
from alerts.reading.numbers import WORD, value_of

_LONGEST = 100  # days or weeks: more is a mistake
_FIRST_HOUR = 7  # ours: a time before it, by the small clock, is meant in the afternoon
_NEAR = {
    **dict.fromkeys(("vandaag", "today"), 0),
    **dict.fromkeys(("morgen", "tomorrow"), 1),
    **dict.fromkeys(("overmorgen", "the day after tomorrow"), 2),
    **dict.fromkeys(("volgende week", "next week"), 7),
}
_DAY = "|".join(WEEKDAYS)
_NEXT = "volgende week|next week"
_NEAR_WORDS = re.compile(rf"\b({'|'.join(sorted(_NEAR, key=len, reverse=True))})\b")
_IN_DAYS = re.compile(rf"\b(?:over|in) (een|a|\d{{1,3}}|{WORD}) (dag|dagen|day|days|week|weken|weeks)\b")
_WEEKDAY = re.compile(
    rf"\b(?:({_NEXT}) )?(?:(?:op|on|komende|aanstaande|next|this|deze) )?({_DAY})(?: (?:over )?({_NEXT}))?\b"
)


def day_ahead(text: str, today: date) -> date | None:
    """Return the day, today or later, that somebody typed; None unless the text is one such day and nothing else.

    A day of the week is the next such day after today; a date without a year is the next such date.
    """
    small = " ".join(text.lower().split())
    found = next(_days(small, today), None)
    if found is None or _rest(small, found[1]).strip(" .,"):
        return None
    return found[0] if found[0] >= today else None


def moment_ahead(text: str, now: datetime, zone: tzinfo) -> datetime | None:
    """Return the moment to come (UTC) that somebody typed as a day and a time of the clock; None unless the text is
    that and nothing else. `3 uur` is three in the afternoon: meetings are by day."""
    small = " ".join(text.lower().split())
    today = now.astimezone(zone).date()
    found = next(_days(small, today), None)
    clock = None if found is None else _clock(_rest(small, found[1]).strip(" .,"))
    if found is None or clock is None:
        return None
    at = datetime.combine(found[0], clock, zone).astimezone(UTC)
    return at if at > now else None


def _days(small: str, today: date) -> Iterator[tuple[date, tuple[int, int]]]:
    for day, month, year, span in written_dates(small):
        if told := _dated(day, month, year, today):
            yield told, span
    for match in _IN_DAYS.finditer(small):
        count = 1 if match[1] in ("een", "a") else value_of(match[1])
        if 0 < count <= _LONGEST:
            yield today + timedelta(count * (7 if match[2].startswith("we") else 1)), match.span()
    for match in _WEEKDAY.finditer(small):
        yield _weekday(match, today), match.span()
    for match in _NEAR_WORDS.finditer(small):
        yield today + timedelta(_NEAR[match[1]]), match.span()


def _weekday(match: re.Match[str], today: date) -> date:
    number = WEEKDAYS[match[2]]
    if match[1] or match[3]:
        return today + timedelta(7 - today.weekday() + number)
    return today + timedelta((number - today.weekday() - 1) % 7 + 1)


def _dated(day: int, month: int, year: str | None, today: date) -> date | None:
    try:
        if year:
            return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
        told = date(today.year, month, day)
        return told if told >= today else told.replace(year=today.year + 1)
    except ValueError:
        return None


def _rest(small: str, span: tuple[int, int]) -> str:
    """Return the text without what was read of it."""
    return f"{small[: span[0]].removesuffix('op ').removesuffix('on ')} {small[span[1] :]}"


def _clock(text: str) -> time | None:
    said = text.removeprefix("om ").removeprefix("at ")
    one = next(iter(clock_times(f"om {said}")), None)
    if one is None or f"om {said}"[one.end :].strip() not in ("", "uur", "u", "h"):
        return None
    if f"om {said}"[: one.start].strip() not in ("", "om"):
        return None
    return time(_hour(one) % 24, one.minute)


def _hour(one: ClockTime) -> int:
    if one.is_afternoon is not None:
        return one.hour % 12 + (12 if one.is_afternoon else 0)
    return one.hour + 12 if one.hour < _FIRST_HOUR and not one.is_whole_day else one.hour
