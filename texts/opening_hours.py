"""Opening hours in words: days that are alike together, a line each."""

from collections.abc import Iterator
from itertools import groupby

from alerts.opening_hours import DAY, Interval, OpeningHours
from alerts.premises import Premises
from texts.html import Html, lines
from texts.phrases import Phrases


def shop_hours(shop: Premises, t: Phrases) -> Html:
    """Say when a shop is open, and whether on public holidays too; nothing where that is not known."""
    if shop.hours is None:
        return Html("")
    return lines(hours_lines(shop.hours, t), t("hours-open-then" if shop.opens_on_holidays else "hours-closed-then"))


def hours_lines(hours: OpeningHours, t: Phrases) -> Html:
    """Write the hours of a week, such as `ma-wo 9:00-18:00`."""
    return lines(*_rows(hours, t))


def _rows(hours: OpeningHours, t: Phrases) -> Iterator[Html]:
    for intervals, days in groupby(range(7), key=lambda day: hours.week[day]):
        first, *rest = days
        named = t.plain(f"roster-weekday-{first}")
        if rest:
            named = t.plain("hours-days", first=named, last=t.plain(f"roster-weekday-{rest[-1]}"))
        told = ", ".join(_interval(one, t) for one in intervals) or t.plain("hours-closed")
        yield t("hours-row", days=named, times=told)


def _interval(interval: Interval, t: Phrases) -> str:
    opens, closes = interval
    if interval == (0, DAY):
        return t.plain("hours-all-day")
    return t.plain("hours-times", opens=_clock(opens), closes=_clock(closes))


def _clock(minutes: int) -> str:
    hour, minute = divmod(minutes, 60)
    return f"{hour if hour <= 24 else hour - 24}:{minute:02}"
