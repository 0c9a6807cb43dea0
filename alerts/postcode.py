"""Dutch postcodes: parse what was typed to a PC6, or say what is wrong with it."""

import re
from dataclasses import dataclass, field

from alerts.errors import InvalidPostcode
from alerts.ids import MunicipalityId
from alerts.point import Point

# docs/domain.md §5. F I O Q U Y are in use since 2005, so every letter is allowed; SA, SD and SS are never issued.
_PC6 = re.compile(r"([1-9][0-9]{3})([A-Z]{2})")
# What people write before, behind or inside it: `2903-AB`, `(2903 AB)`, `NL-2903AB.`
_MARKS = "-\u2010\u2011\u2012\u2013\u2014\u2212.,:;/\\|·•_'\"‘’“”„«»`´()[]{}<>*!?~="
_CALLED = re.compile(rf"(?:NL|PC|POSTCODE|POSTALCODE)[{re.escape(_MARKS)}]*(?=[0-9])")
_BETWEEN = re.compile(rf"(?<=[0-9]{{4}})[{re.escape(_MARKS)}]+(?=[A-Z])")
_NEVER_ISSUED = frozenset({"SA", "SD", "SS"})


@dataclass(frozen=True, slots=True)
class Pc4Place:
    """A part of a four-digit postcode area: its approximate point, its name, and its municipality.

    `municipality` (None: that of the place's name), `code` and `province` are as the imported table writes them;
    `municipality_id` and `municipality_name` are derived from these once the whole table is known.
    """

    pc4: str
    place: str
    point: Point
    municipality: str | None = None
    code: str | None = None
    province: str | None = None
    municipality_id: MunicipalityId = field(default=MunicipalityId(""), compare=False)
    municipality_name: str = field(default="", compare=False)


def parse_postcode(text: str) -> str:
    """Return the PC6 as it is stored (`2903AB`). Raises InvalidPostcode with the reason that fits best."""
    typed = _tidied(text)
    if match := _PC6.fullmatch(typed):
        if match[2] in _NEVER_ISSUED:
            raise InvalidPostcode("never-issued", letters=match[2])
        return typed
    raise InvalidPostcode(_what_is_wrong(typed))


def _tidied(text: str) -> str:
    """Return the text in capitals, without spaces, marks around it and inside the postcode, and a leading `NL` or
    `postcode`."""
    typed = "".join(text.upper().split()).strip(_MARKS)
    if called := _CALLED.match(typed):
        typed = typed[called.end() :]
    return _BETWEEN.sub("", typed)


def _what_is_wrong(typed: str) -> str:
    if re.fullmatch(r"0[0-9]{3}[A-Z]{0,2}", typed):
        return "starts-with-zero"
    if re.fullmatch(r"[0-9]{4}", typed):
        return "letters-missing"
    if re.fullmatch(r"[0-9]{4}[A-Z]", typed):
        return "one-letter"
    if re.fullmatch(r"[0-9]{5,}[A-Z]*", typed):
        return "too-many-digits"
    if re.fullmatch(r"[0-9]{4}[A-Z]{3,}", typed):
        return "too-many-letters"
    if re.fullmatch(r"[0-9]{1,3}[A-Z]*", typed):
        return "too-few-digits"
    return "not-a-postcode"


def parse_pc4(text: str) -> str | None:
    """Return the PC4 of what was typed (`2903`, `2903 AB`), or None."""
    match = re.fullmatch(r"([1-9][0-9]{3})([A-Z]{2})?", _tidied(text))
    return match[1] if match else None


def only_pc4(text: str) -> str | None:
    """Return the PC4 if nothing else was typed (`2903`), or None."""
    return pc4 if (pc4 := parse_pc4(text)) == _tidied(text) else None


def shown(pc6: str) -> str:
    """Return a PC6 as people write it: `2903 AB` for `2903AB`."""
    return f"{pc6[:4]} {pc6[4:]}"


def looks_like_post_boxes(pc4: str) -> bool:
    """Whether a PC4 that no table of visiting addresses has is probably post boxes only (docs/domain.md §5)."""
    return pc4.endswith("0") or pc4[2] == "0"


_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_RANGE = re.compile(rf"([1-9][0-9X.*]{{3}})(?:(?:[{_DASHES}]|T/?M|TOT(?:ENMET)?|TO)([1-9][0-9X.*]{{3}}))?")
_OPEN_END = re.compile(r"[X.*]+$")


def parse_postcode_range(text: str) -> tuple[str, str] | None:
    """Return the first and last PC4 of a range as people write it (`2900-2999`, `2900 t/m 2999`, `29xx`), or None."""
    match = _RANGE.fullmatch(re.sub(r"^POSTCODES?", "", "".join(text.upper().split())))
    if match is None:
        return None
    first, last = _filled(match[1], "0"), _filled(match[2] or match[1], "9")
    return (first, last) if first and last and first <= last else None


def _filled(pc4: str, digit: str) -> str | None:
    """Return a PC4 with its open end filled in; None where something stands open before a digit."""
    filled = _OPEN_END.sub(lambda end: digit * len(end[0]), pc4)
    return filled if filled.isdigit() else None
