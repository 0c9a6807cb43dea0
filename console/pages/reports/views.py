"""What the pages of reports show."""

from dataclasses import dataclass
from typing import ClassVar

from alerts.report import QUESTION_LENGTH, ReportState
from console.choice import Choice, Select
from console.moments import Moment
from console.pages.map.small import SmallMap
from texts.html import Html


@dataclass(frozen=True, slots=True)
class Tab:
    """One state of reports: where its list is, what it is called, and whether this page is that list."""

    path: str
    words: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One report in a list. `is_acute`: a robbery or an attempt."""

    path: str
    number: str
    kind: str
    place: str
    is_acute: bool
    is_confirmed: bool
    sent: Moment
    standing: Html


@dataclass(frozen=True, slots=True)
class ReportsView:
    """One page of the reports in one state. `onwards` and `from_start` are paths; empty where there is nothing."""

    template: ClassVar[str] = "pages/reports/reports.html"
    state: ReportState
    tabs: tuple[Tab, ...]
    selects: tuple[Select, ...]
    lines: tuple[Line, ...]
    onwards: str
    from_start: str
    is_filtered: bool


@dataclass(frozen=True, slots=True)
class PurposeView:
    """The question for what purpose a report is read; nothing of its content is shown."""

    template: ClassVar[str] = "pages/reports/purpose.html"
    number: str
    path: str
    asked: Html
    purposes: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step in the life of a report; `comment` is what was added (empty: nothing)."""

    at: Moment
    words: Html
    comment: str


@dataclass(frozen=True, slots=True)
class QuestionForm:
    """The form that asks the reporter a question: what was typed, and what is wrong with it."""

    typed: str = ""
    wrong: Html | None = None


@dataclass(frozen=True, slots=True)
class MainChoice:
    """A report of which another may be a duplicate, by its number, and why."""

    number: str
    words: Html
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class JoinForm:
    """The form that joins a report to another one: what it may be a duplicate of, the number that was typed, and what
    is wrong with the choice."""

    mains: tuple[MainChoice, ...]
    typed: str = ""
    wrong: Html | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """A report that belongs to this one: where its page is, its number and its status."""

    path: str
    number: str
    standing: Html


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report: its card as the chat words it, its history, and the forms that its state allows.

    `may_draft_ring`: it has a ring of which a notice may be made.
    `problem`: why the last form changed nothing (None: it did, or there was none); `is_unanswered`: no outcome was
    chosen; `unsent`: a question that was typed and cannot be put any more. `main`: what it is a duplicate of.
    """

    template: ClassVar[str] = "pages/reports/report.html"
    most: ClassVar[int] = QUESTION_LENGTH
    number: str
    path: str
    back: str
    version: int
    card: Html
    history: tuple[Step, ...]
    is_open: bool
    may_take: bool
    may_take_over: bool
    may_draft: bool
    may_draft_ring: bool
    outcomes: tuple[Choice, ...]
    map: SmallMap | None
    question: QuestionForm | None = None
    join: JoinForm | None = None
    main: Related | None = None
    duplicates: tuple[Related, ...] = ()
    may_release: bool = False
    problem: Html | None = None
    is_unanswered: bool = False
    unsent: str = ""
