"""What the pages of the texts of outcomes show."""

from dataclasses import dataclass
from typing import ClassVar

from console.guard_marks import Passage
from console.moments import Moment
from texts.html import Html


@dataclass(frozen=True, slots=True)
class ChooseView:
    """The form that asks which municipality: what was typed, and what is wrong with it."""

    template: ClassVar[str] = "pages/outcome_texts/choose.html"
    typed: str
    wrong: Html | None = None


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
class Field:
    """The text in one language: its words in the form, what a reporter reads without any (`otherwise`), what is kept
    now where a colleague changed that meanwhile, and what is wrong with the words."""

    name: str
    label: str
    typed: str
    otherwise: Html
    now: str | None = None
    wrong: Html | None = None
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Earlier:
    """A text that was stored: when and by which function, and its words by language (none: the standard text)."""

    at: Moment
    who: Html
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EditView:
    """The form for one text, in all languages, with its history. `seen` is the id of the text that the form was made
    from; `falls_back` says of each language without own words what is read there."""

    template: ClassVar[str] = "pages/outcome_texts/edit.html"
    path: str
    back: str
    outcome: str
    about: Html
    seen: int
    fields: tuple[Field, ...]
    falls_back: tuple[Html, ...]
    history: tuple[Earlier, ...]
    is_kept: bool
    is_overtaken: bool = False

    @property
    def wrong(self) -> tuple[Field, ...]:
        """The fields in which something is wrong."""
        return tuple(one for one in self.fields if one.wrong is not None)
