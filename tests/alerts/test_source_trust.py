"""Tests of what the reports of one person tell about the source of one of them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from alerts.area import Place
from alerts.ids import MemberId, ReportId
from alerts.report import Outcome, Report, ReportContent, ReportKind, ReportState
from alerts.source_trust import SourceTrust, trust_of
from alerts.tally import NETHERLANDS

NOW = datetime(2026, 3, 29, 12, tzinfo=UTC)  # the day on which summer time begins
REPORT = Report(
    id=ReportId(5),
    number="M-2026-0005",
    kind=ReportKind.RECONNAISSANCE,
    state=ReportState.RECEIVED,
    content=ReportContent(),
    place=Place("2903"),
    member_id=MemberId(1),
    premises_id=None,
    is_confirmed=False,
    occurred_at=None,
    created_at=NOW,
    version=1,
)


def _closed(number: int, outcome: Outcome | None, days: float = 10) -> Report:
    at = NOW - timedelta(days=days)
    return replace(REPORT, id=ReportId(number), state=ReportState.CLOSED, outcome=outcome, created_at=at)


def test_a_first_report_tells_nothing() -> None:
    """There is the report itself and no other."""
    assert SourceTrust(None, {}, 0, 1) == trust_of(REPORT, [REPORT], None, NETHERLANDS)


def test_earlier_reports_are_counted_by_how_they_ended() -> None:
    """Only reports from before this one count, each outcome for itself; open ones, and those that nobody dealt with,
    have none."""
    own = [
        *(_closed(1, Outcome.HANDLED), _closed(2, Outcome.UNFOUNDED), _closed(3, Outcome.HANDLED)),
        *(replace(REPORT, id=ReportId(4)), REPORT),
        *(_closed(6, Outcome.UNFOUNDED), replace(_closed(0, None))),
    ]
    trust = trust_of(REPORT, own, NOW, NETHERLANDS)
    assert {Outcome.HANDLED: 2, Outcome.UNFOUNDED: 1} == trust.outcomes
    assert (1, NOW) == (trust.still_open, trust.verified_since)


@pytest.mark.parametrize(
    ("other", "many"),
    [
        (datetime(2026, 3, 28, 22, 59, tzinfo=UTC), 1),
        (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), 2),  # midnight in winter time
        (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), 2),
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), 1),  # midnight in summer time
    ],
)
def test_the_day_is_that_of_the_wall_clock(other: datetime, many: int) -> None:
    """Reports of the same local day count, on the day of 23 hours too."""
    another = replace(REPORT, id=ReportId(6), created_at=other)
    assert many == trust_of(REPORT, [REPORT, another], None, NETHERLANDS).on_that_day
