"""Telephone numbers of persons and shops."""

import re
from collections.abc import Iterator

from alerts.guard.plain import Span, blanked

# Numbers that anybody may name: of the state and of services (Nummerplan telefoon- en ISDN-diensten).
_PUBLIC = re.compile(r"(?<![\d+])(?<!\d[ .-])0[89]00(?:[ .-]{0,3}\d){4}(?:(?:[ .-]{0,3}\d){3})?(?!\d)")

_GAP = r"[ ./()_*|·-]{0,3}"
# Dutch numbers have ten digits (Nummerplan), others at most 15 after the plus (ITU-T E.164).
_PHONE = re.compile(
    rf"(?<!\d)\(?(?:(?:0{_GAP}[1-9]|\b(?:o|(?:nul|zero) {{0,2}}){_GAP}(?:6|zes|six))(?:{_GAP}\d){{8}}"
    rf"|\+{_GAP}[1-9](?:{_GAP}\d){{7,14}}|00{_GAP}[1-9](?:{_GAP}\d){{8,14}}"
    rf"|31[ -]?6(?:{_GAP}\d){{8}}|0[1-9]\d{{1,4}}[ /-]\d{{6,9}}|(?<![a-z])0[1-9]\d{{9,10}}|06(?:,\d\d){{4}})(?!\d)"
)
_NAMED = re.compile(
    r"\b(?:tel(?:efoon)?(?:nr|nummer)?|mob(?:iel)?(?:nr|nummer)?|gsm|06-?(?:nr|nummer)|whats?app(?:nummer)?|appje?"
    r"|app|phone|cell|mobile|text|call|ring"
    r"|bel(?:len)?|bereikbaar|(?:m[’']n|mijn|zijn|haar|my|his|her) 06)"
    r"(?: (?:hem|haar|me|mij|ons|op|onder|is|naar|nr|nummer|number|him|her|us|on|at|via|het|zijn|met"
    r"|de winkel)){0,4} ?[:.=]?[ (]{0,2}"
    rf"(\d(?:{_GAP}\d){{6,12}})(?!\d)(?!{_GAP}\d)"
)
_WITHOUT_ZERO = re.compile(rf"\b(?:nummer|number|nr)\.?(?: (?:is|was|van \w+))?[ :]{{1,2}}(6(?:{_GAP}\d){{8}})(?!\d)")
_WORD = (
    r"(?:nul|zero|oh|een|één|one|twee|two|drie|three|vier|four|vijf|five|zes|six|zeven|seven|acht|eight|negen"
    r"|nine|tien|elf|twaalf|[a-z]{3,6}tien|[a-zë]{3,14}tig|dubbel \w+|\d{1,2})"
)
_DIGIT = r"(?:nul|zero|een|één|one|twee|two|drie|three|vier|four|vijf|five|zes|six|zeven|seven|acht|eight|negen|nine)"
_DIGIT_WORD = re.compile(_DIGIT)
_IN_WORDS = re.compile(
    rf"\b(?:nul|zero|0|plus|[0o]6)[ ,-]{{1,2}}{_WORD}(?:[ ,.-]{{1,2}}{_WORD}){{3,9}}\b"
    rf"|\b{_DIGIT}(?:[ ,-]{{1,2}}{_DIGIT}){{8,9}}\b"
)
_LINK = re.compile(r"(?:https?://)?(?:www\.)?(?:wa\.me/|api\.whatsapp\.com/send/?\?phone=|t\.me/)\+?\d{8,15}(?!\d)")
_BOUGHT = r"bestel|order|factuur|bon|artikel|serie|pakket|ticket|track"
_FILED = r"zaak|klant|kvk|case|dossier|aangifte|mutatie|polis|referentie|ref"
_SAID = r"[ :#.-]{0,3}(?:(?:nr|nummer|number|no|code|id)[ :#.]{0,3})?(?:is )?"
_OF_AN_ORDER = re.compile(
    rf"\b(?:(?:{_BOUGHT}|imei|isbn|ean)[a-z&-]*|(?:{_FILED})[- ]?(?:nr|nummer|number|code|id)){_SAID}$"
)
_OF_A_CODE = re.compile(r"(?:(?<![a-z])(?!nr)[a-z]{2}\d{0,4}-|#|\d[a-z]{1,12})$")
# What looks like a mobile number is one, unless it is said to be the number of something that is bought or sent.
_MOBILE = re.compile(rf"\(?0{_GAP}6")
_LOOK_BACK = 40  # signs before a number that may say what it is


def phones(small: str) -> Iterator[Span]:
    """Telephone numbers in plain text in small letters, except those that anybody may name."""
    rest = blanked(_PUBLIC, small)
    for match in _LINK.finditer(rest):
        yield match.span()
    for match in _PHONE.finditer(rest):
        if not _is_of_a_thing(rest, match.start()):
            yield match.span()
    for pattern in (_NAMED, _WITHOUT_ZERO):
        for match in pattern.finditer(rest):
            if not _is_of_a_thing(rest, match.start(1)):
                yield match.span(1)


def spoken_phones(small: str) -> Iterator[Span]:
    """Telephone numbers in words (`nul zes twaalf ...`), in plain text in small letters."""
    for match in _IN_WORDS.finditer(small):
        if _DIGIT_WORD.search(match[0]):
            yield match.span()


def _is_of_a_thing(text: str, start: int) -> bool:
    before = text[max(0, start - _LOOK_BACK) : start]
    return bool(_OF_AN_ORDER.search(before) or (not _MOBILE.match(text, start) and _OF_A_CODE.search(before)))
