"""E-mail addresses."""

import re
from collections.abc import Iterator

from alerts.guard.plain import Span

# Names of mail providers: none of them is an ordinary word.
_MAILER = r"(?:gmail|googlemail|hotmail|icloud|yahoo|kpnmail|xs4all|upcmail|protonmail|gmx|casema|hetnet)"
_TAIL = r"(?:nl|com|be|de|eu|net|org|fr|info|pl|ro|bg|uk|io|me|email|shop|example|invalid|test|co|biz|ch|at|es|it)"
_MARK = r"(?:at|apenstaart(?:je)?|apestaart(?:je)?|@)"
_DOT = r"(?: ?[(\[{<] ?(?:dot|punt|\.) ?[)\]}>] ?|[ -](?:dot|punt)[ -])"
_AT = rf"(?:@ ?| ?[(\[{{<] ?{_MARK} ?[)\]}}>] ?|[ -](?:apenstaart(?:je)?|apestaart(?:je)?)[ -])"
_JOIN = r"(?: (?:punt|dot|streepje|underscore|liggend streepje|min|plus) | ?[(\[] ?(?:dot|punt) ?[)\]] ?)"
_EDGE = r"(?<![\w.+-])"
_LOCAL = rf"{_EDGE}[\w.+-]{{1,64}}(?:{_JOIN}[\w+.-]{{1,64}}){{0,4}}"
# `bij @winkel.nl` names an account.
_NO_LOCAL = (
    rf"{_EDGE}(?!(?:bij|via|op|als|van|naar|is|aan|en|of|met|account|insta\w{{0,40}}|tiktok|snap\w{{0,40}}"
    r"|by|on|as|at|from)\b)"
)
_NEXT = r"[\w-]{1,63}"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # At most 64 characters before the @ (RFC 5321, 4.5.3.1.1), and the last label has letters only.
        rf"{_EDGE}[\w.+-]{{1,64}}{_AT}{_NEXT}(?:\.{_NEXT}){{0,8}}\.[^\W\d_]{{2,63}}",
        rf"{_LOCAL}{_AT}{_NEXT}(?:(?:{_DOT}| ?\. ?|{_JOIN}){_NEXT}){{0,4}}(?:{_DOT}|\.)[^\W\d_]{{2,63}}",
        rf"{_LOCAL}{_AT}{_NEXT}(?: ?\. ?{_NEXT}){{0,3}} ?\. ?{_TAIL}\b",
        rf"{_NO_LOCAL}{_LOCAL} ?@ ?{_NEXT}(?:(?:{_DOT}| ?\. ?){_NEXT}){{0,3}}(?:{_DOT}| ?\. ?){_TAIL}\b",
        rf"{_LOCAL} ?@ ?{_MAILER}\b(?:[ .,]{{1,2}}{_TAIL}\b)?",
        # A bare `at` is an English word, too: it counts only with a spelled dot, or beside characters that are no word.
        rf"{_LOCAL} at {_NEXT}(?: (?:dot|punt) {_NEXT}){{0,3}} (?:dot|punt) [^\W\d_]{{2,63}}",
        rf"{_EDGE}(?=[\w.+-]{{0,63}}[a-z])[\w.+-]{{2,64}} at {_MAILER}\.{_TAIL}\b",
        rf"{_EDGE}(?=[a-z][\w+-]{{0,63}}[\d._])[\w.+-]{{1,63}}\w at {_NEXT}(?:\.{_NEXT}){{0,3}}\.{_TAIL}\b",
    )
)
_SPELLING = re.compile(r"@|ap(?:en|e)staart|[(\[{<] ?at ?[)\]}>]| at ")


def emails(small: str) -> Iterator[Span]:
    """Find e-mail addresses in a plain text in small letters, also with ` @ `, `(at)`, or spelled out."""
    if _SPELLING.search(small):
        for pattern in _PATTERNS:
            for match in pattern.finditer(small):
                yield match.span()
