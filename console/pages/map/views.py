"""What the page of the map shows."""

from dataclasses import dataclass
from typing import ClassVar

from console.choice import Select
from console.moments import Moment
from console.pages.map.scene import Scene
from texts.html import Html


@dataclass(frozen=True, slots=True)
class Move:
    """A step across the map: its key, and the path of the page that shows it."""

    key: str
    path: str


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """A notice in the table. `mark`: its number on the map (0: it is not on it); `ground`: how far it reaches."""

    mark: int
    path: str
    number: str
    kind: str
    severity: Html
    place: Html
    ground: Html
    sent: Moment | None
    until: Moment
    is_acute: bool


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in the table. `mark`: its number on the map (0: it is not on it); `age`: the class of its age."""

    mark: int
    path: str
    number: str
    kind: str
    place: str
    sent: Moment
    age: str
    is_acute: bool
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class MapView:
    """The map with its table. `reports` is None for who may read none, `shapes`: the kinds of reports with the
    shape of their marks; `scope` names the reader's ground; `is_empty`: nothing stands on it; `has_more`: there is more
    than it holds; `has_table`: a postcode table was imported."""

    template: ClassVar[str] = "pages/map/map.html"
    scene: Scene
    moves: tuple[Move, ...]
    selects: tuple[Select, ...]
    notices: tuple[NoticeLine, ...]
    reports: tuple[ReportLine, ...] | None
    shapes: tuple[tuple[str, str], ...]
    scope: tuple[str, ...]
    is_empty: bool
    is_filtered: bool
    has_more: bool
    has_table: bool
    script: str
