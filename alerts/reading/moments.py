"""When it happened: one moment, from days, parts of the day, times of the clock and times ago."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from alerts.reading.clocks import ClockTime, clock_times
from alerts.reading.days import DayMention, DayPart, day_mentions
from alerts.reading.numbers import WORD, value_of
from alerts.reading.other_times import days_of_other_times, is_again, is_of_aftermath, is_of_helpers, is_other_time
from alerts.time_of_day import TimeOfDay

_OPENS, _CLOSES = 7, 23  # opening hours: within them a time of the clock that may be either half of the day is meant
_OF_PART = {
    DayPart.MORNING: 9,
    DayPart.AFTERNOON: 15,
    DayPart.EVENING: 20,
    DayPart.NIGHT: 3,
    DayPart.LAST_NIGHT: 3,
}
_HOURS = {
    DayPart.MORNING: range(1, 13),
    DayPart.AFTERNOON: range(12, 19),
    DayPart.EVENING: range(17, 25),
    DayPart.NIGHT: range(8),
    DayPart.LAST_NIGHT: (*range(17, 24), *range(7)),
}
_TOLD_AS = {
    None: TimeOfDay.DAY,
    DayPart.MORNING: TimeOfDay.MORNING,
    DayPart.AFTERNOON: TimeOfDay.AFTERNOON,
    DayPart.EVENING: TimeOfDay.EVENING,
    DayPart.NIGHT: TimeOfDay.NIGHT,
    DayPart.LAST_NIGHT: TimeOfDay.NIGHT,
}
_EVENING = 17
_OF_NIGHT = (DayPart.NIGHT, DayPart.LAST_NIGHT)
_A_LITTLE = timedelta(minutes=10)  # by which a rounded time may lie after now
_NEAR = timedelta(hours=3)  # within which *net* and a time of the clock are the same moment
_SAME = timedelta(minutes=10)
_LONGEST_DIGITS = 6  # signs of a time in digits; a longer one is in words

_N = rf"(\d{{1,3}}|{WORD})"
_AGO = re.compile(
    rf"\b(?:(?P<half>(?:een |n |an |a |'n )?half(?:een)? ?(?:uur(?:tje)?|an hour|hour)|(?:an? )?half(?: an)? hour)"
    rf"|(?P<anderhalf>(?:een )?anderhalf uur(?:tje)?|1[.,]5 ?(?:uur|u|hours?|hrs?)|an hour and a half|one and a half "
    rf"hours?)"
    rf"|(?:(?P<quarters>{WORD}|\d) )?(?:een |n )?(?P<quarter>kwartier(?:tje)?)|(?P<quarter_en>(?:a )?quarter "
    rf"of an hour)"
    rf"|(?:minuut of |minuutje of |min of )(?P<about>\d{{1,2}}|{WORD})|(?P<minutes>\d{{1,3}}|{WORD}) ?(?:minuten|"
    rf"minuut|"
    rf"minuutjes|minutes|minute|mins|min|m)\b\.?"
    rf"|(?P<minute>een minuut|a minute|minuutje)"
    rf"|(?P<hours>\d{{1,2}}|{WORD}|an) ?(?:uur(?:tje)?|uurtjes|hours|hour|hrs|hr|u|h)|(?P<hour>uurtje|uur))"
    rf" ?(?:geleden|gelden|geldeen|gleden|geleeden|trug|ago|(?:terug|back)(?! (?:kon|kom|komt|komen|kwam|te|zou|wil|"
    rf"wilde|gaan|"
    rf"ging|brengen|breng|mocht|in de|moest|moet)\b))\b"
)
_AGO_END = re.compile(r"ge?leden|geleeden|geld(?:en|een)|te?rug|ago|back")
_NOW = re.compile(
    r"\b(?:zojuist|zonet|daarnet|daarjuist|net nog|just now|a sec ago|a second ago|a minute ago|only just|"
    r"tellen geleden|seconden geleden|zo net|zo juist|daar net|daar juist|net pas|nu net|zojuis|zojust|moments ago|"
    r"a moment ago|seconds ago|just happened)\b"
)
# What goes on now: it may go on since the time that is told beside it.
_GOES_ON = re.compile(
    r"\b(?:op dit moment|momenteel|right now|currently|at the moment|at this moment|at this very moment|nu bezig|"
    r"nu gaande|is bezig|happening now|as we speak)\b"
)
_NET = re.compile(
    r"\bnet\b(?! (?:als|alsof|of|zo|zoals|hetzelfde|het|de|geen|wat|klaar|begonnen|bezig|goed|thuis|voor|na|buiten|"
    r"binnen|niet|op tijd|genoeg|boven|onder|naast|op slot|iets|uit(?= ?[,.;])|verzorgd|gekleed|"
    r"even|over|gekleed|te"
    r"|geklede|echt|een echte|wegduiken|toen|om de hoek|aan|die|dat|wel|gesloten|geopend|wilde|wilden|wou|"
    r"dicht|open)\b)"
    r"|\bnet (?:voor de deur|een|op|binnen|aan de deur|even|iets|die|buiten|te|ff|geprobeerd|over)\b(?! "
    r"(?:als|tijd|slot|sluit|opening))"
)
_JUST = re.compile(
    r"(?<!he )(?<!she )\bjust (?!(?:shaken|scared|shocked|fine|ok|a|an|the|in|like|as|before|after|standing|wanted|"
    r"to|letting|for|so|looking|"
    r"watching|"
    r"want|some|one|two|"
    r"because|about|around|past|outside|drove|walked|need|don)\b)[a-z]+"
    r"|\bjust (?:walked|drove|a minute|looking|standing|watching|two|one)\b"
)
_NU = re.compile(
    r"(?<!en )(?<!tot )(?<!dus )(?<!pas )(?<!al )(?<!ook )(?<!van )\bnu\b"
    r"(?! (?:is|slaapt|weet|gebroken|moet|wil|durf|heeft|zit ik|ben|nog|maar|dan|werkt|zijn we|hebben|"
    r"we|slapen|ook|eindelijk)\b)|\bnu we gaan\b"
)
_NEARLY_NOW = re.compile(
    r"\b(?:(?:een )?(?:paar|enkele) (?:minuten|tellen|seconden)|a few (?:minutes|mins)|couple of minutes) "
    r"(?:geleden|terug|ago)\b"
)
_HOURS_OF_PART_WORDS = re.compile(
    r"\b(?:hedenochtend|hedenmorgen|hedenmiddag|hedenavond|deze ochtend|deze middag|deze avond|vmd|vm|nm)\b"
)
_PART_WORDS = {
    "hedenochtend": DayPart.MORNING,
    "hedenmorgen": DayPart.MORNING,
    "hedenmiddag": DayPart.AFTERNOON,
    "hedenavond": DayPart.EVENING,
    "deze ochtend": DayPart.MORNING,
    "deze middag": DayPart.AFTERNOON,
    "deze avond": DayPart.EVENING,
    "vmd": DayPart.AFTERNOON,
    "nm": DayPart.AFTERNOON,
    "vm": DayPart.MORNING,
}


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment and the spans it was read from. `time_of_day`: only a part of the day was told, for which `at`
    stands."""

    at: datetime
    spans: Sequence[tuple[int, int]]
    time_of_day: TimeOfDay | None = None


