"""Telephone numbers of persons and shops."""

import re
from collections.abc import Iterator

from alerts.guard.alternatives import by_initial
from alerts.guard.numbered import is_of_nobody
from alerts.guard.plain import Span, blanked, with_brackets

# Numbers that anybody may mention: of the state and of services (Nummerplan telefoon- en ISDN-diensten).
_PUBLIC = re.compile(r"(?<![\d+])(?<!\d[ .-])0[89]00(?:[ .-]{0,3}\d){4}(?:(?:[ .-]{0,3}\d){3})?(?!\d)")

_GAP = r"[ ./()_*|·-]{0,3}"
# Between the digits of a mobile number any characters may stand, except those that separate times and lists.
_ODD_GAP = r"[^\w\x00,:;]{0,4}"
# Dutch numbers have ten digits (Nummerplan), others at most 15 after the plus (ITU-T E.164).
_PHONE = re.compile(
    rf"(?<!\d)\(?(?:(?:0{_GAP}[1-9]|\b(?:o|(?:nul|zero) {{0,2}}){_GAP}(?:6|zes|six))(?:{_GAP}\d){{8}}"
    rf"|\+{_GAP}[1-9](?:{_GAP}\d){{7,14}}|00{_GAP}[1-9](?:{_GAP}\d){{8,14}}"
    rf"|31[ -]?6(?:{_GAP}\d){{8}}|0[1-9]\d{{1,4}}[ /-]\d{{6,9}}|(?<![a-z])0[1-9]\d{{9,10}}"
    rf"|06(?:,\d\d){{4}}|06(?::\d\d){{4}}"
    rf"|(?:0|\+?31|0031){_ODD_GAP}6(?:{_ODD_GAP}\d){{8}}\)?)(?!\d)"
)
_NAMED = re.compile(
    r"\b(?:tel(?:efoon)?(?:nr|nummer)?|mob(?:iel)?(?:nr|nummer)?|gsm|06-?(?:nr|nummer)|whats?app(?:nummer)?|appje?"
    r"|app|phone|cell|mobile|text|call|ring"
    r"|bel(?:len)?|bereikbaar|(?:m[’']n|mijn|zijn|haar|my|his|her) 06)"
    r"(?: (?:hem|haar|me|mij|ons|op|onder|is|naar|nr|nummer|number|him|her|us|on|at|via|het|zijn|met"
    r"|de winkel)){0,4} ?[:.=]?[ (]{0,2}"
    rf"(\d(?:{_GAP}\d){{6,12}})(?!\d)(?!{_GAP}\d)"
)
_WITHOUT_ZERO = re.compile(
    rf"\b(?:nummer|number|nr)\.?(?: (?:is|was|van \w{{1,40}}))?[ :]{{1,2}}(6(?:{_GAP}\d){{8}})(?!\d)"
)
_WORD = by_initial(
    r"(?:nul|zero|oh|een|één|one|twee|two|drie|three|vier|four|vijf|five|zes|six|zeven|seven|acht|eight|negen"
    r"|nine|tien|elf|twaalf|[a-z]{3,6}tien|[a-zë]{3,14}tig|dubbel \w{1,40}|\d{1,2})"
)
_DIGIT = r"(?:nul|zero|een|één|one|twee|two|drie|three|vier|four|vijf|five|zes|six|zeven|seven|acht|eight|negen|nine)"
_DIGIT_WORD = re.compile(_DIGIT)
_IN_WORDS = re.compile(
    rf"\b(?:nul|zero|0|plus|[0o]6)[ ,-]{{1,2}}{_WORD}(?:[ ,.-]{{1,2}}{_WORD}){{3,9}}\b"
    rf"|\b{_DIGIT}(?:[ ,-]{{1,2}}{_DIGIT}){{8,9}}\b"
)
_LINK = re.compile(r"(?:https?://)?(?:www\.)?(?:wa\.me/|api\.whatsapp\.com/send/?\?phone=|t\.me/)\+?\d{8,15}(?!\d)")
_OF_A_CODE = re.compile(r"(?:(?<![a-z])(?!nr)[a-z]{2}\d{0,4}-|#|\d[a-z]{1,12})$")
# Ten digits that begin with 06 are a mobile number, whatever they are called.
_MOBILE = re.compile(rf"\(?0{_GAP}6(?:{_GAP}\d){{8}}(?!\d)")
_LOOK_BACK = 40  # characters before a number that may say what it is


def phones(small: str) -> Iterator[Span]:
    """Find telephone numbers in a plain text in small letters, except those that anybody may mention."""
    rest = blanked(_PUBLIC, small) if "00" in small else small
    if "/" in rest:
        for match in _LINK.finditer(rest):
            yield match.span()
    for match in _PHONE.finditer(rest):
        if not _is_of_a_thing(rest, *match.span()):
            yield with_brackets(rest, match.span())
    for pattern in (_NAMED, _WITHOUT_ZERO):
        for match in pattern.finditer(rest):
            if not _is_of_a_thing(rest, *match.span(1)):
                yield match.span(1)


def spoken_phones(small: str) -> Iterator[Span]:
    """Find telephone numbers in words (`nul zes twaalf ...`), in a plain text in small letters."""
    for match in _IN_WORDS.finditer(small):
        if _DIGIT_WORD.search(match[0]):
            yield match.span()


def _is_of_a_thing(text: str, start: int, end: int) -> bool:
    if _MOBILE.match(text, start):
        return False
    return is_of_nobody(text, start, end) or _OF_A_CODE.search(text, max(0, start - _LOOK_BACK), start) is not None
