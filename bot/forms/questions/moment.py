"""Moments as people tap them (minutes ago) or type them: `20:45`, `gisteren 20:45`, `21-11 20:45`."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from alerts.errors import InvalidText
from bot.conversation.form import Answer, Choice, Picked
from bot.conversation.request import Request
from bot.forms.questions.typed_text import typed
from texts.phrases import Phrases

_AGO_MINUTES = (0, 30, 60)
_MOMENT = re.compile(
    r"(?:(?P<word>vandaag|gisteren|morgen|today|yesterday|tomorrow)|(?P<day>\d{1,2})[-/](?P<month>\d{1,2}))?"
    r"[ ,]*(?:om |at )?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?: ?uur)?"
)
_DAYS = {"vandaag": 0, "today": 0, "gisteren": -1, "yesterday": -1, "morgen": 1, "tomorrow": 1}


def when_rows(t: Phrases) -> tuple[tuple[Choice, ...], ...]:
    """Make the buttons for minutes ago."""
    return tuple((Choice(t.plain(f"alert-when-{minutes}"), f"ago.{minutes}"),) for minutes in _AGO_MINUTES)


def when_of(answer: Answer, request: Request) -> datetime:
    """Return the moment (UTC) that was tapped or typed. Raises InvalidText."""
    if not isinstance(answer, Picked):
        return parse_past(typed(answer), request.now, request.zone)
    _, _, minutes = answer.value.partition(".")
    if minutes not in {str(known) for known in _AGO_MINUTES}:
        raise InvalidText("type-or-tap")
    return (request.now - timedelta(minutes=int(minutes))).replace(second=0, microsecond=0)


def parse_past(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """Return the last such moment that is not in the future (UTC). Raises InvalidText."""
    return _parse(text, now, zone, is_future=False)


def parse_future(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """Return the next such moment (UTC). Raises InvalidText."""
    return _parse(text, now, zone, is_future=True)


def _parse(text: str, now: datetime, zone: ZoneInfo, *, is_future: bool) -> datetime:
    match = _MOMENT.fullmatch(text.strip().lower())
    if match is None:
        raise InvalidText("no-moment")
    try:
        clock = time(int(match["hour"]), int(match["minute"]))
        for day in _dates(match, now.astimezone(zone).date(), 1 if is_future else -1):
            found = [one for one in _moments(day, clock, zone) if (one > now) is is_future]
            if found:
                return found[0 if is_future else -1]
    except ValueError as error:
        raise InvalidText("no-moment") from error
    raise InvalidText("moment-is-past" if is_future else "moment-is-future")


def _dates(match: re.Match[str], today: date, step: int) -> Iterator[date]:
    """List the dates that may be meant, the most likely first."""
    if match["word"]:
        yield today + timedelta(days=_DAYS[match["word"]])
    elif match["day"]:
        this_year = today.replace(month=int(match["month"]), day=int(match["day"]))
        yield this_year
        yield this_year.replace(year=this_year.year + step)
    else:
        yield today
        yield today + timedelta(days=step)


def _moments(day: date, clock: time, zone: ZoneInfo) -> list[datetime]:
    """List the moments (UTC) at which the clock shows this time: two in the hour that repeats when summer time ends."""
    first, again = (datetime.combine(day, clock.replace(fold=fold), zone).astimezone(UTC) for fold in (0, 1))
    return [first, again] if again > first else [first]
