"""Opening hours (openingstijden) of a shop: read as people type them, and when it is open, closes and opens again.

Times are those of the clock on the wall. An interval may pass midnight: it belongs to the day on which it begins.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from zoneinfo import ZoneInfo

from alerts.errors import InvalidText

DAY = 24 * 60  # minutes
LENGTH = 200  # characters of a typed text: a line for each day
MOST_A_DAY = 4  # intervals
NOON_SHIFT = 14 * 60  # ours: where no hours are known the late shift begins at 14:00
_LOOKED_AHEAD = 15  # days; longer than any row of public holidays

Interval = tuple[int, int]  # minutes after midnight of its day; the end may lie beyond midnight
Closed = Callable[[date], bool]


class Shift(StrEnum):
    """The shifts of a shop's day: its first and its second half."""

    EARLY = "early"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """The intervals of each day of the week, Monday first, in order; a day without any is closed."""

    week: tuple[tuple[Interval, ...], ...]

    def __str__(self) -> str:
        """The text in which it is stored: `540-1080|...`, a field a day, minutes after midnight."""
        return "|".join(",".join(f"{opens}-{closes}" for opens, closes in day) for day in self.week)

    @staticmethod
    def stored(text: str) -> "OpeningHours":
        """Return what `str` wrote."""
        pairs = [[one.split("-") for one in day.split(",") if one] for day in text.split("|")]
        return OpeningHours(tuple(tuple((int(opens), int(closes)) for opens, closes in day) for day in pairs))

    def is_open(self, at: datetime, zone: ZoneInfo, is_closed: Closed) -> bool:
        """Whether the shop is open then; `is_closed` tells the days on which it is not, such as public holidays."""
        return self.closes_at(at, zone, is_closed) is not None

    def closes_at(self, at: datetime, zone: ZoneInfo, is_closed: Closed) -> datetime | None:
        """Return when it closes next; None while it is closed."""
        today = at.astimezone(zone).date()
        found = self._intervals((today - timedelta(days=1), today), zone, is_closed)
        return max((closes for opens, closes in found if opens <= at < closes), default=None)

    def opens_at(self, at: datetime, zone: ZoneInfo, is_closed: Closed) -> datetime | None:
        """Return when it opens next, or `at` while it is open; None where it does not within two weeks."""
        if self.is_open(at, zone, is_closed):
            return at
        today = at.astimezone(zone).date()
        days = (today + timedelta(days=ahead) for ahead in range(_LOOKED_AHEAD))
        return min((opens for opens, _ in self._intervals(days, zone, is_closed) if opens > at), default=None)

    def _intervals(
        self, days: Iterable[date], zone: ZoneInfo, is_closed: Closed
    ) -> Iterable[tuple[datetime, datetime]]:
        for day in days:
            if not is_closed(day):
                for opens, closes in self.week[day.weekday()]:
                    yield _moment(day, opens, zone), _moment(day, closes, zone)

    def middle_of(self, day: date) -> int:
        """Return where the late shift of a day begins, in minutes after midnight."""
        hours = self.week[day.weekday()]
        return (hours[0][0] + hours[-1][1]) // 2 if hours else NOON_SHIFT


def shift_at(at: datetime, zone: ZoneInfo, hours: OpeningHours | None) -> tuple[date, Shift]:
    """Return the day and the shift in which a moment lies; what passes midnight belongs to the day before."""
    local = at.astimezone(zone)
    day, minutes = local.date(), local.hour * 60 + local.minute
    before = day - timedelta(days=1)
    if hours is not None and any(closes - DAY > minutes for _, closes in hours.week[before.weekday()]):
        return before, Shift.LATE
    late = NOON_SHIFT if hours is None else hours.middle_of(day)
    return day, Shift.LATE if minutes >= late else Shift.EARLY


