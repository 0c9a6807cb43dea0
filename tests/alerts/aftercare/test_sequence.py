"""Tests of the sequence of aftercare: which steps are due when, by default and with days of one's own."""

from datetime import UTC, datetime, timedelta

import pytest

from alerts.aftercare.sequence import SEQUENCE, StepKind, StepOwner, is_by_day, plan, plan_after_arrest
from alerts.tally import NETHERLANDS

ROBBED = datetime(2026, 11, 24, 19, 45, tzinfo=UTC)  # a quarter to nine in the evening


def _days(steps: object) -> dict[StepKind, int]:
    begun = ROBBED.astimezone(NETHERLANDS).date()
    return {one.kind: (one.due_at.astimezone(NETHERLANDS).date() - begun).days for one in steps}  # type: ignore[attr-defined]


def test_the_sequence_of_the_story() -> None:
    """The same day, week 1, weeks 2 to 3, month 1 with the six weeks' check, and month 3, each at ten o'clock."""
    steps = plan(ROBBED, ROBBED, {}, NETHERLANDS)
    assert _days(steps) == {
        StepKind.SAME_DAY: 0,
        StepKind.SCAN: 1,
        StepKind.VISIT: 3,
        StepKind.WEEK_1: 7,
        StepKind.MEETING: 14,
        StepKind.POLICE_CONTACT: 21,
        StepKind.MONTH_1: 30,
        StepKind.SIX_WEEKS: 42,
        StepKind.CLOSING: 90,
    }
    assert ROBBED == steps[0].due_at
    assert {10} == {one.due_at.astimezone(NETHERLANDS).hour for one in steps[1:]}


def test_a_municipality_has_days_of_its_own() -> None:
    """Days that were chosen stand in for the defaults; the others stay."""
    days = _days(plan(ROBBED, ROBBED, {StepKind.WEEK_1: 5, StepKind.CLOSING: 120}, NETHERLANDS))
    assert [5, 120, 30] == [days[one] for one in (StepKind.WEEK_1, StepKind.CLOSING, StepKind.MONTH_1)]


def test_what_has_passed_is_not_sent_when_a_case_is_opened_late() -> None:
    """A month later no "first week" is sent; what the marshal does is due at once, and the end stays where it was."""
    opened = ROBBED + timedelta(days=31)
    steps = plan(ROBBED, opened, {}, NETHERLANDS)
    assert {StepKind.WEEK_1, StepKind.MONTH_1}.isdisjoint({one.kind for one in steps})
    assert opened == next(one.due_at for one in steps if one.kind is StepKind.SCAN)
    assert 90 == _days(steps)[StepKind.CLOSING]


def test_an_arrest_adds_three_steps() -> None:
    """Joining comes at once, the talk and the right to speak later; none of them is there without an arrest."""
    arrested = ROBBED + timedelta(days=20)
    steps = plan_after_arrest(arrested, {}, NETHERLANDS)
    assert [StepKind.JOINING, StepKind.VICTIM_TALK, StepKind.RIGHT_TO_SPEAK] == [one.kind for one in steps]
    assert arrested == steps[0].due_at
    assert [27, 34] == list(_days(steps).values())[1:]
    assert not {one.kind for one in steps} & {one.kind for one in plan(ROBBED, ROBBED, {}, NETHERLANDS)}


def test_every_step_has_one_owner() -> None:
    """Each kind is in the sequence once; those of the marshal are no messages."""
    assert sorted(StepKind) == sorted(one.kind for one in SEQUENCE)
    of_marshal = {one.kind for one in SEQUENCE if one.owner is StepOwner.MARSHAL}
    assert {StepKind.SCAN, StepKind.VISIT, StepKind.MEETING, StepKind.POLICE_CONTACT} == of_marshal


@pytest.mark.parametrize(("hour", "is_day"), [(7, False), (8, True), (18, True), (19, False)])
def test_nobody_is_written_to_at_night(hour: int, *, is_day: bool) -> None:
    """By the local clock: one hour later than UTC in winter."""
    assert is_day is is_by_day(ROBBED.replace(hour=hour, minute=30), NETHERLANDS)
