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
    bv cv dd dhr dr fm gb gr hd hr hz kb kv kwh led mb mg mhz mi mp mph mvr nv pcs pct pk pst px rd sq st stk tb th tv
    vs wc wk wv xl xs xxl yrs
"""
ORDINARY = frozenset(_WORDS.split())

_FILE_NUMBER = {"PL", "NR", "DD", "SQ"}  # PL1700-2026123456 is a case of the police

_GAP = r" ?[-./_]? ?"
_SHAPE_OF = str.maketrans(dict.fromkeys(ascii_letters, "X") | dict.fromkeys(digits, "9") | dict.fromkeys(" .-/_", ""))
_SHAPES = {
    layout.replace("-", ""): re.compile("".join(f"({_GAP})" if sign == "-" else r"\w" for sign in layout))
    for layout in LAYOUTS
}
_SIX_SIGNS = re.compile(rf"(?<![^\W_])(?=([A-Za-z0-9](?:{_GAP}[A-Za-z0-9]){{5}})(?![^\W_]))")
_END_OF_SENTENCE = re.compile(r"\d\d\.\d\d\.[A-Z][a-z]")  # Om 20.45.De dader
_INTRODUCED = re.compile(
    r"(?:kentekens?(?:plaat|nummer)?|kent\.?|ktk\.?|(?:nummer)?pla(?:at|ten)|nummerbord(?:en)?|plates?)[ :=\"'“‘-]{0,3}"
    r"(?:(?:is|was|met|nummer|nr|luidt)[ :.\"'“‘]{0,3}){0,2}$",
    re.IGNORECASE,
)
_VEHICLE = re.compile(
    r"\b(?:auto'?s?|(?:bestel)?bus(?:je)?|wagen|personenauto|stationwagen|scooter|brommer|motor|snorfiets|vrachtwagen"
    r"|aanhanger|caravan|taxi"
    r"|golf|polo|bmw|audi|mercedes|opel|volkswagen|vw|ford|fiat|skoda|seat|renault|peugeot|citro[eë]n|toyota|kia"
    r"|hyundai"
    r"|volvo|vespa|saab|mazda|nissan|honda|suzuki|dacia|tesla|piaggio|yamaha|caddy|transit|sprinter|car|truck|moped"
    r"|motorbike"
    r"|reg(?:istration)?|kent(?:eken\w*)?|ktk|nummerbord|plaat|plate|voertuig|rijdt|reed|geparkeerd)\b",
    re.IGNORECASE,
)
_SAID_AFTER = re.compile(
    r"[\"'”’)]? (?:is|was|als|stond op|as)? ?(?:de|het|een|zijn|hun|the|a)? ?(?:kenteken|plaat|nummerbord|nummerplaat"
    r"|plate)\b",
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
        if layout and not gaps and _is_spelled_out(written):
            yield match.span(1)
        if gaps and _is_plate(text, start, written, gaps.groups()):
            yield match.span(1)


def _is_plate(text: str, start: int, written: str, gaps: tuple[str, ...]) -> bool:
    if all(gap in {"-", "."} for gap in gaps):
        return not _END_OF_SENTENCE.fullmatch(written)
    words = re.findall(r"[A-Za-z]+", written)
    is_code = not re.search(r"[aeiou]", "".join(words), re.IGNORECASE)
    is_postcode = written.translate(_SHAPE_OF) == _POSTCODE
    if is_code and not any(gaps) and written.isupper() and not is_postcode and _FILE_NUMBER.isdisjoint(words):
        return True
    if not ORDINARY.isdisjoint(word.lower() for word in words):
        return False
    if _is_loose_plate(written, words, gaps):
        return True
    before = max(0, start - _LOOK_BACK)
    is_cluster = all(gaps) and max(map(len, words)) == len("XXX")  # no word is written so
    is_beside_vehicle = _VEHICLE.search(text, before, start + len(written) + _LOOK_BACK)
    if is_code and not is_postcode and (is_cluster or is_beside_vehicle):
        return True
    return bool(_INTRODUCED.search(text, before, start) or _SAID_AFTER.match(text, start + len(written)))


def _is_spelled_out(written: str) -> bool:
    """Each sign apart: `A B 1 2 C D`."""
    gaps = re.findall(r"[ ./_-]+", written)
    return len(gaps) == len("XX9999") - 1 and len(set(gaps)) == 1 and written.upper() == written


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
