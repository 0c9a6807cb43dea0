"""Days and parts of a day in a sentence: `gisteravond`, `vanmorgen`, `maandag`, `12 november`, `'s avonds`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from alerts.reading.numbers import WORD, value_of


class DayPart(StrEnum):
    """A part of the day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"
    LAST_NIGHT = "last_night"


@dataclass(frozen=True, slots=True)
class DayMention:
    """A day, a part of the day, or both, with the span. `day` is None for a part of no day in particular (`'s avonds`).

    `is_open`: the day is the latest of its kind, a week earlier if it lies after now (a weekday).
    """

    day: date | None
    part: DayPart | None
    start: int
    end: int
    is_open: bool = False


WEEKDAYS = {
    name: number
    for names in (
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        "monday tuesday wednesday thursday friday saturday sunday",
    )
    for number, name in enumerate(names.split())
}
MONTHS = {
    name: number
    for names in (
        "januari februari maart april mei juni juli augustus september oktober november december",
        "january february march april may june july august september october november december",
        "jan feb mrt apr mei jun jul aug sep okt nov dec",
        "jan feb mar apr may jun jul aug sept oct nov dec",
    )
    for number, name in enumerate(names.split(), start=1)
}
_PARTS = {
    "ochtend": DayPart.MORNING,
    "ochtends": DayPart.MORNING,
    "morgen": DayPart.MORNING,
    "morgens": DayPart.MORNING,
    "morning": DayPart.MORNING,
    "middag": DayPart.AFTERNOON,
    "middags": DayPart.AFTERNOON,
    "afternoon": DayPart.AFTERNOON,
    "avond": DayPart.EVENING,
    "avonds": DayPart.EVENING,
    "evening": DayPart.EVENING,
    "nacht": DayPart.NIGHT,
    "nachts": DayPart.NIGHT,
    "night": DayPart.NIGHT,
}
_MISSPELT = {"acht": "nacht", "ochtent": "ochtend", "avont": "avond", "middg": "middag", "midag": "middag"}
_DAY = "|".join(WEEKDAYS)
_PART = "|".join(sorted(_PARTS, key=len, reverse=True))
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_N = rf"(\d{{1,2}}|{WORD})"
_IN_PART = rf"(?:(?:,? ?(?:in|in de|in the|aan het (?:begin|eind|einde) van de|'?s) )?[ ]?'?s? ?({_PART})\b)?"

_THIS = re.compile(
    r"\bvan ?n?(ochtend|morgen|middag|avond|nacht|acht|ochtent|avont|middg|midag)\b|\bthis (morning|afternoon|"
    r"evening)\b|\b(tonight)\b"
)
_THIS_NIGHT = re.compile(
    r"\b(?:afgelopen|vorige|deze|voorbije|verleden) (nacht|avond)\b|\blast (night|evening)\b|\bovernight\b"
    r"|\b(?:midden in de|in de loop van de|during the|in the middle of the|middle of the|in the dead of) (?:nacht|"
    r"night)\b"
)
_NIGHT_BETWEEN = re.compile(
    rf"\b(?:nacht|night) (?:van|of|from) (?:{'|'.join(WEEKDAYS)}) (?:op|to|into|on|-|/) ({'|'.join(WEEKDAYS)})\b"
)
_LAST_NIGHT = re.compile(r"\bgister(?:en)?nacht\b")
_RELATIVE = re.compile(
    r"\b(eergisteren|eergister|gisteren|gister|gistern|gisteen|gisterne|vandaag|vandaaag|vndg|the day before yesterday|"
    r"yesterday|yesteday|yestrday|today)"
    rf"(?:(?: in de| in the)? ?'?s? ?({_PART}))?\b"
)
_WEEKDAY = re.compile(
    rf"\b((?:afgelopen|vorige|laatste|last|past|previous) )?((?:vorige week|last week) )?({_DAY})"
    rf"(?:(?: in de| in the)? ?'?s? ?({_PART}))?( (?:van )?(?:vorige week|last week))?\b"
)
_DATE = re.compile(rf"(?<![\d.,:])(\d{{1,2}})(?:e|de|ste|st|nd|rd|th)? (?:of )?({_MONTH})\b\.?(?: (20\d\d))?")
_DATE_ENGLISH = re.compile(rf"\b({_MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?\b(?! ?[.:]\d)")
_DATE_DIGITS = re.compile(r"(?<![\d.,:/-])(\d{1,2})([-/])(\d{1,2})(?:\2(20\d\d|\d\d))?(?![\d/-]|[.:]\d)(?<!24/7)")
_DAYS_AGO = re.compile(
    rf"\b(?:{_N} (?:dagen|dag|days|day)|(een|a|1|{WORD}|\d) (week|weken|weeks)) (?:geleden|terug|ago|back)\b"
)
_OF_NO_DAY = re.compile(
    rf"(?:'s |\bs(?=avonds|nachts|middags|morgens|ochtends)|\bin de |\bin the |\bs |\bat )({_PART})\b(?! "
    rf"(?:winkel|shop))|\b(?:elke|iedere|every) ({_PART})\b"
)


