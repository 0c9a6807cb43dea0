"""What the page of a search shows."""

from dataclasses import dataclass
from typing import ClassVar

from console.pages.shops.views import Line
from texts.html import Html


@dataclass(frozen=True, slots=True)
class Hit:
    """A notice or a report that was found."""

    path: str
    number: str
    kind: Html
    place: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """What was found, by kind; nothing at all where nothing was typed. `all_shops`: the path of the whole list, where
    there are more than are shown."""

    template: ClassVar[str] = "pages/search/search.html"
    typed: str
    alerts: tuple[Hit, ...] = ()
    reports: tuple[Hit, ...] = ()
    shops: tuple[Line, ...] = ()
    all_shops: str = ""

    @property
    def paths(self) -> tuple[str, ...]:
        """Where each hit is."""
        return tuple(one.path for found in (self.alerts, self.reports, self.shops) for one in found)
