"""The lexicon: what a word may stand for, exactly, by how it begins or ends, or with one letter wrong."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

LONGEST_WORD = 30  # letters; nothing longer is looked up
SHORTEST_STEM = 3  # letters of a beginning or an ending
DISTINCT = 9  # letters from which on a word is told from others in spite of one wrong letter

_BEFORE_VERB = frozenset({"they", "he", "she", "we", "there", "who", "someone", "somebody"})

_exact: defaultdict[str, set[str]] = defaultdict(set)
_beginnings: defaultdict[str, set[str]] = defaultdict(set)
_endings: defaultdict[str, set[str]] = defaultdict(set)
_misspelled: defaultdict[str, set[str]] = defaultdict(set)
"""For each word of DISTINCT letters or more, without one of its letters: the words it may be."""


def register(concepts: Mapping[str, str]) -> None:
    """Let words stand for concepts: `{"LOOK": "keek kijk* *loeren"}`; a star stands for any letters."""
    for concept, words in concepts.items():
        for word in words.split():
            _add(word, concept)
    concepts_of.cache_clear()


def register_items(items: Iterable[str]) -> None:
    """Let words that patterns name, and beginnings and endings with a star, be found under their own name."""
    for item in items:
        if item.isupper():
            continue
        if "*" in item:
            _add(item, item)
    concepts_of.cache_clear()


def _add(word: str, concept: str) -> None:
    if word.endswith("*"):
        assert len(word) > SHORTEST_STEM, f"{word} is too short to begin a word with"
        _beginnings[word[:-1]].add(concept)
    elif word.startswith("*"):
        assert len(word) > SHORTEST_STEM, f"{word} is too short to end a word with"
        _endings[word[1:]].add(concept)
    else:
        _exact[word].add(concept)
        if len(word) >= DISTINCT:
            for short in _without_one(word):
                _misspelled[short].add(word)


def _without_one(word: str) -> Iterator[str]:
    return (word[:place] + word[place + 1 :] for place in range(1, len(word)))


@lru_cache(maxsize=8192)
def concepts_of(word: str) -> frozenset[str]:
    """Return what a word in small letters stands for, itself included.

    A long word that nothing is known of stands for what all words stand for that it may be, with one letter wrong.
    """
    found = {word}
    if len(word) > LONGEST_WORD:
        return frozenset(found)
    found |= _known(word)
    if (head := word.split("'", 1)[0]) in _BEFORE_VERB and head != word:  # they've
        found |= {head} | _known(head)
    if len(found) == 1 and word.endswith("'s"):  # audi's
        found |= _known(word.removesuffix("'s"))
    if len(found) == 1 and len(last := word.rsplit("-", 1)[-1]) > SHORTEST_STEM and last != word:
        found |= _known(last)
    if len(found) == 1 and len(word) >= DISTINCT:
        meant = [{right} | _known(right) for right in _meant(word)]
        found |= set.intersection(*meant) if meant else set()
    return frozenset(found)


def _known(word: str) -> set[str]:
    found = set(_exact.get(word, ()))
    for length in range(SHORTEST_STEM, len(word) + 1):
        found |= _beginnings.get(word[:length], set())
        found |= _endings.get(word[-length:], set())
    return found


def _meant(word: str) -> set[str]:
    """Return the words of the lexicon that this one is with one letter missing, wrong, doubled or changed about."""
    return {
        right
        for short in (word, *_without_one(word))
        for right in _misspelled.get(short, ())
        if abs(len(right) - len(word)) <= 1
    } | {right for short in _without_one(word) if (right := short) in _exact and len(right) >= DISTINCT}
