"""Forms: a dialogue as data. A form has a draft and an ordered list of steps, each a question and what an answer
changes."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from alerts.guard import Finding
from bot.conversation.likely_choices import MOST
from bot.conversation.message import Button, Message
from bot.conversation.replies import Replies
from bot.conversation.request import Request
from texts.html import Html, paragraphs
from texts.phrases import Phrases


class Draft(BaseModel):
    """The answers given so far."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)  # the text of an error may end up in the log

    @property
    def is_protected(self) -> bool:
        """Whether questions that show the draft may not be forwarded or saved."""
        return False


D = TypeVar("D", bound=Draft)


@dataclass(frozen=True, slots=True)
class Typed:
    """An answer that the person typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Picked:
    """An answer by a tap on the choice with this value."""

    value: str


@dataclass(frozen=True, slots=True)
class Shared:
    """A location that the person shared (WGS 84 degrees)."""

    latitude: float
    longitude: float


Answer = Typed | Picked | Shared


@dataclass(frozen=True, slots=True)
class Choice:
    """A button that answers a question with its value."""

    label: str
    value: str


def marked(label: str, is_chosen: bool) -> str:
    """Return the label of a choice, with a tick when it is chosen."""
    return f"✓ {label}" if is_chosen else label


@dataclass(frozen=True, slots=True)
class Question:
    """The question of a step. `before` is sent first; a location keyboard there is removed when the step is left, with
    the step's `echo`.

    `links` are buttons that do not answer it: they open something else and leave the dialogue as it is.
    """

    text: Html
    rows: tuple[tuple[Choice, ...], ...] = ()
    before: tuple[Message, ...] = ()
    links: tuple[Button, ...] = ()

    def below(self, above: Html, links: tuple[Button, ...] = ()) -> "Question":
        """Return the question with this text above it, and these buttons too, to be asked again; what came before it
        stands there already. Where they are too many for one screen, text and buttons are a message of their own."""
        if links and sum(map(len, self.rows)) + len(links) > MOST:
            return replace(self, before=(Message(above).with_keyboard(*((one,) for one in links)),))
        return replace(self, text=paragraphs(above, self.text), before=(), links=(*links, *self.links))


@dataclass(frozen=True, slots=True)
class Stay(Generic[D]):
    """The result of an answer that changed the draft, after which the same step asks again."""

    draft: D


@dataclass(frozen=True, slots=True)
class Detour(Generic[D]):
    """The result of an answer that leads to another step, and back to this one after it; unless `comes_back`, to where
    this one leads."""

    draft: D
    step: str
    comes_back: bool = True


@dataclass(frozen=True, slots=True)
class Then:
    """The result of a finished form that leads to another, which begins with `argument`; `replies` follow its first
    question."""

    form: str
    argument: str
    replies: Replies = ()


def _always(_draft: Any) -> bool:
    return True


class Words(Enum):
    """What typed words are at a step: to this emergency words, and a text that is too long, make a difference."""

    ANSWER = auto()  # an answer that the step checks; emergency words that it refuses are answered with 112
    NAME = auto()  # any words may be a name; emergency words are none
    TEXT = auto()  # a text of one's own, of which the beginning is offered where it is too long
    ACCOUNT = auto()  # such a text of what somebody saw: emergency words are taken, below the advice to call 112


@dataclass(frozen=True, slots=True)
class Step(Generic[D]):
    """One question: how it is asked, how an answer changes the draft (`take` raises Rejected), and when it is asked at
    all.

    `whole` makes of a short answer the whole text that it stands for, before anything else looks at it; it raises
    Rejected. Whatever is typed passes the guard at every step; `allows` are the findings that it may contain, `advice`
    the id of the text to show where the usual ones, which are about offenders, do not fit.
    """

    name: str
    ask: Callable[[D, Request], Awaitable[Question]]
    take: Callable[[D, Answer, Request], Awaitable[D | Stay[D] | Detour[D]]]
    is_skippable: bool = False
    shops: Callable[[D, Request], Awaitable[Sequence[str]]] | None = None  # names of shops that an answer leaves out
    skip_label: str = "nav-skip"  # id of the text on the button that skips it
    applies: Callable[[D], bool] = _always
    allows: frozenset[Finding] = frozenset()
    advice: str | None = None
    echo: Callable[[D, Phrases], Html] | None = None  # says which place was understood, where a location is asked for
    enter: Callable[[D, Request], Awaitable[D]] | None = None  # runs before the step is asked
    words: Words = Words.ANSWER
    whole: Callable[[D, str], str] | None = None
    is_doubt: bool = False  # asks whether the answer before it is right, so that going back passes it


@dataclass(frozen=True, slots=True)
class Form(Generic[D]):
    """A dialogue as data. `open` makes the first draft from an argument; `save` (if any) keeps it for later."""

    name: str
    model: type[D]
    steps: tuple[Step[D], ...]
    open: Callable[[str, Request], Awaitable[D]]
    finish: Callable[[D, Request], Awaitable[Replies | Then]]
    save: Callable[[D, Request], Awaitable[Replies]] | None = None
    discard: Callable[[D, Request], Awaitable[str | None]] | None = None  # id of the reply, if not the usual
    check: Callable[[Request], Awaitable[None]] | None = None  # raises unless permitted; at every answer and press
    can_cancel: bool = True
    first: Callable[[D], str] | None = None  # the step at which a draft filled in before continues

    def step(self, name: str) -> Step[D]:
        """Return the step with this name."""
        return next(step for step in self.steps if step.name == name)

    def after(self, name: str, draft: D) -> Step[D] | None:
        """Return the next step that applies, or None at the end."""
        names = [step.name for step in self.steps]
        rest = self.steps[names.index(name) + 1 :]
        return next((step for step in rest if step.applies(draft)), None)

    def back(self, trail: tuple[str, ...], draft: D) -> tuple[str, tuple[str, ...]]:
        """Return the step to which going back leads, and the trail before it.

        Steps that do not apply any more, and those that asked about a doubt, are passed: they would repeat an error
        that is mended.
        """
        at = len(trail) - 1
        while at > 0 and (self.step(trail[at]).is_doubt or not self.step(trail[at]).applies(draft)):
            at -= 1
        return trail[at], trail[:at]
