"""Tests of the states of a report, and of the fields that it gives to an alert."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from alerts.alert import IncidentKind
from alerts.area import Place
from alerts.errors import IllegalTransition
from alerts.ids import MemberId, ReportId
from alerts.modus_operandi import MO_FIELDS, NO_LOOT, fields_of
from alerts.report import (
    QUESTION_HOLDS,
    VEHICLES,
    Report,
    ReportContent,
    ReportKind,
    ReportState,
    kind_by_loot,
    read_number,
)

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def _report(state: ReportState) -> Report:
    return Report(
        id=ReportId(1),
        number="M-2026-0001",
        kind=ReportKind.RECONNAISSANCE,
        state=state,
        content=ReportContent(),
        place=Place("2903"),
        member_id=MemberId(1),
        premises_id=None,
        is_confirmed=False,
        occurred_at=None,
        created_at=NOW,
        version=1,
    )


@pytest.mark.parametrize(
    ("state", "next_states"),
    [
        (ReportState.RECEIVED, set(ReportState) - {ReportState.RECEIVED}),
        (ReportState.TRIAGE, set(ReportState)),
        (ReportState.ASKED, set(ReportState)),
        (ReportState.DUPLICATE, {ReportState.RECEIVED, ReportState.DUPLICATE, ReportState.CLOSED}),
        (ReportState.CLOSED, {ReportState.RECEIVED}),
    ],
)
def test_a_report_goes_one_way_until_it_is_closed(state: ReportState, next_states: set[ReportState]) -> None:
    """A report moves forward until it is closed; a dropped draft brings it back, and so does a reporter who was not
    helped well, which alone opens a closed one."""
    report = _report(state)
    for other in ReportState:
        if other in next_states:
            report.check_can_become(other)
        else:
            with pytest.raises(IllegalTransition):
                report.check_can_become(other)
    assert (state in (ReportState.RECEIVED, ReportState.TRIAGE, ReportState.ASKED)) is report.is_open
    assert (state is ReportState.CLOSED) is report.is_closed


HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("asked", "answered", "until", "waited"),
    [
        (None, None, 5, 5),
        (2, None, 1, 1),  # before it was asked
        (2, None, 5, 2),  # the clock stands
        (2, 4, 5, 3),  # it goes on after the answer
        (2, None, 30, 6),  # and after a day without one
        (2, 29, 40, 16),  # a later answer gives no more than that day
        (2, 4, 3, 2),  # of a moment before the answer
    ],
)
def test_the_clock_stands_while_a_question_is_open(
    asked: int | None, answered: int | None, until: int, waited: int
) -> None:
    """The time in which a question waits for its answer, at most a day, is not counted (all in hours)."""
    report = replace(
        _report(ReportState.ASKED),
        asked_at=None if asked is None else NOW + asked * HOUR,
        answered_at=None if answered is None else NOW + answered * HOUR,
    )
    assert waited * HOUR == report.waited(NOW + until * HOUR)


def test_a_question_holds_for_a_day_and_while_there_is_somebody_to_answer() -> None:
    """The clock goes on after a day, an answer, the end of the report, or the erasure of its reporter."""
    asked = replace(_report(ReportState.ASKED), asked_at=NOW)
    late = NOW + QUESTION_HOLDS
    assert [True, False] == [asked.awaits_reporter(at) for at in (late - timedelta(seconds=1), late)]
    for ended in (
        replace(asked, answered_at=NOW),
        replace(asked, state=ReportState.CLOSED, closed_at=NOW),
        replace(asked, member_id=None),
        _report(ReportState.TRIAGE),
    ):
        assert not ended.awaits_reporter(NOW)
        assert not ended.has_question
    assert asked.has_question, "also late: it can still be answered"
    assert 3 * HOUR == replace(asked, member_id=None).waited(NOW + 3 * HOUR)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        *(
            ("M-2026-0012", "M-2026-0012"),
            (" m-2025-12 ", "M-2025-0012"),
            ("12", "M-2026-0012"),
            ("M12", "M-2026-0012"),
        ),
        *(("2025-0012", "M-2025-0012"), ("0012", "M-2026-0012"), ("M-2026-12345", "M-2026-12345")),
        *(
            ("", None),
            ("0", None),
            ("M-2026-0000", None),
            ("x", None),
            ("²", None),
            ("M-1999-1", None),
            ("12 13", None),
        ),
    ],
)
def test_a_number_is_read_whole_or_in_part(typed: str, number: str | None) -> None:
    """The number stands on the cards; whoever types it may leave out what is the same for all of this year."""
    assert number == read_number(typed, 2026)


def test_every_kind_is_a_kind_of_incident() -> None:
    """Every kind of report is a kind of incident, so that an alert can be made from any report."""
    assert [IncidentKind(kind) for kind in ReportKind] == [kind.incident for kind in ReportKind]


def test_what_was_told_becomes_fields_of_an_alert() -> None:
    """The fields of a report become values that an alert knows; a vehicle that was typed goes to the text only."""
    told = ReportContent(persons="2", weapon="knife", loot_type="cash", vehicle="van")
    assert {"offender_count": "2", "weapon": "knife", "loot_type": "cash", "exit_mode": "car"} == told.mo
    assert {} == ReportContent(vehicle="witte bestelbus").mo
    assert set(VEHICLES.values()) <= set(MO_FIELDS["exit_mode"])


@pytest.mark.parametrize("loot", MO_FIELDS["loot_type"])
@pytest.mark.parametrize("told", list(ReportKind))
def test_what_was_taken_decides_between_robbery_and_attempt(told: ReportKind, loot: str) -> None:
    """A robbery with nothing taken becomes an attempt, an attempt with any loot a robbery (docs/domain.md §3); other
    kinds do not change."""
    if told in (ReportKind.ROBBERY, ReportKind.ROBBERY_ATTEMPT):
        expected = ReportKind.ROBBERY_ATTEMPT if loot == NO_LOOT else ReportKind.ROBBERY
        assert expected is kind_by_loot(told, loot)
    else:
        assert told is kind_by_loot(told, loot)
    assert told is kind_by_loot(told, None)


def test_a_notice_of_an_attempt_has_no_loot_and_one_of_a_robbery_has_some() -> None:
    """A notice of an attempt has no loot and one of a robbery has some; other kinds of incident allow both."""
    for kind in IncidentKind:
        values = fields_of(kind).get("loot_type", ())
        if kind is IncidentKind.ROBBERY_ATTEMPT:
            assert () == values
        else:
            assert (kind is not IncidentKind.ROBBERY) is (NO_LOOT in values)
            assert set(MO_FIELDS["loot_type"]) - {NO_LOOT} == set(values) - {NO_LOOT}
