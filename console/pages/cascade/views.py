"""What the page of a municipality's cascade shows."""

from dataclasses import dataclass
from typing import ClassVar

from console.choice import Choice
from texts.html import Html


@dataclass(frozen=True, slots=True)
class StepRow:
    """A row of the table, by its `number`: who, after which row, the minutes and whether it is for a P1 only; and what
    is `wrong`, by the name of the field."""

    number: int
    who: tuple[Choice, ...]
    after: tuple[Choice, ...]
    minutes: str
    only_p1: bool
    wrong: dict[str, Html]


@dataclass(frozen=True, slots=True)
class CascadeView:
    """The form with the table of one municipality. `was`: the table that was shown, `is_own` whether that is its own
    and not the plan's; `confirm`: what the browser is asked before a change; `problem`: why nothing was stored;
    `is_kept`: it was stored just now."""

    template: ClassVar[str] = "pages/cascade/table.html"
    path: str
    name: str
    rows: tuple[StepRow, ...]
    was: str
    is_own: bool
    most_minutes: int
    confirm: str
    is_kept: bool
    problem: Html | None = None

    @property
    def wrong(self) -> tuple[tuple[str, int, Html], ...]:
        """Every field in which something is wrong: its name, the number of its row, and what."""
        return tuple((name, row.number, words) for row in self.rows for name, words in row.wrong.items())
