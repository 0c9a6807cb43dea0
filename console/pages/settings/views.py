"""What the pages of a municipality's settings show."""

from dataclasses import dataclass
from typing import ClassVar

from texts.html import Html


@dataclass(frozen=True, slots=True)
class NameField:
    """The name of a role in the municipality: what is `stored` (empty: the usual one), what was typed, and what is
    wrong with that."""

    role: str
    usual: str
    stored: str
    typed: str
    wrong: Html | None = None


@dataclass(frozen=True, slots=True)
class NumberField:
    """A number of minutes or days, by the key of what it counts: what is `stored`, what was typed, and what is wrong
    with that."""

    key: str
    label: str
    stored: str
    typed: str
    wrong: Html | None = None


@dataclass(frozen=True, slots=True)
class SettingsView:
    """The settings of one municipality. `confirm`: what the browser is asked before a change; `problem`: why the names
    were not stored; `is_kept`: they were stored just now."""

    template: ClassVar[str] = "pages/settings/settings.html"
    path: str
    name: str
    is_sole_allowed: bool
    names: tuple[NameField, ...]
    waits: tuple[NumberField, ...]
    days: tuple[NumberField, ...]
    confirm: str
    is_kept: bool
    problem: Html | None = None

    @property
    def wrong(self) -> tuple[NameField, ...]:
        """The names in which something is wrong."""
        return tuple(one for one in self.names if one.wrong is not None)

    @property
    def wrong_waits(self) -> tuple[NumberField, ...]:
        """The waits in which something is wrong."""
        return tuple(one for one in self.waits if one.wrong is not None)

    @property
    def wrong_days(self) -> tuple[NumberField, ...]:
        """The days in which something is wrong."""
        return tuple(one for one in self.days if one.wrong is not None)
