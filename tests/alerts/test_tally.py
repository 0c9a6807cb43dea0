"""Tests of what a tally contains: local days and hours, closed lists, and nothing that somebody typed."""

from dataclasses import asdict, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.alert import Alert, AlertContent, AlertState, IncidentKind, RevisionKind
from alerts.area import Place
from alerts.branch import Branch
from alerts.ids import AlertId, KvoGroupId, MemberId, MunicipalityId, PremisesId, ReportId
from alerts.modus_operandi import MO_FIELDS
from alerts.point import Point
from alerts.report import Outcome, Report, ReportContent, ReportKind, ReportState, Signal
from alerts.severity import Severity
from alerts.tally import (
    IN_TIME,
    NETHERLANDS,
    Ground,
    HourBand,
    Tally,
    TallyOutcome,
    TallySubject,
    local_time,
    notice_leaves_tally,
    report_leaves_tally,
    tally_of_notice,
    tally_of_report,
)
from alerts.time_of_day import TimeOfDay
from alerts.tlp import Tlp

NOW = datetime(2026, 1, 14, 15, 30, tzinfo=UTC)
GROUND = Ground("2903", MunicipalityId("0502"), KvoGroupId(1))
REPORT = Report(
    id=ReportId(9_001),
    number="M-2026-0815",
    kind=ReportKind.ROBBERY,
    state=ReportState.CLOSED,
    content=ReportContent(
        signals=frozenset({Signal.PHOTOS}),
        persons="2",
        weapon="knife",
        loot_type="cash",
        approach="as_customer",
        vehicle="van",
    ),
    place=Place("2903", "2903AB", Point(1_111_111, 2_222_222, 3_333_333), MunicipalityId("0502")),
    member_id=MemberId(9_002),
    premises_id=PremisesId(9_003),
    is_confirmed=True,
    occurred_at=NOW - timedelta(hours=1),
    created_at=NOW,
    version=3,
    closed_at=NOW + timedelta(hours=1),
    outcome=Outcome.HANDLED,
)
ALERT = Alert(
    id=AlertId(9_004),
    number="2026-0815",
    state=AlertState.LIVE,
    content=AlertContent(
        kind=IncidentKind.ROBBERY,
        what="Twee mannen met helmen",
        place=Place("2903", "2903AB", Point(1_111_111, 2_222_222, 3_333_333)),
        place_words="winkelcentrum De Terp",
        reach_m=2_000,
        branches=frozenset({Branch.JEWELLER, Branch.OPTICIAN}),
        severity=Severity.P2,
        tlp=Tlp.AMBER,
        until=NOW + timedelta(hours=72),
        mo={"weapon": "firearm", "exit_mode": "scooter", "language_notes": "sprak Frans"},
    ),
    author_id=MemberId(9_005),
    version=2,
    created_at=NOW - timedelta(minutes=30),
    sent_at=NOW,
)


def test_a_report_leaves_what_can_be_counted() -> None:
    """A closed report leaves when, where, what, how and what became of it, and the branch of its shop."""
    tally = tally_of_report(REPORT, Branch.JEWELLER, GROUND, NETHERLANDS)
    assert (TallySubject.REPORT, IncidentKind.ROBBERY, TallyOutcome.HANDLED, True) == (
        *(tally.subject, tally.kind, tally.outcome, tally.answered_in_time),
    )
    assert (date(2026, 1, 14), 3, HourBand.H12) == (tally.day, tally.weekday, tally.hour_band)
    assert ("2", "knife", "cash", "as_customer", "car") == (
        *(tally.persons, tally.weapon, tally.loot_type, tally.approach, tally.exit_mode),
    )
    assert (frozenset({Branch.JEWELLER}), GROUND, frozenset({Signal.PHOTOS})) == (
        *(tally.branches, tally.ground, tally.signals),
    )


