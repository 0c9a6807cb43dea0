"""Other readings of a text: with separated letters joined, with digits as letters, backwards, or with numbers in words
as digits.

A search runs on a reading as on the text itself; its findings are mapped back to places in the text.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from alerts.guard.numerals import NUMERAL_HEADS, day_of, digits_of
from alerts.guard.plain import Span

# Four or more characters with the same mark between them.
_APART = re.compile(
    r"(?<![^\W_])(?:[\w@.](?: [\w@.]){3,60}|[^\W\d_](?:-[^\W\d_]){3,40}|[^\W\d_](?:\.[^\W\d_]){3,40})(?![^\W_])"
)
_FEWEST_LETTERS = 3
_LETTER = re.compile(r"[^\W\d_]")
_MIXED = re.compile(r"(?<![^\W_])(?=[a-z$]{0,20}[\d$][\w$]{0,20}[a-z])[a-z\d$]{5,40}(?![^\W_])")
_LETTERS_FOR = str.maketrans("013457$", "oieasts")
_BACKWARDS = re.compile(
    r"\b(?:andersom|omgekeerd|achterstevoren|(?:van )?achter(?:en)? naar voren|draai (?:het |je |m |'m )?om|omdraaien"
    r"|backwards?|reversed?)\b"
)
_WORD = re.compile(r"[^\W\d_]{1,40}(?:-[^\W\d_]{1,20})?")
_Signs = list[tuple[str, Span]]
_CENTURIES = {"18", "19", "20"}


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading of a text, with for each of its characters the span in the plain text.

    `changed` are the spans of the reading that differ from the text, in order and without overlap.
    """

    text: str
    spans: Sequence[Span]
    changed: Sequence[Span]

    def original(self, span: Span) -> Span | None:
        """Return the span in the plain text; None when the reading is the same as the text there."""
        start, end = span
        before = bisect_left(self.changed, (end, 0)) - 1
        if before < 0 or self.changed[before][1] <= start:
            return None
        ends = [self.spans[start], self.spans[end - 1]]
        return min(ends)[0], max(ends)[1]


def joined(text: str) -> Reading | None:
    """Return the text with letters that stand apart joined (`m o s l i m`, `J-a-n-s-e-n`); None when there are none."""
    return _replaced(text, _APART, _together) if _APART.search(text) else None


def _together(written: str, start: int) -> _Signs:
    if len(_LETTER.findall(written)) < _FEWEST_LETTERS:
        return [(sign, (start + place, start + place + 1)) for place, sign in enumerate(written)]
    signs: _Signs = []
    for place in range(0, len(written), 2):
        span = (start + place, start + place + 1)
        if written[place].isupper() and signs and signs[-1][0].islower():  # a surname
            signs.append((" ", span))
        signs.append((written[place], span))
    return signs


def in_letters(small: str) -> Reading | None:
    """Return the text in small letters with letters where digits stand for them (`v3rsl44fd`); None when there are
    none."""
    return (
        _replaced(small, _MIXED, _each(lambda written: written.translate(_LETTERS_FOR)))
        if _MIXED.search(small)
        else None
    )


def backwards(text: str, small: str) -> Reading | None:
    """Return the text reversed, when it says that something is to be read backwards; else None."""
    if _BACKWARDS.search(small) is None:
        return None
    length = len(text)
    return Reading(text[::-1], [(length - 1 - place, length - place) for place in range(length)], [(0, length)])


def in_digits(small: str) -> Reading | None:
    """Return the text in small letters with digits for numbers and days in words (`derde mei negentientachtig`: 3 mei
    1980); None when there are none."""
    reading = _replaced(small, _WORD, _digits)
    return _with_years(reading) if reading.changed else None


def _digits(written: str, start: int) -> _Signs:
    digits = None
    if written[:3] in NUMERAL_HEADS or written[:2] in NUMERAL_HEADS or written.endswith(("ste", "de")):
        digits = digits_of(written) or day_of(written)
    if digits is None:
        return [(sign, (start + place, start + place + 1)) for place, sign in enumerate(written)]
    return [(digit, (start, start + len(written))) for digit in digits]


def _with_years(reading: Reading) -> Reading:
    """Join years in two words: `nineteen ninety-nine`, `tweeduizend een`."""
    text, spans = reading.text, list(reading.spans)
    for first, second in reversed(list(zip(reading.changed, reading.changed[1:], strict=False))):
        century, rest = text[slice(*first)], text[slice(*second)]
        if text[first[1] : second[0]] != " " or not rest.isdigit() or len(rest) > len("99"):
            continue
        whole = spans[first[0]][0], spans[second[1] - 1][1]
        if century in _CENTURIES and len(rest) == len("99"):
            year = century + rest
        elif century == "2000":
            year = f"20{rest:0>2}"
        else:
            continue
        text = text[: first[0]] + year + text[second[1] :]
        spans[first[0] : second[1]] = [whole] * len(year)
    return Reading(text, spans, [(0, len(text))])


def _each(translate: Callable[[str], str]) -> Callable[[str, int], _Signs]:
    def signs(written: str, start: int) -> _Signs:
        return [(sign, (start + place, start + place + 1)) for place, sign in enumerate(translate(written))]

    return signs


def _replaced(text: str, pattern: re.Pattern[str], replace: Callable[[str, int], _Signs]) -> Reading:
    parts: list[str] = []
    spans: list[Span] = []
    changed: list[Span] = []
    end = 0
    for start, stop, signs in _replacements(text, pattern, replace):
        parts.append(text[end:start])
        spans += ((place, place + 1) for place in range(end, start))
        changed.append((len(spans), len(spans) + len(signs)))
        parts += (sign for sign, _ in signs)
        spans += (span for _, span in signs)
        end = stop
    parts.append(text[end:])
    spans += ((place, place + 1) for place in range(end, len(text)))
    return Reading("".join(parts), spans, changed)


def _replacements(
    text: str, pattern: re.Pattern[str], replace: Callable[[str, int], _Signs]
) -> Iterator[tuple[int, int, _Signs]]:
    for match in pattern.finditer(text):
        signs = replace(match[0], match.start())
        if "".join(sign for sign, _ in signs) != match[0]:
            yield *match.span(), signs
