"""What the pages of measures show."""

from dataclasses import dataclass, field
from typing import ClassVar

from console.choice import Choice
from console.edit_form import EditForm
from texts.html import Html


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A measure in the table of a branch. `path`: of the form that changes it (empty: it was added, and can be taken
    away only); `state`: whether it was changed, left out or added (empty: it is the program's). `edit`: the number of
    the change and its version, with which it is restored."""

    words: Html
    sort: str
    against: str
    source: str
    path: str
    state: str
    edit: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class MeasuresView:
    """The table of one branch, and the branches of which the reader edits the table. `confirm`: what the browser is
    asked before a change is taken back; `is_kept`: something was stored just now."""

    template: ClassVar[str] = "pages/measures/measures.html"
    branch: str
    branches: tuple[Choice, ...]
    lines: tuple[MeasureLine, ...]
    path: str
    confirm: str
    is_kept: bool


@dataclass(frozen=True, slots=True)
class MeasureView:
    """The form for one measure of a branch. `usual`: the program's words of it (empty: a new measure, whose sort and
    method are chosen too). `can_be_left_out`: it is not yet."""

    template: ClassVar[str] = "pages/measures/measure.html"
    form: EditForm
    usual: Html
    can_be_left_out: bool
    sorts: tuple[Choice, ...] = ()
    methods: tuple[tuple[str, tuple[Choice, ...]], ...] = field(default=())
