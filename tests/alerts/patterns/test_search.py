"""The search for patterns: three shops that saw the same, within the distance and the days."""

from datetime import timedelta
from typing import Any

import pytest

from alerts.ids import MemberId, PremisesId
from alerts.patterns import Rules, Sighting, Window, search, search_around
from alerts.reading import Colour, VehicleClass
from alerts.report import ReportKind, Signal
from alerts.tally import HourBand
from tests.alerts.patterns.seen import numbers, seen

THREE = (seen(1), seen(2, metres=1_500, day=2), seen(3, metres=-1_000, day=4))
COMMON = frozenset({Signal.INTEREST_LAYOUT, Signal.NO_PURCHASE_LOOP})  # the two that are told most


def found(*sightings: Sighting, rules: Rules = Rules()) -> list[list[int]]:  # noqa: B008 - frozen
    return [numbers(*one.sightings) for one in search(sightings, rules)]


def test_three_shops_with_two_shared_signals_in_four_days_are_a_pattern() -> None:
    """Story 2 of the domain."""
    assert found(*THREE) == [[1, 2, 3]]


def test_the_two_commonest_signals_are_enough_at_the_edge() -> None:
    far = [seen(number, metres=metres, day=day, signals=COMMON) for number, metres, day in ((1, 0, 0), (2, 4_990, 3))]
    assert found(*far, seen(3, metres=2_500, day=6.9, signals=COMMON)) == [[1, 2, 3]]


def test_two_shops_are_none() -> None:
    assert found(*THREE[:2]) == []


def test_one_shop_that_reports_often_is_none() -> None:
    again = [
        seen(number, day=number, premises=PremisesId(7), people=frozenset({MemberId(7)})) for number in range(1, 6)
    ]
    assert found(*again) == []
    assert found(*again, seen(9)) == []


def test_shops_of_one_owner_count_as_one() -> None:
    owner = MemberId(50)
    shared = [seen(number, people=frozenset({owner, MemberId(number)})) for number in (1, 2)]
    assert found(*shared, seen(3)) == []
    assert found(*shared, seen(3), seen(4)) == [[1, 2, 3, 4]]


def test_a_shop_with_many_owners_is_compared_whole() -> None:
    many = frozenset(MemberId(number) for number in range(100, 120))
    assert found(seen(1, people=many), seen(2, people=frozenset({MemberId(119)})), seen(3)) == []
    assert found(seen(1, people=many), seen(2), seen(3)) == [[1, 2, 3]]


def test_one_person_who_reports_for_three_shops_is_none() -> None:
    reporter = MemberId(50)
    assert found(*(seen(number, people=frozenset({MemberId(number), reporter})) for number in (1, 2, 3))) == []


@pytest.mark.parametrize(("metres", "is_found"), [(4_990, True), (5_010, False)])
def test_each_two_are_within_the_radius(metres: float, is_found: bool) -> None:
    assert bool(found(seen(1), seen(2, metres=2_000), seen(3, metres=metres))) is is_found


@pytest.mark.parametrize(("day", "is_found"), [(6.99, True), (7.01, False)])
def test_each_two_are_within_seven_days(day: float, is_found: bool) -> None:
    assert bool(found(seen(1), seen(2, day=3), seen(3, day=day))) is is_found


def test_the_bounds_are_settings() -> None:
    rules = Rules(radius_m=1_000, within=timedelta(days=1))
    assert found(*THREE, rules=rules) == []
    assert found(seen(1), seen(2, metres=900), seen(3, day=0.9), rules=rules) == [[1, 2, 3]]
    assert found(*THREE, rules=Rules(least=4)) == []


def test_among_more_reports_more_has_to_agree() -> None:
    """Two signals are enough among few others; a van and a number of people beside them, among a hundred."""
    told: dict[str, Any] = {"persons": "3", "vehicle": VehicleClass.VAN, "vehicle_colour": Colour.RED}
    more = [seen(number, metres=number * 100, **told) for number in (1, 2, 3)]
    assert found(*THREE, rules=Rules().among(6)) == [[1, 2, 3]]
    assert found(*THREE, rules=Rules().among(100)) == []
    assert found(*more, rules=Rules().among(100)) == [[1, 2, 3]]
    assert (Rules().among(0).bits, Rules().among(12).bits, Rules().among(10_000).bits) == (6, 7, 10)


def test_what_is_rare_counts_more() -> None:
    """Black clothes in three reports are nothing; a yellow truck is."""
    plain: dict[str, Any] = {"signals": frozenset[Signal](), "time_band": None}
    black = [seen(number, clothing=frozenset({Colour.BLACK}), **plain) for number in (1, 2, 3)]
    truck: dict[str, Any] = {"vehicle": VehicleClass.TRUCK, "vehicle_colour": Colour.YELLOW}
    yellow = [seen(number, **truck, **plain) for number in (1, 2, 3)]
    assert found(*black) == []
    assert found(*yellow) == [[1, 2, 3]]


def test_what_differs_counts_against() -> None:
    """Each told another vehicle and number: two shared signals are not enough then."""
    vehicles = (VehicleClass.CAR, VehicleClass.SCOOTER, VehicleClass.VAN)
    others = [
        seen(number, metres=number * 1_500, day=number * 3, vehicle=vehicle, persons=str(number), signals=COMMON)
        for number, vehicle in enumerate(vehicles, start=1)
    ]
    assert found(*others) == []


def test_silver_and_grey_are_one_colour() -> None:
    van: dict[str, Any] = {"vehicle": VehicleClass.VAN, "signals": frozenset({Signal.LOOKOUT})}
    grey = [seen(1, vehicle_colour=Colour.GREY, **van), seen(2, vehicle_colour=Colour.SILVER, **van)]
    black, third = seen(3, vehicle_colour=Colour.BLACK, **van), seen(3, vehicle_colour=Colour.SILVER, **van)
    assert found(*grey, third)
    assert search([*grey, third])[0].score > search([*grey, black], Rules(bits=4))[0].score


def test_two_crews_in_one_town_are_two_patterns() -> None:
    others = [
        seen(
            number,
            metres=number * 10,
            signals=frozenset({Signal.TESTING_DOOR, Signal.CLOSING_TIME}),
            kind=ReportKind.SUSPICIOUS_SITUATION,
            time_band=HourBand.H20,
        )
        for number in (11, 12, 13)
    ]
    assert sorted(found(*THREE, *others)) == [[1, 2, 3], [11, 12, 13]]


def test_a_pattern_goes_on_with_what_supports_two_of_it() -> None:
    """The fourth is too late for the first and joins by the other two; each three are within seven days."""
    assert found(*THREE, seen(4, day=8)) == [[1, 2, 3, 4]]
    assert found(*THREE, seen(4, day=10)) == [[1, 2, 3]]


def test_the_clusters_of_a_new_report_are_those_that_hold_it() -> None:
    apart = [seen(number, metres=20_000 + number) for number in (11, 12)]
    assert [numbers(*one.sightings) for one in search_around(THREE[2], [*apart, *THREE[:2]])] == [[1, 2, 3]]
    assert search_around(seen(20, metres=40_000), THREE) == []


def test_a_flood_of_reports_that_are_all_alike_is_one_pattern() -> None:
    """Each keeps its best links only, and all are joined."""
    many = [seen(number, metres=number % 50, day=number / 200) for number in range(1, 301)]
    assert [len(one) for one in found(*many)] == [300]


def test_a_window_takes_nothing() -> None:
    window = Window()
    window.take_in([])
    assert window.clusters() == []
