"""Tests of the follow-up of a notice of a robbery: of which notices, on which day, and what is filled in."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from alerts.alert import Alert, AlertContent, AlertState, IncidentKind
from alerts.alert_form import AlertForm
from alerts.area import Place
from alerts.branch import Branch
from alerts.follow_up import as_follow_up, asked_at, days_to_ask, has_later, may_be_followed_up
from alerts.ids import AlertId, MemberId
from alerts.severity import Severity
from alerts.tlp import Tlp

ZONE = ZoneInfo("Europe/Amsterdam")
SENT = datetime(2026, 11, 24, 12, tzinfo=UTC)
CONTENT = AlertContent(
    kind=IncidentKind.ROBBERY,
    what="Twee daders op een scooter.",
    place=Place("2903"),
    place_words="Capelle",
    reach_m=5_000,
    branches=frozenset({Branch.JEWELLER, Branch.OPTICIAN}),
    severity=Severity.P1,
    tlp=Tlp.AMBER,
    until=SENT + timedelta(hours=2),
)
ALERT = Alert(
    AlertId(1), "2026-0001", AlertState.ENDED, CONTENT, MemberId(1), 1, SENT, SENT, ended_at=SENT + timedelta(hours=2)
)


@pytest.mark.parametrize(
    ("alert", "expected"),
    [
        pytest.param(ALERT, True, id="a robbery whose time is over"),
        pytest.param(replace(ALERT, state=AlertState.LIVE, ended_at=None), True, id="live"),
        pytest.param(replace(ALERT, content=replace(CONTENT, kind=IncidentKind.ROBBERY_ATTEMPT)), True, id="attempt"),
        pytest.param(replace(ALERT, content=replace(CONTENT, severity=Severity.P2)), True, id="P2"),
        pytest.param(replace(ALERT, ended_at=SENT + timedelta(hours=1)), False, id="somebody ended it"),
        pytest.param(replace(ALERT, state=AlertState.RETRACTED), False, id="retracted"),
        pytest.param(replace(ALERT, state=AlertState.PENDING), False, id="not sent"),
        pytest.param(replace(ALERT, content=replace(CONTENT, severity=Severity.P3)), False, id="a follow-up itself"),
        pytest.param(replace(ALERT, content=replace(CONTENT, is_drill=True)), False, id="drill"),
        pytest.param(replace(ALERT, content=replace(CONTENT, reach_m=0)), False, id="to a group or a region"),
        pytest.param(
            replace(ALERT, content=replace(CONTENT, kind=IncidentKind.RECONNAISSANCE)), False, id="nobody was robbed"
        ),
    ],
)
def test_of_which_notices(alert: Alert, expected: bool) -> None:
    """A robbery or an attempt around a place that nobody took back or ended; not a drill, and no follow-up of one."""
    assert may_be_followed_up(alert) is expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        pytest.param(None, (date(2026, 11, 24), date(2026, 11, 24)), id="nobody was asked before"),
        pytest.param(date(2026, 11, 23), (date(2026, 11, 24), date(2026, 11, 24)), id="each day"),
        pytest.param(date(2026, 11, 20), (date(2026, 11, 21), date(2026, 11, 24)), id="it stood still for some days"),
        pytest.param(date(2026, 1, 1), (date(2026, 11, 18), date(2026, 11, 24)), id="for months: a week at most"),
    ],
)
def test_which_days_are_asked_about(last: date | None, expected: tuple[date, date]) -> None:
    """Those of a week ago that nobody was asked about yet."""
    assert expected == days_to_ask(date(2026, 12, 1), last)


def test_a_day_is_asked_about_once() -> None:
    """When the day of a week ago was asked about, there is nothing left."""
    first, last = days_to_ask(date(2026, 12, 1), date(2026, 11, 24))
    assert first > last


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (datetime(2026, 3, 25, 12, tzinfo=UTC), datetime(2026, 4, 1, 7, tzinfo=UTC)),  # summer time began between
        (datetime(2026, 10, 20, 12, tzinfo=UTC), datetime(2026, 10, 27, 8, tzinfo=UTC)),  # and ended
        (datetime(2026, 11, 23, 23, 30, tzinfo=UTC), datetime(2026, 12, 1, 8, tzinfo=UTC)),  # it was the 24th already
    ],
)
def test_it_is_asked_in_the_morning_by_the_local_clock(sent: datetime, expected: datetime) -> None:
    """Nine o'clock, a week after the local day of the notice, across a change of the clock too."""
    assert expected == asked_at(sent, ZONE)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(replace(ALERT, id=AlertId(2), sent_at=SENT + timedelta(hours=1)), True, id="later, same place"),
        pytest.param(replace(ALERT, id=AlertId(2)), True, id="at the same moment, the next one"),
        pytest.param(ALERT, False, id="itself"),
        pytest.param(replace(ALERT, id=AlertId(2), sent_at=SENT - timedelta(hours=1)), False, id="earlier"),
        pytest.param(
            replace(
                ALERT, id=AlertId(2), sent_at=SENT + timedelta(hours=1), content=replace(CONTENT, place=Place("3011"))
            ),
            False,
            id="elsewhere",
        ),
        pytest.param(
            replace(
                ALERT,
                id=AlertId(2),
                sent_at=SENT + timedelta(hours=1),
                content=replace(CONTENT, kind=IncidentKind.RECONNAISSANCE),
            ),
            False,
            id="about scouts",
        ),
    ],
)
def test_a_later_notice_takes_the_place_of_a_follow_up(other: Alert, expected: bool) -> None:
    """Of several notices about a robbery only the last one counts."""
    assert has_later(ALERT, [other]) is expected


@pytest.mark.parametrize(
    ("hit", "own", "expected"),
    [
        (frozenset({Branch.JEWELLER}), None, {Branch.JEWELLER}),
        (frozenset[Branch](), None, {Branch.JEWELLER, Branch.OPTICIAN}),
        (frozenset({Branch.JEWELLER}), Branch.OPTICIAN, {Branch.OPTICIAN}),
    ],
)
def test_it_is_for_the_branch_that_was_hit(hit: frozenset[Branch], own: Branch | None, expected: set[Branch]) -> None:
    """The branch of the shop that reported; not known: those of the first notice; a drafter for one branch: that."""
    now = SENT + timedelta(days=7)
    content = as_follow_up(AlertForm.of(CONTENT).changed(own_branch=own), hit, now).content()
    assert expected == content.branches
    assert (Severity.P3, 10_000, now + timedelta(days=14)) == (content.severity, content.reach_m, content.until)
    assert (CONTENT.tlp, CONTENT.place) == (content.tlp, content.place)


def test_a_reach_that_was_wider_stays() -> None:
    """A first notice that reached 25 km is not narrowed."""
    form = AlertForm.of(replace(CONTENT, reach_m=25_000))
    assert 25 == as_follow_up(form, frozenset(), SENT).reach_km
