"""Incident: the one place of a robbery, on which its reports and notices hang; its states and steps."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from alerts.alert import IncidentKind
from alerts.area import Place
from alerts.errors import IllegalTransition
from alerts.ids import IncidentId, MemberId, PremisesId

# Robberies in the wide sense: the kinds of crimes against a shop that open an incident.
ROBBERIES = (
    *(IncidentKind.ROBBERY, IncidentKind.ROBBERY_ATTEMPT, IncidentKind.STREET_ROBBERY),
    *(IncidentKind.ROBBERY_DELIVERY, IncidentKind.RAM_RAID, IncidentKind.ATM_BLAST),
)


def is_robbery(kind: IncidentKind) -> bool:
    """Whether the kind is a robbery in the wide sense, which opens an incident."""
    return kind in ROBBERIES


class IncidentState(StrEnum):
    """The states of an incident. Joined: it goes on in its main incident, as both are about the same event."""

    UNCONFIRMED = "unconfirmed"
    CONFIRMED = "confirmed"
    REFUTED = "refuted"
    JOINED = "joined"
    CLOSED = "closed"


_OPEN = frozenset({IncidentState.UNCONFIRMED, IncidentState.CONFIRMED})
_TRANSITIONS: Mapping[IncidentState, frozenset[IncidentState]] = {
    IncidentState.UNCONFIRMED: frozenset({*IncidentState} - {IncidentState.UNCONFIRMED}),
    IncidentState.CONFIRMED: frozenset({IncidentState.REFUTED, IncidentState.JOINED, IncidentState.CLOSED}),
    IncidentState.REFUTED: frozenset(),
    IncidentState.JOINED: frozenset(),
    IncidentState.CLOSED: frozenset({IncidentState.REFUTED}),
}


class IncidentStep(StrEnum):
    """The steps in the life of an incident. Withdrawn: its only report was taken back. Frozen: a notice on it was
    retracted, so drafts on it wait until police release them."""

    OPENED = "opened"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REFUTED = "refuted"
    WITHDRAWN = "withdrawn"
    JOINED = "joined"
    TOOK_IN = "took_in"
    DRAFTED = "drafted"
    FROZEN = "frozen"
    RELEASED = "released"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class NewIncident:
    """An incident that is not stored yet."""

    kind: IncidentKind
    place: Place
    occurred_at: datetime | None
    premises_id: PremisesId | None


@dataclass(frozen=True, slots=True)
class Incident:
    """An incident. `number` is `I-2026-0001`, never reused; `premises_id`: of the shop that reported it at itself.
    `frozen_at`: since when no draft on it may go out. `main_id`: of the incident in which a joined one goes on, which
    is never joined itself."""

    id: IncidentId
    number: str
    kind: IncidentKind
    state: IncidentState
    place: Place
    occurred_at: datetime | None
    created_at: datetime
    version: int
    premises_id: PremisesId | None = None
    confirmed_at: datetime | None = None
    closed_at: datetime | None = None
    main_id: IncidentId | None = None
    frozen_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done about it: it is neither refuted, joined nor closed."""
        return self.state in _OPEN

    @property
    def happened_at(self) -> datetime:
        """When it happened, as far as that was told; else when it was reported."""
        return self.occurred_at or self.created_at

    def check_can_become(self, state: IncidentState) -> None:
        """Raise IllegalTransition unless an incident may go from its state to this one."""
        if state not in _TRANSITIONS[self.state]:
            raise IllegalTransition(f"incident-{self.state}")

    def check_is_open(self) -> None:
        """Raise IllegalTransition when the incident is refuted, joined or closed."""
        if not self.is_open:
            raise IllegalTransition(f"incident-{self.state}")


@dataclass(frozen=True, slots=True)
class IncidentEvent:
    """A step in the life of an incident; `comment` is the kind that it got, the number of another incident or notice,
    or the reason that was typed."""

    id: int
    step: IncidentStep
    actor_id: MemberId | None
    at: datetime
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class IncidentFilter:
    """The incidents of a list: those in these states, opened since a moment where one is given."""

    states: frozenset[IncidentState] = _OPEN
    since: datetime | None = None


_NUMBER = re.compile(r"I[- ]?(?:(20\d\d)[- ])?0*([1-9]\d{0,8})", re.ASCII | re.IGNORECASE)


def read_number(typed: str, year: int) -> str | None:
    """Return the number of an incident as it was typed, whole (`I-2026-0012`) or in part (`I12`, of this year); None
    for anything else."""
    match = _NUMBER.fullmatch(typed.strip())
    return None if match is None else f"I-{match[1] or year}-{int(match[2]):04d}"