_DIGIT = re.compile(r"\d")


def day_mentions(small: str, today: date) -> Iterator[DayMention]:
    """Yield the days and parts of a day that a plain text in small letters names; none overlaps another."""
    taken: set[int] = set()
    for mention in _all(small, today):
        signs = range(mention.start, mention.end)
        if taken.isdisjoint(signs):
            taken.update(signs)
            yield mention


def _all(small: str, today: date) -> Iterator[DayMention]:
    for match in _THIS.finditer(small):
        word = match[1] or match[2] or ""
        part = _PARTS.get(_MISSPELT.get(word, word), DayPart.EVENING)
        yield DayMention(today, part, *match.span())
    for match in _THIS_NIGHT.finditer(small):
        part = _PARTS.get(match[1] or "", DayPart.EVENING if match[2] == "evening" else DayPart.LAST_NIGHT)
        yield DayMention(today - timedelta(part is DayPart.EVENING), part, *match.span())
    for match in _NIGHT_BETWEEN.finditer(small):
        back = (today.weekday() - WEEKDAYS[match[1]]) % 7
        yield DayMention(today - timedelta(back), DayPart.NIGHT, *match.span(), is_open=True)
    for match in _LAST_NIGHT.finditer(small):
        yield DayMention(today, DayPart.LAST_NIGHT, *match.span())
    for match in _RELATIVE.finditer(small):
        yield DayMention(today - timedelta(_days_back(match[1])), _PARTS.get(match[2] or ""), *match.span())
    for match in _DAYS_AGO.finditer(small):
        days = 7 * (value_of(match[2]) or 1) if match[3] else value_of(match[1])
        yield DayMention(today - timedelta(days), None, *match.span())
    if _DIGIT.search(small):
        yield from _dates(small, today)
    for match in _WEEKDAY.finditer(small):
        yield _weekday(match, today)
    for match in _OF_NO_DAY.finditer(small):
        yield DayMention(None, _PARTS[match[1] or match[2]], *match.span())


def _days_back(word: str) -> int:
    if word in ("eergisteren", "eergister", "the day before yesterday"):
        return 2
    return 0 if word in ("vandaag", "vandaaag", "vndg", "today") else 1


def _weekday(match: re.Match[str], today: date) -> DayMention:
    last, before, name, part, behind = match.groups()
    number = WEEKDAYS[name]
    if before or behind:
        day = today - timedelta(today.weekday() + 7 - number)
        return DayMention(day, _PARTS.get(part or ""), *match.span())
    back = (today.weekday() - number) % 7
    if last and back == 0:
        back = 7
    return DayMention(today - timedelta(back), _PARTS.get(part or ""), *match.span(), is_open=not last)


def _dates(small: str, today: date) -> Iterator[DayMention]:
    for day, month, year, span in written_dates(small):
        if told := _date(day, month, year, today):
            yield DayMention(told, None, *span)


def written_dates(small: str) -> Iterator[tuple[int, int, str | None, tuple[int, int]]]:
    """Yield the dates in a plain text in small letters as they are written: day, month, the year if one is told, and
    the span. They may be days that no calendar has."""
    for match in _DATE.finditer(small):
        yield int(match[1]), MONTHS[match[2]], match[3], match.span()
    for match in _DATE_ENGLISH.finditer(small):
        yield int(match[2]), MONTHS[match[1]], None, match.span()
    for match in _DATE_DIGITS.finditer(small):
        yield int(match[1]), int(match[3]), match[4], match.span()


def _date(day: int, month: int, year: str | None, today: date) -> date | None:
    """Return the date; without a year the latest such day that is not after today."""
    try:
        if year:
            return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
        told = date(today.year, month, day)
        return told if told <= today else told.replace(year=today.year - 1)
    except ValueError:
        return None
