"""The last day of a role, as people type or choose it."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from alerts.errors import InvalidText
from bot.callbacks import safe_id
from bot.form import Answer, Choice, Picked
from bot.forms.alert_what import typed
from bot.message import in_rows
from bot.scene import Scene
from bot.texts import Phrases

CHOICES_DAYS = (30, 90, 180, 365)
LONGEST = timedelta(days=10 * 366)
_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}))?")


def day_choices(t: Phrases) -> tuple[tuple[Choice, ...], ...]:
    """So many days from today."""
    return in_rows([Choice(t.plain("duration-days", count=days), str(days)) for days in CHOICES_DAYS], 2)


def taken_day(answer: Answer, scene: Scene) -> datetime:
    """The moment at which that day is over, as UTC. Raises InvalidText for what is no day to come."""
    today = scene.now.astimezone(scene.zone).date()
    if isinstance(answer, Picked):
        days = safe_id(answer.value)
        if days not in CHOICES_DAYS:
            raise InvalidText("type-or-tap")
        day = today + timedelta(days=days)
    else:
        day = _read(typed(answer), scene.now, scene.zone)
    ends_at = datetime.combine(day + timedelta(days=1), time(), tzinfo=scene.zone).astimezone(UTC)
    if not scene.now < ends_at <= scene.now + LONGEST:
        raise InvalidText("no-last-day")
    return ends_at


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
