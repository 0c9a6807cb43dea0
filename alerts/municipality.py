"""Municipalities: those of the postcode table, their former names, and their settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from alerts.aftercare.sequence import PLANNED, StepKind
from alerts.cascade import DEFAULT_TABLE, CascadeStep
from alerts.ids import MunicipalityId
from alerts.place_names import named_id, spelled, without_addition
from alerts.report_clock import DEFAULT_MINUTES, Urgency
from alerts.role import Role

LABEL_LENGTH = 40  # of a municipality's own name for a role


@dataclass(frozen=True, slots=True)
class KnownMunicipality:
    """A municipality of the postcode table. `name` is unique within the table."""

    id: MunicipalityId
    name: str

    @property
    def spellings(self) -> frozenset[str]:
        """The normalised spellings that people may use for it; a namesake may have one of these too."""
        return frozenset({spelled(self.name), spelled(without_addition(self.name))})


@dataclass(frozen=True, slots=True)
class FormerMunicipality:
    """A name that an earlier postcode table had, and a municipality that has (some of) its postcodes now."""

    name: str
    now: MunicipalityId


@dataclass(frozen=True, slots=True)
class Municipality:
    """The settings of a municipality. `code` identifies it; None where its name does.

    `sole_on_duty`: whether the only police on duty may send without a colleague, which is reviewed afterwards.
    `labels`: what a role is called there, where that differs (docs/domain.md §2: *stadsmarinier* is a word of
    Rotterdam). `report_minutes`: how long a report waits untaken, where that differs from `DEFAULT_MINUTES`.
    `aftercare_days`: after how many days a step of aftercare comes, where that differs from `SEQUENCE`.
    `own_cascade`: its own table of who hears of an incident; empty where it follows the plan's.
    """

    name: str
    sole_on_duty: bool = False
    labels: Mapping[Role, str] = field(default_factory=dict)
    code: MunicipalityId | None = None
    report_minutes: Mapping[Urgency, int] = field(default_factory=dict)
    aftercare_days: Mapping[StepKind, int] = field(default_factory=dict)
    own_cascade: tuple[CascadeStep, ...] = ()

    @property
    def id(self) -> MunicipalityId:
        """The code, or an id made of the name."""
        return self.code or named_id(self.name)

    @property
    def cascade(self) -> tuple[CascadeStep, ...]:
        """The table of who hears of a confirmed incident here: its own, else the plan's."""
        return self.own_cascade or DEFAULT_TABLE

    def minutes_for(self, urgency: Urgency) -> int:
        """Return how many minutes a report of this urgency waits untaken."""
        return self.report_minutes.get(urgency, DEFAULT_MINUTES[urgency])

    def days_for(self, step: StepKind) -> int:
        """Return after how many days this step of aftercare comes."""
        return self.aftercare_days.get(step, PLANNED[step].days)
