"""Measure (maatregel): one thing that a shop can do against a way of robbing, and which two or three of them fit a
reader (docs/domain.md §3, "Measures")."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from alerts.branch import Branch
from alerts.ids import MeasureEditId
from alerts.member import Language

FEWEST, MOST = 2, 3  # under one notice
MEASURE_LENGTH = 70  # UTF-16 units: a line on a phone, two at most
MEASURE_WORDS = 12
SOURCE_LENGTH = 80  # UTF-16 units


class MeasureSort(StrEnum):
    """The sorts of measures, in the order in which they are shown: what costs least comes first (docs/domain.md §7,
    [A])."""

    ORGANISATIONAL = "organisational"
    STRUCTURAL = "structural"
    TECHNICAL = "technical"


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure. `key` names its text; `source` says where it comes from: letters of docs/domain.md §7, or as it was
    typed.

    `branches`: those for which it is (none: all). `against`: the values of MO fields against which it helps (none:
    against any method). `words` is what somebody typed in place of the text, in each language.
    """

    key: str
    sort: MeasureSort
    source: str
    branches: frozenset[Branch] = frozenset()
    against: Mapping[str, frozenset[str]] = field(default_factory=dict)
    words: Mapping[Language, str] | None = None

    def is_for(self, branches: Collection[Branch]) -> bool:
        """Whether the measure is for one of these branches, or for all."""
        return not self.branches or not self.branches.isdisjoint(branches)

    def matches(self, mo: Mapping[str, str]) -> int:
        """How many of the known MO fields the measure helps against."""
        return sum(mo.get(name) in values for name, values in self.against.items())


@dataclass(frozen=True, slots=True)
class NewMeasureEdit:
    """A change of the table for one branch that is not stored yet: other words for the measure `replaces`, or without
    words that it is left out; without `replaces` a measure more, of this sort and against these values of MO fields."""

    branch: Branch
    replaces: str | None
    sort: MeasureSort
    words: Mapping[Language, str] | None
    source: str
    against: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MeasureEdit:
    """A change of the table for one branch, as it is stored."""

    id: MeasureEditId
    told: NewMeasureEdit
    version: int
    changed_at: datetime

    @property
    def key(self) -> str:
        """The key of the measure that the change makes."""
        return f"own-{self.id}"


def with_edits(measures: Sequence[Measure], edits: Sequence[MeasureEdit]) -> tuple[Measure, ...]:
    """Return the table as it was changed. For the branch of a change its words stand in place of the measure's, with
    the sort and the methods of that; what was added comes before all others, the newest first."""
    added = [_made(one, None) for one in reversed(edits) if one.told.replaces is None and one.told.words is not None]
    changed = [one for measure in measures for one in _changed(measure, edits)]
    return (*added, *changed)


def _changed(measure: Measure, edits: Sequence[MeasureEdit]) -> list[Measure]:
    """Return the measure for the branches for which it was not changed, and what was made of it for the others."""
    about = [one for one in edits if one.told.replaces == measure.key and measure.is_for({one.told.branch})]
    if not about:
        return [measure]
    left = (measure.branches or frozenset(Branch)) - {one.told.branch for one in about}
    kept = [replace(measure, branches=left)] if left else []
    return [*kept, *(_made(one, measure) for one in about if one.told.words is not None)]


def _made(edit: MeasureEdit, of: Measure | None) -> Measure:
    told, like = edit.told, of or edit.told
    return Measure(edit.key, like.sort, told.source, frozenset({told.branch}), like.against, told.words)


def branches_to_fit(reader: Collection[Branch], addressed: Collection[Branch]) -> frozenset[Branch]:
    """Return the branches for which measures are chosen: those of the reader's shops to which the notice is addressed,
    else those of the reader's shops; of a reader without a shop those of the notice. `addressed` is empty for all."""
    own = frozenset(reader)
    return (own & frozenset(addressed)) or own or frozenset(addressed)


def choose_measures(
    measures: Sequence[Measure], branches: Collection[Branch], mo: Mapping[str, str], *, fewest: int = FEWEST
) -> tuple[Measure, ...]:
    """Return the two or three measures that fit these branches best: the best of each sort, as sorts together do more
    than one alone ([A]). Where these are less than `fewest` the next best of any sort are added.

    First comes what helps against the known method, of that what is for the branch, then what helps against more of it;
    of equals the first in the table.
    """

    def rank(one: Measure) -> tuple[bool, bool, int]:
        found = one.matches(mo)
        return not found, not one.branches, -found

    fitting = sorted((one for one in measures if one.is_for(branches)), key=rank)
    best = [next((one for one in fitting if one.sort is sort), None) for sort in MeasureSort]
    chosen = [one for one in best if one is not None]
    others = (one for one in fitting if one not in chosen)
    chosen += [one for one, _ in zip(others, range(fewest - len(chosen)), strict=False)]
    return tuple(sorted(chosen, key=lambda one: list(MeasureSort).index(one.sort)))
