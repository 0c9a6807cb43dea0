"""Cascade: who hears of a confirmed incident in which order, by a table per municipality, and what is due now.

The default is the plan of the action plans (docs/domain.md §2): police confirm, then the mayor's office and the safety
director hear; from the latter the alderman, the city marshal and enforcement. The spokesperson gets a copy of a P1.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from alerts.errors import Rejected
from alerts.ids import IncidentId, MemberId
from alerts.role import Function, Grant, Role
from alerts.role_function import FUNCTIONS

MOST_STEPS = 10
MOST_MINUTES = 24 * 60
USUAL_MINUTES = 10  # ours: how long a step waits for somebody to say *Gezien* before the deputies hear
ROLES = (
    *(Role.MAYORS_OFFICE, Role.SAFETY_DIRECTOR, Role.ALDERMAN, Role.CITY_MARSHAL, Role.ENFORCEMENT),
    *(Role.SPOKESPERSON, Role.MUNICIPALITY),
)  # who can stand in a table: those in public office who read incidents and do not confirm them
# Functions of the municipality that became roles: who has one is reached as the holder of that role.
_BY_FUNCTION = {
    Function.MAYOR: Role.MAYORS_OFFICE,
    Function.ALDERMAN: Role.ALDERMAN,
    Function.ENFORCER: Role.ENFORCEMENT,
}


@dataclass(frozen=True, slots=True)
class Addressee:
    """The people whom a step reaches: who has a role, or only who has it with this function."""

    role: Role
    function: Function | None = None

    def fits(self, grant: Grant) -> bool:
        """Whether the holder of this grant is one of them."""
        if grant.role is Role.MUNICIPALITY and grant.function in _BY_FUNCTION:
            return self.function is None and self.role is _BY_FUNCTION[grant.function]
        return grant.role is self.role and self.function in (None, grant.function)

    def __str__(self) -> str:
        return self.role if self.function is None else f"{self.role}:{self.function}"


def read_addressee(text: str) -> Addressee:
    """Parse `role` or `role:function`. Raises Rejected for who cannot stand in a table."""
    role, _, function = text.partition(":")
    if role not in ROLES or (function and function not in FUNCTIONS.get(Role(role), ())):
        raise Rejected("cascade-addressee")
    return Addressee(Role(role), Function(function) if function else None)


@dataclass(frozen=True, slots=True)
class CascadeStep:
    """A step of a table. `after`: the place in the table of an earlier step that it waits for; None: it begins when
    police confirm. `minutes` without *Gezien* the deputies hear, and after as long again whoever waits for it; 0: a
    copy, of which nobody has to say anything. `only_p1`: only for an incident that is urgent as a P1 is."""

    addressee: Addressee
    after: int | None = None
    minutes: int = USUAL_MINUTES
    only_p1: bool = False


DEFAULT_TABLE: tuple[CascadeStep, ...] = (
    CascadeStep(Addressee(Role.MAYORS_OFFICE)),
    CascadeStep(Addressee(Role.SAFETY_DIRECTOR)),
    CascadeStep(Addressee(Role.SPOKESPERSON), minutes=0, only_p1=True),
    CascadeStep(Addressee(Role.ALDERMAN), after=1),
    CascadeStep(Addressee(Role.CITY_MARSHAL), after=1),
    CascadeStep(Addressee(Role.ENFORCEMENT), after=1),
)


def check_table(steps: Sequence[CascadeStep]) -> None:
    """Raise Rejected for a table that cannot be followed: empty or too long, somebody twice, a step that waits for
    itself or a later one, or minutes out of range."""
    if not steps:
        raise Rejected("cascade-empty")
    if len(steps) > MOST_STEPS:
        raise Rejected("cascade-long", most=MOST_STEPS)
    if len({one.addressee for one in steps}) < len(steps):
        raise Rejected("cascade-twice")
    for place, one in enumerate(steps):
        if one.after is not None and not 0 <= one.after < place:
            raise Rejected("cascade-order")
        if not 0 <= one.minutes <= MOST_MINUTES:
            raise Rejected("cascade-minutes", most=MOST_MINUTES)


class Stage(StrEnum):
    """How far a step is. Skipped: nobody could be reached. Passed: nobody said *Gezien*, so those who wait for it
    heard. Not needed: a step for a P1, of an incident that is none."""

    WAITING = "waiting"
    CALLED = "called"
    REMINDED = "reminded"
    DEPUTIES = "deputies"
    SEEN = "seen"
    COPIED = "copied"
    PASSED = "passed"
    SKIPPED = "skipped"
    NOT_NEEDED = "not_needed"


_OVER = frozenset({Stage.SEEN, Stage.COPIED, Stage.PASSED, Stage.SKIPPED, Stage.NOT_NEEDED})


@dataclass(frozen=True, slots=True)
class Progress:
    """A step of a running cascade: where it is since when (`at`), and when its first people were called."""

    step: CascadeStep
    stage: Stage = Stage.WAITING
    at: datetime | None = None
    called_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody who was called for a step, by its place in the table, and what they did."""

    place: int
    member_id: MemberId
    called_at: datetime
    is_deputy: bool = False
    seen_at: datetime | None = None
    taken_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """What somebody who was called can still answer: whether they said *Gezien*, and whether nobody of their steps took
    on what these ask."""

    is_unseen: bool
    is_free: bool


