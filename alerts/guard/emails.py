"""E-mail addresses."""

import re
from collections.abc import Iterator

from alerts.guard.plain import Span

# At most 64 signs before the @ (RFC 5321, 4.5.3.1.1), and the last label has letters only.
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}(?: ?@ ?| ?[(\[] ?at ?[)\]] ?)[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.[^\W\d_]{2,63}",
    re.IGNORECASE,
)


def emails(text: str) -> Iterator[Span]:
    """Addresses in plain text, also with ` @ ` or `(at)`."""
    for match in _EMAIL.finditer(text):
        yield match.span()
