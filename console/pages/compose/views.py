"""What the page of a new notice shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from console.pages.compose.fields import Fields
from texts.html import Html


@dataclass(frozen=True, slots=True)
class Option:
    """One entry to choose; `note`: why it is proposed."""

    value: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen in each field. `details`: the fields of the modus operandi with their values; `fixed`: the
    branch of who writes for one branch only; `is_for_group`: the drafter writes for one KVO group only."""

    kinds: tuple[Option, ...]
    parts: tuple[Option, ...]
    part: str
    groups: tuple[Option, ...]
    regions: tuple[Option, ...]
    is_for_group: bool
    branches: tuple[Option, ...]
    fixed: str
    severities: tuple[Option, ...]
    labels: tuple[Option, ...]
    named: tuple[Option, ...]
    signals: tuple[Option, ...]
    vehicles: tuple[Option, ...]
    details: tuple[tuple[Option, tuple[Option, ...]], ...]
    can_compose: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """The message as the nearest recipient gets it, what stands behind *Meer*, and who gets it. `dry_run`: how a stored
    draft would arrive now (empty while somebody types). `who`: whose approval it needs; `seen` marks this content, so
    that nothing else is submitted; `is_sole`: its author may send it alone."""

    notice: Html
    rest: Html
    recipients: Html
    dry_run: Html
    who: Html
    seen: str
    is_sole: bool


@dataclass(frozen=True, slots=True)
class Alone:
    """The form to send the stored draft alone: reasons, grounds, and what the browser is asked."""

    path: str
    version: int
    reasons: tuple[Option, ...]
    grounds: tuple[Option, ...]
    confirm: str


@dataclass(frozen=True, slots=True)
class Line:
    """One of the drafter's own notices that are not sent: where it goes on, and what it is about."""

    path: str
    told: Html


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong: the id of the field (empty: none in particular) and the words."""

    name: str
    told: Html


@dataclass(frozen=True, slots=True)
class ExampleGroup:
    """The examples of one kind of incident: each with where it begins a notice, and its branch and text."""

    kind: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ComposeView:
    """The page. `number`: of the stored draft; `hidden`: what the form carries besides its fields; `about`: the comment
    of who returned it and the reports that it was made of; `part_of_day`: when it happened, where no time was told;
    `open_fields`: what the words tell in two ways; `keeps_template`: the draft can be kept as a template; `discard`:
    where it is thrown away; `asks_names`: some words look like a name, which the drafter may insist on; `region`: what
    the map draws in place of a circle; `is_drill`: it practises, and is submitted only with a box that says so."""

    template: ClassVar[str] = "pages/compose/compose.html"
    number: str
    is_drill: bool
    hidden: Mapping[str, str]
    fields: Fields
    part_of_day: Html
    open_fields: tuple[Line, ...]
    choices: Choices
    problems: tuple[Problem, ...]
    told: Html
    about: Html
    preview: Preview | None
    alone: Alone | None
    keeps_template: bool
    discard: str
    drafts: tuple[Line, ...]
    examples: tuple[ExampleGroup, ...]
    asks_names: bool
    script: str
    place_script: str
    map_script: str
    region: str

    def wrong(self, name: str) -> Html:
        """Return what is wrong in a field; empty when nothing is."""
        return next((one.told for one in self.problems if one.name == name), Html(""))


@dataclass(frozen=True, slots=True)
class SubmittedView:
    """A notice that its drafter cannot change now: it waits, was sent, or is over. `withdraw`: where it is withdrawn;
    `again`: where its words begin a new one."""

    template: ClassVar[str] = "pages/compose/submitted.html"
    number: str
    told: Html
    notice: Html
    rest: Html
    withdraw: str
    version: int
    again: str
