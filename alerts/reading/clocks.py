"""Times of the clock in a sentence: `20.45`, `half zes`, `tien voor half negen`, `5pm`, `half past five`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from alerts.reading.numbers import AROUND, WORD, value_of


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of the clock with its span. `is_whole_day`: it is written so that no other half of the day is meant."""

    hour: int
    minute: int
    start: int
    end: int
    is_whole_day: bool = False
    is_afternoon: bool | None = None


_N = rf"(\d{{1,2}}|{WORD}|{'|'.join(AROUND)})"
_BEFORE = (
    r"(?:om|rond|rondom|omstreeks|tegen|vanaf|sinds|klokslag|stipt|precies|exact|exactly"
    r"|at|around|about|since|circa|ca\.?|±|~|ongeveer|iets "
    r"na|vlak na|kort na|tussen|between|zegt|zei|says|said|omtrent|omstr\.?|ong\.?|plm\.?|plusminus|zowat|pal|by|"
    r"shortly "
    r"after|shortly before|tijdstip:?|tijd:?|time:?|even voor|iets over|a little after|a bit after|a little before"
    r"|even na|net na|iets voor|vlak voor|kort voor|net voor|just after|just before|after|approx\.?|approximately)"
)
_DAY_WORD = (
    r"(?:gisteren|vandaag|eergisteren|vanavond|vanmiddag|vanochtend|vanmorgen|vannacht|gisteravond|gistermiddag"
    r"|gisterochtend|gisterenavond|gisterenmiddag|gisterenochtend|gistermorgen|yesterday|today|tonight"
    r"|[a-z]{2,6}dag(?:avond|middag|ochtend|morgen)?)"
)
_HALF_OF_DAY = r"(?: ?(a\.?m\b\.?|p\.?m\b\.?))?"
_NO_QUANTITY = r"(?! ?(?:m\b|meter|cm|euro|kg|kilo|jaar|procent|%|km|x\b))"

_DIGITAL = re.compile(
    rf"(?<![\d.,:/-])([01]?\d|2[0-4]) ?[.:uh] ?([0-5]\d)(?![\d/-]|[.,:]\d){_HALF_OF_DAY}{_NO_QUANTITY}"
)
_RUN_TOGETHER = re.compile(
    r"(?<![\w.,:€/-])((?:[01]\d|2[0-3]))([0-5]\d)(?= ?(?:uur|u\b|h\b|hrs|hours))"
    r"|\b(?:om|rond|omstreeks|klokslag|tijdstip:?|tijd:?|at|around) ((?:[01]\d|2[0-3]))([0-5]\d)\b"
    r"(?! ?(?:euro|eur|stuks|meter|[a-z]{2}\b))"
)
_HOUR_AND_MINUTES = re.compile(
    r"(?<![\d.,:/-])\b([01]?\d|2[0-4]) ?(?:uur|u|hours) ([0-5]\d)\b(?! ?(?:min|sec|euro|m\b))"
)
_HALF_DUTCH = re.compile(
    rf"\b(?:({_N[1:-1]}) (?:minuten |min )?(voor|over|na) )?half[ -]?{_N}\b(?! ?(?:uur|minuten|min\b|meter|jaar))"
)
_PAST_DUTCH = re.compile(
    rf"\b(?!(?:een|1) voor (?:een|1)\b)"
    rf"(kwart|kwartier|{_N[1:-1]})(?: minuten| minuutjes| min| m)? (voor|over|na) {_N}\b"
    rf"(?! ?(?:man\b|mannen|mensen|personen|jongens|keer|minu|euro|eur\b|dagen|weken|uur lang|stuks|pakjes|flessen|%))"
)
_PAST_ENGLISH = re.compile(
    rf"\b(half|(?:a )?quarter|{_N[1:-1]})(?: minutes)? (past|to|after|before|til|till) {_N}\b{_HALF_OF_DAY}"
    r"(?! ?(?:men|people|minutes|mins|guys|persons|hours|days|weeks|euros?|times|phones|boys|lads|youths|girls|women|"
    r"metres|meters|bottles|packs|years|customers|staff|seconds|of them|others)\b)"
)
_HALF_ENGLISH = re.compile(r"\b(?:at|about|by|since|just after|just before|from) $")
_HALF_OF_DAY_SAID = re.compile(r"(?<![\d.,:])(\d{1,2}) ?(a\.?m\b\.?|p\.?m\b\.?)")
_O_CLOCK = re.compile(rf"\b{_N} ?(?:o'? ?clock)\b")
_HOUR_BEHIND = (
    r"(?= ?(?:uur|u|h|hrs)\b|\s*(?:$|[.,;:!?)(-])| (?:vanavond|vanmiddag|vanochtend|vanmorgen|vannacht|"
    r"gisteren|'s|snachts|savonds"
    r"|smiddags|sochtends|smorgens|in the|this|last|yesterday|gisteravond|gistermiddag|today|tonight|at night|"
    r"kwam|kwamen|stond|stonden|was"
    r"|is|heeft|hebben|werd|er|een|twee|a|two|de|het|we|ik|hij|ze|they|he|she|on|vandaag|liep|liepen|"
    r"reed|drie|three|stormden|overvallen"
    r"|beroofd|robbed|en|and|bij|in de|at the)\b)"
)
_NOT_AN_HOUR = (
    r"(?! ?(?:uur|u|h|hrs)? ?(?:minuten|min\b|meter|m\b|keer|x\b|man\b|mannen|personen|jongens|gasten|"
    r"people|men\b|guys|times|jaar"
    r"|euro|dagen|weken|km|lang\b|geleden|ago|hours|minutes|meters|metres|days|weeks|years|klanten|"
    r"customers|kwart|half|per dag|per|a day|per day|voor (?:\d|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|"
    r"twaalf|half|de helft)\b"
    r"|over\b|past|to\b|of the|shops|winkels|zaken|van de|terug|later))"
)
_HOUR_DUTCH = re.compile(
    rf"\b(?:{_BEFORE} (?:de klok van |(?:een |n )?uur of )?{_N}{_HOUR_BEHIND}|{_DAY_WORD} (?:om |rond "
    rf")?{_N} ?(?:uur|u|h)\b"
    rf"|{_N} ?(?:uur|u) (?='?s ?(?:nachts|avonds|middags|ochtends|morgens)))(?: ?(?:uur|u|h|"
    rf"hrs)\b)?{_NOT_AN_HOUR}(?! ?[.:] ?\d)"
)
_HOUR_ALONE = re.compile(
    r"(?<![\d.,:-])(1[3-9]|2[0-3]) ?(?:uur|u|hour)\b(?! ?(?:lang|geleden|per|open|dicht|a day|later|eerder|non-?stop|"
    r"achter|achtereen))"
)
_DIGIT = re.compile(r"\d")
_FOUR_DIGITS = re.compile(r"\d{4}")
_DIGIT_BEHIND_HOUR = re.compile(r"(?:u|r|s) \d\d")
_TO_ENGLISH = re.compile(r" (?:past|to|after|before|till?) ")
_TO_DUTCH = re.compile(r" (?:voor|over|na) ")
_NOON = re.compile(r"\b(middernacht|midnight|noon|midday|middaguur)\b")


