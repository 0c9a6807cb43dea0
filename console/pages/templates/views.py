"""What the pages of templates show."""

from dataclasses import dataclass
from typing import ClassVar

from console.choice import Choice
from texts.html import Html


@dataclass(frozen=True, slots=True)
class TemplateCard:
    """A template: how it stands, what would be sent now, and what this reader can do with it."""

    path: str
    version: int
    head: Html
    notice: Html
    is_usable: bool
    is_approvable: bool


@dataclass(frozen=True, slots=True)
class TemplatesView:
    """The templates in this reader's scope, oldest first. `confirm`: what the browser is asked before an approval;
    `kept`: one was made just now, and so many colleagues were asked to approve it."""

    template: ClassVar[str] = "pages/templates/templates.html"
    cards: tuple[TemplateCard, ...]
    grounds: tuple[Choice, ...]
    confirm: str
    kept: int | None


@dataclass(frozen=True, slots=True)
class ReadyView:
    """The numbered notice of a template as it will arrive, and how many get it; `drop`: where it is thrown away."""

    template: ClassVar[str] = "pages/templates/ready.html"
    path: str
    drop: str
    number: str
    version: int
    notice: Html
    rest: Html
    told: Html
    confirm: str
