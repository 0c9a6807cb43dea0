"""Forms: a dialogue as data, with a draft and an ordered list of steps, each a question and what an answer changes."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from alerts.guard import Finding
from bot.message import Button, Html, Message
from bot.replies import Replies
from bot.scene import Scene


class Draft(BaseModel):
    """What was filled in so far."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)  # an error may end up in the log

    @property
    def is_protected(self) -> bool:
        """Whether questions about it may not be forwarded or saved, as they show what it holds."""
        return False


D = TypeVar("D", bound=Draft)


@dataclass(frozen=True, slots=True)
class Typed:
    """The person typed this."""

    text: str


@dataclass(frozen=True, slots=True)
class Picked:
    """The person tapped the choice with this value."""

    value: str


@dataclass(frozen=True, slots=True)
class Shared:
    """The person shared a location (WGS 84 degrees)."""

    latitude: float
    longitude: float


Answer = Typed | Picked | Shared


@dataclass(frozen=True, slots=True)
class Choice:
    """A button under a question."""

    label: str
    value: str


def marked(label: str, is_chosen: bool) -> str:
    """The label of a choice that is taken already, or not."""
    return f"✓ {label}" if is_chosen else label


@dataclass(frozen=True, slots=True)
class Question:
    """What a step asks. `before` is said first; a location keyboard there is taken away when the step is left.

    `links` are buttons that do not answer it: they open something else and leave the dialogue as it is.
    """

    text: Html
    rows: tuple[tuple[Choice, ...], ...] = ()
    before: tuple[Message, ...] = ()
    links: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Stay(Generic[D]):
    """The answer changed the draft, but the same step asks on."""

    draft: D


@dataclass(frozen=True, slots=True)
class Detour(Generic[D]):
    """Go to another step, and come back here after it."""

    draft: D
    step: str


def _always(_draft: Any) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Step(Generic[D]):
    """One question: how it is asked, how an answer changes the draft (or Rejected), and when it is asked at all.

    What is typed passes the guard at every step; `allows` are the kinds that may be in it, `advice` the id of what to
    write where the usual sentences, which are about offenders, do not fit.
    """

    name: str
    ask: Callable[[D, Scene], Awaitable[Question]]
    take: Callable[[D, Answer, Scene], Awaitable[D | Stay[D] | Detour[D]]]
    is_skippable: bool = False
    applies: Callable[[D], bool] = _always
    allows: frozenset[Finding] = frozenset()
    advice: str | None = None
    enter: Callable[[D, Scene], Awaitable[D]] | None = None  # what must be done before it is asked


@dataclass(frozen=True, slots=True)
class Form(Generic[D]):
    """A dialogue. `open` makes the first draft from an argument; `save` (if any) keeps it for later."""

    name: str
    model: type[D]
    steps: tuple[Step[D], ...]
    open: Callable[[str, Scene], Awaitable[D]]
    finish: Callable[[D, Scene], Awaitable[Replies]]
    save: Callable[[D, Scene], Awaitable[Replies]] | None = None
    discard: Callable[[D, Scene], Awaitable[str | None]] | None = None  # the id of what to say, if not the usual
    check: Callable[[Scene], Awaitable[None]] | None = None  # who may: asked at every answer and every press
    can_cancel: bool = True
    first: Callable[[D], str] | None = None  # where a draft that was filled in before goes on

    def step(self, name: str) -> Step[D]:
        """The step with this name."""
        return next(step for step in self.steps if step.name == name)

    def after(self, name: str, draft: D) -> Step[D] | None:
        """The next step that applies, or None at the end."""
        names = [step.name for step in self.steps]
        rest = self.steps[names.index(name) + 1 :]
        return next((step for step in rest if step.applies(draft)), None)
