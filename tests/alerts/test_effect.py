"""Tests of what is counted after a notice: which days, which ground, which branches, and no small numbers."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.alert import IncidentKind
from alerts.branch import Branch
from alerts.effect import DAYS, Counted, Effect, EffectRow, due_at, effect_of
from alerts.tally import PlacedTally

ZONE = ZoneInfo("Europe/Amsterdam")
SENT = date(2026, 11, 24)
HERE = frozenset({"2903", "2904"})
JEWELLER = frozenset({Branch.JEWELLER})
SEEN = PlacedTally(IncidentKind.RECONNAISSANCE, SENT + timedelta(days=1), "2903", JEWELLER)
ROBBED = replace(SEEN, kind=IncidentKind.ROBBERY)


def row(
    tallies: list[PlacedTally], what: Counted = Counted.REPORTED, branches: frozenset[Branch] = JEWELLER
) -> EffectRow:
    """Return one row of what is counted of these."""
    [found] = [one for one in effect_of(SENT, HERE, branches, tallies).rows if one.what is what]
    return found


def day(number: int) -> date:
    """Return the day that lies so many days after the notice."""
    return SENT + timedelta(days=number)


@pytest.mark.parametrize(
    ("number", "field"),
    [
        (-DAYS - 1, None),
        (-DAYS, "here_before"),
        (-1, "here_before"),
        (0, None),  # the day itself is on neither side
        (1, "here_after"),
        (DAYS, "here_after"),
        (DAYS + 1, None),
    ],
)
def test_thirty_days_on_either_side(number: int, field: str | None) -> None:
    """The days before and after count, to the last; the day of the notice and what is farther away do not."""
    found = row([replace(SEEN, day=day(number))] * 5)
    numbers = {
        name: getattr(found, name) for name in ("here_before", "here_after", "elsewhere_before", "elsewhere_after")
    }
    assert {name: 5 if name == field else None for name in numbers} == numbers


def test_elsewhere_are_the_same_branches_outside_the_ground() -> None:
    """What lies outside the ground counts elsewhere; what is about other branches nowhere."""
    other = replace(SEEN, branches=frozenset({Branch.BAKERY}))
    unknown = replace(SEEN, branches=frozenset())
    found = row([SEEN] * 3 + [replace(SEEN, pc4="3011")] * 4 + [other] * 9 + [unknown] * 9)
    assert (3, 4) == (found.here_after, found.elsewhere_after)


def test_a_notice_for_all_branches_counts_all() -> None:
    """Without branches everything on the ground counts, also where the branch is not known."""
    every = [replace(SEEN, branches=frozenset({one})) for one in Branch] + [replace(SEEN, branches=frozenset())]
    assert len(Branch) + 1 == row(every, branches=frozenset()).here_after


def test_robberies_are_counted_once_for_each_pc4_and_day() -> None:
    """Several reports of one robbery are one; sightings are counted one by one, and attempts as robberies."""
    days = [replace(ROBBED, day=day(number)) for number in (1, 1, 2)]
    attempts = [replace(ROBBED, kind=IncidentKind.ROBBERY_ATTEMPT, day=day(3)), replace(ROBBED, pc4="2904")]
    assert 4 == row([*days, *attempts], Counted.ROBBED).here_after
    assert row([*days, *attempts]).here_after is None
    assert 3 == row([SEEN] * 3).here_after


@given(
    st.lists(
        st.builds(
            PlacedTally,
            st.sampled_from(IncidentKind),
            st.dates(day(-35), day(35)),
            st.sampled_from(["2903", "2904", "3011"]),
            st.sampled_from([JEWELLER, frozenset()]),
        )
    )
)
def test_no_number_below_three_is_shown(tallies: list[PlacedTally]) -> None:
    """Whatever was reported, a number is three or more, or left out."""
    effect = effect_of(SENT, HERE, JEWELLER, tallies)
    numbers = [
        number
        for one in effect.rows
        for number in (one.here_before, one.here_after, one.elsewhere_before, one.elsewhere_after)
    ]
    assert 8 == len(numbers)
    assert all(number is None or number >= 3 for number in numbers)
    assert Effect(day(1), day(DAYS), effect.rows) == effect


@pytest.mark.parametrize(
    ("sent_at", "due"),
    [
        # Sent at noon: told at nine on the thirty-first day, by the local clock.
        (datetime(2026, 6, 10, 10, tzinfo=UTC), datetime(2026, 7, 11, 7, tzinfo=UTC)),
        # Over the end and the beginning of daylight saving.
        (datetime(2026, 10, 10, 10, tzinfo=UTC), datetime(2026, 11, 10, 8, tzinfo=UTC)),
        (datetime(2026, 3, 10, 10, tzinfo=UTC), datetime(2026, 4, 10, 7, tzinfo=UTC)),
        # A quarter past midnight here is the day before in UTC.
        (datetime(2026, 6, 9, 22, 15, tzinfo=UTC), datetime(2026, 7, 11, 7, tzinfo=UTC)),
    ],
)
def test_it_is_due_when_the_days_are_over(sent_at: datetime, due: datetime) -> None:
    """The sender is told on the morning after the thirtieth day."""
    assert due == due_at(sent_at, ZONE)
