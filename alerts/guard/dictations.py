"""Find plates and numbers that are dictated, or told in parts."""

import re
from collections.abc import Iterator, Sequence

from alerts.guard.bsns import is_bsn, speaks_of_bsn
from alerts.guard.dictated import Run, Sort
from alerts.guard.ibans import ibans
from alerts.guard.plain import Span
from alerts.guard.plates import LAYOUTS
from alerts.guard.short_words import are_ordinary
from alerts.guard.vehicles import VehicleWords

_SHAPES = frozenset(layout.replace("-", "") for layout in LAYOUTS)
_ALL_BUT_ONE = frozenset(shape[:place] + shape[place + 1 :] for shape in _SHAPES for place in range(len(shape)))
_SHAPE_OF = {"digits": "9", "letters": "X"}
_WHOLE = len("XX999X")
_SHORTEST_ABROAD, _LONGEST_ABROAD = 6, 8
_FEWEST_LETTERS = 2
# Words of somebody who tells a plate in parts.
_IN_PARTS = re.compile(
    r"\b(?:kenteken|nummerplaat|nummerbord|plaat|plate|letters?|cijfers?|begint|eindigt|starts|ends|deel|part"
    r"|stukjes|stukken|delen|appjes|eerst|eerste|laatste|sluit af)\b"
)
_LOOK_AROUND = 60  # characters around parts that may say that they are parts
_PHONE = re.compile(r"0[1-9]\d{8}|\+[1-9]\d{8,13}|00[1-9]\d{8,13}")
_LONGEST_PHONE = len("00") + 15
_BSN_LENGTH = 9


def told_plates(runs: Sequence[Run], vehicles: VehicleWords) -> Iterator[Span]:
    """Find plates that are spelled or told in parts, given the words for vehicles in the text."""
    for run in runs:
        if run.told or run.steps or vehicles.tells_of_plates:
            yield from _plates_of(run, vehicles)


def _plates_of(run: Run, vehicles: VehicleWords) -> Iterator[Span]:
    shapes = ["+" if token.signs == "+" else _SHAPE_OF[token.sort] * len(token.signs) for token in run.tokens]
    first = 0
    while first < len(shapes):
        fitting = (n for n, shape in _fitting(shapes, first) if _is_plate(run.part(first, first + n), shape, vehicles))
        length = next(fitting, 0)
        if length:
            yield run.part(first, first + length).span
        first += length or 1


def _fitting(shapes: Sequence[str], first: int) -> Iterator[tuple[int, str]]:
    """Yield how many tokens from this one on may be a plate, with the shape of their characters, the longest first."""
    shape, fitting = "", []
    for count, one in enumerate(shapes[first : first + _LONGEST_ABROAD], start=1):
        shape += one
        if len(shape) > _LONGEST_ABROAD:
            break
        if count > 1 and len(shape) >= _WHOLE - 1 and "9" in shape and shape.count("X") >= _FEWEST_LETTERS:
            fitting.append((count, shape))
    return reversed(fitting)


def _is_plate(part: Run, shape: str, vehicles: VehicleWords) -> bool:
    is_letter_by_letter = vehicles.tells_of_plates and len(part.tokens) == len(shape)
    if "+" in shape or not (part.told or part.steps or is_letter_by_letter):
        return False
    start, end = part.span
    is_beside = vehicles.say_plate(start, end) or vehicles.tell_vehicle(start, end)
    if shape in _SHAPES or _is_backwards(part):
        return _is_whole(part, shape, vehicles, is_beside=is_beside)
    if shape in _ALL_BUT_ONE and (part.steps or part.spelled >= _FEWEST_LETTERS):
        return (part.spelled >= _FEWEST_LETTERS and is_beside) or _is_told_in_parts(part, vehicles)
    is_abroad = _SHORTEST_ABROAD <= len(shape) and shape.count("X") < len(shape) - 1
    return is_abroad and _is_foreign(part, vehicles)


