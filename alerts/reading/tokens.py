"""Tokens: the words of a text in order, with the sentence and the clause in which each stands."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from alerts.guard.plain import Plain, bare
from alerts.reading.lexicon import concepts_of

_PART = re.compile(r"(\d{1,12}|'?[^\W\d_]{1,40}(?:['-][^\W\d_]{1,30}){0,3})|([.!?;]{1,9})|([,:()/])|( - )")
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u2018": "'", "`": "'", "\u00b4": "'", "\n": ";", "\r": " "})


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a number in small letters without accents, and where it stands in the plain text.

    `sentence` and `clause` count from the beginning of the text. `is_denied`: a negation governs it.
    """

    word: str
    start: int
    end: int
    sentence: int
    clause: int
    is_capital: bool
    is_denied: bool = False

    @property
    def concepts(self) -> frozenset[str]:
        """What the word stands for."""
        return concepts_of(self.word)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text, `plain` as it was typed in plain characters. `questions` are the sentences that end with a
    question mark; `told` is `small` with spaces for words that are not among the tokens; `places` has for each concept
    the indices of the tokens that stand for it."""

    plain: Plain
    small: str
    told: str
    all: Sequence[Token]
    questions: frozenset[int]
    places: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, text: str) -> Self:
        """Take the text apart in one pass."""
        plain = Plain.of(text.translate(_APOSTROPHES))
        small = bare(plain.small)
        parts = list(_parts(plain.text, small))
        tokens = [part for part in parts if isinstance(part, Token)]
        questions = frozenset(part for part in parts if isinstance(part, int))
        return cls(plain, small, small, tokens, questions, _places(tokens))

    def with_tokens(self, tokens: Sequence[Token]) -> Self:
        """Return the same text with only these of its tokens."""
        kept = {token.start for token in tokens}
        told = list(self.small)
        for token in self.all:
            if token.start not in kept:
                told[token.start : token.end] = " " * (token.end - token.start)
        return replace(self, told="".join(told), all=tokens, places=_places(tokens))


def _parts(text: str, small: str) -> Iterator[Token | int]:
    """Yield the tokens, and the number of each sentence that is a question."""
    sentence = clause = 0
    for match in _PART.finditer(small):
        word, stop, pause, dash = match.groups()
        if word:
            yield Token(word, match.start(), match.end(), sentence, clause, text[match.start()].isupper())
        elif stop:
            if stop == "." and text[match.end() : match.end() + 1].isdigit():
                continue
            if "?" in stop:
                yield sentence
            sentence, clause = sentence + 1, clause + 1
        elif pause or dash:
            clause += 1


def _places(tokens: Sequence[Token]) -> Mapping[str, Sequence[int]]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, token in enumerate(tokens):
        for concept in token.concepts:
            places[concept].append(index)
    return places