def clock_times(small: str) -> Iterator[ClockTime]:
    """Yield the times in a plain text in small letters, in no order; none overlaps another."""
    taken: set[int] = set()
    for time in _all(small):
        signs = range(time.start, time.end)
        if 0 <= time.hour <= 24 and taken.isdisjoint(signs):
            taken.update(signs)
            yield time


def _all(small: str) -> Iterator[ClockTime]:
    """Yield the times; a search is left out where a word that all its times have is absent."""
    if _DIGIT.search(small):
        yield from _in_digits(small)
    if _TO_ENGLISH.search(small):
        yield from _past_english(small)
    if "half" in small:
        for match in _HALF_DUTCH.finditer(small):
            minutes = value_of(match[1]) if match[1] else 0
            if not match[1] and _HALF_ENGLISH.search(small, max(0, match.start() - 12), match.start()):
                minutes = 60  # half past
            yield _shifted(match, value_of(match[3]), -30 + (-minutes if match[2] == "voor" else minutes))
    if _TO_DUTCH.search(small):
        for match in _PAST_DUTCH.finditer(small):
            minutes = 15 if match[1].startswith("kwart") else value_of(match[1])
            yield _shifted(match, value_of(match[3]), -minutes if match[2] == "voor" else minutes)
    for match in _HALF_OF_DAY_SAID.finditer(small):
        yield _time(match, int(match[1]), 0, said=match[2])
    for pattern in (_O_CLOCK, _HOUR_DUTCH) if "clock" in small else (_HOUR_DUTCH,):
        for match in pattern.finditer(small):
            hour = value_of(next(group for group in match.groups() if group))
            if 1 <= hour <= 24:
                yield _time(match, hour, 0, is_whole_day=hour > 12)
    for match in _HOUR_ALONE.finditer(small):
        yield _time(match, int(match[1]), 0, is_whole_day=True)
    for match in _NOON.finditer(small):
        yield _time(match, 0 if match[1] in ("middernacht", "midnight") else 12, 0, is_whole_day=True)


def _in_digits(small: str) -> Iterator[ClockTime]:
    for match in _DIGITAL.finditer(small):
        hour = int(match[1])
        is_whole = hour > 12 or match[1].startswith("0")
        yield _time(match, hour, int(match[2]), said=match[3], is_whole_day=is_whole)
    for match in _RUN_TOGETHER.finditer(small) if _FOUR_DIGITS.search(small) else ():
        yield _time(match, int(match[1] or match[3]), int(match[2] or match[4]), is_whole_day=True)
    for match in _HOUR_AND_MINUTES.finditer(small) if _DIGIT_BEHIND_HOUR.search(small) else ():
        hour = int(match[1])
        yield _time(match, hour, int(match[2]), is_whole_day=hour > 12 or match[1].startswith("0"))


def _past_english(small: str) -> Iterator[ClockTime]:
    for match in _PAST_ENGLISH.finditer(small):
        minutes = {"half": 30, "quarter": 15, "a quarter": 15}.get(match[1]) or value_of(match[1])
        later = match[2] in ("past", "after")
        yield _shifted(match, value_of(match[3]), minutes if later else -minutes, said=match[4])


def _shifted(match: re.Match[str], hour: int, minutes: int, said: str | None = None) -> ClockTime:
    if not 1 <= hour <= 24 or abs(minutes) > 59:
        return _time(match, -1, 0)
    hours, minute = divmod(hour * 60 + minutes, 60)
    return _time(match, hours, minute, said=said, is_whole_day=hours > 12)


def _time(
    match: re.Match[str], hour: int, minute: int, *, said: str | None = None, is_whole_day: bool = False
) -> ClockTime:
    is_afternoon = None if said is None else said.startswith("p")
    return ClockTime(hour, minute, *match.span(), is_whole_day=is_whole_day, is_afternoon=is_afternoon)
