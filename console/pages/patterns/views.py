"""Views of the list of patterns and of one pattern."""

from dataclasses import dataclass
from typing import ClassVar

from console.choice import Choice
from console.moments import Moment
from console.pages.map.small import SmallMap
from texts.html import Html


@dataclass(frozen=True, slots=True)
class Tab:
    """One state of patterns: where its list is, what it is called, and whether this page is that list."""

    path: str
    words: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One pattern in the list."""

    path: str
    words: Html
    summary: Html
    last: Moment


@dataclass(frozen=True, slots=True)
class PatternsView:
    """The patterns in one state, the last changed first."""

    template: ClassVar[str] = "pages/patterns/patterns.html"
    tabs: tuple[Tab, ...]
    lines: tuple[Line, ...]
    state: str


@dataclass(frozen=True, slots=True)
class Row:
    """One report of a pattern, in the order of time: `mark` is its number on the map."""

    mark: int
    path: str
    number: str
    at: Moment
    place: str
    branch: str
    told: str


@dataclass(frozen=True, slots=True)
class PatternView:
    """One pattern: why, what does not fit, its reports on a map and in the order of time, and what police can do.

    `drafted`: the number of the notice that was made of it (empty: none). `problem`: why the last form changed nothing.
    """

    template: ClassVar[str] = "pages/patterns/pattern.html"
    number: str
    path: str
    version: int
    count: int
    summary: Html
    agreed: tuple[Html, ...]
    differing: tuple[Html, ...]
    rows: tuple[Row, ...]
    notes: tuple[Html, ...]
    map: SmallMap | None
    is_open: bool
    may_draft: bool
    reasons: tuple[Choice, ...]
    problem: Html | None = None
    is_unanswered: bool = False
