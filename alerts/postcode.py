"""Dutch postcodes: what was typed in, a PC6 out, or the one thing that is wrong with it."""

import re
from dataclasses import dataclass

from alerts.errors import InvalidPostcode
from alerts.point import Point

# DOMAIN §5. F I O Q U Y are in use since 2005, so every letter is allowed; SA, SD and SS are never issued.
_PC6 = re.compile(r"([1-9][0-9]{3})([A-Z]{2})")
_NEVER_ISSUED = frozenset({"SA", "SD", "SS"})


@dataclass(frozen=True, slots=True)
class Pc4Place:
    """A four-digit postcode area of the imported table: about where it is and what it is called."""

    pc4: str
    place: str
    point: Point
    municipality: str | None = None


def parse_postcode(text: str) -> str:
    """Return the PC6 as stored (`2903AB`). Raises InvalidPostcode with the reason that fits best."""
    typed = "".join(text.split()).upper()
    if match := _PC6.fullmatch(typed):
        if match[2] in _NEVER_ISSUED:
            raise InvalidPostcode("never-issued", letters=match[2])
        return typed
    raise InvalidPostcode(_what_is_wrong(typed))


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
    """The PC4 in what was typed (`2903`, `2903 AB`), or None when there is none."""
    match = re.fullmatch(r"([1-9][0-9]{3})([A-Z]{2})?", "".join(text.split()).upper())
    return match[1] if match else None


def shown(pc6: str) -> str:
    """`2903AB` as people write it: `2903 AB`."""
    return f"{pc6[:4]} {pc6[4:]}"


def looks_like_post_boxes(pc4: str) -> bool:
    """Whether a PC4 that is in no table of visiting addresses is probably post boxes only (DOMAIN §5)."""
    return pc4.endswith("0") or pc4[2] == "0"
