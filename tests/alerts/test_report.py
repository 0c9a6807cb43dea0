"""Tests of the states of a report, and of the fields that it gives to an alert."""

from datetime import UTC, datetime

import pytest

from alerts.alert import IncidentKind
from alerts.area import Place
from alerts.errors import IllegalTransition
from alerts.ids import MemberId, ReportId
from alerts.modus_operandi import MO_FIELDS, NO_LOOT, fields_of
from alerts.report import VEHICLES, Report, ReportContent, ReportKind, ReportState, kind_by_loot

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
        (ReportState.RECEIVED, {ReportState.TRIAGE, ReportState.CLOSED}),
        (ReportState.TRIAGE, {ReportState.RECEIVED, ReportState.TRIAGE, ReportState.CLOSED}),
        (ReportState.CLOSED, set()),
    ],
)
def test_a_report_goes_one_way_until_it_is_closed(state: ReportState, next_states: set[ReportState]) -> None:
    """A report moves forward until it is closed; only a dropped draft brings it back, and a closed report stays
    closed."""
    report = _report(state)
    for other in ReportState:
        if other in next_states:
            report.check_can_become(other)
        else:
            with pytest.raises(IllegalTransition):
                report.check_can_become(other)
    assert (state is not ReportState.CLOSED) is report.is_open


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
    if told.is_robbery:
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