def test_a_notice_leaves_what_can_be_counted() -> None:
    """A notice leaves its branches and MO fields; it has no reporter, so nobody was answered."""
    tally = tally_of_notice(ALERT, RevisionKind.FIRST, GROUND, NETHERLANDS)
    assert (TallySubject.NOTICE, IncidentKind.ROBBERY, TallyOutcome.SENT, None) == (
        *(tally.subject, tally.kind, tally.outcome, tally.answered_in_time),
    )
    assert (ALERT.content.branches, "firearm", "scooter", None) == (
        *(tally.branches, tally.weapon, tally.exit_mode, tally.persons),
    )
    assert (date(2026, 1, 14), HourBand.H16) == (tally.day, tally.hour_band), "not known when: as it was sent, 16:30"


def test_a_part_of_a_day_has_no_hour_band() -> None:
    """The moment that stands for it is no hour that somebody told; its day counts."""
    told = replace(REPORT, content=replace(REPORT.content, time_of_day="morning"))
    assert (date(2026, 1, 14), None) == _when(tally_of_report(told, Branch.JEWELLER, GROUND, NETHERLANDS))
    content = replace(ALERT.content, occurred_at=NOW - timedelta(days=1), time_of_day=TimeOfDay.DAY)
    sent = tally_of_notice(replace(ALERT, content=content), RevisionKind.FIRST, GROUND, NETHERLANDS)
    assert (date(2026, 1, 13), None) == _when(sent)


def _when(tally: Tally) -> tuple[date, HourBand | None]:
    return tally.day, tally.hour_band


def test_no_person_no_shop_and_no_number_is_in_a_tally() -> None:
    """Neither the member, the shop, the number, the PC6, the point nor a word is in what is left."""
    left = f"{asdict(tally_of_report(REPORT, Branch.JEWELLER, GROUND, NETHERLANDS))}"
    left += f"{asdict(tally_of_notice(ALERT, RevisionKind.FIRST, GROUND, NETHERLANDS))}"
    for gone in ("900", "0815", "2903AB", "1111111", "helmen", "Terp", "Frans", "15:30", "30, "):
        assert gone not in left, gone


@given(st.text(), st.text(), st.text(), st.text(), st.text(), st.text())
def test_nothing_typed_gets_through(
    persons: str, weapon: str, loot: str, approach: str, exit_mode: str, what: str
) -> None:
    """Whatever stands in the fields of a report, what is counted is a value of the closed list, or nothing."""
    content = ReportContent(
        persons=persons, weapon=weapon, loot_type=loot, approach=approach, exit_mode=exit_mode, vehicle=what, what=what
    )
    tally = tally_of_report(replace(REPORT, content=content), None, GROUND, NETHERLANDS)
    counted = {
        *(("offender_count", tally.persons), ("weapon", tally.weapon), ("loot_type", tally.loot_type)),
        *(("approach", tally.approach), ("exit_mode", tally.exit_mode)),
    }
    assert all(value is None or value in MO_FIELDS[field] for field, value in counted)
    assert frozenset() == tally.branches


@pytest.mark.parametrize(
    ("outcome", "is_counted"), [(one, one is not Outcome.WITHDRAWN) for one in Outcome] + [(None, True)]
)
def test_which_reports_are_counted(outcome: Outcome | None, is_counted: bool) -> None:
    """Every closed report is counted, except one that was taken back; an open one is not counted yet."""
    assert is_counted is report_leaves_tally(replace(REPORT, outcome=outcome))
    assert not report_leaves_tally(replace(REPORT, outcome=outcome, state=ReportState.TRIAGE))


def test_which_notices_are_counted() -> None:
    """A notice that was sent is counted; a drill and a draft are not."""
    assert notice_leaves_tally(ALERT)
    assert not notice_leaves_tally(replace(ALERT, content=replace(ALERT.content, is_drill=True)))
    assert not notice_leaves_tally(replace(ALERT, sent_at=None))


