"""E-mail addresses."""

import re
from collections.abc import Iterator

from alerts.guard.plain import Span

# At most 64 signs before the @ (RFC 5321, 4.5.3.1.1), and the last label has letters only.
_WRITTEN = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}(?: ?@ ?| ?[(\[{<] ?(?:at|apenstaartje|apestaartje|@) ?[)\]}>] ?)[\w-]{1,63}"
    r"(?:\.[\w-]{1,63}){0,8}\.[^\W\d_]{2,63}"
)
_DOT = r"(?: ?[(\[{<] ?(?:dot|punt|\.) ?[)\]}>] ?| (?:dot|punt) )"
_AT = (
    r"(?: ?@ ?| ?[(\[{<] ?(?:at|apenstaart(?:je)?|apestaart(?:je)?|@) ?[)\]}>] ?| (?:apenstaart(?:je)?"
    r"|apestaart(?:je)?) )"
)
_TAIL = r"(?:nl|com|be|de|eu|net|org|fr|info|pl|ro|bg|uk|io|me|email|shop|example|invalid|test|co|biz)"
_JOIN = r"(?: (?:punt|dot|streepje|underscore|liggend streepje|min|plus) | ?[(\[] ?(?:dot|punt) ?[)\]] ?)"
_LOCAL = rf"(?<![\w.+-])[\w.+-]{{1,64}}(?:{_JOIN}[\w+.-]{{1,64}}){{0,4}}"
_SPELLED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_LOCAL}{_AT}[\w-]{{1,63}}(?:(?:\.|{_DOT}| ?\. ?|{_JOIN})[\w-]{{1,63}}){{0,4}}(?:{_DOT}|\.)[^\W\d_]{{2,63}}",
        rf"{_LOCAL}{_AT}[\w-]{{1,63}}(?: ?\. ?[\w-]{{1,63}}){{0,3}} ?\. ?{_TAIL}\b",
        # A bare `at` is an English word, too: only with a spelled dot.
        rf"{_LOCAL} at [\w-]{{1,63}}(?: (?:dot|punt) [\w-]{{1,63}}){{0,3}} (?:dot|punt) [^\W\d_]{{2,63}}",
    )
)
_SPELLING = re.compile(r"@|ap(?:en|e)staart|[(\[{<] ?at ?[)\]}>]| at ")


def emails(small: str) -> Iterator[Span]:
    """Addresses in plain text in small letters, also with ` @ `, `(at)`, or spelled out."""
    if _SPELLING.search(small):
        for pattern in (_WRITTEN, *_SPELLED):
            for match in pattern.finditer(small):
                yield match.span()
