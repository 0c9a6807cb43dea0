"""What the page of the record shows."""

from dataclasses import dataclass
from typing import ClassVar

from console.choice import Choice
from console.moments import Moment
from texts.html import Html


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: when, who by function and number, and what was done."""

    at: Moment
    who: str
    what: str


@dataclass(frozen=True, slots=True)
class FilterForm:
    """The filter: what can be chosen, what was typed, and what is wrong with a field, by its name."""

    parts: tuple[Choice, ...]
    people: tuple[tuple[Html, tuple[Choice, ...]], ...]
    typed: dict[str, str]
    wrong: dict[str, Html]


@dataclass(frozen=True, slots=True)
class RecordView:
    """A page of the record, newest first. `older`: the address of the next page; `is_whole`: what the check of the
    chain found, None while none was asked for; `faults`: how many places do not fit."""

    template: ClassVar[str] = "pages/record/record.html"
    form: FilterForm
    entries: tuple[Entry, ...]
    older: str
    newest: str
    confirm: str
    reason: str = ""
    is_whole: bool | None = None
    rows: int = 0
    faults: int = 0
