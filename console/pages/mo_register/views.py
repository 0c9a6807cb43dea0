"""What the pages of the MO register show."""

from dataclasses import dataclass
from typing import ClassVar

from console.choice import Select
from texts.html import Html


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record in a list: its page, what and when, where, for which branches, and its method in a line."""

    path: str
    kind: str
    day: str
    place: Html
    branches: str
    method: str


@dataclass(frozen=True, slots=True)
class RegisterView:
    """A page of the register, newest day first. `selects` are what can be chosen, `method` the MO fields; `place` is
    what was typed, `wrong` what is wrong with it. `older` and `newest` are paths; empty where there is none.
    `has_access`: whether anything can be here for this reader. `edits_measures`: the reader edits those of a branch."""

    template: ClassVar[str] = "pages/mo_register/mo_register.html"
    selects: tuple[Select, ...]
    method: tuple[Select, ...]
    place: str
    wrong: dict[str, Html]
    rows: tuple[RecordRow, ...]
    older: str
    newest: str
    is_method_open: bool
    has_access: bool
    edits_measures: bool


@dataclass(frozen=True, slots=True)
class RecordView:
    """One record: its method line by line, the words of its notice while these are kept, the measures for the reader's
    branches, and where it comes from."""

    template: ClassVar[str] = "pages/mo_register/record.html"
    kind: str
    day: str
    place: Html
    branches: str
    method: tuple[Html, ...]
    what: str
    measures: tuple[Html, ...]
    origin: tuple[Html, ...]
