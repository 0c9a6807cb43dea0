"""Tests of the cascade as a pure decision: what is due, from the table, the calls so far and the time."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.cascade import (
    DEFAULT_TABLE,
    ROLES,
    Addressee,
    Call,
    Cascade,
    CascadeStep,
    Move,
    Stage,
    begun,
    check_table,
    read_addressee,
)
from alerts.errors import Rejected
from alerts.ids import IncidentId, MemberId, MunicipalityId, RoleId
from alerts.role import Function, Grant, Role, municipality_scope
from alerts.tlp import Tlp
from alerts.tlp_rules import admits_role

NOW = datetime(2026, 1, 14, 20, 45, tzinfo=UTC)
MAYOR, DIRECTOR, SPOKESPERSON, ALDERMAN, MARSHAL, ENFORCEMENT = range(6)


def later(minutes: float) -> datetime:
    return NOW + timedelta(minutes=minutes)


def by_the_plan() -> Cascade:
    return begun(IncidentId(1), DEFAULT_TABLE, 1, NOW)


def called(cascade: Cascade, place: int, at: datetime, *members: int) -> Cascade:
    """Return the cascade with these members called for a step."""
    calls = tuple(Call(place, MemberId(one), at) for one in members)
    return replace(cascade, calls=(*cascade.calls, *calls)).with_stage(place, Stage.CALLED, at)


def played(cascade: Cascade, now: datetime) -> Cascade:
    """Return the cascade after all that is due now, where one person answers to each step and one is its deputy."""
    while (move := cascade.next_move(now)) is not None:
        member = 10 * move.place + (5 if move.stage is Stage.DEPUTIES else 0)
        cascade = called(cascade, move.place, now, member) if move.stage is Stage.CALLED else cascade
        is_copy = cascade.steps[move.place].step.minutes == 0
        cascade = cascade.with_stage(move.place, Stage.COPIED if is_copy else move.stage, now)
    return cascade


def stages(cascade: Cascade) -> list[Stage]:
    return [one.stage for one in cascade.steps]


def test_the_plan_begins_with_the_mayor_and_the_safety_director() -> None:
    """When police confirm, mayor's office, safety director and spokesperson hear; the others wait for the director."""
    first = played(by_the_plan(), NOW)
    assert [Stage.CALLED, Stage.CALLED, Stage.COPIED] + [Stage.WAITING] * 3 == stages(first)
    seen = played(first.seen_by(MemberId(10 * DIRECTOR), later(2)), later(2))
    assert [Stage.SEEN, Stage.CALLED, Stage.CALLED, Stage.CALLED] == [
        seen.steps[one].stage for one in (DIRECTOR, ALDERMAN, MARSHAL, ENFORCEMENT)
    ]


def test_the_mayors_gezien_releases_nobody_who_waits_for_the_director() -> None:
    """A step waits for the step that the table names, and no other."""
    seen = played(played(by_the_plan(), NOW).seen_by(MemberId(10 * MAYOR), later(1)), later(1))
    assert Stage.WAITING is seen.steps[MARSHAL].stage


@pytest.mark.parametrize(
    ("minutes", "due"),
    [(4.9, None), (5, Stage.REMINDED), (9.9, Stage.REMINDED), (10, Stage.DEPUTIES), (60, Stage.DEPUTIES)],
)
def test_who_says_nothing_is_reminded_and_then_the_deputies_hear(minutes: float, due: Stage | None) -> None:
    """Half of the time brings a reminder, the whole of it the deputies, also where a reminder was never sent."""
    first = called(replace(by_the_plan(), steps=by_the_plan().steps[:1]), 0, NOW, 7)
    assert (None if due is None else Move(0, due)) == first.next_move(later(minutes))


def test_after_the_deputies_the_next_hear() -> None:
    """The deputies have as long again; then those who wait for the step hear, and a late answer still counts."""
    cascade = played(by_the_plan(), NOW)
    for minutes in (5, 10, 19.9):
        cascade = played(cascade, later(minutes))
    assert (Stage.DEPUTIES, Stage.WAITING) == (cascade.steps[DIRECTOR].stage, cascade.steps[MARSHAL].stage)
    passed = played(cascade, later(20))
    assert (Stage.PASSED, Stage.CALLED) == (passed.steps[DIRECTOR].stage, passed.steps[MARSHAL].stage)
    late = passed.seen_by(MemberId(10 * DIRECTOR), later(30))
    assert (Stage.SEEN, Stage.CALLED) == (late.steps[DIRECTOR].stage, late.steps[MARSHAL].stage)


@pytest.mark.parametrize("stage", [Stage.SKIPPED, Stage.COPIED, Stage.NOT_NEEDED])
def test_a_step_that_nobody_answers_for_holds_up_nobody(stage: Stage) -> None:
    """Whoever waits for a step that was skipped, or is a copy, hears at once."""
    cascade = by_the_plan().with_stage(MAYOR, Stage.SEEN, NOW).with_stage(SPOKESPERSON, Stage.COPIED, NOW)
    skipped = cascade.with_stage(DIRECTOR, stage, NOW)
    assert Move(ALDERMAN, Stage.CALLED) == skipped.next_move(NOW)


