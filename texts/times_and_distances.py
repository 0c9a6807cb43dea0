"""Distances, times and dates in words."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from texts.html import Html
from texts.numbers import decimal
from texts.phrases import Phrases

NEAR_M = 250
_JUST_NOW = timedelta(minutes=2)


def rounded(metres: int) -> int:
    """Round a distance to 100 m, and to 0 when it is near: points are often those of a PC4, so no more is promised."""
    return 0 if metres < NEAR_M else round(metres, -2)


def distance(metres: int, t: Phrases) -> Html:
    """The approximate distance in words."""
    about = rounded(metres)
    if about == 0:
        return t("distance-near", metres=str(NEAR_M))
    if about < 1_000:
        return t("distance-metres", metres=str(about))
    return t("distance-kilometres", kilometres=decimal(about / 1_000, 1, t))


def duration(time: timedelta, t: Phrases) -> str:
    """The approximate duration in words: minutes up to two hours, hours up to two days, then days."""
    minutes = int(time.total_seconds()) // 60
    if minutes < 120:
        return t.plain("duration-minutes", count=minutes)
    if minutes < 48 * 60:
        return t.plain("duration-hours", count=minutes // 60)
    return t.plain("duration-days", count=minutes // (24 * 60))


def moment(at: datetime, t: Phrases, zone: ZoneInfo, now: datetime | None = None) -> Html:
    """The local date and time in words; only the time when it is today."""
    local, in_digits = at.astimezone(zone), clock_alone(at, zone)
    if now is not None and now.astimezone(zone).date() == local.date():
        return t("moment-today", clock=in_digits)
    return t("moment", day=str(local.day), month=t.plain(f"month-{local.month}"), clock=in_digits)


def moment_told(at: datetime, time_of_day: str | None, t: Phrases, zone: ZoneInfo, now: datetime | None = None) -> Html:
    """The local date and time in words as they were told: with a part of the day (a `TimeOfDay`) where no time was, so
    that nobody takes it for one."""
    if time_of_day is None:
        return moment(at, t, zone, now)
    local = at.astimezone(zone)
    is_today = now is not None and now.astimezone(zone).date() == local.date()
    date = t("moment-date", day=str(local.day), month=t.plain(f"month-{local.month}"))
    return t("moment-part", date=t("moment-date-today") if is_today else date, part=time_of_day)


def clock(at: datetime, t: Phrases, zone: ZoneInfo) -> Html:
    """The local time of day in words, without a date."""
    return t("moment-clock", clock=clock_alone(at, zone))


def clock_alone(at: datetime, zone: ZoneInfo) -> Html:
    """The local time of day in digits."""
    return Html(f"{at.astimezone(zone):%H:%M}")


def time_ago(at: datetime, now: datetime, t: Phrases) -> Html:
    """How long ago a moment was, approximately; *just now* for the last two minutes."""
    passed = now - at
    return t("ago-now") if passed < _JUST_NOW else t("ago", duration=duration(passed, t))


def timed(at: datetime, words: Html) -> Html:
    """The words of a moment, of which the app knows the moment: it shows it in the reader's zone when tapped. Without a
    format, so that the words stay in the language of the text."""
    return Html(f'<tg-time unix="{int(at.timestamp())}">{words}</tg-time>')


def day(at: datetime, t: Phrases, zone: ZoneInfo) -> str:
    """The local date in words, with its year."""
    local = at.astimezone(zone)
    return t.plain("day", day=str(local.day), month=t.plain(f"month-{local.month}"), year=str(local.year))
