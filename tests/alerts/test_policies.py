"""Tests of the policies, which decide about a claimed delivery, and of the retries after a failed one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from alerts.alert import AlertState, RevisionKind
from alerts.delivery import Claimed, DeliveryState, OnUnknown, Retry, Settled, after_error
from alerts.errors import (
    DeliveryError,
    Migrated,
    RecipientGone,
    Temporary,
    Throttled,
    Undeliverable,
    Unknown,
    Unreachable,
)
from alerts.ids import RevisionId
from alerts.policies import Allow, Drop, Hold, Verdict, is_silent, verdict
from alerts.severity import Severity
from alerts.tlp import Tlp
from tests.claimed import CLAIMED

NOW = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
ALERT = replace(
    CLAIMED,
    deadline=NOW + 3 * HOUR,
    revision_id=RevisionId(1),
    distance_m=100,
    severity=Severity.P2,
    tlp=Tlp.AMBER,
    alert_state=AlertState.LIVE,
    is_protected=True,
    revision_kind=RevisionKind.FIRST,
)
RECEIPT = replace(ALERT, revision_id=None, revision_kind=None, severity=None, tlp=None, alert_state=None)
CORRECTION = replace(ALERT, revision_kind=RevisionKind.CORRECTION, target_ref="1", target_message="10")
ALL_CLEAR = replace(CORRECTION, revision_kind=RevisionKind.ALL_CLEAR, alert_state=AlertState.ENDED)
RETRACTION = replace(CORRECTION, revision_kind=RevisionKind.RETRACTION, alert_state=AlertState.RETRACTED)


@pytest.mark.parametrize(
    ("claimed", "expected"),
    [
        (ALERT, Allow()),
        (replace(ALERT, deadline=NOW), Drop("expired")),
        (replace(ALERT, alert_state=AlertState.ENDED), Drop("ended")),
        (replace(ALERT, is_active=False), Drop("unreachable")),
        (replace(ALERT, muted=frozenset({Severity.P2})), Drop("muted")),
        (replace(ALERT, paused_until=NOW + HOUR), Hold(NOW + HOUR, "paused")),
        (replace(ALERT, paused_until=NOW + 4 * HOUR), Hold(NOW + 3 * HOUR, "paused")),
        (replace(ALERT, paused_until=NOW + 4 * HOUR, deadline=NOW), Drop("paused")),
        (replace(ALERT, paused_until=NOW - HOUR), Allow()),
        (replace(ALERT, at_opening=frozenset({Severity.P2}), opens_at=NOW + HOUR), Hold(NOW + HOUR, "closed")),
        (replace(ALERT, at_opening=frozenset({Severity.P2}), opens_at=NOW + 4 * HOUR), Hold(NOW + 3 * HOUR, "closed")),
        (replace(ALERT, at_opening=frozenset({Severity.P2})), Allow()),
        (replace(ALERT, at_opening=frozenset({Severity.P2}), opens_at=NOW + HOUR, severity=Severity.P1), Allow()),
        (replace(ALERT, quiet_until=NOW + HOUR), Hold(NOW + HOUR, "quiet")),
        (replace(ALERT, quiet_until=NOW + 4 * HOUR), Hold(NOW + 3 * HOUR, "quiet")),
        (replace(ALERT, quiet_until=NOW + 4 * HOUR, deadline=NOW), Drop("quiet")),
        (replace(ALERT, severity=Severity.P3, digest_hour=9), Drop("digest")),
        (replace(ALERT, severity=Severity.P4, digest_hour=9, most_singles=3, singles=2), Allow()),
        (replace(ALERT, severity=Severity.P4, digest_hour=9, most_singles=3, singles=3), Drop("digest")),
        (replace(ALERT, severity=Severity.P1, digest_hour=9), Allow()),
        (replace(CORRECTION, severity=Severity.P3, digest_hour=9), Allow()),
        (replace(CORRECTION, at_opening=frozenset({Severity.P2}), opens_at=NOW + HOUR), Allow()),
        (replace(RECEIPT, paused_until=NOW + HOUR, muted=frozenset({Severity.P3})), Allow()),
        (replace(RECEIPT, deadline=NOW), Drop("expired")),
        (replace(ALERT, alert_state=AlertState.RETRACTED), Drop("retracted")),
        (replace(ALERT, is_meant=False), Drop("not-meant")),
        (CORRECTION, Allow()),
        (replace(CORRECTION, is_meant=False), Allow()),
        (replace(CORRECTION, paused_until=NOW + HOUR, muted=frozenset({Severity.P2})), Allow()),
        (replace(CORRECTION, is_active=False), Drop("unreachable")),
        (replace(CORRECTION, alert_state=AlertState.ENDED), Drop("ended")),
        (replace(CORRECTION, target_message=None, paused_until=NOW + HOUR), Hold(NOW + HOUR, "paused")),
        (ALL_CLEAR, Allow()),
        (replace(ALL_CLEAR, alert_state=AlertState.RETRACTED), Drop("retracted")),
        (replace(ALL_CLEAR, target_message=None), Drop("not-received")),
        (RETRACTION, Allow()),
        (replace(RETRACTION, target_message=None), Drop("not-received")),
    ],
)
def test_verdicts(claimed: Claimed, expected: Verdict) -> None:
    """Each objection has its reason; a pause and a mute hold new alerts, not receipts or changes."""
    assert expected == verdict(claimed, NOW)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (Throttled(7), Retry(NOW + timedelta(seconds=7), is_fault=False)),
        (Migrated("-100"), Retry(NOW)),
        (Temporary(), Retry(NOW + timedelta(seconds=1))),
        (Unknown(), Retry(NOW + timedelta(seconds=10), is_last=True)),
        (RecipientGone("Forbidden: x"), Settled(DeliveryState.FAILED, "gone", "Forbidden: x")),
        (Undeliverable("Bad Request: x"), Settled(DeliveryState.FAILED, "refused", "Bad Request: x")),
    ],
)
def test_after_an_error(error: DeliveryError, expected: Retry | Settled) -> None:
    """A message that may arrive later is retried; otherwise it is settled with the platform's answer."""
    assert expected == after_error(error, ALERT, NOW)