@pytest.mark.parametrize(
    ("took", "outcome", "is_in_time"),
    [
        (timedelta(0), Outcome.UNFOUNDED, True),
        (IN_TIME, Outcome.HANDLED, True),
        (IN_TIME + timedelta(microseconds=1), Outcome.HANDLED, False),
        (timedelta(hours=1), None, False),
    ],
)
def test_answered_within_two_days(took: timedelta, outcome: Outcome | None, is_in_time: bool) -> None:
    """Exactly 48 hours is in time; a report that nobody dealt with is not, however early its content went."""
    closed = replace(REPORT, closed_at=NOW + took, outcome=outcome)
    assert is_in_time is tally_of_report(closed, None, GROUND, NETHERLANDS).answered_in_time


@pytest.mark.parametrize("last", list(RevisionKind))
def test_the_newest_text_of_a_notice_decides_its_outcome(last: RevisionKind) -> None:
    """A correction leaves a notice sent, an all-clear ends it, and a retraction marks it, so that it is not counted."""
    expected = {RevisionKind.ALL_CLEAR: TallyOutcome.ALL_CLEAR, RevisionKind.RETRACTION: TallyOutcome.RETRACTED}
    tally = tally_of_notice(ALERT, last, GROUND, NETHERLANDS)
    assert expected.get(last, TallyOutcome.SENT) is tally.outcome


@pytest.mark.parametrize(
    ("at", "day", "band"),
    [
        ("2026-03-28T22:59:59", date(2026, 3, 28), HourBand.H20),  # 23:59 in winter time
        ("2026-03-28T23:00:00", date(2026, 3, 29), HourBand.H00),
        ("2026-03-29T00:59:59", date(2026, 3, 29), HourBand.H00),  # 01:59, after which it is 03:00
        ("2026-03-29T01:00:00", date(2026, 3, 29), HourBand.H00),  # 03:00 in summer time
        ("2026-03-29T02:00:00", date(2026, 3, 29), HourBand.H04),  # 04:00: the first band has three hours that day
        ("2026-03-29T21:59:59", date(2026, 3, 29), HourBand.H20),
        ("2026-03-29T22:00:00", date(2026, 3, 30), HourBand.H00),
        ("2026-10-24T21:59:59", date(2026, 10, 24), HourBand.H20),
        ("2026-10-24T22:00:00", date(2026, 10, 25), HourBand.H00),
        ("2026-10-25T00:30:00", date(2026, 10, 25), HourBand.H00),  # 02:30 in summer time
        ("2026-10-25T01:30:00", date(2026, 10, 25), HourBand.H00),  # 02:30 once more, in winter time
        ("2026-10-25T03:00:00", date(2026, 10, 25), HourBand.H04),  # 04:00: the first band has five hours that day
        ("2026-10-25T22:59:59", date(2026, 10, 25), HourBand.H20),
        ("2026-10-25T23:00:00", date(2026, 10, 26), HourBand.H00),
    ],
)
def test_days_and_hours_are_local_over_both_changes_of_the_clock(at: str, day: date, band: HourBand) -> None:
    """Day and band follow the clock on the wall on the days on which it is put forward and back."""
    assert (day, band) == local_time(datetime.fromisoformat(at).replace(tzinfo=UTC), NETHERLANDS)


def test_another_time_zone_has_other_days() -> None:
    """The zone that is given decides, as the operator's setting does."""
    assert (date(2026, 1, 15), HourBand.H00) == local_time(NOW, ZoneInfo("Asia/Tokyo"))


@given(st.datetimes(timezones=st.just(UTC), min_value=datetime(2020, 1, 1), max_value=datetime(2040, 1, 1)))  # noqa: DTZ001
def test_every_moment_has_the_band_of_its_hour(at: datetime) -> None:
    """The band that is named for an hour contains it."""
    _, band = local_time(at, NETHERLANDS)
    first, end = map(int, band.split("-"))
    assert first <= at.astimezone(NETHERLANDS).hour < end
