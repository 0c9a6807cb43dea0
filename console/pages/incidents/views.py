"""Views of the list of incidents, and of the page of one with its own sections."""

from dataclasses import dataclass
from typing import ClassVar, Protocol

from console.choice import Choice, Select
from console.moments import Moment
from console.pages.map.small import SmallMap
from texts.html import Html


class Section(Protocol):
    """A section of the page of an incident: a view of its own, and the template that shows it as `section`."""

    @property
    def template(self) -> str:
        """The path of its template, which begins with an underscore."""


@dataclass(frozen=True, slots=True)
class Tab:
    """The incidents that go on, or those that are over: where the list is, and whether this page is that list."""

    path: str
    words: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One incident in the list."""

    path: str
    number: str
    kind: str
    place: str
    state: str
    is_unconfirmed: bool
    happened: Moment


@dataclass(frozen=True, slots=True)
class IncidentsView:
    """One page of the incidents, newest first."""

    template: ClassVar[str] = "pages/incidents/incidents.html"
    which: str
    tabs: tuple[Tab, ...]
    select: Select
    lines: tuple[Line, ...]
    onwards: str
    is_filtered: bool


@dataclass(frozen=True, slots=True)
class PurposeView:
    """The question for what purpose an incident is opened."""

    template: ClassVar[str] = "pages/incidents/purpose.html"
    number: str
    path: str
    asked: Html
    purposes: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Same:
    """An incident that may be the same event, and why."""

    path: str
    number: str
    key: str
    words: Html


@dataclass(frozen=True, slots=True)
class Decisions:
    """What police can decide about an incident now. `wrong`: the id of the field that was left empty."""

    may_confirm: bool
    kinds: tuple[Choice, ...]
    reasons: tuple[Choice, ...]
    same: tuple[Same, ...]
    is_frozen: bool
    confirm: str
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class IncidentView:
    """The page of an incident: what is known, what police decide, and its sections. `problem`: why the last form
    changed nothing."""

    template: ClassVar[str] = "pages/incidents/incident.html"
    number: str
    path: str
    version: int
    known: Html
    draft: str
    decisions: Decisions | None
    sections: tuple[Section, ...]
    problem: Html | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the life of an incident."""

    words: str
    at: Moment


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The steps of an incident, oldest first."""

    template: ClassVar[str] = "pages/incidents/_timeline.html"
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class MapView:
    """The place of an incident on the map."""

    template: ClassVar[str] = "pages/incidents/_map.html"
    map: SmallMap


@dataclass(frozen=True, slots=True)
class Item:
    """A notice or a report of an incident; without a path for who may not open it."""

    path: str
    number: str
    standing: Html


@dataclass(frozen=True, slots=True)
class NoticesView:
    """The notices and the reports of an incident."""

    template: ClassVar[str] = "pages/incidents/_notices.html"
    notices: tuple[Item, ...]
    reports: tuple[Item, ...]
