"""Tests of what a notice gets for the fields that its drafter leaves open, and of the branches that are alike."""

from datetime import UTC, datetime, timedelta

import pytest

from alerts.alert import REACH_CHOICES_KM, IncidentKind
from alerts.alert_defaults import usual_branches, usual_reach_km, usual_severity
from alerts.branch import ALIKE, Branch
from alerts.severity import Severity

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
NOBODY_SAID: frozenset[Branch] = frozenset()


@pytest.mark.parametrize(
    ("kind", "hours", "severity", "reach_km"),
    [
        ("robbery", 0, "P1", 5),
        ("robbery", 1.9, "P1", 5),
        ("robbery", 2, "P2", 5),
        ("robbery", 71.9, "P2", 5),
        ("robbery", 72, "P3", 10),
        ("robbery_attempt", 0, "P1", 5),
        ("robbery_delivery", 0, "P1", 5),
        ("ram_raid", 0, "P1", 10),
        ("atm_blast", 0, "P1", 10),
        ("atm_blast", 100, "P3", 10),
        ("reconnaissance", 0, "P2", 10),
        ("reconnaissance", 80, "P3", 10),
        ("suspicious_situation", 0, "P2", 5),
        ("street_robbery", 0, "P2", 3),
        ("robbery_home", 0, "P2", 3),
        ("other", 0, "P2", 3),
        ("other", 200, "P3", 10),
    ],
)
def test_severity_and_reach_follow_kind_and_recency(kind: str, hours: float, severity: str, reach_km: int) -> None:
    """Severity follows the kind and how long ago it was; the reach follows the kind and the severity."""
    one = IncidentKind(kind)
    found = usual_severity(one, NOW - timedelta(hours=hours), NOW)
    assert (Severity(severity), reach_km) == (found, usual_reach_km(one, found))


@pytest.mark.parametrize("kind", [one for one in IncidentKind if one is not IncidentKind.PREVENTION])
def test_every_kind_has_a_reach_that_is_a_button(kind: IncidentKind) -> None:
    """The reach of every kind of incident is one of the buttons of the form."""
    assert {usual_reach_km(kind, one) for one in Severity} <= set(REACH_CHOICES_KM)


@pytest.mark.parametrize(
    ("kind", "told", "expected"),
    [
        ("robbery", {"jeweller"}, {"jeweller", "optician", "secondhand_gold"}),
        ("reconnaissance", {"optician"}, {"optician", "jeweller", "telecom"}),
        (
            "robbery",
            {"supermarket"},
            {"supermarket", "night_shop", "liquor", "drugstore", "petrol_station", "tobacco_convenience"},
        ),
        ("robbery", {"casino_arcade", "bakery"}, {"casino_arcade", "cafe", "bakery"}),
        ("robbery", {"bakery"}, {"bakery"}),
        ("atm_blast", set(), {"bank_exchange", "cash_transit", "supermarket"}),
        ("robbery_delivery", set(), {"delivery_food", "delivery_parcel", "snackbar"}),
        ("atm_blast", {"petrol_station"}, {"petrol_station", "supermarket"}),
        ("robbery", set(), set()),
    ],
)
def test_branches_are_those_hit_and_those_alike(kind: str, told: set[str], expected: set[str]) -> None:
    """A notice goes to the branches that were hit and to those alike, not to those alike to these; to all when nobody
    said which was hit."""
    found = usual_branches(IncidentKind(kind), frozenset(Branch(one) for one in told))
    assert {Branch(one) for one in expected} == found


def test_likeness_is_mutual_but_for_the_cash_machine() -> None:
    """Two branches are alike both ways, for the same reason; only the cash machine inside a supermarket counts one
    way."""
    one_way = [
        (one, other, why)
        for one, others in ALIKE.items()
        for other, why in others.items()
        if ALIKE[other].get(one) is not why
    ]
    assert [("bank_exchange", "supermarket", "cash_machine")] == one_way
