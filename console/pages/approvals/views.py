"""What the pages of approvals show."""

from dataclasses import dataclass
from typing import ClassVar

from alerts.alert import Decision
from console.choice import Choice
from texts.html import Html


@dataclass(frozen=True, slots=True)
class Waiting:
    """One request: where its page is, and what it is about. `since` is when it was asked (ISO 8601), and `words` are
    those of `waits` with % for the time, by which an open page goes on counting. `is_acute`: a P1."""

    path: str
    number: str
    kind: Html
    severity: Html
    place: str
    since: str
    waits: Html
    words: str
    is_acute: bool


@dataclass(frozen=True, slots=True)
class ApprovalsView:
    """The requests that wait, the most urgent first; `tips`: how many held tips wait beside them."""

    template: ClassVar[str] = "pages/approvals/approvals.html"
    waiting: tuple[Waiting, ...]
    tips: int


@dataclass(frozen=True, slots=True)
class CommentForm:
    """The form to return or reject: its ready-made comments, what was typed, and what is wrong with that."""

    decision: Decision
    path: str
    ready: tuple[Choice, ...]
    typed: str = ""
    wrong: Html | None = None


@dataclass(frozen=True, slots=True)
class ApprovalView:
    """One request. `notice` is as recipients read it; without one the request was decided, and `head` says how.
    `confirm`: what the browser is asked before an approval (empty: the passkey was used just now)."""

    template: ClassVar[str] = "pages/approvals/approval.html"
    number: str
    head: Html
    notice: Html | None = None
    path: str = ""
    grounds: tuple[Choice, ...] = ()
    confirm: str = ""
    forms: tuple[CommentForm, ...] = ()

    @property
    def wrong(self) -> CommentForm | None:
        """The form in which something is wrong; None when nothing is."""
        return next((one for one in self.forms if one.wrong is not None), None)
