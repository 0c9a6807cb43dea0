"""Dutch number plates."""

import re
from collections.abc import Iterator
from string import ascii_letters, digits

from alerts.guard.plain import Span

# The side codes 1-14 (RDW): letters as X and digits as 9.
LAYOUTS = (
    "XX-99-99",
    "99-99-XX",
    "99-XX-99",
    "XX-99-XX",
    "XX-XX-99",
    "99-XX-XX",
    "99-XXX-9",
    "9-XXX-99",
    "XX-999-X",
    "X-999-XX",
    "XXX-99-X",
    "X-99-XXX",
    "9-XX-999",
    "999-XX-9",
)
_POSTCODE = "9999XX"

# Words that stand between numbers without being a plate; plates of 1978 and later have no vowels (RDW, series 4).
_WORDS = """
    aan al als audi bank bij bus ca cdi cm dan de den deur di do dpi en er eu eur euro fiat ford gate golf gtd gte
    gti ha hdi het hij huis id ie in inch is jaar jan je jong keer kg km kmh kw lijn ma maal maat man mark max mei
    met min mini ml mm mnd na nl no nr of om op opel pc per pk pl polo post rond seat sec sw tdi te team ton tot
    tsi type uit unit uu uur uurs van was wat week weg wijk wo za ze zes zo zone
"""
ORDINARY = frozenset(_WORDS.split())

_GAP = r" ?[-.]? ?"
_SHAPE_OF = str.maketrans(dict.fromkeys(ascii_letters, "X") | dict.fromkeys(digits, "9") | dict.fromkeys(" .-", ""))
_SHAPES = {
    layout.replace("-", ""): re.compile("".join(f"({_GAP})" if sign == "-" else r"\w" for sign in layout))
    for layout in LAYOUTS
}
_SIX_SIGNS = re.compile(rf"(?<![^\W_])(?=([A-Za-z0-9](?:{_GAP}[A-Za-z0-9]){{5}})(?![^\W_]))")
_END_OF_SENTENCE = re.compile(r"\d\d\.\d\d\.[A-Z][a-z]")  # Om 20.45.De dader
_INTRODUCED = re.compile(
    r"(?:kentekens?(?:plaat|nummer)?|(?:nummer)?pla(?:at|ten)|nummerbord(?:en)?|plates?)[ :=\"'“‘-]{0,3}"
    r"(?:(?:is|was|met|nummer|nr|luidt)[ :.\"'“‘]{0,3}){0,2}$",
    re.IGNORECASE,
)
_LOOK_BACK = 40  # signs before a plate that may say it is one


def plates(text: str) -> Iterator[Span]:
    """Number plates in plain text: with dashes or dots in any case, with spaces in capitals, or without either.

    After a word such as `kenteken` any case and any gaps count.
    """
    for match in _SIX_SIGNS.finditer(text):
        written, start = match[1], match.start()
        layout = _SHAPES.get(written.translate(_SHAPE_OF))
        gaps = layout.fullmatch(written) if layout else None
        if gaps and _is_plate(text, start, written, gaps.groups()):
            yield match.span(1)


def _is_plate(text: str, start: int, written: str, gaps: tuple[str, ...]) -> bool:
    if all(gap in {"-", "."} for gap in gaps):
        return not _END_OF_SENTENCE.fullmatch(written)
    words = re.findall(r"[A-Za-z]+", written)
    if not ORDINARY.isdisjoint(word.lower() for word in words):
        return False
    return _is_loose_plate(written, words, gaps) or bool(_INTRODUCED.search(text, max(0, start - _LOOK_BACK), start))


def _is_loose_plate(written: str, words: list[str], gaps: tuple[str, ...]) -> bool:
    """Whether it is a plate although it lacks one of its dashes, or both."""
    is_capital = "".join(words).isupper()
    if not any(gaps):
        return written.translate(_SHAPE_OF) != _POSTCODE and (is_capital or not any(_is_word(word) for word in words))
    if not all(gaps):
        return is_capital and _is_half_broken(written)
    return is_capital and gaps[0].strip() == gaps[1].strip()


def _is_half_broken(written: str) -> bool:
    """One dash is left out, but only where letters and digits meet (`12-AB34`); `AB 1234` is something else."""
    return " " not in written and not re.search(r"\d{4}|[A-Za-z]{4}", written)


def _is_word(letters: str) -> bool:
    """Four letters with a vowel, which no plate has (RDW: none since series 4), as in `maat42`."""
    return len(letters) == len("XXXX") and re.search(r"[aeiou]", letters, re.IGNORECASE) is not None