@dataclass(frozen=True, slots=True)
class _Mentions:
    clocks: Sequence[ClockTime]
    days: Sequence[DayMention]
    ago: Sequence[tuple[timedelta, int, int]]
    now: Sequence[tuple[int, int]]
    is_back: bool  # people who were told of before are there again now


def moment(small: str, now: datetime, zone: tzinfo) -> Moment | None:
    """Return when it happened, aware and in the zone; None when it is not said or two different moments are."""
    here = now.astimezone(zone)
    said = _mentions(small, here)
    told = list(_moments(said, here))
    if not told or any(abs(one.at - told[0].at) > _SAME for one in told):
        return None
    at = told[0].at
    if at > here + _A_LITTLE:
        return None
    time_of_day = told[0].time_of_day if len(told) == 1 else None
    return Moment(min(at, here), [span for one in told for span in one.spans], time_of_day)


def _mentions(small: str, here: datetime) -> _Mentions:
    today = here.date()
    ago = [(span, *match.span()) for match in _ago(small) if (span := _duration(match))]
    taken = {sign for _, start, end in ago for sign in range(start, end)}
    days = [one for one in [*day_mentions(small, today), *_part_words(small, today)] if _is_apart(one, taken)]
    other = days_of_other_times(small) if days else set()
    taken |= {sign for one in days if one.day and one.part is None for sign in range(one.start, one.end)}
    clocks = [one for one in clock_times(small) if _is_apart(one, taken) and not is_other_time(small, one)]
    days = [one for one in days if one.start not in other]
    is_told = bool(clocks or ago) or not all(_has_now(one, here) for one in days)
    going_on = list(_going_on(small))
    is_back = any(is_again(small, end) for _, end in going_on)
    now = [*_just_now(small), *(going_on if is_back or not is_told else ())]
    return _Mentions(clocks, days, ago, now, is_back)


