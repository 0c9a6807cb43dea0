"""What the pages of KVO groups show."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from console.choice import Choice
from console.moments import Moment
from texts.html import Html


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One group in the list; `chat` says in a word how its chat stands."""

    path: str
    name: str
    where: str
    chat: Html


@dataclass(frozen=True, slots=True)
class GroupsView:
    """One page of the groups, oldest first; `after`: the last group of the page, where there are more."""

    template: ClassVar[str] = "pages/groups/groups.html"
    lines: tuple[GroupLine, ...]
    after: int | None
    is_first: bool
    may_make: bool


@dataclass(frozen=True, slots=True)
class GroupView:
    """One group. `may_change`: who reads may change and close it; `confirm`: what the browser is asked before that.
    `is_made`: it was made just now."""

    template: ClassVar[str] = "pages/groups/group.html"
    path: str
    name: str
    version: int
    codes: str
    branches: str
    shops: Html
    managed: str
    has_manager: bool
    chat: Html
    is_tied: bool
    join_link: str
    may_change: bool
    is_made: bool
    confirm: str
    problem: Html | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A group as it is now, beside a form that was made for how it was."""

    name: str
    codes: str
    branches: str


@dataclass(frozen=True, slots=True)
class GroupFormView:
    """The form that makes or changes a group, with what was typed and what is wrong, by field. `path` is where a group
    that exists is shown; `now`: what a colleague made of it meanwhile."""

    template: ClassVar[str] = "pages/groups/group_form.html"
    path: str
    version: int
    name: str
    codes: str
    is_all: bool
    branches: tuple[Choice, ...]
    wrong: Mapping[str, Html]
    now: Known | None = None


@dataclass(frozen=True, slots=True)
class TieView:
    """A new code that ties a chat to the group: it is shown once."""

    template: ClassVar[str] = "pages/groups/tie.html"
    path: str
    name: str
    link: str
    command: Html
    until: Moment


@dataclass(frozen=True, slots=True)
class ManagerView:
    """The form that invites a manager: the functions to choose from, or words of one's own, and what is wrong with
    these."""

    template: ClassVar[str] = "pages/groups/manager.html"
    path: str
    name: str
    functions: tuple[Choice, ...]
    label: str
    wrong: Html | None
    confirm: str
