"""What the pages that change a notice show."""

from dataclasses import dataclass, field
from typing import ClassVar

from console.choice import Choice
from console.guard_marks import Passage
from texts.html import Html


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form: what it holds, what is wrong with that, and what a colleague made of it meanwhile."""

    name: str
    label: str
    value: str
    choices: tuple[Choice, ...] = ()
    wrong: Html | None = None
    passages: tuple[Passage, ...] = ()
    theirs: str = ""

    @property
    def told(self) -> bool:
        """Whether something is said about the field, so that it must be in sight."""
        return self.wrong is not None or bool(self.theirs)


@dataclass(frozen=True, slots=True)
class Preview:
    """The text as the nearest recipient will read it, whom it reaches, and who decides. `is_alone`: it is a correction
    that needs a reason, as nobody else approves it. `confirm`: what the browser is asked (empty: nothing). `can_send`
    is False where nobody can approve it."""

    text: Html
    reaches: Html
    decides: Html
    send: str
    confirm: str = ""
    can_send: bool = True
    is_alone: bool = False
    reasons: tuple[Choice, ...] = ()
    reason: Field | None = None
    grounds: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A form that changes a notice, or its preview. `revision` is the number of the text that this person has read;
    `newest` is the text that a colleague sent meanwhile; `problem` is what is wrong with the whole form. Without
    `fields` it can no longer be changed, and `typed` has the words that would be lost."""

    template: ClassVar[str] = "pages/alerts/change.html"
    number: str
    path: str
    back: str
    title: Html
    explained: Html
    revision: int
    fields: tuple[Field, ...] = ()
    more: tuple[Field, ...] = ()
    problem: Html | None = None
    newest: Html | None = None
    preview: Preview | None = None
    typed: tuple[tuple[str, str], ...] = field(default=())

    @property
    def wrong(self) -> tuple[Field, ...]:
        """The fields in which something is wrong."""
        reason = () if self.preview is None or self.preview.reason is None else (self.preview.reason,)
        return tuple(one for one in (*self.fields, *self.more, *reason) if one.wrong is not None)
