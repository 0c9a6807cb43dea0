"""What a shop calls itself and where in the street it is: typed by people, so checked before it is kept."""

import re

from alerts.errors import InvalidText
from alerts.guard import Finding, check, is_blank
from alerts.premises import HOUSE_NUMBER_LENGTH, NAME_LENGTH
from alerts.written import plain_name

# A name tells of a shop: De 1 Euro Winkel, Bakkerij Jansen, De Turk, De Blinde Ezel.
ALLOWED = frozenset({Finding.AMOUNT, Finding.NAME, Finding.DESCENT, Finding.RELIGION, Finding.HEALTH})
_LINK = re.compile(r"@\w|https?:|www\.|\bt\.me\b", re.IGNORECASE)
_HOUSE_NUMBER = re.compile(r"[1-9][0-9]{0,4}(?:[ /-]?[A-Za-z0-9]{1,4}){0,2}")


def shop_name(text: str, length: int = NAME_LENGTH) -> str:
    """The name, of a shop or of a group of them, with its spaces tidied. Raises InvalidText when it is no name or holds
    what may not be shared."""
    name = plain_name(text)
    if is_blank(name) or not any(sign.isalnum() for sign in name):
        raise InvalidText("name-empty")
    if len(name) > length:
        raise InvalidText("name-long", most=str(length))
    if _LINK.search(name):
        raise InvalidText("name-link")
    check(name, allowed=ALLOWED)
    return name


def house_number(text: str) -> str:
    """A house number with its addition (`12`, `12 A`, `12-2`). Raises InvalidText."""
    number = " ".join(text.split())
    if len(number) > HOUSE_NUMBER_LENGTH or not _HOUSE_NUMBER.fullmatch(number):
        raise InvalidText("house-number")
    check(number)  # 12-AB-34
    return number.upper()
