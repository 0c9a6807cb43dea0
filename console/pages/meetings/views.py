"""What the pages of meetings and of visits to neighbours show."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from console.choice import Choice
from texts.html import Html


@dataclass(frozen=True, slots=True)
class MeetingView:
    """One meeting: what is known, who comes, the reader's own answer and what they may change. `wrong` is what is wrong
    with a field, by its name, and `problem` why the last form changed nothing."""

    template: ClassVar[str] = "pages/meetings/meeting.html"
    path: str
    incident: str
    title: str
    words: Html
    guests: tuple[Html, ...]
    own: Html
    may_answer: bool
    may_arrange: bool
    version: int
    day: str
    clock: str
    place: str
    most: int
    wrong: Mapping[str, Html]
    problem: Html | None = None


@dataclass(frozen=True, slots=True)
class NewMeetingView:
    """The form of a new meeting about an incident, as it was sent; `wrong` is what is wrong with a field, by its
    name."""

    template: ClassVar[str] = "pages/meetings/new.html"
    path: str
    incident: str
    about: str
    kinds: tuple[Choice, ...]
    day: str
    clock: str
    place: str
    most: int
    people: tuple[Choice, ...]
    wrong: Mapping[str, Html]


@dataclass(frozen=True, slots=True)
class NeighbourView:
    """The prevention visit to one neighbour of an incident: the day, the measures that are agreed, and whether it was
    made."""

    template: ClassVar[str] = "pages/meetings/neighbour.html"
    path: str
    incident: str
    title: str
    far: Html
    day: str
    measures: tuple[Choice, ...]
    version: int
    visited: Html
    is_kept: bool
    wrong: Mapping[str, Html]
    problem: Html | None = None
