"""What the pages of tasks show."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from console.choice import Choice
from texts.html import Html


@dataclass(frozen=True, slots=True)
class Line:
    """A task or a meeting in a list."""

    path: str
    words: Html


@dataclass(frozen=True, slots=True)
class OwnTasksView:
    """The reader's own open tasks, the first due first, and the meetings ahead to which they are invited."""

    template: ClassVar[str] = "pages/tasks/tasks.html"
    tasks: tuple[Line, ...]
    meetings: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class TaskView:
    """One task: what is known, and what the reader can do about it. `evidence` and `day` stand in the fields; `wrong`
    is what is wrong with a field, by its name, and `problem` why the last form changed nothing."""

    template: ClassVar[str] = "pages/tasks/task.html"
    path: str
    incident: str
    title: str
    words: Html
    version: int
    may_change: bool
    people: tuple[Choice, ...]
    day: str
    evidence: str
    most: int
    wrong: Mapping[str, Html]
    problem: Html | None = None


@dataclass(frozen=True, slots=True)
class NewTaskView:
    """The form of a new task of an incident, as it was sent; `wrong` is what is wrong with a field, by its name."""

    template: ClassVar[str] = "pages/tasks/new.html"
    path: str
    incident: str
    about: str
    title: str
    most: int
    day: str
    people: tuple[Choice, ...]
    sources: tuple[Choice, ...]
    wrong: Mapping[str, Html]
