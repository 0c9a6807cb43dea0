"""Names and house numbers of shops: typed by people, so checked before they are stored."""

import re

from alerts.errors import InvalidText
from alerts.guard import Finding, is_blank
from alerts.premises import HOUSE_NUMBER_LENGTH, NAME_LENGTH
from alerts.typed_text import check, plain_name

# A name tells of a shop: De 1 Euro Winkel, Bakkerij Jansen, De Turk, De Blinde Ezel.
ALLOWED = frozenset({Finding.AMOUNT, Finding.NAME, Finding.DESCENT, Finding.RELIGION, Finding.HEALTH})
_LINK = re.compile(r"@\w|https?:|www\.|\bt\.me\b", re.IGNORECASE)
# Additions have no fixed form: letters, digits and words behind the number, and a second number or letter.
_PARTS = (
    "winkel|winkelruimte|winkels|shop|kiosk|kraam|unit|units|ruimte|pand|hal|loods|stand|standplaats|box|gebouw|blok|hoek"
    "|etage|verdieping|begane grond|kelder|souterrain|beneden|boven|achter|voor|rood|zwart|huis|hoog"
)
_NUMBER = r"[1-9][0-9]{0,4}"
_ADDITION = r"(?! ?(?:en|t/m)\b)(?:[ /-][A-Za-z0-9]{1,4}|[A-Za-z][A-Za-z0-9]{0,3}|(?<=[A-Za-z])[0-9]{1,4})"
_SECOND = rf" (?:t/m|en) (?:{_NUMBER}(?:[ -]?[A-Za-z])?|[A-Za-z])"
_HOUSE_NUMBER = re.compile(
    rf"{_NUMBER}(?:{_ADDITION}){{0,2}}(?: (?:{_PARTS})(?:{_ADDITION})?)?(?:{_SECOND})?", re.IGNORECASE
)
_MOST_TYPED = 80  # with all its words spelled out no house number is longer
_AROUND = " .,;:!()[]\"'“”‘’*<>"
_DASHES = re.compile("[-\u2010\u2011\u2012\u2013\u2014\u2212]")
_CALLED = re.compile(r"(?:huisnummer|huisnr|nummer|nr|no|number|#)[.:]? ?(?=[0-9])", re.IGNORECASE)
_ONE_WAY = (  # to write what people write in several ways
    (r" ?([/-]) ?", r"\1"),  # 12 - A
    (r" ?\(", " "),  # 12 (achter)
    (r" ?(?<![a-z])(?:t/m|t\.m|tm|tot en met|tot|through|to)(?:\.? ?(?=[0-9])|\.? (?=[a-z]\b))", " t/m "),
    (r"(?: ?[&+] ?| (?:en|and) )(?=[0-9]|[a-z]\b)| ?[,;] ?(?=[0-9])", " en "),
    (r"[,;] ?(?=[a-z])", " "),  # 12, winkel 3
    (r"\.(?=[\w ])", ""),  # 12.A
)


def shop_name(text: str, length: int = NAME_LENGTH) -> str:
    """Return the name of a shop or a group, with its spaces tidied. Raises InvalidText when it is no name or holds what
    may not be shared."""
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
    """Return a house number with its addition, in capitals and in one spelling (`12`, `12 A`, `12-2`, `12 WINKEL 3`,
    `12 T/M 16`). Raises InvalidText."""
    number = _tidied(text) if len(text) <= _MOST_TYPED else ""
    if len(number) > HOUSE_NUMBER_LENGTH or not _HOUSE_NUMBER.fullmatch(number):
        raise InvalidText("house-number")
    check(number)  # 12-AB-34
    return number.upper()


def _tidied(text: str) -> str:
    """Return the number in one of the spellings that people use: `12-A` for `nr. 12 – A.`."""
    number = _DASHES.sub("-", " ".join(text.split())).strip(_AROUND)
    number = number[called.end() :] if (called := _CALLED.match(number)) else number
    for written, same in _ONE_WAY:
        number = re.sub(written, same, number, flags=re.IGNORECASE)
    return number.strip()