def _is_whole(part: Run, shape: str, vehicles: VehicleWords, *, is_beside: bool) -> bool:
    if part.spelled >= _FEWEST_LETTERS and (is_beside or not _may_be_people(part, shape)):
        return True
    if part.told > part.spelled and _are_code(part):  # a single letter that is spelled may be a car: Golf
        return is_beside or not (part.spelled or are_ordinary(part.literals, in_capitals=True))
    return part.steps > 0 and _is_told_in_parts(part, vehicles)


def _may_be_people(part: Run, shape: str) -> bool:
    """Whether the characters may be two names and a year: `Maria en Johan 2024`."""
    return shape == "XX9999" or (part.are_names and part.spelled <= _FEWEST_LETTERS)


def _are_code(part: Run) -> bool:
    return not any(set(letters) & set("aeiou") for letters in part.literals)


def _is_backwards(part: Run) -> bool:
    """Whether the parts of a plate are told from the last to the first: `Laatste letter is een H, daarvoor 371, vooraan
    ND`."""
    shape = "".join(_SHAPE_OF[token.sort] * len(token.signs) for token in reversed(part.tokens))
    return part.steps > 1 and shape in _SHAPES


def _is_told_in_parts(part: Run, vehicles: VehicleWords) -> bool:
    start, end = part.span
    around = vehicles.small[max(0, start - _LOOK_AROUND) : end + _LOOK_AROUND]
    return _are_code(part) and _IN_PARTS.search(around) is not None


def _is_foreign(part: Run, vehicles: VehicleWords) -> bool:
    start, end = part.span
    is_of_a_country = vehicles.tell_country(start)
    if part.steps and not is_of_a_country:  # the continuation of a Dutch plate
        return False
    is_told = is_of_a_country or vehicles.say_plate(start, end)
    if part.spelled >= _FEWEST_LETTERS:
        return is_told or vehicles.tell_vehicle(start, end)
    is_letter_by_letter = all(len(token.signs) == 1 for token in part.tokens)
    return (part.told > 0 or is_letter_by_letter) and is_told and _are_code(part)


def told_phones(runs: Sequence[Run]) -> Iterator[Span]:
    """Find telephone numbers whose digits are told in words, doubled, or given in parts."""
    for run in runs:
        is_literal = not (run.told or run.steps)
        if is_literal and not any(len(token.signs) == len("067") for token in run.tokens):
            continue
        for first, token in enumerate(run.tokens):
            if token.sort is Sort.DIGITS and token.signs[0] in "0+":
                part = _digits_from(run, first)
                if _PHONE.fullmatch(part.signs) and (part.told or _is_phone_in_parts(part)):
                    yield part.span


def _is_phone_in_parts(part: Run) -> bool:
    """Whether a mobile number is told in parts: `06, dan 5432 en tot slot 1098`, or `067, 654, 321, 0`; days and hours
    go in twos."""
    is_mobile = len(part.signs) == len("0612345678") and part.signs.startswith("06")
    return is_mobile and (part.goes_on or (not part.steps and max(len(one.signs) for one in part.tokens) == len("067")))


def _digits_from(run: Run, first: int) -> Run:
    signs, end = 0, first
    while end < len(run.tokens) and run.tokens[end].sort is Sort.DIGITS and signs <= _LONGEST_PHONE:
        signs += len(run.tokens[end].signs)
        end += 1
    return run.part(first, end)


def told_bsns(runs: Sequence[Run], small: str) -> Iterator[Span]:
    """Find citizen service numbers whose digits are told in words or in parts, in a text that mentions one."""
    if not speaks_of_bsn(small):
        return
    for run in runs:
        for first, token in enumerate(run.tokens):
            if token.sort is Sort.DIGITS and (not first or run.tokens[first - 1].sort is Sort.LETTERS):
                part = _digits_from(run, first)
                is_told = part.told or part.steps
                if is_told and len(part.signs) == _BSN_LENGTH and part.signs.isdigit() and is_bsn(part.signs):
                    yield part.span


def told_ibans(runs: Sequence[Run]) -> Iterator[Span]:
    """Find account numbers that are told in words or in parts."""
    for run in runs:
        if run.told or run.steps:
            owners = [token for token in run.tokens for _ in token.signs]
            for start, end in ibans(run.signs):
                yield owners[start].start, owners[end - 1].end
