"""Parts of a text: as many of its sentences as fit in a field."""

import re

from alerts.typed_text import utf16_length

_SENTENCE_ENDS = re.compile(r"[.!?]+(?=\s)|\n")


def beginning(text: str, most: int) -> str:
    """Return the first sentences that fit in `most` UTF-16 units; whole words where those are less than half of it."""
    if utf16_length(text) <= most:
        return text
    fitting = text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")
    ends = [one.end() for one in _SENTENCE_ENDS.finditer(fitting)]
    end = ends[-1] if ends and ends[-1] > most // 2 else fitting.rfind(" ")
    return fitting[:end].strip() if end > 0 else fitting


def parts(text: str, most: int) -> list[str]:
    """Return the text in as few parts as `beginning` makes of it, none longer than `most` UTF-16 units."""
    found = []
    while utf16_length(text) > most:
        found.append(beginning(text, most))
        text = text[len(found[-1]) :].strip()
    return [*found, text] if text else found