@dataclass(frozen=True, slots=True)
class Move:
    """What is due: the step at this place comes to this stage. For `CALLED` it is decided as it is done whether
    somebody can be called; for `DEPUTIES` likewise."""

    place: int
    stage: Stage


@dataclass(frozen=True, slots=True)
class Cascade:
    """The cascade of an incident, with the table as it was when police confirmed. `told`: the version of the facts that
    the cards show. `ended_at`: it goes no further, as the incident was refuted, joined or closed."""

    incident_id: IncidentId
    begun_at: datetime
    steps: tuple[Progress, ...]
    calls: tuple[Call, ...] = ()
    told: int = 0
    ended_at: datetime | None = None

    def next_move(self, now: datetime) -> Move | None:
        """Return what is due now, the first in the order of the table; None when nothing is."""
        if self.ended_at is not None:
            return None
        moves = (self._due(place, now) for place in range(len(self.steps)))
        return next((one for one in moves if one is not None), None)

    @property
    def due_at(self) -> datetime | None:
        """When something is due next; None when nothing will be by time alone."""
        if self.ended_at is not None:
            return None
        moments = [self._moment(one) for one in self.steps]
        return min((one for one in moments if one is not None), default=None)

    def of(self, place: int) -> tuple[Call, ...]:
        """Return the calls for the step at this place."""
        return tuple(one for one in self.calls if one.place == place)

    def left_for(self, member: MemberId) -> Left | None:
        """Return what this member can still answer; None for who was not called."""
        mine = [one for one in self.calls if one.member_id == member]
        if not mine:
            return None
        places = {one.place for one in mine}
        is_taken = any(one.taken_at is not None for one in self.calls if one.place in places)
        asks = any(self.steps[place].step.minutes for place in places)
        return Left(any(one.seen_at is None for one in mine), asks and not is_taken)

    def with_stage(self, place: int, stage: Stage, at: datetime) -> "Cascade":
        """Return the cascade with the step at this place at another stage, since now."""
        before = self.steps[place]
        called_at = at if before.called_at is None and stage in (Stage.CALLED, Stage.COPIED) else before.called_at
        after = replace(before, stage=stage, at=at, called_at=called_at)
        return replace(self, steps=(*self.steps[:place], after, *self.steps[place + 1 :]))

    def seen_by(self, member: MemberId, now: datetime, *, is_taken: bool = False) -> "Cascade":
        """Return the cascade with what this member was called for acknowledged, and taken on where they do that; each
        moment counts once."""
        calls = tuple(
            replace(one, seen_at=one.seen_at or now, taken_at=one.taken_at or (now if is_taken else None))
            if one.member_id == member
            else one
            for one in self.calls
        )
        after = replace(self, calls=calls)
        for place in {one.place for one in calls if one.member_id == member}:
            if self.steps[place].stage in (Stage.CALLED, Stage.REMINDED, Stage.DEPUTIES, Stage.PASSED):
                after = after.with_stage(place, Stage.SEEN, now)
        return after

    def _due(self, place: int, now: datetime) -> Move | None:
        one = self.steps[place]
        moment = self._moment(one)
        if moment is None or now < moment:
            return None
        if one.stage is Stage.WAITING:
            return Move(place, Stage.CALLED)
        if one.stage is Stage.DEPUTIES:
            return Move(place, Stage.PASSED)
        assert one.called_at is not None, "it was called"
        is_late = now >= one.called_at + timedelta(minutes=one.step.minutes)
        return Move(place, Stage.DEPUTIES if is_late else Stage.REMINDED)

    def _moment(self, one: Progress) -> datetime | None:
        """Return when the step goes on by itself; None when it is over, or waits for another."""
        wait = timedelta(minutes=one.step.minutes)
        if one.stage is Stage.WAITING:
            if one.step.after is None:
                return self.begun_at
            before = self.steps[one.step.after]
            return before.at if before.stage in _OVER else None
        if one.stage in _OVER or one.called_at is None or one.at is None:
            return None
        if one.stage is Stage.CALLED:
            return one.called_at + wait / 2
        return (one.called_at if one.stage is Stage.REMINDED else one.at) + wait


def begun(incident: IncidentId, table: Sequence[CascadeStep], told: int, now: datetime) -> Cascade:
    """Return the cascade of an incident that police confirmed now, before anybody was called."""
    return Cascade(incident, now, tuple(Progress(one) for one in table), told=told)
