"""The last day of a role, typed or chosen."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from alerts.errors import InvalidText
from alerts.last_day import end_of_day
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Choice, Picked
from bot.conversation.message import in_rows
from bot.conversation.request import Request
from bot.forms.questions.typed_text import typed
from texts.phrases import Phrases

CHOICES_DAYS = (30, 90, 180, 365)
_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}))?")


def day_choices(t: Phrases) -> tuple[tuple[Choice, ...], ...]:
    """Make the buttons for a number of days from today."""
    return in_rows([Choice(t.plain("duration-days", count=days), str(days)) for days in CHOICES_DAYS], 2)


def taken_day(answer: Answer, request: Request) -> datetime:
    """Return the moment (UTC) at which the answered day is over. Raises InvalidText unless it is a day to come."""
    today = request.now.astimezone(request.zone).date()
    if isinstance(answer, Picked):
        days = safe_id(answer.value)
        if days not in CHOICES_DAYS:
            raise InvalidText("type-or-tap")
        day = today + timedelta(days=days)
    else:
        day = _read(typed(answer), request.now, request.zone)
    return end_of_day(day, request.now, request.zone)


def _read(text: str, now: datetime, zone: ZoneInfo) -> date:
    match = _DAY.fullmatch(text.strip())
    if match is None:
        raise InvalidText("no-last-day")
    today = now.astimezone(zone).date()
    try:
        day = today.replace(int(match[3] or today.year), int(match[2]), int(match[1]))
        return day if match[3] or day >= today else day.replace(year=day.year + 1)
    except ValueError as error:
        raise InvalidText("no-last-day") from error
