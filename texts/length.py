"""The length of a notice: how many words stand above its buttons, and how a typed text is cut to fit."""

import re

MOST_WORDS = 70  # above the buttons of a notice: one screen of a phone

_TAG = re.compile(r"<[^>]*>")  # typed text is escaped, so that it has none
_WORD = re.compile(r"\S+")
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?])\s+|\n+")
_SENTENCE_END = re.compile(r"[.!?](?=\s)")


def words_in(*parts: str) -> int:
    """Count what stands between spaces, markup aside."""
    return sum(len(_TAG.sub("", part).split()) for part in parts)


def new_sentences(before: str, text: str) -> str:
    """Return the sentences of a text that it did not have before, behind an ellipsis where others go first; the whole
    text where all of it is new, or none."""
    was, now = set(_BETWEEN_SENTENCES.split(before)), _BETWEEN_SENTENCES.split(text)
    new = [one for one in now if one not in was]
    if len(new) in (0, len(now)):
        return text
    shown = " ".join(new)
    return shown if now[0] == new[0] else f"… {shown}"


def cut(text: str, most: int) -> str:
    """Return the text's first words, at most so many: whole sentences where these are half of them or more."""
    words = list(_WORD.finditer(text))
    if len(words) <= most:
        return text
    if most <= 0:
        return ""
    kept = text[: words[most - 1].end()]
    ends = [found.end() for found in _SENTENCE_END.finditer(kept + " ")]
    if ends and words_in(kept[: ends[-1]]) * 2 >= most:
        return kept[: ends[-1]]
    return kept.rstrip(",;:-–") + "…"
