"""Texts by id, from Fluent files, Dutch first. Every value is escaped here; code holds no prose."""

import re
from collections.abc import Mapping
from functools import cache, cached_property
from html import escape
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from alerts.member import Language
from texts.html import Html

LOCALES = Path(__file__).parent / "locales"
POLICE = "police-"  # the beginning of the ids of texts that police read in place of the usual ones
_BEGINNINGS = re.compile(r"^(?=[a-z])", re.MULTILINE)  # of texts: all other lines are indented or comments


# Fluent drops a value of over 2,500 characters, which 500 ampersands are once they are escaped. Values longer than this
# are filled in afterwards; none of them decides between variants of a text.
_LONG = 500
_MARK = re.compile("\x00(\\d{1,6})\x00")


class MissingText(LookupError):
    """A text or a variable in it is missing."""


class _Book:
    """The Fluent files of one language. A text is parsed when it is first asked for: parsing all takes as long as the
    program's start, and most conversations need few."""

    def __init__(self, language: Language) -> None:
        self._bundle = FluentBundle([language], use_isolating=False)
        self._unread: dict[str, str] = {}
        for file in sorted((LOCALES / language).glob("*.ftl")):
            for text in _BEGINNINGS.split(file.read_text(encoding="utf-8")):
                self._unread.setdefault(text.partition("=")[0].strip(), text)

    def format(self, text_id: str, values: Mapping[str, str | int]) -> tuple[str, list[Exception]] | None:
        """Fill in a text; return it with the errors in it, or None when there is no such text."""
        if text_id in self._unread:
            self._bundle.add_resource(FluentResource(self._unread.pop(text_id)))
        if not self._bundle.has_message(text_id):
            return None
        pattern = self._bundle.get_message(text_id).value
        if pattern is None:
            return None
        held = [value for value in values.values() if isinstance(value, str) and len(value) > _LONG]
        marked = {name: _mark(held.index(value)) if value in held else value for name, value in values.items()}
        text, errors = self._bundle.format_pattern(pattern, marked)
        return _MARK.sub(lambda found: held[int(found[1])] if int(found[1]) < len(held) else "", str(text)), errors


def _mark(number: int) -> str:
    """A placeholder for a long value; nobody can type its control character, as Telegram sends none."""
    return f"\x00{number}\x00"


class Phrases:
    """The texts of one language. A missing text is taken from the fallback language, if there is one. With a `variant`
    a text whose id begins with it stands in for the usual one."""

    def __init__(self, language: Language, book: _Book, fallback: "Phrases | None", variant: str = "") -> None:
        self.language = language
        self._book = book
        self._fallback = fallback
        self._variant = variant

    @cached_property
    def for_police(self) -> "Phrases":
        """The texts for police, who are not told to call the police: `police-...` stands in for a usual text."""
        fallback = None if self._fallback is None else self._fallback.for_police
        return Phrases(self.language, self._book, fallback, POLICE)

    def __call__(self, text_id: str, /, **values: str | int) -> Html:
        """Fill in a text as HTML, its values escaped (values that are Html stay as they are). Raises MissingText when
        there is no such text, nor one in the fallback language."""
        return Html(self._format(text_id, {name: _escaped(value) for name, value in values.items()}))

    def plain(self, text_id: str, /, **values: str | int) -> str:
        """Fill in a text for a place without markup: a button, a toast, a command menu."""
        return self._format(text_id, values)

    def _format(self, text_id: str, values: Mapping[str, str | int]) -> str:
        own = self._book.format(self._variant + text_id, values) if self._variant else None
        found = own or self._book.format(text_id, values)
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
    """Load the texts of every language. Strict (in tests): whatever is missing raises MissingText.

    Else Dutch stands in for a text that another language lacks, and a missing variable shows there as a gap; in Dutch
    both raise MissingText.
    """
    books = {language: _book(language) for language in Language}
    dutch = Phrases(Language.DUTCH, books[Language.DUTCH], None)
    return {
        language: dutch if language is Language.DUTCH else Phrases(language, book, None if strict else dutch)
        for language, book in books.items()
    }


@cache  # the files do not change while the program runs
def _book(language: Language) -> _Book:
    return _Book(language)