def test_gives_up_on_the_unknown_where_it_should() -> None:
    """A digest with an unknown outcome is not sent again."""
    digest = replace(RECEIPT, on_unknown=OnUnknown.GIVE_UP)
    assert Settled(DeliveryState.UNKNOWN, "no-answer") == after_error(Unknown(), digest, NOW)


def test_waits_double_up_to_five_minutes() -> None:
    """The waits after a message's own failures double up to five minutes; a network failure does not count against one
    message."""
    for error, expected in ((Temporary(), [1, 2, 4, 300]), (Unreachable(), [1, 2, 4, 4])):
        waits = [after_error(error, replace(ALERT, attempts=n), NOW) for n in (0, 1, 2, 30)]
        assert expected == [(w.at - NOW).total_seconds() for w in waits if isinstance(w, Retry)]


@pytest.mark.parametrize(
    ("clock", "severity", "p1_at_night", "silent"),
    [
        ("21:59", Severity.P3, True, False),
        ("22:00", Severity.P3, True, True),
        ("06:59", Severity.P2, True, True),
        ("07:00", Severity.P2, True, False),
        ("03:00", Severity.P1, True, False),
        ("03:00", Severity.P1, False, True),
        ("03:00", None, True, False),
    ],
)
def test_the_night_is_quiet(clock: str, severity: Severity | None, p1_at_night: bool, silent: bool) -> None:
    """Quiet hours follow local time; a P1 sounds unless the member chose otherwise."""
    zone = ZoneInfo("Europe/Amsterdam")
    at = datetime.fromisoformat(f"2026-07-01T{clock}").replace(tzinfo=zone)
    assert silent == is_silent(severity, p1_at_night, at.astimezone(UTC), zone)
