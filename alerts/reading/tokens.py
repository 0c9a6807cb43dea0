"""Tokens: the words of a text in order, with the sentence and the clause in which each stands."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from alerts.guard.plain import Plain, bare
from alerts.reading.languages import foreign_senses
from alerts.reading.lexicon import concepts_of

_PART = re.compile(r"(\d{1,12}|'?[^\W\d_]{1,40}(?:['-][^\W\d_]{1,30}){0,3})|([.!?;]{1,9})|([,:()/])|( - )")
# Words behind which a full stop ends no sentence.
_SHORTENED_TEXT = """
    zilverkl pers verd dd eig medew ri m v ca nr str tel inz vtg benz tankst ov onbek bijv evt incl ivm mbt obv z o a b
    d h gr dhr mevr sig omg eo approx max min st mw nl afd bed slachtoffers winkelc
"""
_SHORTENED = frozenset(_SHORTENED_TEXT.split())
_VAN = "van"
_BEFORE_VAN_TEXT = """
    a the stolen big small delivery cargo unmarked parked money cash parcel his transit getaway old white black grey
    gray silver red blue green yellow brown orange beige purple dark navy armoured rented plain another their my our
"""
_BEFORE_VAN = frozenset(_BEFORE_VAN_TEXT.split())
VAN = "bestelvan"
"""The word that stands for an English van: in Dutch it is `of`."""
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u2018": "'", "`": "'", "\u00b4": "'", "\n": ";", "\r": " "})


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a number in small letters without accents, and where it stands in the plain text.

    `concepts` is what the word stands for. `sentence` and `clause` count from the
    beginning of the text. `is_denied`: a negation governs it.
    """

    word: str
    start: int
    end: int
    sentence: int
    clause: int
    is_capital: bool
    concepts: frozenset[str]
    is_denied: bool = False

    def denied(self) -> "Token":
        """Return the same token, denied."""
        return Token(self.word, self.start, self.end, self.sentence, self.clause, self.is_capital, self.concepts, True)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text, `plain` as it was typed in plain characters. `questions` are the sentences that end with a
    question mark; `told` is `small` with spaces for words that are not among the tokens; `places` has for each concept
    the indices of the tokens that stand for it, and `concepts` are those."""

    plain: Plain
    small: str
    told: str
    all: Sequence[Token]
    questions: frozenset[int]
    places: Mapping[str, Sequence[int]]
    concepts: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Self:
        """Take the text apart in one pass."""
        plain = Plain.of(text.translate(_APOSTROPHES))
        small = bare(plain.small)
        parts = list(_parts(plain.text, small))
        tokens = _in_their_language([part for part in parts if isinstance(part, Token)])
        questions = frozenset(part for part in parts if isinstance(part, int))
        places = _places(tokens)
        return cls(plain, small, small, tokens, questions, places, frozenset(places))

    def with_tokens(self, tokens: Sequence[Token]) -> Self:
        """Return the same text with only these of its tokens."""
        if len(tokens) == len(self.all):
            return self
        kept = {token.start for token in tokens}
        told = list(self.small)
        for token in self.all:
            if token.start not in kept:
                told[token.start : token.end] = " " * (token.end - token.start)
        places = _places(tokens)
        return replace(self, told="".join(told), all=tokens, places=places, concepts=frozenset(places))


def _parts(text: str, small: str) -> Iterator[Token | int]:
    """Yield the tokens, and the number of each sentence that is a question."""
    sentence = clause = 0
    before = ""
    for match in _PART.finditer(small):
        word, stop, pause, dash = match.groups()
        if word:
            if word == _VAN and before in _BEFORE_VAN:
                word = VAN
            before = word
            start, end = match.span()
            yield Token(word, start, end, sentence, clause, text[start].isupper(), concepts_of(word))
        elif stop:
            if stop == "." and (before in _SHORTENED or text[match.end() : match.end() + 1].isalnum()):
                continue
            before = ""
            if "?" in stop:
                yield sentence
            sentence, clause = sentence + 1, clause + 1
        elif pause or dash:
            clause += 1


def _in_their_language(tokens: list[Token]) -> list[Token]:
    """Return the tokens without what they stand for in the other language only."""
    foreign = foreign_senses([token.word for token in tokens])
    return [
        replace(token, concepts=token.concepts.difference(foreign[token.word].split()))
        if token.word in foreign
        else token
        for token in tokens
    ]


def _places(tokens: Sequence[Token]) -> Mapping[str, Sequence[int]]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, token in enumerate(tokens):
        for concept in token.concepts:
            places[concept].append(index)
    return places
