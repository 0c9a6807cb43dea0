"""Why reports may belong together, what does not fit, and the notice that is proposed."""

from dataclasses import replace
from typing import Any

from alerts.alert import IncidentKind
from alerts.branch import Branch
from alerts.patterns import Told, explain, propose_notice
from alerts.patterns.weights import SHARES, WEIGHTS, Trait
from alerts.reading import Colour, VehicleClass
from alerts.report import ReportKind, Signal
from alerts.severity import Severity
from tests.alerts.patterns.seen import seen

GREY_VAN: dict[str, Any] = {"vehicle": VehicleClass.VAN, "vehicle_colour": Colour.GREY}
THREE = (
    seen(1, persons="2", clothing=frozenset({Colour.BLACK}), **GREY_VAN),
    seen(2, metres=1_500, day=2, persons="2", branch=Branch.OPTICIAN),
    seen(3, metres=1_000, day=4, persons="3", **GREY_VAN),
)


def test_what_several_tell_is_the_reason_and_what_counts_most_comes_first() -> None:
    agreed = explain(THREE).agreed
    assert agreed[0] == Told(Trait.SIGNALS, Signal.PHOTOS, (1, 2, 3))  # type: ignore[arg-type]
    assert Told(Trait.VEHICLE, VehicleClass.VAN, (1, 3)) in agreed  # type: ignore[arg-type]
    assert Told(Trait.PERSONS, "2", (1, 2)) in agreed  # type: ignore[arg-type]
    assert not [one for one in agreed if one.trait is Trait.CLOTHING]


def test_what_one_tells_otherwise_does_not_fit() -> None:
    assert explain(THREE).differing == (Told(Trait.PERSONS, "3", (3,)),)  # type: ignore[arg-type]


def test_clothes_and_signals_of_one_report_are_no_misfit() -> None:
    assert explain([*THREE[:2], replace(THREE[2], persons="2", signals=frozenset({Signal.STARTLE}))]).differing == ()


def test_the_distance_is_between_the_two_that_are_farthest_apart() -> None:
    assert 1_490 < explain(THREE).widest_m < 1_510


def test_the_notice_has_what_several_reports_tell() -> None:
    proposal = propose_notice(THREE)
    assert proposal.severity is Severity.P3
    assert proposal.kind is IncidentKind.RECONNAISSANCE
    assert proposal.centre == THREE[2]
    assert proposal.last_at == THREE[2].at
    assert proposal.hit == {Branch.JEWELLER, Branch.OPTICIAN}
    assert proposal.branches >= {Branch.SECONDHAND_GOLD, *proposal.hit}
    assert proposal.reach_km == 10
    assert proposal.signals == {Signal.PHOTOS, Signal.INTEREST_LAYOUT}
    assert (proposal.persons, proposal.vehicle, proposal.vehicle_colour) == ("2", VehicleClass.VAN, Colour.GREY)
    assert proposal.clothing == ()
    assert proposal.approach is None


def test_a_robbery_among_scouts_leaves_the_kind_that_most_tell() -> None:
    robbed = replace(THREE[1], kind=ReportKind.ROBBERY)
    assert propose_notice([THREE[0], robbed, THREE[2]]).kind is IncidentKind.RECONNAISSANCE


def test_every_trait_has_a_weight_and_shares_of_at_most_one() -> None:
    assert set(WEIGHTS) == set(SHARES) == set(Trait)
    for trait in (one for one in Trait if one not in (Trait.SIGNALS, Trait.CLOTHING)):
        assert 0.9 < sum(SHARES[trait].values()) < 1.02, trait
    assert all(0 < share < 1 for shares in SHARES.values() for share in shares.values())
    assert set(SHARES[Trait.SIGNALS]) == set(Signal)
    assert set(SHARES[Trait.VEHICLE]) == set(VehicleClass)
    assert set(SHARES[Trait.VEHICLE_COLOUR]) == set(SHARES[Trait.CLOTHING]) == set(Colour) - {Colour.SILVER}
