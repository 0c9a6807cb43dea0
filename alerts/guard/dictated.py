"""Read dictated text: numbers in words, spelled letters, and plates or numbers that are told in parts.

A text is cut into tokens. Consecutive tokens that stand for letters or digits form a run, which is written down as a
listener would: `Golf Tango 482 Romeo` is GT482R. Between them stand marks, or words that lead from one part to the
next: `begint met GT, dan 482, eindigt op R`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from alerts.guard.numerals import ENGLISH_ONES, NUMERAL_HEADS, digits_of
from alerts.guard.plain import Span
from alerts.guard.short_words import are_ordinary
from alerts.guard.spelling import DOUBTFUL, DUTCH, NAMED, NATO
from alerts.guard.words import Beginnings, Words

_WORD = re.compile(r"\d{1,20}|[^\W\d_]{1,40}")
_GAP = re.compile(r"\W{0,4}")
_WORD_BEHIND = re.compile(r" [^\W\d_]")
_MOST_STEPS = 8  # words that lead from one part to the next
_LONGEST_LITERAL = 4  # letters that stand for themselves: those of a plate, a bank
_TWICE = {"dubbel": 2, "dubbele": 2, "double": 2, "triple": 3}
_IS_FOR = {"van", "for", "als", "as", "like", "voor"}  # K van kaas, N for nuts
_VOWELS = frozenset("aeiou")
_ODD_BEGINNINGS = frozenset({"plus", "oo", "ol", "oi", "lo", "io", "il", "li", "ii", "ooo"})
_LIKE_DIGITS = {"o": "0", "l": "1", "i": "1"}
_STEPS_TEXT = """
    en dan daarna daarvoor vooraan achteraan eindigt eindigen sluit af hij ie op met laatste letter letters cijfer
    cijfers is een de het in midden middelste eerste eerst tot slot verder gaat nog iets deel stuk begint and then the
    last one a an ends with middle bit starts first digits number erachter ervoor daarachter gevolgd door streepje
    spatie dash space
"""
_STEPS = frozenset(_STEPS_TEXT.split())
_KNOWN = {*_STEPS, *_TWICE, *NATO, *NAMED, *DUTCH}
_GO_ON = frozenset({"dan", "daarna", "slot", "verder", "gevolgd", "then", "daarachter", "erachter"})
_OF_A_PART = {"deel", "part", "stuk"}  # deel 2: 27
_MERE_STEPS = frozenset(word for word in _STEPS - _OF_A_PART - {"een", "one"} if len(word) > 1)


_TELLING_WORDS = (
    *("dan", "daarna", "slot", "verder", "eindigt", "letter", "cijfer", "laatste", "then", "last", "plus", "honderd"),
    *("deel", "delen", "stukjes", "stukken", "begint", *_TWICE, *NATO, *NAMED, *DUTCH),
)
_HEADS = {word[:3] for word in _TELLING_WORDS} | NUMERAL_HEADS - {"een", "one"}
_TELLING_WORD = Beginnings(_HEADS)
# An O for a zero, `K van kaas`, and characters one by one.
_TELLING = re.compile(
    r"een[eë]n|\d(?:[oil]|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)|[oil]\d"
    r"|\b[a-z] (?:van|for|als) [a-z]"
    r"|(?<!\w)(?:\w[ /.,-]{1,3}){5}\w(?!\w)"
)


class Sort(StrEnum):
    """The kinds of tokens, by what they stand for."""

    DIGITS = "digits"
    LETTERS = "letters"
    STEP = "step"


class Token(NamedTuple):
    """A word or number, with its place in the plain text and the steps before it.

    `is_told` says that it is a word for the characters that it stands for, `is_spelled` that those are a letter,
    `is_name` that the word is a given name, as in the Dutch alphabet for the telephone.
    """

    signs: str
    start: int
    end: int
    sort: Sort
    is_told: bool = False
    is_spelled: bool = False
    is_name: bool = False
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive tokens that stand for letters or digits."""

    tokens: Sequence[Token]

    @property
    def signs(self) -> str:
        """The letters and digits that the run stands for."""
        return "".join(token.signs for token in self.tokens)

    @property
    def span(self) -> Span:
        """The place from the first to the last token."""
        return self.tokens[0].start, self.tokens[-1].end

    @property
    def spelled(self) -> int:
        """The number of letters that are told by words."""
        return sum(token.is_spelled for token in self.tokens)

    @property
    def told(self) -> int:
        """The number of tokens that are words for what they stand for."""
        return sum(token.is_told for token in self.tokens)

    @property
    def steps(self) -> int:
        """The number of words that lead from one token to the next."""
        return sum(len(token.steps) for token in self.tokens[1:])

    @property
    def goes_on(self) -> bool:
        """Whether a word between the tokens says that the same thing continues: `dan`, `daarna`."""
        return any(not _GO_ON.isdisjoint(token.steps) for token in self.tokens[1:])

    @property
    def literals(self) -> list[str]:
        """The letters that stand for themselves, in small letters."""
        return [one.signs.lower() for one in self.tokens if one.sort is Sort.LETTERS and not one.is_told]

    @property
    def are_names(self) -> bool:
        """Whether every spelled letter is told by a given name."""
        return all(token.is_name for token in self.tokens if token.is_spelled)

    def part(self, first: int, end: int) -> "Run":
        """Return the run of the tokens from `first` up to `end`."""
        return Run(self.tokens[first:end])


