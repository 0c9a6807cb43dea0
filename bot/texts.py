"""Texts: Fluent files, Dutch first. Every value is escaped here; code holds no prose."""

from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from alerts.member import Language
from bot.message import Html

LOCALES = Path(__file__).parent / "locales"


class MissingText(LookupError):
    """A text or a variable in it is missing."""


class Phrases:
    """The texts of one language; another language's where one is missing, unless strict."""

    def __init__(self, language: Language, bundle: FluentBundle, fallback: "Phrases | None") -> None:
        self.language = language
        self._bundle = bundle
        self._fallback = fallback

    def __call__(self, text_id: str, /, **values: str | int) -> Html:
        """The text as HTML, its values escaped (values that are Html already stay as they are)."""
        return Html(self._format(text_id, {name: _escaped(value) for name, value in values.items()}))

    def plain(self, text_id: str, /, **values: str | int) -> str:
        """The text for a place without markup: a button, a toast, a command menu."""
        return self._format(text_id, values)

    def _format(self, text_id: str, values: Mapping[str, str | int]) -> str:
        if not self._bundle.has_message(text_id):
            if self._fallback is not None:
                return self._fallback._format(text_id, values)
            raise MissingText(f"{text_id} ({self.language})")
        pattern = self._bundle.get_message(text_id).value
        if pattern is None:
            raise MissingText(f"{text_id} ({self.language})")
        text, errors = self._bundle.format_pattern(pattern, dict(values))
        if errors and self._fallback is None:
            raise MissingText(f"{text_id} ({self.language}): {errors[0]}")
        return str(text)


def _escaped(value: str | int) -> str | int:
    if isinstance(value, Html | int):
        return value
    return escape(value, quote=False)


def load_texts(*, strict: bool = False) -> dict[Language, Phrases]:
    """Every language. Strict (tests) raises on what is missing; else Dutch stands in for it, and gaps show."""
    bundles = {language: _bundle(language) for language in Language}
    dutch = Phrases(Language.DUTCH, bundles[Language.DUTCH], None)
    return {
        language: dutch if language is Language.DUTCH else Phrases(language, bundle, None if strict else dutch)
        for language, bundle in bundles.items()
    }


@cache  # parsing takes a tenth of a second, and what is parsed never changes
def _bundle(language: Language) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for file in sorted((LOCALES / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle
