"""Tests of the facts that a victim taps: each by itself, in any order, and taken back without a trace."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.area import Place
from alerts.errors import NotFound
from alerts.ids import MemberId, PremisesId, ReportId
from alerts.report import Report, ReportContent, ReportKind, ReportState
from alerts.robbery_facts import VALUES, Fact, is_told, next_open, with_fact
from tests.bot.town import BEGIN

TAPS = [(fact, value) for fact, values in VALUES.items() for value in values]


def _report() -> Report:
    return Report(
        id=ReportId(1),
        number="M-2026-0001",
        kind=ReportKind.ROBBERY,
        state=ReportState.RECEIVED,
        content=ReportContent(what="Twee mannen."),
        place=Place("2903"),
        member_id=MemberId(1),
        premises_id=PremisesId(1),
        is_confirmed=True,
        occurred_at=None,
        created_at=BEGIN,
        version=1,
    )


@given(st.lists(st.sampled_from(TAPS), max_size=12), st.randoms())
def test_the_last_tap_of_each_fact_counts_whatever_the_order(taps: list[tuple[Fact, str]], random: object) -> None:
    """Taps of different facts do not touch each other."""
    last = dict(taps)
    told = _report()
    for fact, value in taps:
        told = with_fact(told, fact, value, BEGIN)
    other = _report()
    shuffled = list(last.items())
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    for fact, value in shuffled:
        other = with_fact(other, fact, value, BEGIN)
    assert told == other
    for fact in last:
        told = with_fact(told, fact, None, BEGIN)
    assert _report() == told, "taken back, nothing of it is left"


@pytest.mark.parametrize("fact", list(Fact))
def test_a_fact_is_told_by_its_values_only(fact: Fact) -> None:
    """Every value but the kind that the report has anyway tells the fact; a value of another fact is refused."""
    for value in VALUES[fact]:
        assert (value != ReportKind.ROBBERY) is is_told(with_fact(_report(), fact, value, BEGIN), fact)
    for other in ("sword", "unknown", ""):
        with pytest.raises(NotFound):
            with_fact(_report(), fact, other, BEGIN)


def test_the_next_question_is_the_next_one_that_is_open() -> None:
    """Questions follow in their order, without those that were answered; after the last there is none."""
    facts = list(Fact)
    assert [*facts[1:], None] == [next_open(_report(), fact) for fact in facts]
    for (first, second), third in zip(pairwise(facts), facts[2:], strict=False):
        assert third is next_open(with_fact(_report(), second, VALUES[second][-1], BEGIN), first)


def test_a_moment_is_told_in_minutes_ago() -> None:
    """It is stored to the minute, and a part of a day that was told before gives way to it."""
    now = BEGIN + timedelta(seconds=41)
    for minutes in VALUES[Fact.WHEN]:
        assert BEGIN - timedelta(minutes=int(minutes)) == with_fact(_report(), Fact.WHEN, minutes, now).occurred_at