def may_be_dictated(small: str, words: Words) -> bool:
    """Whether a plain text in small letters holds anything that tells a letter, a number or the next part of one."""
    return bool(_TELLING_WORD.places(words)) or _TELLING.search(small) is not None


def runs(text: str, small: str) -> Iterator[Run]:
    """Yield the runs of a plain text (given also in small letters), in order."""
    words = list(_WORD.finditer(small))
    tokens: list[Token] = []
    steps: tuple[str, ...] = ()
    place = 0
    reader = _Reader(text, small, words, tokens)
    while place < len(words):
        if not tokens and _begins_nothing(words[place], text):
            place += 1
            continue
        token, used = reader.read(place)
        is_next = not tokens or _GAP.fullmatch(small, words[place - 1].end(), words[place].start()) is not None
        if token is None or not is_next or len(steps) > _MOST_STEPS:
            if len(tokens) > 1:
                yield Run(tuple(tokens))
            was_begun, steps = bool(tokens), ()
            tokens.clear()
            place += used if token is None or not was_begun else 0
            continue
        if token.sort is Sort.STEP:
            steps = (*steps, words[place][0])
        else:
            tokens.append(token._replace(steps=steps) if steps else token)
            steps = ()
        place += used
    if len(tokens) > 1:
        yield Run(tuple(tokens))


def _begins_nothing(match: re.Match[str], text: str) -> bool:
    """Whether no run begins with this word: most words, and those that lead from one part to the next."""
    word = match[0]
    if word in _MERE_STEPS:
        return True
    if word in _KNOWN or word[:3] in NUMERAL_HEADS or word[:2] in NUMERAL_HEADS or word.isdigit():
        return False
    if len(word) > _LONGEST_LITERAL:
        return True
    has_vowel = len(word) > 1 and word not in _ODD_BEGINNINGS and not _VOWELS.isdisjoint(word)
    return has_vowel and not text[match.start() : match.end()].isupper()


@dataclass(frozen=True, slots=True)
class _Reader:
    """A reader of single tokens; those before one in its run may tell what it is."""

    text: str
    small: str
    words: Sequence[re.Match[str]]
    before: Sequence[Token]

    def read(self, place: int) -> tuple[Token | None, int]:
        """Return the token that begins with this word (None when it stands for nothing), and the number of words in
        it."""
        word = self.words[place]
        written = word[0]
        if written.isdigit():
            return self._token(written, place, Sort.DIGITS), 1
        if len(written) == 1:
            return self._of_one_sign(written, place)
        if len(written) > _LONGEST_LITERAL and written not in _KNOWN and written[:3] not in NUMERAL_HEADS:
            return None, 1
        following = self._word(place + 1)
        if written in _OF_A_PART and following.isdigit() and self._ends_in_colon(place + 1):
            return self._token("", place, Sort.STEP), 2
        if (written, following) == ("alfa", "romeo"):  # a car
            return None, 2
        if written in _TWICE:
            digit = following if following.isdigit() else digits_of(following) or ""
            if len(digit) == 1:
                return self._token(digit * _TWICE[written], place, Sort.DIGITS, 2, is_told=True), 2
        if written.endswith("ty") and following in ENGLISH_ONES and (tens := digits_of(written)):
            return self._token(tens[0] + ENGLISH_ONES[following], place, Sort.DIGITS, 2, is_told=True), 2
        return self._of_a_word(written, place), 1

    def _of_one_sign(self, written: str, place: int) -> tuple[Token | None, int]:
        following, example = self._word(place + 1), self._word(place + 2)
        if following in _IS_FOR and len(example) > 1 and example.startswith(written):
            return self._token(written.upper(), place, Sort.LETTERS, 3, is_told=True, is_spelled=True), 3
        if (written, following) == ("x", "ray"):
            return self._token("X", place, Sort.LETTERS, 2, is_told=True, is_spelled=True), 2
        if written in _LIKE_DIGITS and self._is_beside_digits(place):
            return self._token(_LIKE_DIGITS[written], place, Sort.DIGITS, is_told=True), 1
        if self.text[self.words[place].start()].isupper():
            return self._token(written.upper(), place, Sort.LETTERS), 1
        if written in _STEPS:
            return self._token("", place, Sort.STEP), 1
        return self._token(written.upper(), place, Sort.LETTERS) if written not in "aeu" else None, 1

    def _of_a_word(self, written: str, place: int) -> Token | None:
        if set(written) <= set(_LIKE_DIGITS) and self._is_beside_digits(place):
            signs = "".join(_LIKE_DIGITS[sign] for sign in written)
            return self._token(signs, place, Sort.DIGITS, is_told=True)
        if written in ("een", "one") and not self._is_between_numbers(place):
            return self._token("", place, Sort.STEP)
        if letter := NATO.get(written) or NAMED.get(written):
            return self._token(letter, place, Sort.LETTERS, is_told=True, is_spelled=True)
        if letter := DUTCH.get(written):
            return self._token(letter, place, Sort.LETTERS, is_told=True, is_spelled=True, is_name=True)
        if written in DOUBTFUL and self.before and self.before[-1].is_told and written != "en":
            return self._token(DOUBTFUL[written], place, Sort.LETTERS, is_told=True, is_spelled=True)
        if written == "plus":
            return self._token("+", place, Sort.DIGITS, is_told=True)
        if (written[:3] in NUMERAL_HEADS or written[:2] in NUMERAL_HEADS) and (digits := digits_of(written)):
            return self._token(digits, place, Sort.DIGITS, is_told=True)
        if written in _STEPS:
            return self._token("", place, Sort.STEP)
        if len(written) > _LONGEST_LITERAL:
            return None
        start, end = self.words[place].span()
        is_code = self.text[start:end].isupper() or not (set(written) & set("aeiou") or are_ordinary([written]))
        return self._token(written.upper(), place, Sort.LETTERS) if is_code else None

    def _ends_in_colon(self, place: int) -> bool:
        end = self.words[place].end()
        return self.small[end : end + 1] == ":"

    def _word(self, place: int) -> str:
        return self.words[place][0] if place < len(self.words) else ""

    def _is_beside_digits(self, place: int) -> bool:
        start, end = self.words[place].span()
        return self.small[start - 1 : start].isdigit() or self.small[end : end + 1].isdigit()

    def _is_between_numbers(self, place: int) -> bool:
        following = self._word(place + 1)
        if _is_number(following):
            return True
        if not place or not _is_number(self._word(place - 1)):
            return False
        start, end = self.words[place].span()
        is_joined = self.small[self.words[place - 1].end() : start] in ("", " ", "-")
        return is_joined or _WORD_BEHIND.match(self.small, end) is None

    def _token(
        self,
        signs: str,
        place: int,
        sort: Sort,
        words: int = 1,
        *,
        is_told: bool = False,
        is_spelled: bool = False,
        is_name: bool = False,
    ) -> Token:
        start, end = self.words[place].start(), self.words[place + words - 1].end()
        return Token(signs, start, end, sort, is_told=is_told, is_spelled=is_spelled, is_name=is_name)


def _is_number(word: str) -> bool:
    return word.isdigit() or digits_of(word) is not None
