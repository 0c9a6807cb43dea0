"""Branch words: find the branch that somebody means by a typed word, such as *slager* or *bloemist*."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from alerts.branch import Branch
from texts.phrases import Phrases

_WORDS = re.compile(r"[^\W\d_]+")
_ALIKE = 0.84  # how alike a misspelt word must be, as `difflib` counts


def branch_of(text: str, t: Phrases) -> Branch | None:
    """Return the branch that the text names, by its own name or by a word that people use for it.

    None for a text without such a word, or with words of several branches that are equally long.
    """
    words = " ".join(_WORDS.findall(text.casefold()))
    named = dict(_named(t))
    if words in named:
        return named[words]
    found = [one for one in named if f" {one} " in f" {words} "]
    if not found and (alike := get_close_matches(words, named, n=1, cutoff=_ALIKE)):
        found = alike
    longest = max((len(one) for one in found), default=0)
    branches = {named[one] for one in found if len(one) == longest}
    return branches.pop() if len(branches) == 1 else None


def _named(t: Phrases) -> Iterator[tuple[str, Branch]]:
    """Return each word, or each few words, with its branch; the branch's own name counts most."""
    for branch in Branch:
        for word in t.plain(f"branch-words-{branch}").split(","):
            yield _plain(word), branch
    for branch in Branch:
        yield _plain(t.plain(f"branch-{branch}")), branch


def _plain(words: str) -> str:
    return " ".join(_WORDS.findall(words.casefold()))