def _just_now(small: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of *net* and the like."""
    for pattern in (_NOW, _NET, _JUST, _NEARLY_NOW):
        yield from (match.span() for match in pattern.finditer(small) if not is_of_helpers(small, match.start()))


def _going_on(small: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of *nu* and the like, where it is of what happened itself."""
    for pattern in (_GOES_ON, _NU):
        yield from (match.span() for match in pattern.finditer(small) if not is_of_aftermath(small, *match.span()))


def _has_now(one: DayMention, here: datetime) -> bool:
    """Whether this moment lies in the day and the part of it."""
    return one.day in (None, here.date()) and _covers(one.part, here)


def _covers(part: DayPart | None, here: datetime) -> bool:
    """Whether this moment lies in the part of the day; *last night* is over once it is evening again."""
    if part is DayPart.LAST_NIGHT and here.hour >= _EVENING:
        return False
    return part is None or here.hour in _HOURS[part]


def _ago(small: str) -> Iterator[re.Match[str]]:
    """Return the times ago; the search is left out where no word is that all of them end with."""
    return _AGO.finditer(small) if _AGO_END.search(small) else iter(())


def _is_apart(one: ClockTime | DayMention, taken: set[int]) -> bool:
    is_word = isinstance(one, ClockTime) and one.end - one.start > _LONGEST_DIGITS
    return is_word or taken.isdisjoint(range(one.start, one.end))


def _part_words(small: str, today: date) -> Iterator[DayMention]:
    for match in _HOURS_OF_PART_WORDS.finditer(small):
        yield DayMention(today, _PART_WORDS[match[0]], *match.span())


def _duration(match: re.Match[str]) -> timedelta | None:
    if match["half"]:
        return timedelta(minutes=30)
    if match["anderhalf"]:
        return timedelta(minutes=90)
    if match["quarter"] or match["quarter_en"]:
        return timedelta(minutes=15 * (value_of(match["quarters"]) if match["quarters"] else 1))
    if written := match["minutes"] or match["about"]:
        return timedelta(minutes=value_of(written))
    if match["minute"]:
        return timedelta(minutes=1)
    return timedelta(hours=1 if match["hour"] or match["hours"] == "an" else value_of(match["hours"]))


def _moments(said: _Mentions, here: datetime) -> Iterator[Moment]:
    """Yield the moments that are said: all of them should be the same."""
    for back, start, end in said.ago:
        yield Moment(here - back, [(start, end)])
    days = _days(said.days)
    if days is None:
        yield from (Moment(here + timedelta(days=back), ()) for back in (-1, -9))  # two days: no moment
        return
    day, part, is_open, spans = days
    clocks = _distinct(said.clocks)
    for clock in clocks:
        if (at := _at(clock, day, part, here, is_open=is_open)) is not None:
            yield Moment(at, [*spans, (clock.start, clock.end)])
    is_today = said.now and day == here.date() and (said.is_back or _covers(part, here))
    is_bare = part is None and (is_open or day == here.date())
    is_going_on = part is DayPart.LAST_NIGHT and here.hour in _HOURS[DayPart.NIGHT]  # or the evening before it
    if not (clocks or said.ago or is_today or is_bare or day is None or is_going_on):
        yield Moment(_of_day(day, part, here), spans, _TOLD_AS[part])
    if said.now and not said.ago and not any(_is_near(clock, day, part, here, is_open) for clock in clocks):
        yield Moment(here, said.now)


def _is_near(clock: ClockTime, day: date | None, part: DayPart | None, here: datetime, is_open: bool) -> bool:
    at = _at(clock, day, part, here, is_open=is_open)
    return at is not None and here - at < _NEAR


def _distinct(clocks: Sequence[ClockTime]) -> Sequence[ClockTime]:
    seen: dict[tuple[int, int], ClockTime] = {}
    for clock in clocks:
        seen.setdefault((clock.hour, clock.minute), clock)
    return list(seen.values())


def _days(
    mentions: Sequence[DayMention],
) -> tuple[date | None, DayPart | None, bool, Sequence[tuple[int, int]]] | None:
    """Return the one day and part of the day that are said; None when two different ones are."""
    days = {one.day for one in mentions if one.day is not None}
    dated = {one.part for one in mentions if one.part is not None and one.day is not None}
    parts = dated or {one.part for one in mentions if one.part is not None}
    if len(days) > 1 or len(parts) > 1:
        return None
    spans = [(one.start, one.end) for one in mentions]
    is_open = any(one.is_open for one in mentions)
    return next(iter(days), None), next(iter(parts), None), is_open, spans


def _of_day(day: date, part: DayPart | None, here: datetime) -> datetime:
    """Return the moment that stands for a day or a part of it; never one after now."""
    at = datetime.combine(day, time(12 if part is None else _OF_PART[part]), here.tzinfo)
    return min(at, here)


def _at(clock: ClockTime, day: date | None, part: DayPart | None, here: datetime, *, is_open: bool) -> datetime | None:
    """Return the moment of this time of the clock; None when two are as likely."""
    hours = _hours(clock, part, has_day=day is not None)
    if day is None:
        past = list(_past(clock, hours, part, here))
        recent = _past(clock, _both(clock), part, here) if len(hours) == 1 and not clock.is_whole_day else ()
        near = [at for at in recent if clock.is_afternoon is None and part is None and here - at <= _NEAR]
        return max(near or past, default=None)
    if len(hours) != 1:
        hours = [hour for hour in hours if _moment_of(day, hour, clock, part, here) <= here + _A_LITTLE]
        if len(hours) != 1:
            return None
    at = _moment_of(day, hours[0], clock, part, here)
    return at - timedelta(7) if is_open and at > here + _A_LITTLE else at


def _past(clock: ClockTime, hours: Sequence[int], part: DayPart | None, here: datetime) -> Iterator[datetime]:
    """Yield the moments of today and yesterday that a time of the clock can be, none of them after now."""
    for back in (0, 1):
        for hour in hours:
            at = _moment_of(here.date() - timedelta(back), hour, clock, part, here)
            if at <= here + _A_LITTLE:
                yield at


def _both(clock: ClockTime) -> list[int]:
    return [clock.hour % 24, (clock.hour + 12) % 24]


def _moment_of(day: date, hour: int, clock: ClockTime, part: DayPart | None, here: datetime) -> datetime:
    """Return the time on this day; a night begins on the evening before."""
    if part in _OF_NIGHT and hour >= _EVENING:
        day -= timedelta(1)
    return datetime.combine(day, time(hour % 24, clock.minute), here.tzinfo) + timedelta(hour // 24)


def _hours(clock: ClockTime, part: DayPart | None, *, has_day: bool) -> list[int]:
    """Return the hours of the day that a time of the clock can mean."""
    if clock.is_afternoon is not None:
        return [clock.hour % 12 + (12 if clock.is_afternoon else 0)]
    if clock.is_whole_day:
        return [clock.hour]
    both = _both(clock)
    if part is not None and (fitting := [hour for hour in both if hour in _HOURS[part]]):
        return fitting
    open_ones = [hour for hour in both if _OPENS <= hour < _CLOSES]
    if has_day and clock.hour >= 9 and clock.hour in open_ones:
        return [clock.hour]
    return open_ones or both