def _moment(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    whole = day + timedelta(days=minutes // DAY)
    return datetime.combine(whole, time(minutes % DAY // 60, minutes % 60), zone)


# Reading what people type.

_DAYS = (
    ("ma", "maandag", "maandags", "mon", "monday", "mondays"),
    ("di", "dinsdag", "dinsdags", "tue", "tues", "tuesday", "tuesdays"),
    ("wo", "woe", "woensdag", "woensdags", "wed", "wednesday", "wednesdays"),
    ("do", "don", "donderdag", "donderdags", "thu", "thur", "thurs", "thursday", "thursdays", "koopavond"),
    ("vr", "vrij", "vrijdag", "vrijdags", "fri", "friday", "fridays"),
    ("za", "zat", "zaterdag", "zaterdags", "sat", "saturday", "saturdays"),
    ("zo", "zon", "zondag", "zondags", "sun", "sunday", "sundays"),
)
_DAY = {word: day for day, words in enumerate(_DAYS) for word in words}
_GROUPS = {
    **dict.fromkeys(("dagelijks", "daily", "everyday", "alledagen"), tuple(range(7))),
    **dict.fromkeys(("doordeweeks", "werkdagen", "weekdays"), tuple(range(5))),
    **dict.fromkeys(("weekend", "weekends"), (5, 6)),
}
_CLOSED = ("dicht", "gesloten", "closed")
_UNTIL = ("tot", "until", "till", "to")
_FILL = (
    "en",
    "and",
    "van",
    "from",
    "open",
    "uur",
    "uren",
    "u",
    "h",
    "hour",
    "hours",
    "is",
    "op",
    "on",
    "om",
    "at",
    "in",
    "het",
    "the",
    "ook",
)
_PHRASES = (
    (re.compile(r"\bt\s*/\s*m\b|\btot en met\b|\bt\.?e\.?m\.?\b|\bthrough\b|\bthru\b"), " - "),
    (re.compile(r"\b(?:24\s*/\s*7|dag en nacht|day and night)\b"), " dagelijks 0-24 "),
    (re.compile(r"\b24 (?:uur|hours)(?: per dag| a day)?\b"), " 0-24 "),
    (re.compile(r"\b(?:elke|iedere|every|alle) (?:dag|dagen|day)\b"), " dagelijks "),
    (re.compile(r"[‐-―−]"), "-"),
)
_TOKEN = re.compile(
    r"(?P<time>(?P<hour>[0-9]{1,2})(?:[:.hu](?P<minute>[0-9]{2}))?\s*(?P<half>am|pm)?(?![0-9]))"
    r"|(?P<word>[a-z]+)\.?|(?P<range>-)|(?P<end>[,;&+/\n:.()])|\s+"
)


def read_hours(text: str) -> OpeningHours:
    """Return the hours that somebody typed, such as `ma-za 9-18, do tot 21`; a later part counts for its days instead
    of an earlier one, and a part without days for every day.

    Raises InvalidText with the part that was not understood.
    """
    if not text.strip() or len(text) > LENGTH:
        raise InvalidText("hours", part=text[:LENGTH].strip())
    reader = _Reader()
    for token in _tokens(text):
        reader.take(token)
    reader.end_part()
    if not any(reader.week):
        raise InvalidText("hours-none")
    return OpeningHours(tuple(tuple(day) for day in reader.week))


def _tokens(text: str) -> Iterable[re.Match[str]]:
    said = text.casefold()
    for pattern, instead in _PHRASES:
        said = pattern.sub(instead, said)
    at = 0
    while at < len(said):
        token = _TOKEN.match(said, at)
        if token is None:
            raise InvalidText("hours", part=said[at:].strip())
        yield token
        at = token.end()


class _Reader:
    """Collects the days and times of a part of the text, and writes them down when the next part begins."""

    def __init__(self) -> None:
        self.week: list[list[Interval]] = [[] for _ in range(7)]
        self._days: list[int] = []
        self._times: list[int] = []
        self._spans: list[Interval] = []
        self._until: int | None = None
        self._is_closed = self._is_range = self._is_until = False

    def take(self, token: re.Match[str]) -> None:
        """Take the next token. Raises InvalidText."""
        if token["time"]:
            self._take_time(_minutes(token), token["time"])
        elif token["range"]:
            self._is_range = True
        elif token["word"]:
            self._take_word(token["word"])

    def _take_word(self, word: str) -> None:
        if word in _DAY or word in _GROUPS:
            self._take_days(word)
        elif word in _CLOSED:
            self._is_closed = True
        elif word in _UNTIL:
            if self._days and not (self._spans or self._times):
                self._is_until = True
            self._is_range = True
        elif word not in _FILL:
            raise InvalidText("hours", part=word)

    def _take_days(self, word: str) -> None:
        if self._is_range and self._is_until:  # ma tot vr
            self._is_until = False
        if self._spans or self._is_closed or self._until is not None or self._times:
            self.end_part()
        if word in _GROUPS:
            self._days += _GROUPS[word]
        elif self._is_range and self._days:
            first = self._days[-1]
            self._days += [(first + step) % 7 for step in range(1, (_DAY[word] - first) % 7 + 1)]
        else:
            self._days.append(_DAY[word])
        self._is_range = False

    def _take_time(self, minutes: int, said: str) -> None:
        if self._is_until:
            self._until, self._is_until, self._is_range = minutes, False, False
        elif self._times and self._is_range:
            opens = self._times.pop()
            self._spans.append((opens, minutes if minutes > opens else minutes + DAY))
            self._is_range = False
        elif self._times:
            raise InvalidText("hours", part=said.strip())
        else:
            self._times.append(minutes)

    def end_part(self) -> None:
        """Write down what was said of some days. Raises InvalidText when that is no whole part."""
        if (
            self._times
            or self._is_until
            or (self._days and not (self._spans or self._is_closed or self._until is not None))
        ):
            raise InvalidText("hours-unfinished")
        if self._until is not None and any(not self.week[day] for day in self._days):
            raise InvalidText("hours-until")
        for day in self._days or range(7):
            if self._is_closed:
                self.week[day] = []
            elif self._until is not None:
                opens = self.week[day][-1][0]
                self.week[day][-1] = (opens, self._until if self._until > opens else self._until + DAY)
            elif self._spans:
                self.week[day] = self._in_order(self._spans)
        self._days, self._spans, self._until, self._is_closed = [], [], None, False

    @staticmethod
    def _in_order(spans: list[Interval]) -> list[Interval]:
        ordered = sorted(spans)
        overlaps = any(later[0] < earlier[1] for earlier, later in pairwise(ordered))
        if overlaps or len(ordered) > MOST_A_DAY:
            raise InvalidText("hours-overlap")
        return ordered


def _minutes(token: re.Match[str]) -> int:
    hour, minute = int(token["hour"]), int(token["minute"] or 0)
    if token["half"]:
        hour = hour % 12 + (12 if token["half"] == "pm" else 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        raise InvalidText("hours", part=token["time"].strip())
    return hour * 60 + minute
