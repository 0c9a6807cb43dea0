"""What the pages of examples show."""

from dataclasses import dataclass
from typing import ClassVar

from console.choice import Choice
from console.edit_form import EditForm
from texts.html import Html


@dataclass(frozen=True, slots=True)
class ExampleLine:
    """An example: what it is for, its text, and where it is changed (empty: it is not for this reader to change)."""

    path: str
    about: str
    text: str


@dataclass(frozen=True, slots=True)
class ExamplesView:
    """The examples of a municipality."""

    template: ClassVar[str] = "pages/examples/examples.html"
    title: str
    path: str
    lines: tuple[ExampleLine, ...]
    is_kept: bool


@dataclass(frozen=True, slots=True)
class EditView:
    """The form for one example, in all languages. `known`: the placeholders; `wrong`: what is wrong with the example as
    a whole; `is_stored`: it can be removed."""

    template: ClassVar[str] = "pages/examples/edit.html"
    form: EditForm
    known: Html
    kinds: tuple[Choice, ...]
    branches: tuple[Choice, ...]
    kind: str
    branch: str
    wrong: Html
    is_stored: bool