def test_nothing_is_due_in_a_cascade_that_ended() -> None:
    """Of an incident that was refuted nobody hears any more, now or later."""
    ended = replace(by_the_plan(), ended_at=NOW)
    assert (None, None) == (ended.next_move(later(600)), ended.due_at)


def test_whoever_stands_in_two_steps_answers_for_both() -> None:
    """One *Gezien* is for every step for which somebody was called; the first moment stays."""
    cascade = called(called(by_the_plan(), MAYOR, NOW, 7), DIRECTOR, NOW, 7)
    seen = cascade.seen_by(MemberId(7), later(1)).seen_by(MemberId(7), later(2), is_taken=True)
    assert [Stage.SEEN, Stage.SEEN] == stages(seen)[:2]
    assert {(later(1), later(2))} == {(one.seen_at, one.taken_at) for one in seen.calls}


@given(st.lists(st.floats(0, 240), min_size=1, max_size=30), st.sets(st.integers(0, 5)))
def test_whenever_it_is_looked_at_every_step_ends(moments: list[float], silent: set[int]) -> None:
    """At whatever moments the clock ticks, each step is called exactly once, and at the end none waits."""
    cascade = by_the_plan()
    for minutes in [*sorted(moments), 300, 310, 320, 340, 360, 380]:
        cascade = played(cascade, later(minutes))
        for one in cascade.calls:
            if one.seen_at is None and one.place not in silent:
                cascade = cascade.seen_by(one.member_id, later(minutes))
    assert [1] * 6 == [len(cascade.of(place)) for place in range(6)]
    left = {place: Stage.COPIED if place == SPOKESPERSON else Stage.SEEN for place in range(6)}
    assert left | dict.fromkeys(silent - {SPOKESPERSON}, Stage.PASSED) == dict(enumerate(stages(cascade)))
    assert cascade.due_at is None


@given(st.floats(0, 100))
def test_what_is_due_is_due_at_its_moment(minutes: float) -> None:
    """`due_at` is the first moment at which something is to be done, and no earlier."""
    cascade = played(by_the_plan(), later(minutes))
    assert cascade.due_at is not None
    assert cascade.next_move(cascade.due_at - timedelta(microseconds=1)) is None
    assert cascade.next_move(cascade.due_at) is not None


@pytest.mark.parametrize(
    ("steps", "reason"),
    [
        ((), "cascade-empty"),
        ((CascadeStep(Addressee(Role.ALDERMAN), after=0),), "cascade-order"),
        ((CascadeStep(Addressee(Role.ALDERMAN)), CascadeStep(Addressee(Role.ALDERMAN))), "cascade-twice"),
        ((CascadeStep(Addressee(Role.ALDERMAN), minutes=1441),), "cascade-minutes"),
        (tuple(CascadeStep(Addressee(Role.ALDERMAN)) for _ in range(11)), "cascade-long"),
    ],
)
def test_a_table_that_cannot_be_followed_is_refused(steps: tuple[CascadeStep, ...], reason: str) -> None:
    """A table has steps, each of somebody else, that wait for earlier ones, within a day."""
    with pytest.raises(Rejected, match=reason):
        check_table(steps)


def test_the_plan_can_be_followed_and_reaches_who_may_read() -> None:
    """The default table is valid, and its roles are admitted by AMBER+STRICT, as all that can stand in a table."""
    check_table(DEFAULT_TABLE)
    assert all(admits_role(Tlp.AMBER_STRICT, role) for role in ROLES)
    assert {one.addressee.role for one in DEFAULT_TABLE} <= set(ROLES)


def test_an_addressee_is_read_as_it_is_written() -> None:
    """A role, or a role with a function that it can carry; nothing else."""
    for text in ("mayors_office", "city_marshal:aftercare_coordinator"):
        assert text == str(read_addressee(text))
    for text in ("police", "city_marshal:mayor", "", "prosecution", "city_marshal:x"):
        with pytest.raises(Rejected, match="cascade-addressee"):
            read_addressee(text)


def test_a_mayor_by_function_is_reached_as_the_mayors_office() -> None:
    """Who was given mayor as a function of the municipality stands in the step of the mayor's office, not in that of
    the municipality."""
    scope = municipality_scope(MunicipalityId("0502"), "Capelle")
    mayor = Grant(RoleId(1), MemberId(1), Role.MUNICIPALITY, scope, None, NOW, function=Function.MAYOR)
    official = replace(mayor, function=None)
    assert Addressee(Role.MAYORS_OFFICE).fits(mayor)
    assert not Addressee(Role.MUNICIPALITY).fits(mayor)
    assert Addressee(Role.MUNICIPALITY).fits(official)
    assert not Addressee(Role.MAYORS_OFFICE).fits(official)
