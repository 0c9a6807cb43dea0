"""What the pages of running notices show."""

from dataclasses import dataclass
from typing import ClassVar

from console.moments import Moment
from console.pages.map.small import SmallMap
from texts.html import Html


@dataclass(frozen=True, slots=True)
class Line:
    """One running notice in the list. `counted` says how far its sending is (empty: not for this reader); `is_acute`: a
    P1."""

    path: str
    number: str
    kind: Html
    severity: Html
    label: str
    place: Html
    until: Moment
    left: Html
    counted: Html
    is_waiting: bool
    is_acute: bool


@dataclass(frozen=True, slots=True)
class Stoppable:
    """A notice that is still being sent, of which an administrator reads the number only."""

    path: str
    number: str
    waiting: int


@dataclass(frozen=True, slots=True)
class AlertsView:
    """A page of at most `most` running notices (None: this person reads none) and the path of the next page (empty:
    none); and what an administrator may stop (None: this person may not)."""

    template: ClassVar[str] = "pages/alerts/alerts.html"
    most: int
    is_first: bool
    running: tuple[Line, ...] | None = None
    following: str = ""
    stoppable: tuple[Stoppable, ...] | None = None


@dataclass(frozen=True, slots=True)
class TextShown:
    """One text of the thread: its kind, when it was sent, by whom, and as it reads."""

    kind: Html
    sent: Moment
    sender: Html
    text: Html


@dataclass(frozen=True, slots=True)
class Row:
    """A count with its label."""

    label: Html
    count: int


@dataclass(frozen=True, slots=True)
class Bar:
    """How many had the notice after some time; `percent` of those who have it now."""

    label: str
    count: int
    percent: int


@dataclass(frozen=True, slots=True)
class RingRow:
    """How many in a ring have the notice and have seen it, and how many shops took a measure."""

    label: str
    sent: int
    seen: int
    acted: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Who got the notice: by state and reason, over time, and once it is delivered by ring."""

    rows: tuple[Row, ...]
    bars: tuple[Bar, ...]
    rings: tuple[RingRow, ...] = ()


@dataclass(frozen=True, slots=True)
class EffectLine:
    """One kind of event, on the ground of a notice or elsewhere: counts in words, in the days before and after it."""

    what: Html
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class EffectShown:
    """What happened after the notice: the days that are counted, and for each kind of event a line here and
    one elsewhere."""

    days: Html
    lines: tuple[EffectLine, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A change that may begin: the path of its form, its label, and whether it takes the notice away."""

    path: str
    label: Html
    is_harm: bool


@dataclass(frozen=True, slots=True)
class AlertView:
    """A notice that was sent. `audience`: for which branches in which region it is (empty: around its place). `live` is
    what its stream is about; `until` and `left` are None once it is over, `ended` while it is not; `returned` is the
    path to take up one's own correction that was given back (empty: none); `counts` are None for who may only read it,
    and so is `effect`, also before it was counted."""

    template: ClassVar[str] = "pages/alerts/alert.html"
    live: str
    number: str
    kind: Html
    state: Html
    severity: Html
    label: Html
    place: Html
    audience: Html
    until: Moment | None
    left: Html | None
    ended: Moment | None
    is_waiting: bool
    returned: str
    thread: tuple[TextShown, ...]
    counts: Counts | None
    effect: EffectShown | None
    changes: tuple[Change, ...]
    map: SmallMap | None


@dataclass(frozen=True, slots=True)
class StopView:
    """The question whether sending this notice must stop."""

    template: ClassVar[str] = "pages/alerts/stop.html"
    number: str
    path: str
    waiting: int
