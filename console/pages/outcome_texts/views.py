"""What the pages of the texts of outcomes show."""

from dataclasses import dataclass
from typing import ClassVar

from console.edit_form import EditForm
from console.moments import Moment
from texts.html import Html


@dataclass(frozen=True, slots=True)
class TextLine:
    """The text for one kind of report, as it is read in this page's language: where it is changed, whose words it is,
    and in which languages these lack."""

    path: str
    kind: str
    text: Html
    whose: str
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutcomeLines:
    """The texts of one outcome."""

    outcome: str
    lines: tuple[TextLine, ...]


@dataclass(frozen=True, slots=True)
class TextsView:
    """All texts of a municipality."""

    template: ClassVar[str] = "pages/outcome_texts/texts.html"
    name: str
    outcomes: tuple[OutcomeLines, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """A text that was stored: when and by which function, and its words by language (none: the standard text)."""

    at: Moment
    who: Html
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EditView:
    """The form for one text, in all languages, with its history. `falls_back` says of each language without own words
    what is read there."""

    template: ClassVar[str] = "pages/outcome_texts/edit.html"
    form: EditForm
    about: Html
    falls_back: tuple[Html, ...]
    history: tuple[Earlier, ...]
