"""Texts: Fluent files, Dutch first. Every value is escaped here; code holds no prose."""

import re
from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from alerts.member import Language
from bot.message import Html

LOCALES = Path(__file__).parent / "locales"
_BEGINNINGS = re.compile(r"^(?=[a-z])", re.MULTILINE)  # of texts: whatever else a file has is indented or a comment


class MissingText(LookupError):
    """A text or a variable in it is missing."""


class _Book:
    """One language's files. A text is parsed when it is first asked for: all of them take as long as the program's
    start, and most conversations need few."""

    def __init__(self, language: Language) -> None:
        self._bundle = FluentBundle([language], use_isolating=False)
        self._unread: dict[str, str] = {}
        for file in sorted((LOCALES / language).glob("*.ftl")):
            for text in _BEGINNINGS.split(file.read_text(encoding="utf-8")):
                self._unread.setdefault(text.partition("=")[0].strip(), text)

    def format(self, text_id: str, values: Mapping[str, str | int]) -> tuple[str, list[Exception]] | None:
        """The text and what is wrong with it; None when there is none."""
        if text_id in self._unread:
            self._bundle.add_resource(FluentResource(self._unread.pop(text_id)))
        if not self._bundle.has_message(text_id):
            return None
        pattern = self._bundle.get_message(text_id).value
        if pattern is None:
            return None
        text, errors = self._bundle.format_pattern(pattern, dict(values))
        return str(text), errors


class Phrases:
    """The texts of one language; another language's where one is missing, unless strict."""

    def __init__(self, language: Language, book: _Book, fallback: "Phrases | None") -> None:
        self.language = language
        self._book = book
        self._fallback = fallback

    def __call__(self, text_id: str, /, **values: str | int) -> Html:
        """The text as HTML, its values escaped (values that are Html already stay as they are)."""
        return Html(self._format(text_id, {name: _escaped(value) for name, value in values.items()}))

    def plain(self, text_id: str, /, **values: str | int) -> str:
        """The text for a place without markup: a button, a toast, a command menu."""
        return self._format(text_id, values)

    def _format(self, text_id: str, values: Mapping[str, str | int]) -> str:
        found = self._book.format(text_id, values)
        if found is None:
            if self._fallback is not None:
                return self._fallback._format(text_id, values)
            raise MissingText(f"{text_id} ({self.language})")
        text, errors = found
        if errors and self._fallback is None:
            raise MissingText(f"{text_id} ({self.language}): {errors[0]}")
        return text


def _escaped(value: str | int) -> str | int:
    if isinstance(value, Html | int):
        return value
    return escape(value, quote=False)


def load_texts(*, strict: bool = False) -> dict[Language, Phrases]:
    """Every language. Strict (tests) raises on what is missing; else Dutch stands in for it, and gaps show."""
    books = {language: _book(language) for language in Language}
    dutch = Phrases(Language.DUTCH, books[Language.DUTCH], None)
    return {
        language: dutch if language is Language.DUTCH else Phrases(language, book, None if strict else dutch)
        for language, book in books.items()
    }


@cache  # what is in the files never changes
def _book(language: Language) -> _Book:
    return _Book(language)
