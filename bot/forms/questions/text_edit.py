"""Edit a text by a short answer, so that nobody types all of it again on a phone: `old > new` replaces a passage, and
`+ sentence` adds one. Any other answer is a new text.

A button that fills in the typing field is no way: it puts the bot's name there, and sends each letter as an inline
query.
"""

import re

from alerts.errors import InvalidText

_REPLACES = re.compile(r"([^\n>→]*[^\s>→-])\s*(?:->|>|→)\s*([^\n>→]*)")
_ADDS = re.compile(r"\+\s*(\S.*)", re.DOTALL)
_LONGEST_SHOWN = 60  # characters of a passage that is told back


def edited(text: str | None, answer: str) -> str:
    """Return the text that this answer makes of the present one (None: there is none yet). Raises InvalidText unless
    the passage to replace occurs exactly once; as whole words it counts before it counts within others."""
    if not text:
        return answer
    if added := _ADDS.fullmatch(answer):
        return f"{_closed(text)} {_closed(_capital(added[1]))}"
    if replaces := _REPLACES.fullmatch(answer):
        return _replaced(text, replaces[1].strip(), replaces[2].strip())
    return answer


def _replaced(text: str, old: str, new: str) -> str:
    found = _occurrences(text, old)
    if len(found) != 1:
        reason = "passage-often" if found else "passage-nowhere"
        shown = old if len(old) <= _LONGEST_SHOWN else f"{old[:_LONGEST_SHOWN]}…"
        raise InvalidText(reason, passage=shown, count=str(len(found)))
    start, end = found[0].span()
    if found[0][0][0].isupper():  # a phone begins each answer with a capital, so only the text's own counts
        new = _capital(new)
    before, after = text[:start], text[end:]
    return f"{before}{new}{after}" if new else _without_gap(before, after)


def _occurrences(text: str, old: str) -> list[re.Match[str]]:
    """Find a passage in any case, with either apostrophe, and with any space between its words."""
    words = (re.sub("['’]", "['’]", re.escape(word)) for word in old.split())
    passage = r"\s+".join(words)
    whole = list(re.finditer(rf"(?<!\w){passage}(?!\w)", text, re.IGNORECASE))
    return whole or list(re.finditer(passage, text, re.IGNORECASE))


def _without_gap(before: str, after: str) -> str:
    """Join what stood before and after a passage that is left out."""
    if not before.rstrip(" ") or before.rstrip(" ").endswith((".", "!", "?", "\n")):
        after = _capital(after.lstrip(" ,;"))
    elif after[:1] in (".", ",", ";", "!", "?", ""):
        before = before.rstrip(" ,;")
    return f"{before}{after.lstrip(' ')}" if before.endswith((" ", "\n")) or not before else f"{before}{after}"


def _closed(sentence: str) -> str:
    """Return it with a full stop, unless it ends otherwise."""
    kept = sentence.rstrip()
    return f"{kept}." if kept[-1:].isalnum() else kept


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
